package org.terrace.formats.raster;

import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * Voids that a file forgot to declare, and heights that do not exist on land. Common fillers become NaN; other impossible values
 * are left as they are and reported, since the raster may hold something else than heights.
 */
final class SuspiciousHeights {
    private static final float LOWEST_LAND = -500;
    private static final float HIGHEST_LAND = 9000;

    private SuspiciousHeights() {}

    static void check(float[] metres, String file, IssueSink issues) {
        long fillers = 0;
        long strange = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        float filler = 0;
        long known = 0;
        for (int i = 0; i < metres.length; i++) {
            float m = metres[i];
            if (isFiller(m)) {
                filler = m;
                metres[i] = Float.NaN;
                fillers++;
            } else if (!Float.isNaN(m)) {
                known++;
                min = Math.min(min, m);
                max = Math.max(max, m);
                if (m < LOWEST_LAND || m > HIGHEST_LAND) {
                    strange++;
                }
            }
        }
        Place whole = Place.file(file);
        if (fillers > 0) {
            issues.report(
                    Issue.warning("raster.undeclared_void", whole).value(filler).with("cells", fillers));
        }
        if (strange > 0) {
            issues.report(Issue.warning("raster.implausible", whole)
                    .with("cells", strange)
                    .with("min", min)
                    .with("max", max));
        }
        if (known == 0) {
            issues.report(Issue.warning("raster.all_void", whole));
        }
    }

    private static boolean isFiller(float m) {
        return m == -32768f || m == -32767f || m == -9999f || m == -99999f || Math.abs(m) > 1e30f;
    }
}
