package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.network.DisjointSets;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.water.laid.PipeGraph;

/**
 * Works that hang together by pipes: a supply gives its tanks and taps what its springs, wells and intakes yield in the dry season,
 * and all who are connected to any of them drink from that. A pipe joins the works that it names, else those at
 * its ends, else the pipes that end at the same point.
 *
 * <p>Who is connected: households whose works on record belong to the supply, else whose house the pipes of the supply lead to; people
 * resident, else registered. Who fetched from works that are out of use drinks elsewhere now. Where an owner reports more households than
 * are on record, how many drink is known within two bounds. A source that somebody could fetch from is no record.
 */
public final class Supplies {
    /** Kinds that bring water in; a reservoir's yield is what may be taken a day. */
    static final Set<String> SOURCES = Set.of("spring", "well", "intake", "reservoir");

    /** Yields nearer to each other than a litre a day are the same. */
    private static final double SAME_YIELD_M3 = 1e-3;

    private static final Derived.Key<Supplies> KEY = new Derived.Key<>("water.supplies", Supplies.class);

    private final FeatureTable works;
    private final FeatureTable households;
    private final PipeGraph graph;
    private final int[] supplyOf;
    /** By node of the graph, -1 where no works hang together with it. */
    private final int[] supplyOfNode;

    private final int[] supplyOfHousehold;
    private final List<List<Integer>> members = new ArrayList<>();
    private final double[] peopleOnRecord;
    private final int[] householdsOnRecord;
    private final double[] reported;
    private final double[] perhapsMore;
    private final List<SourcesInSeries.Yield> yields = new ArrayList<>();

    /** Of a snapshot; found once for all who ask. */
    public static Supplies of(Assessment assessment) {
        // Heights tell which source runs into which.
        String settings = PipeGraph.settings(assessment.standard()) + "/"
                + assessment.standard().number("elevation.error_m");
        return assessment.derived().get(KEY, settings, () -> new Supplies(assessment));
    }

