package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LimitCheck;
import org.terrace.region.ElevationGrid;
import org.terrace.standard.Standard;
import org.terrace.water.laid.PipeGraph;

/** Looks for what is wrong along pipes and where they are joined, and measures every pipe on the way. */
final class Findings {
    /** A pipe that names works further than this from its end was drawn, or named, wrongly. */
    private static final double FAR_M = 50;

    private final PipedSupplies s;
    private final Optional<ElevationGrid> grid;
    private final double airLockRiseM;
    private final double slowest;
    private final double fastest;
    private final String[] codes;
    final List<Finding> found = new ArrayList<>();
    /** By pipe. */
    final PipeState[] pipes;

    /**
     * A pipe at the peak, worst along its length.
     *
     * @param flowM3PerS and velocity of the piece that carries most; NaN where not known, and between two open works
     * @param capacityM3PerS between two open works: what the fall can carry
     * @param endHeadM above the ground where the water leaves it, at the peak. @param leastHeadM along it, between its ends
     * @param mostStaticM above the ground when nothing flows
     * @param errorM of both
     * @param check of the static head against the class on record
     */
    record PipeState(
            double flowM3PerS,
            double capacityM3PerS,
            double velocityMPerS,
            double lossM,
            double endHeadM,
            double leastHeadM,
            double mostStaticM,
            double errorM,
            LimitCheck check) {
        static final PipeState NOTHING = new PipeState(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                LimitCheck.UNKNOWN);
    }

    Findings(Assessment assessment, PipedSupplies supplies) {
        Standard standard = assessment.standard();
        this.s = supplies;
        this.grid = assessment.region().elevation();
        this.airLockRiseM = standard.number("water.pipe.air_lock_rise_m");
        this.slowest = standard.number("water.pipe.velocity_min_m_per_s");
        this.fastest = standard.number("water.pipe.velocity_max_m_per_s");
        this.codes = s.supplyCodes();
        this.pipes = IntStream.range(0, s.lines.count()).mapToObj(this::pipe).toArray(PipeState[]::new);
        supplies();
    }

    private PipeState pipe(int pipe) {
        if (!s.lines.isUsable(pipe)) {
            add(Finding.Kind.BAD_LINE, "", s.pipes.code(pipe), true, Double.NaN, Double.NaN, 0, nowhere());
            return PipeState.NOTHING;
        }
        namedFarAway(pipe);
        List<PipeGraph.Edge> pieces = s.pieces(pipe);
        if (pieces.isEmpty()) {
            return PipeState.NOTHING;
        }
        String supply = codes[s.flowing.supplyOf[pieces.get(0).from()]];
        boolean sure = pieces.stream().allMatch(e -> s.flowing.sure[e.from()] && s.flowing.sure[e.to()]);
        PipeProfile profile = PipeProfile.of(s.lines, grid, s.heights, s.flowing, pieces);
        PipeState state = state(pipe, pieces, profile, sure, supply);
        summits(pipe, profile, supply);
        tanksTooHigh(pieces, supply);
        return state;
    }

