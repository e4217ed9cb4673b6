package org.terrace.sample;

import static org.terrace.region.LayerKind.POWER_FACILITY;
import static org.terrace.region.LayerKind.POWER_LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The wires among houses: a branch with poles through a hamlet, service drops from its poles, meter boxes on some; and rows of new houses. */
final class HamletWires {
    private static final double POLES_APART_M = 45;
    private static final double BRANCH_M = 220;
    private static final double DROP_M = 70;

    private final Tables tables;
    private final Tile tile;
    private final LowVoltageRows lines;

    HamletWires(Tables tables, Tile tile, LowVoltageRows lines) {
        this.tables = tables;
        this.tile = tile;
        this.lines = lines;
    }

    void branch(
            Homes homes,
            int group,
            int hamlet,
            LowVoltageRows.OnLine at,
            String transformer,
            Map<Integer, String> meterOf,
            Dice dice) {
        List<Integer> own = new ArrayList<>();
        Sites.Spot farthest = at.spot();
        for (int i = 0; i < homes.size; i++) {
            if (homes.group[i] == group && homes.hamlet[i] == hamlet) {
                own.add(i);
                Sites.Spot home = new Sites.Spot(homes.x[i], homes.y[i]);
                double far = LowVoltageRows.distance(at.spot(), home);
                if (far <= BRANCH_M && far > LowVoltageRows.distance(at.spot(), farthest)) {
                    farthest = home;
                }
            }
        }
        double length = LowVoltageRows.distance(at.spot(), farthest) - 8;
        if (own.size() < 3 || length < 20) {
            return;
        }
        int spans = (int) Math.ceil(length / POLES_APART_M);
        List<Sites.Spot> poles = new ArrayList<>(List.of(at.spot()));
        for (int s = 1; s <= spans; s++) {
            double t = s / (double) spans * length / (length + 8);
            poles.add(new Sites.Spot(
                    at.spot().x() + t * (farthest.x() - at.spot().x()),
                    at.spot().y() + t * (farthest.y() - at.spot().y())));
        }
        String conductor = dice.chance(0.3) ? "" : dice.chance(0.5) ? "JKLYJ-16" : "JKLYJ-25";
        lines.line("low_voltage", conductor, at.phases(), at.phases() == 1 ? 220 : 380, transformer, poles);
        tables.set(POWER_LINE, "phase", at.phase());
        boolean polesNoted = dice.chance(0.7);
        boolean boxes = dice.chance(0.4);
        String[] box = new String[poles.size()];
        for (int p = 0; p < poles.size(); p++) {
            box[p] = boxes && p % 2 == 1 ? facility("meter_box", poles.get(p)) : "";
            if (polesNoted) {
                facility("pole", poles.get(p));
            }
        }
        for (int home : own) {
            drop(homes, home, poles, box, at, transformer, meterOf, dice);
        }
    }

    private void drop(
            Homes homes,
            int home,
            List<Sites.Spot> poles,
            String[] box,
            LowVoltageRows.OnLine at,
            String transformer,
            Map<Integer, String> meterOf,
            Dice dice) {
        Sites.Spot door = new Sites.Spot(homes.x[home], homes.y[home]);
        int nearest = 0;
        for (int p = 1; p < poles.size(); p++) {
            if (LowVoltageRows.distance(door, poles.get(p)) < LowVoltageRows.distance(door, poles.get(nearest))) {
                nearest = p;
            }
        }
        boolean drawn = dice.chance(0.8);
        if (LowVoltageRows.distance(door, poles.get(nearest)) > DROP_M || !drawn) {
            return;
        }
        String conductor = dice.chance(0.4) ? "" : "JKLYJ-16";
        boolean written = lines.line("service_drop", conductor, 1, 220, transformer, poles.get(nearest), door);
        if (written) {
            tables.set(POWER_LINE, "phase", at.phase());
        }
        if (!box[nearest].isEmpty()) {
            meterOf.put(home, box[nearest]);
        }
    }

    private String facility(String kind, Sites.Spot at) {
        String code = tables.row(POWER_FACILITY, "E");
        tables.of(POWER_FACILITY).point(tile.east(at.x()), tile.northing(at.y()));
        tables.set(POWER_FACILITY, "kind", kind);
        return code;
    }

    /** A line from the nearest transformer to each resettlement site, and one along each row of its houses. */
    void resettlements(Homes homes, List<Sites.Spot> places, List<String> codes) {
        // Houses of a row stand at one height of the sheet; the rows of a site 22 m apart.
        Map<Integer, Map<Double, double[]>> sites = new TreeMap<>();
        for (int i = 0; i < homes.size; i++) {
            if (homes.isMoved(i)) {
                double x = homes.x[i];
                sites.computeIfAbsent(homes.township(i), k -> new TreeMap<>())
                        .merge(homes.y[i], new double[] {x, x}, (a, b) ->
                                new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
            }
        }
        sites.values().forEach(rows -> rows(rows, places, codes));
    }

    private void rows(Map<Double, double[]> rows, List<Sites.Spot> places, List<String> codes) {
        double west = rows.values().stream().mapToDouble(r -> r[0]).min().orElseThrow() - 10;
        List<Sites.Spot> street = new ArrayList<>();
        rows.keySet().forEach(y -> street.add(new Sites.Spot(west, y + 9)));
        int nearest = 0;
        for (int t = 1; t < places.size(); t++) {
            if (LowVoltageRows.distance(places.get(t), street.get(0))
                    < LowVoltageRows.distance(places.get(nearest), street.get(0))) {
                nearest = t;
            }
        }
        street.add(0, places.get(nearest));
        String code = codes.get(nearest);
        lines.line("low_voltage", "JKLYJ-70", 3, 380, code, street);
        rows.forEach((y, ends) -> {
            Sites.Spot start = new Sites.Spot(west, y + 9);
            lines.line("low_voltage", "JKLYJ-35", 3, 380, code, List.of(start, new Sites.Spot(ends[1] + 4, y + 9)));
        });
    }
}
