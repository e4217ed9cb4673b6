package org.terrace.water;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.foot.CountyGround;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.GridFrame;
import org.terrace.region.PositionErrors;
import org.terrace.terrain.RoundTrips;
import org.terrace.terrain.Surroundings;
import org.terrace.terrain.WalkingSurface;

/**
 * Minutes on foot from every household to the sources around it, and back with the water, with the least and the most that they may be as the house
 * stands elsewhere within its position error. By household, then by source.
 *
 * @param madeOf what it follows from, besides the rules
 * @param placed whether the household stands on ground from which one can walk
 * @param first where the pairs of each household begin; one entry more than households
 * @param source number of the source in {@link WaterSources}
 * @param minutes there and back; infinite where only another place within the error is in reach
 * @param least and most of it; most is infinite where a place within the error is out of reach
 */
record FetchTimes(
        MadeOf madeOf, boolean[] placed, int[] first, int[] source, float[] minutes, float[] least, float[] most) {
    private static final Derived.Key<FetchTimes> KEY = new Derived.Key<>("water.fetch", FetchTimes.class);

    /** What times follow from: the same objects give the same times. */
    record MadeOf(WalkingSurface surface, FeatureTable households, FeatureTable works) {
        boolean isSameAs(MadeOf other) {
            return surface == other.surface && households == other.households && works == other.works;
        }
    }

    /** Empty where the county has no elevation model. */
    static Optional<FetchTimes> of(Assessment assessment, WaterSources sources) {
        if (assessment.region().elevation().isEmpty()) {
            return Optional.empty();
        }
        double searchMin = assessment.standard().number("water.fetch.search_minutes");
        double error = assessment.standard().number("household.position_error_m");
        String detail = CountyGround.Rules.of(assessment.standard())
                + "/"
                + searchMin
                + "/"
                + error
                + "/"
                + assessment.standard().number("water.fetch.loaded_speed_factor");
        MadeOf madeOf = new MadeOf(
                CountyGround.withCrossings(assessment).surface(),
                assessment.region().households(),
                sources.layer());
        return Optional.of(assessment
                .derived()
                .get(
                        KEY,
                        detail,
                        () -> assessment
                                .derived()
                                .earlier(KEY, detail)
                                .filter(t -> t.madeOf.isSameAs(madeOf))
                                .orElseGet(() -> new Search(assessment, sources, madeOf, searchMin, error).all())));
    }

    /** The pair of a household and a source; -1 where the source is out of reach. */
    int pair(int household, int k) {
        int at = Arrays.binarySearch(source, first[household], first[household + 1], k);
        return at < 0 ? -1 : at;
    }

    /** Finds all pairs, source by source. */
    private static final class Search {
        private final Assessment assessment;
        private final MadeOf madeOf;
        private final FeatureTable households;
        private final WaterSources sources;
        private final WalkingSurface surface;
        private final GridFrame frame;
        private final double searchMin;
        /** Of somebody who carries water, as a share of the speed of empty hands. */
        private final double loadedSpeed;

        /** Cells where each household stands or may stand; the first is where it stands. */
        private final int[][] cells;
        /** Households by cell, each once: where they begin, and who. */
        private final int[] firstAt;

        private final int[] at;

        Search(Assessment assessment, WaterSources sources, MadeOf madeOf, double searchMin, double defaultErrorM) {
            this.madeOf = madeOf;
            this.assessment = assessment;
            this.households = assessment.region().households();
            this.sources = sources;
            this.surface = madeOf.surface();
            this.frame = surface.frame();
            this.searchMin = searchMin;
            this.loadedSpeed = assessment.standard().number("water.fetch.loaded_speed_factor");
            ElevationGrid grid = assessment.region().elevation().orElseThrow();
            double[] errors = PositionErrors.of(households, defaultErrorM);
            this.cells = new int[households.size()][];
            this.firstAt = new int[frame.cells() + 1];
            Arrays.setAll(cells, i -> households.hasGeometry(i) ? cells(grid, i, errors[i]) : new int[0]);
            for (int[] own : cells) {
                for (int cell : own) {
                    firstAt[cell + 1]++;
                }
            }
            Arrays.parallelPrefix(firstAt, Integer::sum);
            this.at = new int[firstAt[frame.cells()]];
            int[] next = firstAt.clone();
            for (int i = 0; i < cells.length; i++) {
                for (int cell : cells[i]) {
                    at[next[cell]++] = i;
                }
            }
        }

        private int[] cells(ElevationGrid grid, int household, double errorM) {
            int own = surface.boardingCell(households.x(household), households.y(household));
            if (own < 0) {
                return new int[0];
            }
            IntStream around = Surroundings.places(households.x(household), households.y(household), errorM)
                    .filter(p -> !Double.isNaN(grid.bilinear(p.x, p.y)))
                    .mapToInt(p -> cellOf(p.x, p.y));
            return IntStream.concat(IntStream.of(own), around)
                    .filter(cell -> cell >= 0)
                    .distinct()
                    .toArray();
        }

        private int cellOf(double x, double y) {
            int column = frame.columnOf(x);
            int row = frame.rowOf(y);
            boolean inside = column >= 0 && row >= 0 && column < frame.columns() && row < frame.rows();
            return inside ? row * frame.columns() + column : -1;
        }

        FetchTimes all() {
            ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
            Found[] found = IntStream.range(0, sources.size())
                    .parallel()
                    .mapToObj(k -> {
                        Scratch free = idle.poll();
                        Scratch scratch = free == null ? new Scratch() : free;
                        Found around = scratch.around(k);
                        idle.add(scratch);
                        return around;
                    })
                    .toArray(Found[]::new);
            return gathered(found);
        }

        private FetchTimes gathered(Found[] bySource) {
            int[] first = new int[households.size() + 1];
            for (Found found : bySource) {
                for (int household : found.household) {
                    first[household + 1]++;
                }
            }
            Arrays.parallelPrefix(first, Integer::sum);
            int pairs = first[households.size()];
            boolean[] placed = new boolean[cells.length];
            for (int i = 0; i < placed.length; i++) {
                placed[i] = cells[i].length > 0;
            }
            FetchTimes times = new FetchTimes(
                    madeOf, placed, first, new int[pairs], new float[pairs], new float[pairs], new float[pairs]);
            int[] next = first.clone();
            for (int k = 0; k < bySource.length; k++) {
                Found found = bySource[k];
                for (int f = 0; f < found.household.length; f++) {
                    int pair = next[found.household[f]]++;
                    times.source[pair] = k;
                    times.minutes[pair] = found.minutes[f];
                    times.least[pair] = found.least[f];
                    times.most[pair] = found.most[f];
                }
            }
            return times;
        }

        /** Households within reach of one source. */
        private record Found(int[] household, float[] minutes, float[] least, float[] most) {}

        /** Working memory of one thread. */
        private final class Scratch {
            private final RoundTrips trips = new RoundTrips(surface, searchMin * 60);
            private final int[] seenCells = new int[cells.length];
            private final float[] minutes = new float[cells.length];
            private final float[] least = new float[cells.length];
            private final float[] most = new float[cells.length];
            private int[] touched = new int[64];
            private int count;

            Found around(int k) {
                count = 0;
                int cell = surface.boardingCell(sources.x(k), sources.y(k));
                // A source that lies on a river's line itself is reached from both of its sides.
                int start = cell < 0 ? cellOf(sources.x(k), sources.y(k)) : cell;
                if (start >= 0) {
                    trips.around(start, this::visit, assessment.deadline()::check);
                }
                int[] reached = Arrays.copyOf(touched, count);
                Found found = new Found(
                        reached, new float[reached.length], new float[reached.length], new float[reached.length]);
                for (int f = 0; f < reached.length; f++) {
                    int i = reached[f];
                    found.minutes[f] = minutes[i];
                    found.least[f] = least[i];
                    found.most[f] = seenCells[i] < cells[i].length ? Float.POSITIVE_INFINITY : most[i];
                }
                for (int t = 0; t < count; t++) {
                    seenCells[touched[t]] = 0;
                }
                return found;
            }

            private void visit(int cell, double toSeconds, double backSeconds) {
                float both = (float) ((toSeconds + backSeconds / loadedSpeed) / 60);
                for (int a = firstAt[cell]; a < firstAt[cell + 1]; a++) {
                    int i = at[a];
                    if (seenCells[i]++ == 0) {
                        if (count == touched.length) {
                            touched = Arrays.copyOf(touched, count * 2);
                        }
                        touched[count++] = i;
                        minutes[i] = Float.POSITIVE_INFINITY;
                        least[i] = both;
                        most[i] = both;
                    }
                    least[i] = Math.min(least[i], both);
                    most[i] = Math.max(most[i], both);
                    if (cells[i][0] == cell) {
                        minutes[i] = both;
                    }
                }
            }
        }
    }
}