    private PipeState state(int pipe, List<PipeGraph.Edge> pieces, PipeProfile profile, boolean sure, String supply) {
        int deepest = -1;
        int driest = -1;
        for (int i = 0; i < profile.size(); i++) {
            double press = profile.staticM()[i] - profile.groundM()[i];
            double head = profile.headM()[i] - profile.groundM()[i];
            if (!Double.isNaN(press)
                    && (deepest < 0 || press > profile.staticM()[deepest] - profile.groundM()[deepest])) {
                deepest = i;
            }
            boolean between = i > 0 && i < profile.size() - 1;
            if (sure
                    && between
                    && !Double.isNaN(head)
                    && (driest < 0 || head < profile.headM()[driest] - profile.groundM()[driest])) {
                driest = i;
            }
        }
        double mostStatic = deepest < 0 ? Double.NaN : profile.staticM()[deepest] - profile.groundM()[deepest];
        double leastHead = driest < 0 ? Double.NaN : profile.headM()[driest] - profile.groundM()[driest];
        double error = deepest < 0 ? Double.NaN : profile.headErrorM(deepest);
        double limit = s.pipes.numbers("pressure_class_mpa").get(pipe) * PipeSizes.METRES_PER_MPA;
        LimitCheck check = Double.isNaN(limit) ? LimitCheck.UNKNOWN : LimitCheck.atMost(mostStatic, error, limit);
        if (check == LimitCheck.BROKEN || check == LimitCheck.ERROR_CAN_FLIP) {
            add(
                    Finding.Kind.CLASS_EXCEEDED,
                    supply,
                    s.pipes.code(pipe),
                    check == LimitCheck.BROKEN,
                    mostStatic,
                    limit,
                    error,
                    s.lines.at(pipe, profile.alongM()[deepest]));
        }
        noPressure(pipe, profile, driest, leastHead, supply);
        int carrier = -1;
        double loss = 0;
        for (int e : s.edgesOf.get(pipe)) {
            loss += Math.abs(s.flowing.lossM[e]);
            if (carrier < 0 || Math.abs(s.flowing.flowM3PerS[e]) > Math.abs(s.flowing.flowM3PerS[carrier])) {
                carrier = e;
            }
        }
        boolean known = pieces.stream().allMatch(e -> s.sizes.isKnown(e.pipe())) && sure;
        // Between two open works the fall alone decides how much could flow; how much there is to flow is another
        // question.
        boolean free = s.flowing.isLevel(pieces.get(0).from())
                && s.flowing.isLevel(pieces.get(pieces.size() - 1).to());
        double most = known ? Math.abs(s.flowing.flowM3PerS[carrier]) : Double.NaN;
        double flow = free ? Double.NaN : most;
        double bore = s.sizes.boreMm(pipe) / 1000;
        double velocity = flow / (Math.PI * bore * bore / 4);
        velocity(pipe, velocity, supply, pieces.get(0));
        return new PipeState(
                flow,
                free ? most : Double.NaN,
                velocity,
                known ? loss : Double.NaN,
                sure ? endHead(pieces) : Double.NaN,
                leastHead,
                mostStatic,
                error,
                check);
    }

    /** The lower of the heads above ground at both ends, of those that are no open works. */
    private double endHead(List<PipeGraph.Edge> pieces) {
        int a = pieces.get(0).from();
        int b = pieces.get(pieces.size() - 1).to();
        double atA = s.flowing.isLevel(a) ? Double.NaN : s.residualM(a);
        double atB = s.flowing.isLevel(b) ? Double.NaN : s.residualM(b);
        return Double.isNaN(atA) ? atB : Double.isNaN(atB) ? atA : Math.min(atA, atB);
    }

    /** At its ends the head may touch the ground: there is a tank or a spring. */
    private void noPressure(int pipe, PipeProfile profile, int driest, double leastHead, String supply) {
        if (driest < 0) {
            return;
        }
        double error = profile.headErrorM(driest);
        LimitCheck dry = LimitCheck.atLeast(leastHead, error, 0);
        if (dry == LimitCheck.BROKEN || (dry == LimitCheck.ERROR_CAN_FLIP && leastHead < 0)) {
            add(
                    Finding.Kind.NO_PRESSURE,
                    supply,
                    s.pipes.code(pipe),
                    dry == LimitCheck.BROKEN,
                    leastHead,
                    0,
                    error,
                    s.lines.at(pipe, profile.alongM()[driest]));
        }
    }

    private void velocity(int pipe, double velocity, String supply, PipeGraph.Edge somewhere) {
        Coordinate at = s.graph.places().get(somewhere.to());
        if (velocity > fastest) {
            add(Finding.Kind.TOO_FAST, supply, s.pipes.code(pipe), true, velocity, fastest, 0, at);
        } else if (velocity > 0 && velocity < slowest) {
            add(Finding.Kind.TOO_SLOW, supply, s.pipes.code(pipe), true, velocity, slowest, 0, at);
        }
    }

