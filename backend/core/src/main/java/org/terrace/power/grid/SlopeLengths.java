package org.terrace.power.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;

/**
 * Length of wire along the slope: the sum over spans of sqrt(d2 + dz2), d in plan and dz between the heights of the ground at the span's
 * ends, and the sag on top. Vertices are ends of spans; a longer stretch between two is spans of equal length. Where the ground's height is
 * not known, a span is as long as in plan.
 *
 * <p>Of a drawn line the spans are laid once, over the whole line: its sections add up to its length wherever it is cut.
 */
final class SlopeLengths {
    private final Optional<ElevationGrid> ground;
    private final double spanM;
    private final double factor;

    /** @param onGround whether the ground's heights are known all along */
    record Length(double metres, boolean onGround) {}

    SlopeLengths(Optional<ElevationGrid> ground, GridRules rules) {
        this.ground = ground;
        this.spanM = rules.spanM();
        this.factor = 1 + rules.sagPercent() / 100;
    }

    /** Of a way in straight pieces. */
    Length of(List<Coordinate> course) {
        OnLine line = new OnLine(course.size());
        for (int i = 1; i < course.size(); i++) {
            line.add(course.get(i - 1), course.get(i));
        }
        return line.between(0, Double.POSITIVE_INFINITY);
    }

    Length straight(Coordinate from, Coordinate to) {
        return of(List.of(from, to));
    }

    /** The spans of a drawn line. */
    OnLine along(DrawnLines lines, int row) {
        OnLine line = new OnLine(lines.vertices(row));
        for (int i = 1; i < lines.vertices(row); i++) {
            // Between two parts there is no wire.
            if (lines.measure(row, i) > lines.measure(row, i - 1)) {
                line.add(lines.vertex(row, i - 1), lines.vertex(row, i));
            }
        }
        return line;
    }

    /** Plan metres, metres along the slope, and plan metres without known ground, summed up at the ends of spans. */
    final class OnLine {
        private double[] plan;
        private double[] slope;
        private double[] unknown;
        private int last;

        private OnLine(int about) {
            plan = new double[about + 1];
            slope = new double[about + 1];
            unknown = new double[about + 1];
        }

        private void add(Coordinate from, Coordinate to) {
            double length = Plan.metres(from, to);
            int spans = (int) Math.max(1, Math.ceil(length / spanM - 1e-9));
            double begin = plan[last];
            double before = height(from);
            for (int s = 1; s <= spans; s++) {
                double t = (double) s / spans;
                double here = s == spans
                        ? height(to)
                        : height(new Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)));
                double d = length / spans;
                double dz = here - before;
                boolean known = !Double.isNaN(dz);
                put(
                        s == spans ? begin + length : begin + t * length,
                        slope[last] + (known ? Math.sqrt(d * d + dz * dz) : d),
                        unknown[last] + (known ? 0 : d));
                before = here;
            }
        }

        private void put(double atPlan, double atSlope, double atUnknown) {
            if (++last == plan.length) {
                plan = Arrays.copyOf(plan, 2 * last);
                slope = Arrays.copyOf(slope, 2 * last);
                unknown = Arrays.copyOf(unknown, 2 * last);
            }
            plan[last] = atPlan;
            slope[last] = atSlope;
            unknown[last] = atUnknown;
        }

        /** Wire between two places, given in plan metres along the line. */
        Length between(double fromM, double toM) {
            double a = Math.min(fromM, toM);
            double b = Math.max(fromM, toM);
            return new Length((at(slope, b) - at(slope, a)) * factor, !(at(unknown, b) - at(unknown, a) > 0));
        }

        private double at(double[] sums, double metres) {
            int found = Arrays.binarySearch(plan, 0, last + 1, metres);
            int after = found >= 0 ? found : -found - 1;
            if (after == 0 || after > last || plan[after] == metres) {
                return sums[Math.min(after, last)];
            }
            double t = (metres - plan[after - 1]) / (plan[after] - plan[after - 1]);
            return sums[after - 1] + t * (sums[after] - sums[after - 1]);
        }
    }

    private double height(Coordinate at) {
        return ground.isPresent() ? ground.get().bilinear(at.x, at.y) : Double.NaN;
    }
}