    private Supplies(Assessment assessment) {
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.households = assessment.region().households();
        this.graph = PipeGraph.of(assessment);
        DisjointSets joined = graph.supplies();
        this.supplyOf = new int[works.size()];
        this.supplyOfNode = new int[graph.nodes()];
        Arrays.fill(supplyOfNode, -1);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int w = 0; w < works.size(); w++) {
            int node = graph.nodeOfWork()[w];
            // Works without a place hang together with nothing.
            int key = node < 0 ? -1 - w : joined.find(node);
            int supply = numbers.computeIfAbsent(key, k -> {
                members.add(new ArrayList<>());
                return members.size() - 1;
            });
            supplyOf[w] = supply;
            members.get(supply).add(w);
        }
        Arrays.setAll(supplyOfNode, n -> numbers.getOrDefault(joined.find(n), -1));
        this.supplyOfHousehold = supplyOfHousehold();
        SourcesInSeries series = new SourcesInSeries(assessment, graph, w -> !isBroken(w));
        for (int s = 0; s < members.size(); s++) {
            yields.add(series.of(sources(s)));
        }
        this.peopleOnRecord = new double[members.size()];
        this.householdsOnRecord = new int[members.size()];
        this.reported = new double[members.size()];
        this.perhapsMore = new double[members.size()];
        count(Drinkers.of(assessment));
    }

    /** By the works on record, else by the pipe that the house is connected to. */
    private int[] supplyOfHousehold() {
        int[] of = new int[households.size()];
        Arrays.fill(of, -1);
        for (int n = 0; n < graph.nodes(); n++) {
            if (graph.household()[n] >= 0) {
                of[graph.household()[n]] = supplyOfNode[n];
            }
        }
        for (int i = 0; i < of.length; i++) {
            int work = works.rowOf(households.text("water_source_code").get(i));
            of[i] = work < 0 ? of[i] : isFetchedInVain(i, work) ? -1 : supplyOf[work];
        }
        return of;
    }

    /** Whether the works on record are out of use, and no pipe that may bring other water leads to the house. */
    private boolean isFetchedInVain(int household, int work) {
        Column.Codes connection = households.codesOf("water_connection");
        return isBroken(work) && !connection.is(household, "piped") && !connection.is(household, "hose");
    }

    private boolean isSource(int work) {
        return SOURCES.contains(works.codesOf("kind").code(work));
    }

    private void count(Drinkers drinkers) {
        for (int i = 0; i < households.size(); i++) {
            int s = supplyOfHousehold[i];
            if (s >= 0 && drinkers.of(i) != 0) {
                householdsOnRecord[s]++;
                peopleOnRecord[s] += drinkers.of(i);
            }
        }
        for (int s = 0; s < reported.length; s++) {
            double sources = 0;
            double others = 0;
            for (int w : members.get(s)) {
                double count = works.numbers("households_reported").get(w);
                if (count > 0 && isSource(w)) {
                    sources = Math.max(sources, count);
                } else if (count > 0) {
                    others += count;
                }
            }
            double households = Math.max(sources, others);
            reported[s] = drinkers.ofReported(households);
            perhapsMore[s] = drinkers.ofReported(Math.max(0, households - householdsOnRecord[s]));
        }
    }

    /** Households that are connected and lived in. */
    int householdsOnRecord(int supply) {
        return householdsOnRecord[supply];
    }

    /** People in them. */
    public double peopleOnRecord(int supply) {
        return peopleOnRecord[supply];
    }

    /**
     * Those of the households that its owner reports, of all tanks and taps together or of one source, whichever are most, as many in each as a
     * house of the county has on average; 0 where none are reported.
     */
    double peopleReported(int supply) {
        return Double.isNaN(reported[supply]) ? 0 : reported[supply];
    }

    /** The supply that a household is connected to; -1 where that is not known. */
    public int ofHousehold(int household) {
        return supplyOfHousehold[household];
    }

    /** The supply that a node of the graph of pipes hangs together with; -1 for none. */
    public int ofNode(int node) {
        return supplyOfNode[node];
    }

    public int count() {
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
    public List<Integer> sources(int supply) {
        return members.get(supply).stream().filter(this::isSource).toList();
    }

    /** Who share what it yields, at least: those on record; where nobody is, those that its owner reports. */
    public double people(int supply) {
        return householdsOnRecord[supply] > 0 ? peopleOnRecord[supply] : peopleReported(supply);
    }

    /**
     * As many as may share it: those on record and, of the households that its owner reports beyond them, as many in each as a house of the
     * county has on average. What is left over by fewer is not known to be left.
     */
    public double peopleAtMost(int supply) {
        double more = Double.isNaN(perhapsMore[supply]) ? 0 : perhapsMore[supply];
        return peopleOnRecord[supply] + more;
    }

    /** The code of its first works. */
    public String code(int supply) {
        return works.code(members.get(supply).get(0));
    }

    /**
     * What its sources that were measured and are not broken yield at least, in m3 a day in the dry season: what runs from one into
     * another is counted once, and where it is left open whether it does, no more than the least.
     */
    public double knownYieldM3PerDay(int supply) {
        return yields.get(supply).least();
    }

    /** What they yield at most, which source runs into which being left open; infinite where one was not measured, and for works without a source. */
    public double mostYieldM3PerDay(int supply) {
        return sources(supply).isEmpty()
                ? Double.POSITIVE_INFINITY
                : yields.get(supply).most();
    }

    /**
     * Whether every source that may give water was measured in the dry season, and it is known which of them runs into which as far as that
     * changes the sum; false for works without a source on record.
     */
    public boolean isMeasured(int supply) {
        return mostYieldM3PerDay(supply) - knownYieldM3PerDay(supply) < SAME_YIELD_M3;
    }

    /** Litres per person and day at the tap, at least, for those who are known to share it; infinite where nobody does. */
    double litresAtLeast(int supply, WaterDemand demand) {
        return demand.litresAtTap(knownYieldM3PerDay(supply), people(supply));
    }

    /** The same for as many as may share it. */
    double litresIfReported(int supply, WaterDemand demand) {
        return demand.litresAtTap(knownYieldM3PerDay(supply), peopleAtMost(supply));
    }

    /** What one household uses and what its supply leaves it. @param used NaN where not on record. @param supply -1 for none */
    LitresADay litres(double used, int supply, WaterDemand demand) {
        boolean whole = supply >= 0 && Double.isFinite(mostYieldM3PerDay(supply));
        if (supply < 0 || (!whole && knownYieldM3PerDay(supply) == 0)) {
            return new LitresADay(used, Double.NaN, Double.NaN, whole);
        }
        double most = whole ? mostYieldM3PerDay(supply) : knownYieldM3PerDay(supply);
        double best = demand.litresAtTap(most, people(supply));
        double worst = litresIfReported(supply, demand);
        return new LitresADay(
                used, Double.isFinite(best) ? best : Double.NaN, Double.isFinite(worst) ? worst : Double.NaN, whole);
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
        return qualityOf(of(work));
    }

    /** The same of a supply's running sources. */
    Indicator qualityOf(int supply) {
        Column.Codes quality = works.codesOf("quality");
        List<Integer> running =
                sources(supply).stream().filter(w -> !isBroken(w)).toList();
        if (running.stream().anyMatch(w -> quality.is(w, "fails"))) {
            return isTreated(supply) ? Indicator.UNKNOWN : Indicator.FAILS;
        }
        return !running.isEmpty() && running.stream().allMatch(w -> quality.is(w, "passes"))
                ? Indicator.MEETS
                : Indicator.UNKNOWN;
    }

    /**
     * The works whose record decided: one that fails, else the first that was asked; -1 where none is on record.
     *
     * @param work row, -1 where only the supply is known. @param supply -1 where it is not
     */
    int qualityRecord(int work, int supply) {
        Column.Codes quality = works.codesOf("quality");
        if (work >= 0 && !quality.isAbsent(work)) {
            return work;
        }
        List<Integer> asked = supply < 0
                ? List.of()
                : sources(supply).stream()
                        .filter(w -> !isBroken(w) && !quality.isAbsent(w))
                        .toList();
        return asked.stream()
                .filter(w -> quality.is(w, "fails"))
                .findFirst()
                .or(() -> asked.stream().findFirst())
                .orElse(-1);
    }

    /** Whether the water at some works is known not to be fit to drink. */
    public boolean isSpoiled(int work) {
        return quality(work) == Indicator.FAILS;
    }

    /** Whether the water at some works was found fit to drink. */
    public boolean isFitToDrink(int work) {
        return quality(work) == Indicator.MEETS;
    }

    /** Whether a source brings water in; of one that is not known to be broken that is taken to be so. */
    public boolean isRunning(int supply) {
        return sources(supply).stream().anyMatch(w -> !isBroken(w));
    }

    private boolean isTreated(int supply) {
        return members.get(supply).stream().anyMatch(w -> works.codesOf("kind").is(w, "treatment"));
    }

    private boolean isBroken(int work) {
        return works.codesOf("working").is(work, "no");
    }
}