    private void summits(int pipe, PipeProfile profile, String supply) {
        for (int i : profile.summits(airLockRiseM)) {
            double rise = profile.riseM(i);
            double error = profile.errorM()[i];
            add(
                    Finding.Kind.AIR_LOCK,
                    supply,
                    s.pipes.code(pipe),
                    rise - error >= airLockRiseM,
                    rise,
                    airLockRiseM,
                    error,
                    s.lines.at(pipe, profile.alongM()[i]));
        }
    }

    /** Between two open works water runs from the higher to the lower; a spring is not meant to be filled. */
    private void tanksTooHigh(List<PipeGraph.Edge> pieces, String supply) {
        int a = pieces.get(0).from();
        int b = pieces.get(pieces.size() - 1).to();
        if ((!isSource(a) && !isSource(b)) || !s.flowing.isLevel(a) || !s.flowing.isLevel(b)) {
            return;
        }
        int source = isSource(a) ? a : b;
        int tank = source == a ? b : a;
        double above = s.heights.heightM()[tank] - s.heights.heightM()[source];
        double error = Math.hypot(s.heights.errorM()[tank], s.heights.errorM()[source]);
        if (!isSource(tank) && above > -error) {
            add(
                    Finding.Kind.TANK_TOO_HIGH,
                    supply,
                    s.works.code(s.graph.work()[tank]),
                    above > error,
                    above,
                    0,
                    error,
                    s.graph.places().get(tank));
        }
    }

    private boolean isSource(int node) {
        int work = s.graph.work()[node];
        return work >= 0
                && (s.works.codesOf("kind").is(work, "spring")
                        || s.works.codesOf("kind").is(work, "intake"));
    }

    private void namedFarAway(int pipe) {
        for (boolean last : new boolean[] {false, true}) {
            int work =
                    s.works.rowOf(s.pipes.text(last ? "to_code" : "from_code").get(pipe));
            if (work >= 0 && s.works.hasGeometry(work)) {
                double apart = s.works.at(work).distance(s.lines.end(pipe, last));
                if (apart > FAR_M) {
                    add(
                            Finding.Kind.WORKS_FAR_FROM_END,
                            "",
                            s.pipes.code(pipe),
                            true,
                            apart,
                            FAR_M,
                            0,
                            s.lines.end(pipe, last));
                }
            }
        }
    }

    private void supplies() {
        boolean[] told = new boolean[s.flowing.supplies];
        boolean[] fed = new boolean[s.flowing.supplies];
        for (int n = 0; n < s.graph.nodes(); n++) {
            fed[s.flowing.supplyOf[n]] |= s.flowing.isLevel(n);
        }
        for (PipeGraph.Edge e : s.graph.edges()) {
            int supply = s.flowing.supplyOf[e.from()];
            if (told[supply] || e.pipe() < 0) {
                continue;
            }
            told[supply] = true;
            Coordinate at = s.graph.places().get(e.from());
            if (!fed[supply]) {
                add(Finding.Kind.NO_LEVEL, codes[supply], s.pipes.code(e.pipe()), true, Double.NaN, Double.NaN, 0, at);
            } else if (s.flowing.unbalanced[supply]) {
                add(
                        Finding.Kind.NOT_BALANCED,
                        codes[supply],
                        s.pipes.code(e.pipe()),
                        true,
                        Double.NaN,
                        Double.NaN,
                        0,
                        at);
            }
        }
    }

    private static Coordinate nowhere() {
        return new Coordinate(Double.NaN, Double.NaN);
    }

    private void add(
            Finding.Kind kind,
            String supply,
            String feature,
            boolean sure,
            double value,
            double limit,
            double error,
            Coordinate at) {
        found.add(new Finding(kind, supply, feature, sure, value, limit, error, Double.NaN, at));
    }
}
