package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;
import org.terrace.water.Drinkers;
import org.terrace.water.Supplies;
import org.terrace.water.SupplyNeed;
import org.terrace.water.WaterDemand;
import org.terrace.water.laid.PipeGraph;
import org.terrace.water.laid.PipeLines;

/** All piped supplies of a snapshot, joined, measured and balanced; made once for all who ask. */
final class PipedSupplies {
    /** Heads nearer to each other are the same. */
    private static final double SAME_HEAD_M = 0.1;

    private static final Derived.Key<PipedSupplies> KEY = new Derived.Key<>("water.pipes", PipedSupplies.class);

    final FeatureTable pipes;
    final FeatureTable works;
    final FeatureTable households;
    final PipeLines lines;
    final PipeGraph graph;
    final NodeHeights heights;
    final PipeSizes sizes;
    final Drinkers drinkers;
    final Supplies supplies;
    private final SupplyNeed need;
    /** By piece of the graph. */
    final PipeGround[] grounds;

    final Passage passage;
    final Flowing flowing;
    final PeakReach peak;
    /** Heads where the flow on a main is not known, within bounds; those of all other places as they are. */
    final BetweenWorks between;
    /** Metres cubed a second that one person draws at the peak, what is lost on the way included. */
    final double peakM3PerSPerPerson;
    /** By node: people who draw water there. */
    final double[] people;
    /** The same, with those whose house stands too far from any pipe: they draw where their supply comes nearest. */
    final double[] drawing;
    /** By pipe: its pieces, in their order. */
    final List<List<Integer>> edgesOf = new ArrayList<>();
    /** By household: its node, -1 for none. */
    final int[] tapOf;
    /** By household: where it draws from pipes; its tap, or the place of its supply that is nearest. */
    final int[] drawsAt;

    private PipedSupplies(Assessment assessment) {
        Standard standard = assessment.standard();
        this.pipes = assessment.region().table(LayerKind.PIPE);
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.households = assessment.region().households();
        this.graph = PipeGraph.of(assessment);
        this.lines = graph.lines();
        this.heights = NodeHeights.of(assessment, graph);
        this.sizes = new PipeSizes(pipes, standard);
        this.drinkers = Drinkers.of(assessment);
        this.peakM3PerSPerPerson = WaterDemand.of(standard).peakM3PerSPerPerson();
        this.people = new double[graph.nodes()];
        this.tapOf = new int[households.size()];
        Arrays.fill(tapOf, -1);
        this.drawsAt = tapOf.clone();
        int[] tapWork = new int[works.size()];
        Arrays.fill(tapWork, -1);
        for (int n = 0; n < graph.nodes(); n++) {
            int household = graph.household()[n];
            if (household >= 0) {
                tapOf[household] = n;
                drawsAt[household] = n;
                people[n] += drinkers.of(household);
            }
            if (graph.work()[n] >= 0) {
                tapWork[graph.work()[n]] = n;
            }
        }
        for (int i = 0; i < households.size(); i++) {
            int work = works.rowOf(households.text("water_source_code").get(i));
            if (work >= 0 && works.codesOf("kind").is(work, "public_tap") && tapOf[i] < 0 && tapWork[work] >= 0) {
                people[tapWork[work]] += drinkers.of(i);
            }
        }
        this.supplies = Supplies.of(assessment);
        this.need = SupplyNeed.of(assessment);
        this.drawing = people.clone();
        drawWhereNoTapIsDrawn();
        double[] demand = new double[graph.nodes()];
        Arrays.setAll(demand, n -> Double.isNaN(drawing[n]) ? 0 : drawing[n] * peakM3PerSPerPerson);
        Passage.Rules rules = Passage.Rules.of(standard);
        this.grounds = graph.edges().stream()
                .map(e -> PipeGround.of(lines, assessment.region().elevation(), heights, rules, e))
                .toArray(PipeGround[]::new);
        this.passage = new Passage(graph, works, heights, grounds, rules);
        this.flowing = new Flowing(graph, works, heights, sizes, passage, demand);
        this.peak = new PeakReach(graph, grounds, passage, flowing);
        flowing.blur(peak.isShort);
        this.between = new BetweenWorks(graph, heights, sizes, flowing, demand, rules.siphonM());
        for (int p = 0; p < lines.count(); p++) {
            edgesOf.add(new ArrayList<>());
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            if (graph.edges().get(e).pipe() != PipeGraph.Edge.SERVICE) {
                edgesOf.get(graph.edges().get(e).pipe()).add(e);
            }
        }
    }

