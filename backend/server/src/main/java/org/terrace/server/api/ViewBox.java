package org.terrace.server.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.terrace.server.runs.Snapshot;

/** The part of a county that a map shows: {@code bbox=west,south,east,north} in degrees, as an envelope in the county's metres. */
final class ViewBox {
    private ViewBox() {}

    /**
     * @return empty when no box is asked for
     * @throws Refusal when the text is no box
     */
    static Optional<Envelope> of(Snapshot snapshot, @Nullable String bbox) {
        if (bbox == null || bbox.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = bbox.split(",");
        try {
            if (parts.length != 4) {
                throw new NumberFormatException(bbox);
            }
            double[] d = new double[4];
            for (int i = 0; i < 4; i++) {
                d[i] = Double.parseDouble(parts[i]);
            }
            Envelope metric = new Envelope();
            for (double[] corner : new double[][] {{d[0], d[1]}, {d[0], d[3]}, {d[2], d[1]}, {d[2], d[3]}}) {
                double[] at = snapshot.toMetric().point(corner[0], corner[1]);
                if (!Double.isNaN(at[0])) {
                    metric.expandToInclude(at[0], at[1]);
                }
            }
            return Optional.of(metric);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("bad_bbox", Map.of("value", bbox));
        }
    }
}
