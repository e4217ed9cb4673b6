package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;
import org.terrace.water.Drinkers;
import org.terrace.water.WaterDemand;

/** All piped supplies of a snapshot, joined, measured and balanced; made once for all who ask. */
final class PipedSupplies {
    private static final Derived.Key<PipedSupplies> KEY = new Derived.Key<>("water.pipes", PipedSupplies.class);

    final FeatureTable pipes;
    final FeatureTable works;
    final FeatureTable households;
    final PipeLines lines;
    final PipeGraph graph;
    final NodeHeights heights;
    final PipeSizes sizes;
    final Drinkers drinkers;
    final Flowing flowing;
    /** Metres cubed a second that one person draws at the peak, what is lost on the way included. */
    final double peakM3PerSPerPerson;
    /** By node: people who draw water there. */
    final double[] people;
    /** By pipe: its pieces, in their order. */
    final List<List<Integer>> edgesOf = new ArrayList<>();
    /** By household: its node, -1 for none. */
    final int[] tapOf;

    private PipedSupplies(Assessment assessment) {
        Standard standard = assessment.standard();
        this.pipes = assessment.region().table(LayerKind.PIPE);
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.households = assessment.region().households();
        this.lines = new PipeLines(pipes);
        this.graph = new PipeJoints(
                        lines,
                        works,
                        households,
                        standard.number("water.pipe.snap_m"),
                        standard.number("water.service.reach_m"))
                .graph();
        this.heights = NodeHeights.of(assessment, graph);
        this.sizes = new PipeSizes(pipes, standard);
        this.drinkers = new Drinkers(households);
        this.peakM3PerSPerPerson = WaterDemand.of(standard).peakM3PerSPerPerson();
        this.people = new double[graph.nodes()];
        this.tapOf = new int[households.size()];
        Arrays.fill(tapOf, -1);
        int[] tapWork = new int[works.size()];
        Arrays.fill(tapWork, -1);
        for (int n = 0; n < graph.nodes(); n++) {
            int household = graph.household()[n];
            if (household >= 0) {
                tapOf[household] = n;
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
        double[] demand = new double[graph.nodes()];
        Arrays.setAll(demand, n -> Double.isNaN(people[n]) ? 0 : people[n] * peakM3PerSPerPerson);
        this.flowing = new Flowing(graph, works, heights, sizes, demand);
        for (int p = 0; p < lines.count(); p++) {
            edgesOf.add(new ArrayList<>());
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            if (graph.edges().get(e).pipe() != PipeGraph.Edge.SERVICE) {
                edgesOf.get(graph.edges().get(e).pipe()).add(e);
            }
        }
    }

    static PipedSupplies of(Assessment assessment) {
        return assessment.derived().get(KEY, assessment.standard().id(), () -> new PipedSupplies(assessment));
    }

    List<PipeGraph.Edge> pieces(int pipe) {
        return edgesOf.get(pipe).stream().map(graph.edges()::get).toList();
    }

    /** Head above the ground at a node at the peak; NaN where not known. */
    double residualM(int node) {
        return flowing.sure[node] ? flowing.headM[node] - heights.heightM()[node] : Double.NaN;
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
