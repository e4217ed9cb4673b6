package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class TimeFieldTest {
    private static final int COLUMNS = 23;
    private static final int ROWS = 17;
    private static final GridFrame FRAME = new GridFrame(0, ROWS * 25, 30, 25, COLUMNS, ROWS);

    /** A road of three stations over flat ground, the target at its western end. */
    @Test
    void oneWalksToTheTrackAndThenGoesAtItsPace() {
        ElevationGrid flat = new ElevationGrid(FRAME, new float[FRAME.cells()]);
        WalkingSurface surface =
                WalkingSurface.over(flat, Langmuir.R_WALK, Directions.EIGHT).build();
        Tracks.Builder builder = new Tracks.Builder();
        int west = builder.station(FRAME.centreX(0), FRAME.centreY(8), true);
        int east = builder.station(FRAME.centreX(20), FRAME.centreY(8), true);
        builder.arc(west, east, 60, 50);
        TimeField field = TimeField.of(surface, builder.build(surface, 0.72), new int[] {west}, true, () -> {});
        // Two cells north of the eastern end: 2 x 25 m at 0.72 s/m, then back along the arc in 50 s.
        assertThat(field.seconds(6 * COLUMNS + 20)).isCloseTo(36 + 50, within(1e-5));
        assertThat(field.seconds(8 * COLUMNS + 1))
                .as("beside the target on foot")
                .isCloseTo(30 * 0.72, within(1e-5));
        assertThat(field.path(6 * COLUMNS + 20)).endsWith(new TimeField.Place(-1, east), new TimeField.Place(-1, west));
    }

    @Test
    void equalsAPlainHeapAndARepairEqualsStartingAnew() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WalkingSurface surface = WalkingSurface.over(ground(random), Langmuir.CAPPED, Directions.SIXTEEN)
                    .build();
            boolean towards = random.nextBoolean();
            List<double[]> roads = new ArrayList<>();
            IntStream.range(0, 12).forEach(i -> roads.add(road(random)));
            TimeField field = field(surface, roads, towards);
            assertSame(plain(surface, roads, towards), field, "seed " + seed);
            for (int edit = 0; edit < 6; edit++) {
                int at = random.nextInt(roads.size());
                switch (random.nextInt(3)) {
                    case 0 -> roads.add(at, road(random));
                    case 1 -> roads.remove(at);
                    default -> roads.set(at, road(random));
                }
                Tracks tracks = tracks(surface, roads);
                field = field.again(tracks, targets(roads), random.nextInt(2), () -> {});
                assertSame(plain(surface, roads, towards), field, "seed " + seed + ", edit " + edit);
            }
        }
    }

    private static void assertSame(double[] expected, TimeField field, String what) {
        double[] got =
                IntStream.range(0, FRAME.cells()).mapToDouble(field::seconds).toArray();
        assertThat(got).as(what).isEqualTo(expected);
    }

    private static ElevationGrid ground(SplittableRandom random) {
        float[] heights = new float[FRAME.cells()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = random.nextInt(25) == 0 ? Float.NaN : (float) (random.nextDouble() * 60);
        }
        return new ElevationGrid(FRAME, heights);
    }

    /** x and y of up to five stations on a lattice, so that roads share some; then the pace, and whether its first is a target. */
    private static double[] road(SplittableRandom random) {
        int stations = 2 + random.nextInt(4);
        double[] road = new double[2 * stations + 2];
        for (int s = 0; s < stations; s++) {
            road[2 * s] = random.nextInt(-1, 15) * 47.0;
            road[2 * s + 1] = random.nextInt(-1, 10) * 43.0;
        }
        road[2 * stations] = 0.05 + random.nextDouble();
        road[2 * stations + 1] = random.nextInt(3) == 0 ? 1 : 0;
        return road;
    }

    private static TimeField field(WalkingSurface surface, List<double[]> roads, boolean towards) {
        return TimeField.of(surface, tracks(surface, roads), targets(roads), towards, () -> {});
    }

    private static Tracks tracks(WalkingSurface surface, List<double[]> roads) {
        List<double[]> places = new ArrayList<>();
        Tracks.Builder builder = new Tracks.Builder();
        for (double[] road : roads) {
            int last = -1;
            for (int s = 0; 2 * s < road.length - 2; s++) {
                int here = station(places, builder, road[2 * s], road[2 * s + 1]);
                if (last >= 0 && last != here) {
                    double length = Math.hypot(road[2 * s] - road[2 * s - 2], road[2 * s + 1] - road[2 * s - 1]);
                    double pace = road[road.length - 2];
                    builder.arc(last, here, length * pace, length * pace * 0.75);
                }
                last = here;
            }
        }
        return builder.build(surface, 0.72);
    }

    private static int station(List<double[]> places, Tracks.Builder builder, double x, double y) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i)[0] == x && places.get(i)[1] == y) {
                return i;
            }
        }
        places.add(new double[] {x, y});
        return builder.station(x, y, x > 100);
    }

    private static int[] targets(List<double[]> roads) {
        List<double[]> places = new ArrayList<>();
        Tracks.Builder ignored = new Tracks.Builder();
        List<Integer> targets = new ArrayList<>();
        for (double[] road : roads) {
            for (int s = 0; 2 * s < road.length - 2; s++) {
                int here = station(places, ignored, road[2 * s], road[2 * s + 1]);
                if (s == 0 && road[road.length - 1] == 1) {
                    targets.add(here);
                }
            }
        }
        return targets.stream().mapToInt(i -> i).toArray();
    }

    private record Waiting(double time, int place) {}

    /** Dijkstra with a heap on the same steps, cells numbered plainly and stations after them. */
    private static double[] plain(WalkingSurface surface, List<double[]> roads, boolean towards) {
        Tracks tracks = tracks(surface, roads);
        int cells = FRAME.cells();
        double[] time = new double[cells + tracks.stations()];
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        PriorityQueue<Waiting> waiting = new PriorityQueue<>((a, b) -> Double.compare(a.time, b.time));
        for (int target : targets(roads)) {
            reach(cells + target, 0, time, waiting);
        }
        while (!waiting.isEmpty()) {
            Waiting now = waiting.remove();
            if (now.time > time[now.place]) {
                continue;
            }
            if (now.place >= cells) {
                int station = now.place - cells;
                for (int a = tracks.firstArc(station); a < tracks.firstArc(station + 1); a++) {
                    reach(cells + tracks.arcTo(a), now.time + tracks.arcS(a, towards), time, waiting);
                }
                if (tracks.cell(station) >= 0 && surface.isGround(tracks.cell(station))) {
                    reach(tracks.cell(station), now.time + tracks.boardS(station), time, waiting);
                }
                continue;
            }
            for (int s = 0; s < tracks.stations(); s++) {
                if (tracks.cell(s) == now.place) {
                    reach(cells + s, now.time + tracks.boardS(s), time, waiting);
                }
            }
            int at = surface.padded(now.place);
            for (int k = 0; k < surface.directions(); k++) {
                int next = surface.neighbour(at, k);
                if (surface.isGroundAt(next)) {
                    reach(surface.unpadded(next), now.time + surface.stepTo(at, k, towards), time, waiting);
                }
            }
        }
        for (int i = 0; i < time.length; i++) {
            time[i] = Double.isInfinite(time[i]) ? Double.NaN : time[i];
        }
        return Arrays.copyOf(time, cells);
    }

    private static void reach(int place, double then, double[] time, PriorityQueue<Waiting> waiting) {
        if (then < time[place]) {
            time[place] = then;
            waiting.add(new Waiting(then, place));
        }
    }
}
