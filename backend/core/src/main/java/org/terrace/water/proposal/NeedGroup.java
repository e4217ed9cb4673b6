package org.terrace.water.proposal;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Houses of one group, near each other, that need water.
 *
 * @param code of the group, with the number of the part
 * @param houses by ascending code; none where no house of the group has a position
 * @param households all of them, those without a position too
 */
record NeedGroup(String code, String groupCode, List<House> houses, int households) {

    /**
     * A house.
     *
     * @param groundM NaN where no height is known. @param errorM of it
     * @param neededM head at its tap
     */
    record House(int row, String code, Coordinate at, double people, double groundM, double errorM, double neededM) {}

    NeedGroup {
        houses = List.copyOf(houses);
    }

    double people() {
        return houses.stream().mapToDouble(House::people).sum();
    }

    /** In their middle. */
    Coordinate centre() {
        double x = 0;
        double y = 0;
        for (House house : houses) {
            x += house.at.x / houses.size();
            y += house.at.y / houses.size();
        }
        return new Coordinate(x, y);
    }

    /** Above this water must stand at the least, without friction and errors. */
    double highestNeedM() {
        return houses.stream().mapToDouble(h -> h.groundM + h.neededM).max().orElse(Double.NaN);
    }
}
