package org.terrace.power.grid;

import org.terrace.standard.Standard;

/**
 * The settings by which lines are joined and households attached; all in metres but the sag.
 *
 * @param snapM an end this near to another line is joined to it; a pole this near to a crossing joins the lines there
 * @param transformerSnapM so far from a transformer its lines may begin
 * @param spanM heights are taken at the vertices of a line, and in spans longer than this between them
 * @param sagPercent by which the wire is longer than the straight way between its heights
 * @param drawnM so far from its line a house is simply connected to it
 * @param reachM so far from a line a house is connected by a service drop that nobody drew
 * @param estimateReachM so far from a transformer without lines houses are taken to be fed by it
 */
public record GridRules(
        double snapM,
        double transformerSnapM,
        double spanM,
        double sagPercent,
        double drawnM,
        double reachM,
        double estimateReachM) {

    public GridRules {
        if (!(spanM > 0) || !(sagPercent >= 0) || !(snapM >= 0) || !(drawnM <= reachM)) {
            throw new IllegalArgumentException("span " + spanM + " m, sag " + sagPercent + " %, snap " + snapM
                    + " m, drawn within " + drawnM + " m, reach " + reachM
                    + " m. Maybe power.attach.drawn_m is above power.attach.reach_m");
        }
    }

    public static GridRules of(Standard standard) {
        return new GridRules(
                standard.number("power.line.snap_m"),
                standard.number("power.transformer.snap_m"),
                standard.number("power.line.span_m"),
                standard.number("power.line.sag_percent"),
                standard.number("power.attach.drawn_m"),
                standard.number("power.attach.reach_m"),
                standard.number("power.estimate.reach_m"));
    }
}
