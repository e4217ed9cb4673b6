package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;

/**
 * Nearest road segment for 1,000,000 households among 220,000 segments, building of the index included, against PostGIS'
 * {@code <->} with a GiST index on both tables. The mean distances of both are compared: a fast wrong answer does not count.
 */
final class NearestBench implements Bench {
    private static final double SIDE_M = 300_000;

    @Override
    public String name() {
        return "nearest";
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int points : new int[] {10_000, 100_000, 1_000_000}) {
            rows.add(row(points, points == 1_000_000));
        }
        return rows;
    }

    private static Row row(int points, boolean withPeer) throws Exception {
        Scatter scatter = new Scatter(points, 220_000, SIDE_M, 20_261_124);
        Measured<Double> ours = Measured.median(() -> meanDistance(scatter));
        String what = String.format(Locale.ROOT, "nearest segment, %,d points x 220,000 segments", points);
        String time = String.format(Locale.ROOT, "%.2f s", ours.seconds());
        if (!withPeer) {
            return new Row(what, time, "", "");
        }
        Optional<PostgisNearest> peer = PostgisNearest.connect();
        if (peer.isEmpty()) {
            return new Row(what, time, "", "peer not measured: no PostGIS");
        }
        try (PostgisNearest postgis = peer.get()) {
            postgis.load(scatter);
            Measured<Double> theirs = Measured.median(0, 1, postgis::meanDistance);
            double difference = Math.abs(theirs.answer() - ours.answer()) / ours.answer();
            if (difference > 1e-9) {
                throw new IllegalStateException(
                        "means differ: " + ours.answer() + " against PostGIS " + theirs.answer());
            }
            return new Row(
                    what,
                    time,
                    String.format(Locale.ROOT, "%.1f s", theirs.seconds()),
                    String.format(
                            Locale.ROOT,
                            "%.0f x PostGIS <->, same mean to %.0e",
                            theirs.seconds() / ours.seconds(),
                            Math.max(difference, 1e-16)));
        }
    }

    private static double meanDistance(Scatter scatter) {
        SegmentIndex index = scatter.index();
        int[] nearest = NearestEdges.of(index, scatter.x, scatter.y);
        double sum = 0;
        for (int i = 0; i < nearest.length; i++) {
            sum += index.distance(nearest[i], scatter.x[i], scatter.y[i]);
        }
        return sum / nearest.length;
    }
}
