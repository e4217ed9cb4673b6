package org.terrace.power.area;

import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Transformers;
import org.terrace.region.FeatureTable;

/**
 * The transformer of an area, as far as it is on record.
 *
 * @param kva NaN where not on record. @param tapPercent of the high-voltage winding above its nominal; NaN where not on record
 * @param group code of the vector group, empty where not on record: Dyn11, the usual one, is taken
 * @param shortCircuitPercent NaN where not on record
 */
public record Supply(String code, double kva, double tapPercent, String group, double shortCircuitPercent) {

    public static Supply of(FeatureTable facilities, int row) {
        return new Supply(
                facilities.code(row),
                facilities.numbers("kva").get(row),
                facilities.numbers("tap_percent").get(row),
                facilities.codesOf("vector_group").isAbsent(row)
                        ? ""
                        : facilities.codesOf("vector_group").code(row),
                facilities.numbers("vk_percent").get(row));
    }

    Supply withTap(double percent) {
        return new Supply(code, kva, percent, group, shortCircuitPercent);
    }

    Supply withKva(double size) {
        return new Supply(code, size, tapPercent, group, shortCircuitPercent);
    }

    /** A transformer that would be built. */
    static Supply planned(String code, double size) {
        return new Supply(code, size, 0, "dyn11", Double.NaN);
    }

    /** Whether its size is on record. */
    public boolean isSized() {
        return kva > 0;
    }

    /** @param customers that it feeds; they decide the size that is taken where none is on record */
    Plate plate(Plate.Series series, Assumed assumed, int customers, Level level) {
        double size = isSized()
                ? kva
                : nextSize(series, customers * assumed.kvaPerHousehold().at(level));
        return series.plate(size, shortCircuitPercent);
    }

    private static double nextSize(Plate.Series series, double wanted) {
        for (double size : series.sizesKva()) {
            if (size >= wanted) {
                return size;
            }
        }
        return wanted;
    }

    Branch.Transformer branch(Plate plate, Assumed assumed, Level level, int from, int to) {
        double tap = Double.isNaN(tapPercent) ? assumed.tapPercent().at(level) : tapPercent;
        double ratio = plate.highKv() * (1 + tap / 100) / plate.lowKv();
        Transformers.Leakage leakage = Transformers.Leakage.ofPlate(
                plate.kva(), plate.lowKv(), plate.shortCircuitPercent(), plate.copperPercent());
        boolean star = group.equals("yyn0");
        return Transformers.threePhase(
                code,
                from,
                to,
                star ? Transformers.Group.YYN0 : Transformers.Group.DYN11,
                ratio,
                star ? leakage.withZero(leakage.r1(), leakage.x1() * assumed.starZeroFactor()) : leakage,
                Transformers.StarPoint.wire(assumed.electrodeOhm()));
    }
}
