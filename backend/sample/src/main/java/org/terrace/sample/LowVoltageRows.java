package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;
import static org.terrace.region.LayerKind.POWER_LINE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Low-voltage lines of one tile: from each transformer a tree over its hamlets, in some hamlets the branch among the houses with its service
 * drops, poles and meter boxes, lines to the resettlement sites; and the faults that such drawings have.
 */
final class LowVoltageRows {
    private static final String[] CONDUCTORS = {
        "JKLYJ-16", "JKLYJ-25", "JKLYJ-35", "JKLYJ-50", "JKLYJ-70", "JKLYJ-95", "JKLYJ-120"
    };
    private static final double[] OHM_PER_KM = {1.91, 1.20, 0.868, 0.641, 0.443, 0.320, 0.253};
    /** Drops in percent that lines were laid out for, and how often: most well, some long ago for a few lamps. */
    private static final double[] LAID_OUT_PERCENT = {5, 8, 12, 18, 28};

    private static final double[] OFTEN = {0.45, 0.25, 0.15, 0.1, 0.05};
    /** What a household draws at its own peak; so many of them at once, by the rule of the trade. */
    private static final double OWN_KW = 2;

    private static final double[] TOGETHER = {1, 5, 20, 100};
    private static final double[] COINCIDENCE = {1, 0.5, 0.35, 0.25};
    /** What reactance adds to the drop. */
    private static final double REACTANCE = 1.35;
    /** A single phase and its return against three: twice the wire for three times the current, at a root of three less volts. */
    private static final double SINGLE_PHASE = 6;

    private static final String[] PHASES = {"a", "b", "c"};

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    /** By group and hamlet: volts that the line takes on a usual evening. */
    private double[][] lineDropV = {};
    /** By home: its meter box. */
    private final Map<Integer, String> meterOf = new HashMap<>();

    /** A hamlet on its transformer's line. @param metres along it. @param phase letter of a single-phase line, "" of others */
    record OnLine(Sites.Spot spot, int transformer, double metres, double phases, String phase, boolean isLast) {}

