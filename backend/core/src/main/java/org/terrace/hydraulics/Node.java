package org.terrace.hydraulics;

import java.util.List;

/** A place where links meet. Heads are metres above the datum of the elevations. */
public sealed interface Node {
    String id();

    /**
     * Where water is drawn.
     *
     * @param elevationM metres
     * @param demands cubic metres per second, each with its pattern; negative for an inflow
     * @param emitter flow in m3/s at one metre of pressure, through an opening; 0 for none
     */
    record Junction(String id, double elevationM, List<Demand> demands, double emitter) implements Node {
        public Junction {
            demands = List.copyOf(demands);
        }

        public static Junction of(String id, double elevationM, double m3PerS) {
            return new Junction(id, elevationM, List.of(new Demand(m3PerS, Pattern.ALWAYS)), 0);
        }
    }

    /** Water drawn, times a pattern. */
    record Demand(double m3PerS, Pattern pattern) {}

    /** A level that nothing changes: a spring chamber, a river, a lake. @param pattern multiplies the head */
    record Reservoir(String id, double headM, Pattern pattern) implements Node {
        public static Reservoir of(String id, double headM) {
            return new Reservoir(id, headM, Pattern.ALWAYS);
        }
    }

    /**
     * A level that rises and falls with what flows in and out.
     *
     * @param elevationM of the floor
     * @param levelM above the floor, at the start
     * @param leastM above the floor: below it nothing flows out
     * @param mostM above the floor: above it nothing flows in, unless it overflows
     * @param volume cubic metres by metres above the floor
     */
    record Tank(
            String id,
            double elevationM,
            double levelM,
            double leastM,
            double mostM,
            TankVolume volume,
            boolean overflows)
            implements Node {}
}
