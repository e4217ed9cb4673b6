package org.terrace.water.proposal;

import java.util.Objects;
import java.util.TreeMap;
import org.terrace.hydraulics.HeadLossFormula;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.project.UnitCosts;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;

/**
 * PE pipes as sold: outside diameters, walls by pressure class, prices laid and buried. The thicker wall of a higher class narrows the bore
 * and costs no more here: the range of the price holds both.
 */
final class PeSizes {
    static final int[] OUTSIDE_MM = {20, 25, 32, 40, 50, 63, 75, 90, 110};

    /** Rounded down to the safe side: 1 MPa is 102 m of water. */
    static final double METRES_PER_MPA = 100;

    private final TreeMap<Double, Double> sdrByClass = new TreeMap<>();
    private final boolean isOutside;
    private final HeadLossFormula formula;
    private final double roughness;
    private final double serviceMm;
    private final double[] yuanPerM = new double[OUTSIDE_MM.length];

    PeSizes(Standard standard, UnitCosts costs) {
        Tree sdr = standard.threshold("water.pipe.sdr_by_class_mpa").value();
        sdr.keys().forEach(mpa -> sdrByClass.put(Double.valueOf(mpa), sdr.number(mpa)));
        this.isOutside = standard.text("water.pipe.plastic_diameter").equals("outside");
        boolean darcy = standard.text("water.pipe.formula").equals("darcy_weisbach");
        this.formula = darcy ? HeadLossFormula.DARCY_WEISBACH : HeadLossFormula.HAZEN_WILLIAMS;
        this.roughness = darcy
                ? standard.threshold("water.pipe.roughness_mm").value().number("pe") / 1000
                : standard.threshold("water.pipe.hazen_williams").value().number("pe");
        this.serviceMm = standard.number("water.service.diameter_mm");
        for (int k = 0; k < OUTSIDE_MM.length; k++) {
            yuanPerM[k] = costs.cost(unitCost(k)).yuan().usual();
        }
    }

    static String unitCost(int size) {
        return "water.pe_" + OUTSIDE_MM[size] + "_mm_buried";
    }

    double yuanPerM(int size) {
        return yuanPerM[size];
    }

    HeadLossFormula formula() {
        return formula;
    }

    /** The lowest class that bears a static head; NaN when none does. */
    double classMpa(double staticM) {
        var bears = sdrByClass.ceilingEntry(staticM / METRES_PER_MPA - 1e-9);
        return bears == null ? Double.NaN : bears.getKey();
    }

    /** The static head that the strongest pipes bear. */
    double mostStaticM() {
        return sdrByClass.lastKey() * METRES_PER_MPA;
    }

    double boreM(int size, double classMpa) {
        return boreOf(OUTSIDE_MM[size], classMpa);
    }

    private double boreOf(double outsideMm, double classMpa) {
        return (isOutside ? outsideMm * (1 - 2 / Objects.requireNonNull(sdrByClass.get(classMpa))) : outsideMm) / 1000;
    }

    Link.Pipe pipe(String id, int from, int to, double lengthM, int size, double classMpa) {
        return Link.Pipe.of(id, from, to, lengthM, boreM(size, classMpa), roughness);
    }

    double lossM(double lengthM, int size, double classMpa, double m3PerS) {
        return formula.lossM(pipe("", 0, 1, lengthM, size, classMpa), m3PerS, PipeNetwork.WATER_VISCOSITY);
    }

    double velocityMPerS(int size, double classMpa, double m3PerS) {
        double bore = boreM(size, classMpa);
        return m3PerS / (Math.PI * bore * bore / 4);
    }

    /** Over the last metres to a house, which are of the strongest class. */
    double serviceLossM(double lengthM, double m3PerS) {
        Link.Pipe pipe = Link.Pipe.of("", 0, 1, lengthM, boreOf(serviceMm, sdrByClass.lastKey()), roughness);
        return formula.lossM(pipe, m3PerS, PipeNetwork.WATER_VISCOSITY);
    }
}
