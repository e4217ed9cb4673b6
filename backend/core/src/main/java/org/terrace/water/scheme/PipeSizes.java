package org.terrace.water.scheme;

import java.util.TreeMap;
import org.terrace.hydraulics.HeadLossFormula;
import org.terrace.region.FeatureTable;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;
import org.terrace.water.laid.PipeGraph;

/**
 * What the water meets in a pipe: its bore and how rough it is.
 *
 * <p>A plastic pipe is known by its outside diameter; its wall follows from the pressure class (SDR = diameter / wall). Without a class the
 * thickest wall is taken, for the narrowest bore. Where no diameter is on record a usual one of the kind stands in, and what depends on
 * it is not known.
 *
 * @see "GB/T 13663.2 (PE100 pipes for water supply), as commonly quoted: SDR by nominal pressure"
 */
final class PipeSizes {
    private final FeatureTable pipes;
    private final boolean plasticIsOutside;
    private final TreeMap<Double, Double> sdrByClass = new TreeMap<>();
    private final Tree assumedMm;
    private final Tree hazenWilliams;
    private final Tree roughnessMm;
    private final double serviceMm;
    private final HeadLossFormula formula;

    PipeSizes(FeatureTable pipes, Standard standard) {
        this.pipes = pipes;
        this.plasticIsOutside = standard.text("water.pipe.plastic_diameter").equals("outside");
        Tree sdr = standard.threshold("water.pipe.sdr_by_class_mpa").value();
        sdr.keys().forEach(mpa -> sdrByClass.put(Double.valueOf(mpa), sdr.number(mpa)));
        this.assumedMm = standard.threshold("water.pipe.assumed_diameter_mm").value();
        this.hazenWilliams = standard.threshold("water.pipe.hazen_williams").value();
        this.roughnessMm = standard.threshold("water.pipe.roughness_mm").value();
        this.serviceMm = standard.number("water.service.diameter_mm");
        this.formula = standard.text("water.pipe.formula").equals("darcy_weisbach")
                ? HeadLossFormula.DARCY_WEISBACH
                : HeadLossFormula.HAZEN_WILLIAMS;
    }

    HeadLossFormula formula() {
        return formula;
    }

    /** Whether the bore follows from the record. */
    boolean isKnown(int pipe) {
        return pipe == PipeGraph.Edge.SERVICE || !pipes.numbers("diameter_mm").isAbsent(pipe);
    }

    double boreMm(int pipe) {
        if (pipe == PipeGraph.Edge.SERVICE) {
            return plasticIsOutside ? bore(serviceMm, Double.NaN) : serviceMm;
        }
        double recorded = pipes.numbers("diameter_mm").get(pipe);
        double diameter = Double.isNaN(recorded)
                ? assumedMm.number(
                        pipes.codesOf("kind").isAbsent(pipe)
                                ? "branch"
                                : pipes.codesOf("kind").code(pipe))
                : recorded;
        return switch (material(pipe)) {
            case "pe", "pvc" ->
                plasticIsOutside
                        ? bore(diameter, pipes.numbers("pressure_class_mpa").get(pipe))
                        : diameter;
            default -> diameter;
        };
    }

    /** As PE where no material is on record: nearly all pipes of villages are, and its bore is the narrowest. */
    private String material(int pipe) {
        return pipes.codesOf("material").isAbsent(pipe)
                ? "pe"
                : pipes.codesOf("material").code(pipe);
    }

    private double bore(double outsideMm, double classMpa) {
        double thickest = sdrByClass.lastEntry().getValue();
        var above = Double.isNaN(classMpa) ? null : sdrByClass.ceilingEntry(classMpa - 1e-9);
        return outsideMm * (1 - 2 / (above == null ? thickest : above.getValue()));
    }

    /** As the formula wants it: Hazen-Williams C, or metres. */
    double roughness(int pipe) {
        String material = pipe == PipeGraph.Edge.SERVICE ? "pe" : material(pipe);
        return formula == HeadLossFormula.DARCY_WEISBACH
                ? roughnessMm.number(material) / 1000
                : hazenWilliams.number(material);
    }

    /** The lowest class whose pipes bear a static head; NaN when none does. */
    double classFor(double staticM) {
        var bears = sdrByClass.ceilingEntry(staticM / METRES_PER_MPA - 1e-9);
        return bears == null ? Double.NaN : bears.getKey();
    }

    /** Rounded down to the safe side: 1 MPa is 102 m of water. */
    static final double METRES_PER_MPA = 100;
}
