package org.terrace.water.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.water.laid.PipeGraph;

/**
 * The ground along a pipe, with the head line and the static level above it; mains between open works are taken to be full. Where a ridge lets no water through, both go on as they are
 * at the near end, since nothing flows, and stop where the ground stands too high.
 *
 * @param alongM as drawn. @param groundM, headM and staticM in metres, NaN where not known
 * @param errorM of the ground. @param levelErrorM of the level behind the head and the static level
 */
record PipeProfile(
        double[] alongM,
        double[] groundM,
        double[] headM,
        double[] staticM,
        double[] errorM,
        double[] levelErrorM,
        Coordinate[] at) {

    /** Over one piece of a pipe. */
    static PipeProfile of(PipedSupplies s, int edge) {
        PipeGround ground = s.grounds[edge];
        PipeGraph.Edge ends = s.graph.edges().get(edge);
        int n = ground.size();
        double[] head = new double[n];
        double[] still = new double[n];
        double[] levelError = new double[n];
        if (s.flowing.isOpen(edge)) {
            boolean behind = !s.peak.reach[ends.from()].isReached() && !s.peak.reach[ends.to()].isReached();
            for (int i = 0; i < n; i++) {
                double part = (ground.alongM()[i] - ends.fromM()) / ends.drawnM();
                head[i] = behind
                        ? Double.NaN
                        : s.between.fullM[ends.from()]
                                + part * (s.between.fullM[ends.to()] - s.between.fullM[ends.from()]);
                // The level that presses on a piece when nothing flows: the higher of both ends'.
                still[i] = Math.max(s.flowing.staticM[ends.from()], s.flowing.staticM[ends.to()]);
                levelError[i] = Math.max(s.flowing.levelErrorM[ends.from()], s.flowing.levelErrorM[ends.to()]);
            }
        } else {
            Arrays.fill(head, Double.NaN);
            Arrays.fill(still, Double.NaN);
            Arrays.fill(levelError, Double.NaN);
            for (boolean last : new boolean[] {false, true}) {
                int node = last ? ends.to() : ends.from();
                int level = s.flowing.levelNode[node];
                for (int k = 0; level >= 0 && k < n; k++) {
                    int i = last ? n - 1 - k : k;
                    if (s.passage.at(edge, i, level, s.flowing.staticM[node]) == Passage.Reach.NO_WATER) {
                        break;
                    }
                    head[i] = s.flowing.headM[node];
                    still[i] = s.flowing.staticM[node];
                    levelError[i] = s.flowing.levelErrorM[node];
                }
            }
        }
        return new PipeProfile(
                ground.alongM(), ground.groundM(), head, still, ground.errorM(), levelError, ground.at());
    }

    /** The pieces of a pipe, one behind the other: where they meet stands twice. */
    static PipeProfile joined(List<PipeProfile> pieces) {
        return new PipeProfile(
                joined(pieces, PipeProfile::alongM),
                joined(pieces, PipeProfile::groundM),
                joined(pieces, PipeProfile::headM),
                joined(pieces, PipeProfile::staticM),
                joined(pieces, PipeProfile::errorM),
                joined(pieces, PipeProfile::levelErrorM),
                pieces.stream().flatMap(p -> Arrays.stream(p.at)).toArray(Coordinate[]::new));
    }

    private static double[] joined(List<PipeProfile> pieces, Function<PipeProfile, double[]> column) {
        return pieces.stream().map(column).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Head above the ground when nothing flows. */
    double pressM(int i) {
        return staticM[i] - groundM[i];
    }

    /** Head above the ground at the peak. */
    double freeM(int i) {
        return headM[i] - groundM[i];
    }

    /** Error of a head above the ground there: level and ground are wrong independently. */
    double headErrorM(int i) {
        return Math.hypot(levelErrorM[i], errorM[i]);
    }

    int size() {
        return alongM.length;
    }
}