    private void drawWhereNoTapIsDrawn() {
        List<List<Integer>> nodesOf = new ArrayList<>();
        for (int s = 0; s < supplies.count(); s++) {
            nodesOf.add(new ArrayList<>());
        }
        for (PipeGraph.Edge e : graph.edges()) {
            if (e.pipe() != PipeGraph.Edge.SERVICE && supplies.ofNode(e.from()) >= 0) {
                nodesOf.get(supplies.ofNode(e.from())).add(e.from());
                nodesOf.get(supplies.ofNode(e.from())).add(e.to());
            }
        }
        for (int i = 0; i < households.size(); i++) {
            int supply = supplies.ofHousehold(i);
            if (graph.noTap()[i] == PipeGraph.NoTap.NO_PIPE_NEAR && supply >= 0) {
                int house = i;
                nodesOf.get(supply).stream()
                        .min(Comparator.comparingDouble(
                                        (Integer n) -> graph.places().get(n).distance(households.at(house)))
                                .thenComparing(n -> n))
                        .ifPresent(n -> {
                            drawsAt[house] = n;
                            drawing[n] += drinkers.of(house);
                        });
            }
        }
    }

    static PipedSupplies of(Assessment assessment) {
        return assessment.derived().get(KEY, assessment.standard().values(), () -> new PipedSupplies(assessment));
    }

    List<PipeGraph.Edge> pieces(int pipe) {
        return edgesOf.get(pipe).stream().map(graph.edges()::get).toList();
    }

    /**
     * Head above the ground at a node at the peak; NaN where not known, where less water gets to than is drawn, and where it depends on how
     * full a main between two open works runs.
     */
    double residualM(int node) {
        return fullResidualM(node) - leastResidualM(node) <= SAME_HEAD_M ? fullResidualM(node) : Double.NaN;
    }

    /** The same where mains between open works run full and nothing flows on to the lower ones: at most so much. */
    double fullResidualM(int node) {
        return aboveGround(node, between.fullM);
    }

    /** The same where they run part-full, or carry on what their fall can: at least so much. */
    double leastResidualM(int node) {
        return aboveGround(node, between.leastM);
    }

    private double aboveGround(int node, double[] headM) {
        return flowing.sure[node] && peak.reach[node].isReached() ? headM[node] - heights.heightM()[node] : Double.NaN;
    }

    /** Error of the least head above the ground. */
    double leastErrorM(int node) {
        return Math.hypot(between.leastErrorM[node], heights.errorM()[node]);
    }

    /** Whether what the sources of a tap's supply yield is less than what basically meets the quantity of those on record, however it is read. */
    boolean isSourceTooWeak(int node) {
        int supply = supplies.ofNode(node);
        return supply >= 0 && supplies.mostYieldM3PerDay(supply) * 1000 < need.knownL(supply);
    }

    double staticHeadM(int node) {
        return flowing.staticM[node] - heights.heightM()[node];
    }

    /** Error of a head above the ground: the level's and the ground's, which are independent. */
    double errorM(int node) {
        return Math.hypot(flowing.levelErrorM[node], heights.errorM()[node]);
    }

    /** The code of a supply: that of its lowest works, else of its lowest pipe. */
    String[] supplyCodes() {
        String[] codes = new String[flowing.supplies];
        Arrays.fill(codes, "");
        for (int n = 0; n < graph.nodes(); n++) {
            int s = flowing.supplyOf[n];
            if (graph.work()[n] >= 0
                    && (codes[s].isEmpty() || works.code(graph.work()[n]).compareTo(codes[s]) < 0)) {
                codes[s] = works.code(graph.work()[n]);
            }
        }
        for (PipeGraph.Edge e : graph.edges()) {
            int s = flowing.supplyOf[e.from()];
            if (codes[s].isEmpty() && e.pipe() >= 0) {
                codes[s] = pipes.code(e.pipe());
            }
        }
        return codes;
    }
}