    LowVoltageRows(Tables tables, Tile tile, Landscape land) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
    }

    void add(List<Sites.Spot> places, List<String> codes, int[][] transformerOf, Homes homes, Dice dice, Dice details) {
        List<List<int[]>> hamletsOf = new ArrayList<>();
        for (int t = 0; t < places.size(); t++) {
            hamletsOf.add(new ArrayList<>());
        }
        lineDropV = new double[transformerOf.length][];
        for (int g = 0; g < transformerOf.length; g++) {
            lineDropV[g] = new double[transformerOf[g].length];
            for (int h = 0; h < transformerOf[g].length; h++) {
                hamletsOf.get(transformerOf[g][h]).add(new int[] {g, h});
            }
        }
        LineFaults faults = LineFaults.choose(hamletsOf);
        Map<Long, OnLine> byHamlet = new HashMap<>();
        for (int t = 0; t < places.size(); t++) {
            trunk(t, places.get(t), codes.get(t), hamletsOf.get(t), homes, faults, byHamlet, dice, details);
        }
        HamletWires hamlets = new HamletWires(tables, tile, this);
        for (int g = 0; g < transformerOf.length; g++) {
            for (int h = 0; h < transformerOf[g].length; h++) {
                OnLine at = byHamlet.get(key(g, h));
                if (at != null && details.chance(0.3)) {
                    hamlets.branch(homes, g, h, at, codes.get(at.transformer), meterOf, details);
                }
            }
        }
        hamlets.resettlements(homes, places, codes);
        faults.draw(this, byHamlet.values(), codes);
    }

    static long key(int group, int hamlet) {
        return group * 16L + hamlet;
    }

    private void trunk(
            int t,
            Sites.Spot place,
            String code,
            List<int[]> hamlets,
            Homes homes,
            LineFaults faults,
            Map<Long, OnLine> byHamlet,
            Dice dice,
            Dice details) {
        List<Sites.Spot> spots = new ArrayList<>(List.of(place));
        hamlets.forEach(
                gh -> spots.add(land.sites().groups().get(gh[0]).hamlets().get(gh[1])));
        int[] order = new int[spots.size()];
        int[] parent = ShortestTree.over(spots, order);
        boolean[] leads = new boolean[spots.size()];
        for (int i = 1; i < parent.length; i++) {
            leads[parent[i]] = true;
        }
        double[] metres = new double[spots.size()];
        int[] beyond = households(hamlets, homes, spots.size());
        double farthest = 0;
        for (int k = 1; k < order.length; k++) {
            int i = order[k];
            metres[i] = metres[parent[i]] + distance(spots.get(i), spots.get(parent[i]));
            farthest = Math.max(farthest, metres[i]);
        }
        for (int k = order.length - 1; k > 0; k--) {
            beyond[parent[order[k]]] += beyond[order[k]];
        }
        double percent = LAID_OUT_PERCENT[details.weighted(OFTEN)];
        double[] dropV = new double[spots.size()];
        String[] phase = new String[spots.size()];
        phase[0] = "";
        for (int k = 1; k < order.length; k++) {
            int i = order[k];
            double length = distance(spots.get(i), spots.get(parent[i]));
            boolean single = metres[i] > 900
                    && beyond[i] < 8
                    && laidOut(percent, SINGLE_PHASE * kw(beyond[i]), farthest / 1_000) < OHM_PER_KM.length - 1;
            double phases = single ? 1 : 3;
            // Some spans were mended with what was at hand.
            int mended = dice.weighted(1, 8, 1) - 1;
            double kw = (single ? SINGLE_PHASE : 1) * kw(beyond[i]);
            int laid = laidOut(percent, kw, farthest / 1_000);
            int conductor = Math.max(0, Math.min(OHM_PER_KM.length - 1, laid + mended));
            dropV[i] = dropV[parent[i]] + 231 * dropShare(kw, OHM_PER_KM[conductor], length / 1_000);
            String recorded = dice.chance(0.26) ? "" : CONDUCTORS[conductor];
            String drawn = PHASES[details.below(3)];
            phase[i] = phases == 3 ? "" : phase[parent[i]].isEmpty() ? drawn : phase[parent[i]];
            boolean noted = details.chance(0.5);
            boolean neutral = details.chance(0.4);
            int[] gh = hamlets.get(i - 1);
            lineDropV[gh[0]][gh[1]] = dropV[i];
            if (faults.isWithoutLines(t)) {
                continue;
            }
            boolean written = line(
                    "low_voltage",
                    recorded,
                    faults.phases(t, phases, !leads[i]),
                    phases == 1 ? 220 : 380,
                    code,
                    faults.start(t, spots.get(parent[i]), spots.get(i), parent[i] == 0, !leads[i]),
                    spots.get(i));
            if (written) {
                tables.set(POWER_LINE, "phase", noted ? phase[i] : "")
                        .set(POWER_LINE, "neutral_conductor", neutral ? recorded : "");
            }
            byHamlet.put(key(gh[0], gh[1]), new OnLine(spots.get(i), t, metres[i], phases, phase[i], !leads[i]));
        }
    }

    /** By spot of a trunk: homes at its hamlet. */
    private static int[] households(List<int[]> hamlets, Homes homes, int spots) {
        int[] at = new int[spots];
        for (int i = 0; i < homes.size; i++) {
            for (int h = 0; h < hamlets.size(); h++) {
                boolean there = homes.group[i] == hamlets.get(h)[0] && homes.hamlet[i] == hamlets.get(h)[1];
                at[h + 1] += there && !homes.isMoved(i) ? 1 : 0;
            }
        }
        return at;
    }

    /** Of so many households together. */
    private static double kw(int households) {
        for (int k = 1; k < TOGETHER.length; k++) {
            if (households <= TOGETHER[k]) {
                double t = (Math.log(Math.max(1, households)) - Math.log(TOGETHER[k - 1]))
                        / (Math.log(TOGETHER[k]) - Math.log(TOGETHER[k - 1]));
                return households * OWN_KW * (COINCIDENCE[k - 1] + t * (COINCIDENCE[k] - COINCIDENCE[k - 1]));
            }
        }
        return households * OWN_KW * COINCIDENCE[COINCIDENCE.length - 1];
    }

    /** The thinnest wire whose drop over the longest way stays within so many percent; the thickest where none does. */
    private static int laidOut(double percent, double kw, double km) {
        for (int c = 0; c < OHM_PER_KM.length; c++) {
            if (dropShare(kw, OHM_PER_KM[c], km) <= percent / 100) {
                return c;
            }
        }
        return OHM_PER_KM.length - 1;
    }

    /** Linear, three phases of 380 V. */
    private static double dropShare(double kw, double ohmPerKm, double km) {
        return 1_000 * kw * km * ohmPerKm * REACTANCE / (380 * 380);
    }

    static double distance(Sites.Spot a, Sites.Spot b) {
        double dx = a.x() - b.x();
        double dy = a.y() - b.y();
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** @return whether it was long enough to be drawn */
    boolean line(
            String kind,
            String conductor,
            double phases,
            double volts,
            String transformer,
            Sites.Spot a,
            Sites.Spot b) {
        if (Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y()) < 2) {
            return false;
        }
        line(kind, conductor, phases, volts, transformer, List.of(a, b));
        return true;
    }

    void line(String kind, String conductor, double phases, double volts, String transformer, List<Sites.Spot> points) {
        tables.row(POWER_LINE, "L");
        tables.of(POWER_LINE)
                .geometry(tile.line(
                        points.stream().mapToDouble(Sites.Spot::x).toArray(),
                        points.stream().mapToDouble(Sites.Spot::y).toArray()));
        tables.set(POWER_LINE, "kind", kind)
                .set(POWER_LINE, "conductor", conductor)
                .set(POWER_LINE, "phases", phases)
                .set(POWER_LINE, "voltage_v", volts)
                .set(POWER_LINE, "transformer_code", transformer);
    }

    double dropV(int group, int hamlet) {
        return lineDropV[group][hamlet];
    }

    /** Writes the meter box of the home whose row is the last. */
    void setMeter(int home) {
        tables.set(HOUSEHOLD, "meter_code", meterOf.getOrDefault(home, ""));
    }
}
