package org.terrace.formats.epanet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.HeadLossFormula;
import org.terrace.hydraulics.PipeNetwork;

/** The options of an EPANET file that bear on hydraulics under demands that are given. */
final class InpOptions {
    /** Words, by their first four letters, that change no answer here. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "QUAL", "MAP", "HYDR", "UNBA", "DIFF", "TRIA", "ACCU", "FLOW", "DAMP", "CHEC", "MAXC", "MINI", "REQU",
            "TOLE", "SEGM", "VERI", "HTOL", "QTOL", "RQTO", "STAT");

    /** EPANET takes a viscosity above this as relative to water's. */
    private static final double RELATIVE_ABOVE = 1e-3;

    private final InpReport report;
    private InpUnits units = InpUnits.of("GPM").orElseThrow();
    private HeadLossFormula formula = HeadLossFormula.HAZEN_WILLIAMS;
    private String pressure = "";
    private double specificGravity = 1;
    private double viscosity = 1;
    private double emitterExponent = 0.5;
    private double demandMultiplier = 1;
    private String pattern = "1";

    InpOptions(List<InpSections.Line> lines, InpReport report) {
        this.report = report;
        lines.forEach(this::read);
    }

    private void read(InpSections.Line line) {
        String first = line.upper(0);
        String second = line.upper(1);
        String last = line.word(line.size() - 1);
        if (first.startsWith("UNIT") || (first.equals("FLOW") && second.startsWith("UNIT"))) {
            InpUnits.of(last)
                    .ifPresentOrElse(
                            u -> units = u, () -> report.report(Issue.error("inp_units", report.at(line)), last));
        } else if (first.startsWith("HEADL")) {
            readFormula(line, last);
        } else if (first.startsWith("PRES")) {
            readPressure(line, second, last);
        } else if (first.startsWith("PATT")) {
            pattern = last;
        } else if (first.startsWith("DEMA")) {
            readDemand(line, second, last);
        } else if (first.startsWith("VISC")) {
            viscosity = positive(line, last);
        } else if (first.startsWith("SPEC")) {
            specificGravity = positive(line, last);
        } else if (first.startsWith("EMIT") && second.startsWith("EXP")) {
            emitterExponent = positive(line, last);
        } else if (first.startsWith("EMIT") && second.startsWith("BACK")) {
            if (last.equalsIgnoreCase("NO")) {
                report.unknownWord(line, String.join(" ", line.words()));
            }
        } else if (!first.startsWith("HEADE")
                && !WITHOUT_EFFECT.contains(first.substring(0, Math.min(4, first.length())))) {
            report.unknownWord(line, line.word(0));
        }
    }

    private void readFormula(InpSections.Line line, String word) {
        switch (word.toUpperCase(Locale.ROOT)) {
            case "H-W" -> formula = HeadLossFormula.HAZEN_WILLIAMS;
            case "D-W" -> formula = HeadLossFormula.DARCY_WEISBACH;
            case "C-M" -> formula = HeadLossFormula.CHEZY_MANNING;
            default -> report.unknownWord(line, word);
        }
    }

    private void readPressure(InpSections.Line line, String second, String last) {
        if (second.startsWith("EXP")) {
            return; // of pressure-driven demand
        }
        if (InpUnits.isPressure(last)) {
            pressure = last;
        } else {
            report.unknownWord(line, last);
        }
    }

    private void readDemand(InpSections.Line line, String second, String last) {
        if (second.startsWith("MULT")) {
            demandMultiplier = report.parse(line, last);
        } else if (second.startsWith("MODEL") && last.equalsIgnoreCase("PDA")) {
            report.report(Issue.error("inp_pressure_demand", report.at(line)), last);
        } else if (!second.startsWith("MODEL") || !last.equalsIgnoreCase("DDA")) {
            report.unknownWord(line, last);
        }
    }

    private double positive(InpSections.Line line, String word) {
        double value = report.parse(line, word);
        if (InpReport.isNumber(word) && !(value > 0)) {
            report.report(Issue.error("inp_not_positive", report.at(line)), word);
        }
        return value > 0 ? value : 1;
    }

    InpUnits units() {
        return units;
    }

    HeadLossFormula formula() {
        return formula;
    }

    double viscosityM2PerS() {
        return viscosity > RELATIVE_ABOVE
                ? viscosity * PipeNetwork.WATER_VISCOSITY
                : viscosity * units.metres(1) * units.metres(1);
    }

    double emitterExponent() {
        return emitterExponent;
    }

    double demandMultiplier() {
        return demandMultiplier;
    }

    /** A line MULTIPLY among the demands says it too. */
    void demandMultiplier(double value) {
        demandMultiplier = value;
    }

    /** Of demands that name none; need not exist. */
    String pattern() {
        return pattern;
    }

    /** Metres of the liquid that stand for a pressure of the file; one told in metres or feet is a height already. */
    double pressureM(double value) {
        return units.pressureM(value, pressure) / (units.isHeight(pressure) ? 1 : specificGravity);
    }

    /** Metres of the liquid at which an opening gives the flow that the file says: psi or metres, whatever the option says. */
    double emitterPressureM() {
        return units.pressureM(1, "") / (units.isHeight("") ? 1 : specificGravity);
    }
}
