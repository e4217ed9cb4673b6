package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Assessment;
import org.terrace.network.DisjointSets;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * Works that hang together by pipes: a supply gives its tanks and taps what its springs, wells and intakes yield in the dry season,
 * and all who are connected to any of them drink from that. A pipe joins the works that it names, else those at
 * its ends, else the pipes that end at the same point.
 */
public final class Supplies {
    /** Kinds that bring water in; a reservoir's yield is what may be taken a day. */
    static final Set<String> SOURCES = Set.of("spring", "well", "intake", "reservoir");

    private final FeatureTable works;
    private final int[] supplyOf;
    private final List<List<Integer>> members = new ArrayList<>();
    private final double[] people;

    public Supplies(Assessment assessment, Drinkers drinkers) {
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        DisjointSets joined = new DisjointSets(works.size() + 2 * pipes.size());
        join(pipes, assessment.standard().number("water.pipe.snap_m"), joined);
        this.supplyOf = new int[works.size()];
        int[] numbers = new int[works.size()];
        Arrays.fill(numbers, -1);
        for (int w = 0; w < works.size(); w++) {
            int root = joined.find(w);
            if (numbers[root] < 0) {
                numbers[root] = members.size();
                members.add(new ArrayList<>());
            }
            supplyOf[w] = numbers[root];
            members.get(numbers[root]).add(w);
        }
        this.people = people(assessment.region().households(), drinkers);
    }

    private void join(FeatureTable pipes, double snapM, DisjointSets joined) {
        SegmentIndex.Builder points = new SegmentIndex.Builder();
        for (int w = 0; w < works.size(); w++) {
            if (works.hasGeometry(w)) {
                points.add(w, works.x(w), works.y(w));
            }
        }
        SegmentIndex index = points.build();
        Map<Coordinate, Integer> ends = new HashMap<>();
        for (int p = 0; p < pipes.size(); p++) {
            Coordinate[] line = pipes.geometry(p).map(Geometry::getCoordinates).orElse(new Coordinate[0]);
            int from = works.rowOf(pipes.text("from_code").get(p));
            int to = works.rowOf(pipes.text("to_code").get(p));
            if (line.length > 0) {
                from = from < 0 ? at(index, line[0], snapM) : from;
                to = to < 0 ? at(index, line[line.length - 1], snapM) : to;
                from = from < 0 ? end(ends, line[0]) : from;
                to = to < 0 ? end(ends, line[line.length - 1]) : to;
            }
            if (from >= 0 && to >= 0) {
                joined.join(from, to);
            }
        }
    }

    /** A number after those of the works, the same for ends at the same place: a main of several pipes is one. */
    private int end(Map<Coordinate, Integer> ends, Coordinate at) {
        return ends.computeIfAbsent(at, k -> works.size() + ends.size());
    }

    private static int at(SegmentIndex index, Coordinate end, double snapM) {
        int nearest = index.isEmpty() ? -1 : index.nearest(end.x, end.y);
        return nearest >= 0 && index.distance(nearest, end.x, end.y) <= snapM ? index.ownerOf(nearest) : -1;
    }

    /** People on record at any works of the supply, or those of the households that its owner reports, whichever are more. */
    private double[] people(FeatureTable households, Drinkers drinkers) {
        double[] onRecord = new double[members.size()];
        for (int i = 0; i < households.size(); i++) {
            int source = works.rowOf(households.text("water_source_code").get(i));
            if (source >= 0) {
                onRecord[supplyOf[source]] += drinkers.of(i);
            }
        }
        for (int s = 0; s < onRecord.length; s++) {
            double reported = members.get(s).stream()
                    .mapToDouble(w -> works.numbers("households_reported").get(w))
                    .filter(h -> h > 0)
                    .map(drinkers::ofReported)
                    .max()
                    .orElse(0);
            onRecord[s] = Double.isNaN(reported) ? onRecord[s] : Math.max(onRecord[s], reported);
        }
        return onRecord;
    }

    int count() {
        return members.size();
    }

    /** @param work row in the layer of water facilities */
    public int of(int work) {
        return supplyOf[work];
    }

    /** Rows of its works, ascending. */
    List<Integer> members(int supply) {
        return members.get(supply);
    }

    /** Rows of its sources, ascending. */
    List<Integer> sources(int supply) {
        return members.get(supply).stream()
                .filter(w -> SOURCES.contains(works.codesOf("kind").code(w)))
                .toList();
    }

    public double people(int supply) {
        return people[supply];
    }

    /** What its sources that were measured and are not broken yield at least, in m3 a day in the dry season. */
    public double knownYieldM3PerDay(int supply) {
        return sources(supply).stream()
                .filter(w -> !isBroken(w))
                .mapToDouble(w -> works.numbers("dry_season_yield_m3_per_day").get(w))
                .filter(y -> !Double.isNaN(y))
                .sum();
    }

    /** Whether every source that may give water was measured in the dry season; false for works without a source on record. */
    public boolean isMeasured(int supply) {
        List<Integer> sources = sources(supply);
        return !sources.isEmpty()
                && sources.stream()
                        .allMatch(w -> isBroken(w)
                                || !works.numbers("dry_season_yield_m3_per_day").isAbsent(w));
    }

    /** Litres per person and day at least; infinite where nobody is on record, NaN where people are not known. */
    double litresAtLeast(int supply) {
        return knownYieldM3PerDay(supply) * 1000 / people[supply];
    }

    /**
     * What the record says of the water at some works: of their own, else of the sources behind them. One source that fails spoils what
     * is not treated.
     */
    Indicator quality(int work) {
        Column.Codes quality = works.codesOf("quality");
        if (!quality.isAbsent(work)) {
            return quality.is(work, "passes") ? Indicator.MEETS : Indicator.FAILS;
        }
        List<Integer> running =
                sources(of(work)).stream().filter(w -> !isBroken(w)).toList();
        if (running.stream().anyMatch(w -> quality.is(w, "fails"))) {
            return isTreated(of(work)) ? Indicator.UNKNOWN : Indicator.FAILS;
        }
        return !running.isEmpty() && running.stream().allMatch(w -> quality.is(w, "passes"))
                ? Indicator.MEETS
                : Indicator.UNKNOWN;
    }

    /** Whether the water at some works is known not to be fit to drink. */
    public boolean isSpoiled(int work) {
        return quality(work) == Indicator.FAILS;
    }

    /** Whether the water at some works was found fit to drink. */
    public boolean isFitToDrink(int work) {
        return quality(work) == Indicator.MEETS;
    }

    private boolean isTreated(int supply) {
        return members.get(supply).stream().anyMatch(w -> works.codesOf("kind").is(w, "treatment"));
    }

    private boolean isBroken(int work) {
        return works.codesOf("working").is(work, "no");
    }
}
