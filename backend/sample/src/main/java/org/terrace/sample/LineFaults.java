package org.terrace.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The faults that drawings of low-voltage lines have, one or two of a kind in each tile: lines that fall short of the line they branch off,
 * transformers whose lines nobody drew, a transformer beside its line, more phases beyond fewer, a loop, a line that joins two
 * transformers, a line fed by nobody.
 */
final class LineFaults {
    /** By transformer; each is -1 where there is none that would do. */
    private final int[] withoutLines;
    /** Whose last line begins 4 m beside the line that it branches off, and 7 m. */
    private final int shortBy4;

    private final int shortBy7;
    private final int besideLine;
    private final int morePhases;

    private boolean fellShortBy4;
    private boolean fellShortBy7;
    private boolean grew;

    private LineFaults(int[] chosen) {
        this.withoutLines = new int[] {chosen[0], chosen[1]};
        this.shortBy4 = chosen[2];
        this.shortBy7 = chosen[3];
        this.besideLine = chosen[4];
        this.morePhases = chosen[5];
    }

    /** Among transformers of two to six hamlets, from the last backwards; without dice. */
    static LineFaults choose(List<List<int[]>> hamletsOf) {
        int[] chosen = {-1, -1, -1, -1, -1, -1};
        int next = 0;
        for (int t = hamletsOf.size() - 1; t >= 0 && next < chosen.length; t -= 3) {
            int hamlets = hamletsOf.get(t).size();
            if (hamlets >= 3 && hamlets <= 6) {
                chosen[next++] = t;
            }
        }
        return new LineFaults(chosen);
    }

    boolean isWithoutLines(int transformer) {
        return transformer == withoutLines[0] || transformer == withoutLines[1];
    }

    /** Where a line begins that should begin at its parent's end. */
    Sites.Spot start(int transformer, Sites.Spot parent, Sites.Spot end, boolean atTransformer, boolean isLast) {
        double length = LowVoltageRows.distance(parent, end);
        if (transformer == besideLine && atTransformer) {
            // All its lines begin at one place, a dozen metres from where the transformer was put on the map.
            return new Sites.Spot(parent.x() + 10, parent.y() + 7);
        }
        if (isLast && length > 60 && transformer == shortBy4 && !fellShortBy4) {
            fellShortBy4 = true;
            return along(parent, end, 4 / length);
        }
        if (isLast && length > 60 && transformer == shortBy7 && !fellShortBy7) {
            fellShortBy7 = true;
            return along(parent, end, 7 / length);
        }
        return parent;
    }

    private static Sites.Spot along(Sites.Spot a, Sites.Spot b, double t) {
        return new Sites.Spot(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
    }

    /** What is put down for a line's phases. */
    double phases(int transformer, double phases, boolean isLast) {
        if (transformer == morePhases && phases == 3 && !isLast && !grew) {
            grew = true;
            return 1;
        }
        return phases;
    }

    /** Lines that should not be there. */
    void draw(LowVoltageRows lines, Collection<LowVoltageRows.OnLine> all, List<String> codes) {
        List<LowVoltageRows.OnLine> ends = new ArrayList<>(all);
        ends.sort(Comparator.comparingInt(LowVoltageRows.OnLine::transformer)
                .thenComparingDouble(LowVoltageRows.OnLine::metres));
        ends.removeIf(e -> !e.isLast());
        between(ends, true)
                .ifPresent(pair -> lines.line(
                        "low_voltage",
                        "JKLYJ-25",
                        1,
                        220,
                        codes.get(pair.get(0).transformer()),
                        pair.get(0).spot(),
                        pair.get(1).spot()));
        between(ends, false)
                .ifPresent(pair -> lines.line(
                        "low_voltage",
                        "",
                        1,
                        220,
                        "",
                        pair.get(0).spot(),
                        pair.get(1).spot()));
        if (!ends.isEmpty()) {
            Sites.Spot by = ends.get(ends.size() / 2).spot();
            lines.line(
                    "low_voltage",
                    "JKLYJ-16",
                    1,
                    220,
                    "",
                    new Sites.Spot(by.x() + 45, by.y() + 60),
                    new Sites.Spot(by.x() + 260, by.y() + 140));
        }
    }

    /** The two ends nearest to one another, but not nearer than 120 m, of one transformer or of two. */
    private static Optional<List<LowVoltageRows.OnLine>> between(List<LowVoltageRows.OnLine> ends, boolean ofOne) {
        double least = Double.POSITIVE_INFINITY;
        List<LowVoltageRows.OnLine> best = List.of();
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                LowVoltageRows.OnLine a = ends.get(i);
                LowVoltageRows.OnLine b = ends.get(j);
                double apart = LowVoltageRows.distance(a.spot(), b.spot());
                if ((a.transformer() == b.transformer()) == ofOne && apart > 120 && apart < least) {
                    least = apart;
                    best = List.of(a, b);
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
