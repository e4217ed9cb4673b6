package org.terrace.power.area;

import java.util.Arrays;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.ByLevel;
import org.terrace.power.load.Level;

/**
 * One customer's computed voltage.
 *
 * @param low V in the worst half hour, by level; NaN where the voltage collapses
 * @param high V in the lightest half hour, by level
 * @param hoursBelow the lower limit in a year, by level
 * @param hoursDrying those of them in the drying season
 * @param besideCollapse whether at any level it holds only as others of its feeder, whose voltage collapses, are taken to draw nothing
 * @param wiresRecorded whether every wire on its way is on record
 * @param limitingSection code of the section that takes most of the voltage, empty for none; limitingDropV what it takes
 * @param wireM from the transformer
 */
public record CustomerVolts(
        GridArea area,
        ByLevel low,
        ByLevel high,
        ByLevel hoursBelow,
        ByLevel hoursDrying,
        boolean besideCollapse,
        AreaPeak.Source load,
        boolean wiresRecorded,
        boolean phaseAssumed,
        boolean worstWhenDrying,
        String limitingSection,
        double limitingDropV,
        double wireM,
        int feeder) {

    static CustomerVolts of(Areas.Solved solved, int c) {
        GridArea area = solved.input().area();
        AreaVolts v = solved.volts();
        boolean recorded = true;
        int node = area.customers().get(c).node();
        for (int n = node; n > 0; n = area.parent(n)) {
            recorded &= v.wireRecorded[n - 1] || !v.wireMatters[n - 1];
        }
        int worst = v.limitingSection[c];
        return new CustomerVolts(
                area,
                ByLevel.of(level -> v.low(level)[c]),
                ByLevel.of(level -> v.high(level)[c]),
                ByLevel.of(level -> v.hoursBelow(level)[c]),
                ByLevel.of(level -> v.hoursDrying(level)[c]),
                Arrays.stream(Level.values()).anyMatch(level -> v.isBesideCollapse(level, c)),
                v.peak.source(),
                recorded,
                v.phaseAssumed[c] || v.linesAssumed,
                v.worstWhenDrying[c],
                worst < 0 ? "" : area.sections().get(worst).code(),
                worst < 0 ? Double.NaN : v.dropVolts[worst],
                area.alongM(node) + area.customers().get(c).dropM(),
                area.feederOf(area.customers().get(c)));
    }
}
