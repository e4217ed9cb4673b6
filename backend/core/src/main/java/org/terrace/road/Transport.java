package org.terrace.road;

import java.util.Set;
import org.terrace.foot.CountyGround;
import org.terrace.network.Network;
import org.terrace.region.Column;
import org.terrace.standard.Standard;

/**
 * How fast one rides on a road, and what a tonne costs over it, by its surface and the season; where nobody rides, one walks and
 * carries, loaded there and empty back. Costs are told in seconds of carrying that cost as much, so that ground and roads are of one unit.
 */
final class Transport {
    private static final Set<String> EARTH = Set.of("earth", "grass", "sand", "rock", "unpaved");

    /** Dry: all year but the rains. */
    enum Season {
        DRY,
        RAINY;

        String code() {
            return this == DRY ? "dry" : "rainy";
        }
    }

    private final CountyGround walking;
    private final CountyGround carrying;
    private final double[] ridingMPerS;
    private final double[] yuanPerTonneM;
    private final double yuanPerTonneSecond;

    /** @param carrying the ground whose seconds are of a load there and the way back */
    Transport(RoadModel model, CountyGround walking, CountyGround carrying, Standard standard, Season season) {
        this.walking = walking;
        this.carrying = carrying;
        RoadNetwork roads = model.network();
        Network network = roads.network();
        this.ridingMPerS = new double[network.edges()];
        this.yuanPerTonneM = new double[network.edges()];
        Column.Codes surface = roads.lines().roads.codesOf("surface");
        Column.Codes condition = roads.lines().roads.codesOf("condition");
        for (int e = 0; e < network.edges(); e++) {
            int road = roads.road(e);
            if (road == Network.JOINT || roads.lines().foot[road] || condition.is(road, "impassable")) {
                continue;
            }
            boolean earth = surface.isAbsent(road) || EARTH.contains(surface.code(road));
            String kind = roads.lines().hardened[road] ? "hardened" : earth ? "earth" : "gravel";
            ridingMPerS[e] = standard.number("road.speed." + kind + "." + season.code() + "_kmh") / 3.6;
            yuanPerTonneM[e] = standard.number("transport.vehicle." + kind + "_yuan_per_tonne_km") / 1000;
        }
        this.yuanPerTonneSecond = standard.number("transport.carry.wage_yuan_per_hour")
                / 3600
                / (standard.number("transport.carry.load_kg") / 1000);
    }

    /** Seconds: riding where that is faster than walking. */
    double seconds(int edge, double runM, double riseM) {
        double walk = walking.seconds(runM, riseM);
        return ridingMPerS[edge] > 0 ? Math.min(walk, runM / ridingMPerS[edge]) : walk;
    }

    /** Cost of a tonne as seconds of carrying: by vehicle where one can ride and that is cheaper than carrying. */
    double carrySeconds(int edge, double runM, double riseM) {
        double carried = carrying.seconds(runM, riseM);
        return ridingMPerS[edge] > 0 ? Math.min(carried, runM * yuanPerTonneM[edge] / yuanPerTonneSecond) : carried;
    }

    /** Yuan per tonne of a cost told in seconds of carrying. */
    double yuanPerTonne(double seconds) {
        return seconds * yuanPerTonneSecond;
    }
}
