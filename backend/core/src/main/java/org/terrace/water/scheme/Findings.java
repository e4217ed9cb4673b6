package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LimitCheck;
import org.terrace.standard.Standard;
import org.terrace.water.laid.PipeGraph;

/** What is wrong along pipes and where they are joined. */
final class Findings {
    /** A pipe that names works further than this from its end was drawn, or named, wrongly. */
    private static final double FAR_M = 50;

    private final PipedSupplies s;
    /** By edge of the graph; empty for service pipes. */
    private final PipeProfile[] profiles;

    private final double airLockRiseM;
    private final double siphonM;
    private final double slowest;
    private final double fastest;
    private final String[] codes;
    final List<Finding> found = new ArrayList<>();
    /** By pipe. */
    final PipeState[] pipes;

    Findings(Assessment assessment, PipedSupplies supplies) {
        Standard standard = assessment.standard();
        this.s = supplies;
        this.airLockRiseM = standard.number("water.pipe.air_lock_rise_m");
        this.siphonM = standard.number("water.pipe.siphon_m");
        this.slowest = standard.number("water.pipe.velocity_min_m_per_s");
        this.fastest = standard.number("water.pipe.velocity_max_m_per_s");
        this.codes = s.supplyCodes();
        this.profiles = IntStream.range(0, s.graph.edges().size())
                .mapToObj(e -> PipeProfile.of(s, e))
                .toArray(PipeProfile[]::new);
        this.pipes = IntStream.range(0, s.lines.count()).mapToObj(this::pipe).toArray(PipeState[]::new);
        summits();
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
        PipeProfile profile = PipeProfile.joined(
                s.edgesOf.get(pipe).stream().map(e -> profiles[e]).toList());
        Optional<Passage.Ridge> ridge = ridge(pipe);
        PipeState state = PipeState.of(s, pipe, pieces, profile, sure, ridge);
        classExceeded(pipe, state, profile, supply);
        ridge.ifPresent(r -> noPassage(pipe, r, supply));
        noPressure(pipe, state, profile, supply, ridge);
        velocity(pipe, state.velocityMPerS(), supply, pieces.get(0));
        tanksTooHigh(pieces, supply);
        return state;
    }

    private void classExceeded(int pipe, PipeState state, PipeProfile profile, String supply) {
        if (state.check() == LimitCheck.BROKEN || state.check() == LimitCheck.ERROR_CAN_FLIP) {
            add(
                    Finding.Kind.CLASS_EXCEEDED,
                    supply,
                    s.pipes.code(pipe),
                    state.check() == LimitCheck.BROKEN,
                    state.mostStaticM(),
                    state.classLimitM(),
                    state.errorM(),
                    profile.at()[state.mostAt()]);
        }
    }

    /** The one that is most in the way; a sure one before one that may be. */
    private Optional<Passage.Ridge> ridge(int pipe) {
        return s.edgesOf.get(pipe).stream()
                .flatMap(e -> Optional.ofNullable(s.passage.ridges.get(e)).stream())
                .max(Comparator.comparing(Passage.Ridge::sure).thenComparingDouble(Passage.Ridge::aboveM));
    }

    private void noPassage(int pipe, Passage.Ridge ridge, String supply) {
        double people = s.edgesOf.get(pipe).stream()
                .flatMap(e -> Optional.ofNullable(s.passage.ridges.get(e)).stream())
                .filter(r -> r.sure() == ridge.sure())
                .mapToDouble(r -> s.passage.peopleBehind(r, s.drawing))
                .max()
                .orElse(0);
        found.add(new Finding(
                Finding.Kind.NO_PASSAGE,
                supply,
                s.pipes.code(pipe),
                ridge.sure(),
                ridge.aboveM(),
                siphonM,
                ridge.errorM(),
                people,
                s.grounds[ridge.edge()].at()[ridge.point()]));
    }

    /** Where a ridge is told that no water gets over, that says it. */
    private void noPressure(
            int pipe, PipeState state, PipeProfile profile, String supply, Optional<Passage.Ridge> ridge) {
        LimitCheck dry = LimitCheck.atLeast(state.leastHeadM(), state.leastErrorM(), 0);
        boolean told = ridge.map(r -> r.sure() || dry != LimitCheck.BROKEN).orElse(false);
        if (!told && (dry == LimitCheck.BROKEN || (dry == LimitCheck.ERROR_CAN_FLIP && state.leastHeadM() < 0))) {
            add(
                    Finding.Kind.NO_PRESSURE,
                    supply,
                    s.pipes.code(pipe),
                    dry == LimitCheck.BROKEN,
                    state.leastHeadM(),
                    0,
                    state.leastErrorM(),
                    profile.at()[state.leastAt()]);
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

    private void summits() {
        for (Summits.Summit summit : new Summits(s, profiles).all(airLockRiseM)) {
            PipeGraph.Edge edge = s.graph.edges().get(summit.edge());
            double error = profiles[summit.edge()].errorM()[summit.point()];
            add(
                    Finding.Kind.AIR_LOCK,
                    codes[s.flowing.supplyOf[edge.from()]],
                    s.pipes.code(edge.pipe()),
                    summit.riseM() - error >= airLockRiseM,
                    summit.riseM(),
                    airLockRiseM,
                    error,
                    profiles[summit.edge()].at()[summit.point()]);
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
