package org.terrace.water.scheme;

import java.util.List;
import java.util.Optional;
import org.terrace.analysis.LimitCheck;
import org.terrace.water.laid.PipeGraph;

/**
 * A pipe at the peak, worst along its length.
 *
 * @param flowM3PerS and velocity of the piece that carries most; NaN where not known, and between open works
 * @param capacityM3PerS between open works: what the fall can carry
 * @param endHeadM above the ground where the water leaves it, at the peak
 * @param leastHeadM along it, open works at its ends apart; NaN between several, where that depends on how full it runs. @param leastAt its point of the profile, -1 where not known
 * @param mostStaticM above the ground when nothing flows. @param mostAt its point of the profile, -1 where not known
 * @param errorM of the static head. @param leastErrorM of the least head
 * @param classLimitM what the class on record bears. @param check of the static head against it
 */
record PipeState(
        double flowM3PerS,
        double capacityM3PerS,
        double velocityMPerS,
        double lossM,
        double endHeadM,
        double leastHeadM,
        int leastAt,
        double leastErrorM,
        double mostStaticM,
        int mostAt,
        double errorM,
        double classLimitM,
        LimitCheck check) {

    static final PipeState NOTHING = new PipeState(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            -1,
            Double.NaN,
            Double.NaN,
            -1,
            Double.NaN,
            Double.NaN,
            LimitCheck.UNKNOWN);

    /**
     * @param pieces of the pipe, at least one. @param profile along them. @param sure whether the heads at all their nodes are
     * @param ridge that water does not get over, or may not
     */
    static PipeState of(
            PipedSupplies s,
            int pipe,
            List<PipeGraph.Edge> pieces,
            PipeProfile profile,
            boolean sure,
            Optional<Passage.Ridge> ridge) {
        boolean openStart = s.flowing.isLevel(pieces.get(0).from());
        boolean openEnd = s.flowing.isLevel(pieces.get(pieces.size() - 1).to());
        // Between open works the fall alone decides how much could flow; how much there is to flow is another question,
        // and with it how full
        // the pipe runs.
        boolean capacity = s.edgesOf.get(pipe).stream().anyMatch(s.flowing::isCapacity);
        int deepest = -1;
        int driest = -1;
        for (int i = 0; i < profile.size(); i++) {
            if (deepest < 0 ? !Double.isNaN(profile.pressM(i)) : profile.pressM(i) > profile.pressM(deepest)) {
                deepest = i;
            }
            // At open works the head touches the ground: there is a tank or a spring.
            boolean open = (i == 0 && openStart) || (i == profile.size() - 1 && openEnd);
            boolean drier = driest < 0 ? !Double.isNaN(profile.freeM(i)) : profile.freeM(i) < profile.freeM(driest);
            if (sure && !capacity && !open && drier) {
                driest = i;
            }
        }
        // What stands at rest is the least that is known of a pipe through which nothing flows.
        Optional<Passage.Ridge> dry = driest < 0 ? ridge.filter(Passage.Ridge::sure) : Optional.empty();
        double mostStatic = deepest < 0 ? Double.NaN : profile.pressM(deepest);
        double error = deepest < 0 ? Double.NaN : profile.headErrorM(deepest);
        double limit = s.pipes.numbers("pressure_class_mpa").get(pipe) * PipeSizes.METRES_PER_MPA;
        LimitCheck check = Double.isNaN(limit) ? LimitCheck.UNKNOWN : LimitCheck.atMost(mostStatic, error, limit);

        int carrier = -1;
        double loss = 0;
        for (int e : s.edgesOf.get(pipe)) {
            loss += Math.abs(s.flowing.lossM[e]);
            if (carrier < 0 || Math.abs(s.flowing.flowM3PerS[e]) > Math.abs(s.flowing.flowM3PerS[carrier])) {
                carrier = e;
            }
        }
        // Behind a ridge that stands in the way at the peak less flows than is drawn.
        boolean known = sure
                && pieces.stream()
                        .allMatch(e -> s.sizes.isKnown(e.pipe())
                                && s.peak.reach[e.from()].isReached()
                                && s.peak.reach[e.to()].isReached());
        boolean shut = ridge.map(Passage.Ridge::sure).orElse(false);
        double most = known ? Math.abs(s.flowing.flowM3PerS[carrier]) : Double.NaN;
        double flow = capacity ? Double.NaN : most;
        double bore = s.sizes.boreMm(pipe) / 1000;
        return new PipeState(
                flow,
                capacity ? (shut ? 0 : most) : Double.NaN,
                flow / (Math.PI * bore * bore / 4),
                known ? loss : Double.NaN,
                sure ? endHead(s, pieces) : Double.NaN,
                driest < 0 ? dry.map(r -> -r.aboveM()).orElse(Double.NaN) : profile.freeM(driest),
                driest,
                driest < 0 ? dry.map(Passage.Ridge::errorM).orElse(Double.NaN) : profile.headErrorM(driest),
                mostStatic,
                deepest,
                error,
                limit,
                check);
    }

    /** The lower of the heads above ground at both ends, of those that are no open works. */
    private static double endHead(PipedSupplies s, List<PipeGraph.Edge> pieces) {
        int a = pieces.get(0).from();
        int b = pieces.get(pieces.size() - 1).to();
        double atA = s.flowing.isLevel(a) ? Double.NaN : s.residualM(a);
        double atB = s.flowing.isLevel(b) ? Double.NaN : s.residualM(b);
        return Double.isNaN(atA) ? atB : Double.isNaN(atB) ? atA : Math.min(atA, atB);
    }
}
