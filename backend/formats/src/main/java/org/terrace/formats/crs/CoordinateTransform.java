package org.terrace.formats.crs;

import java.util.Optional;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * From one system to another, x east and y north on both sides. A point that has no image (outside of what the target can
 * express) becomes NaN and never an exception. Thread-safe.
 */
public final class CoordinateTransform {
    private final boolean identity;
    private final Optional<Projection> from;
    private final Optional<Projection> to;
    private final Optional<MathTransform> math;

    private CoordinateTransform(Crs from, Crs to) {
        this.identity = from.equals(to) || (from.isGeographic() && to.isGeographic() && own(from) && own(to));
        boolean both = own(from) && own(to);
        this.from = from.projection();
        this.to = to.projection();
        this.math = identity || both ? Optional.empty() : Optional.of(GeoToolsCrs.transform(from, to));
    }

    private static boolean own(Crs crs) {
        return crs.projection().isPresent();
    }

    /** @throws IllegalArgumentException when GeoTools knows no way between the two */
    public static CoordinateTransform between(Crs from, Crs to) {
        return new CoordinateTransform(from, to);
    }

    public boolean isIdentity() {
        return identity;
    }

    /** Transforms x,y pairs in place. */
    public void apply(double[] xy) {
        apply(xy, 0, xy.length / 2);
    }

    /** Transforms {@code points} pairs in place, the first at index {@code 2 * first}. */
    public void apply(double[] xy, int first, int points) {
        if (identity) {
            return;
        }
        if (math.isPresent()) {
            withGeoTools(math.get(), xy, first, points);
            return;
        }
        from.orElseThrow().toDegrees(xy, 2 * first, 2 * (first + points));
        to.orElseThrow().fromDegrees(xy, 2 * first, 2 * (first + points));
    }

    private static void withGeoTools(MathTransform math, double[] xy, int first, int points) {
        try {
            math.transform(xy, 2 * first, xy, 2 * first, points);
        } catch (TransformException all) {
            for (int i = first; i < first + points; i++) {
                try {
                    math.transform(xy, 2 * i, xy, 2 * i, 1);
                } catch (TransformException one) {
                    xy[2 * i] = Double.NaN;
                    xy[2 * i + 1] = Double.NaN;
                }
            }
        }
    }

    /** The point (x, y) in the target system. */
    public double[] point(double x, double y) {
        double[] xy = {x, y};
        apply(xy);
        return xy;
    }

    /** A transformed copy; z and m are kept as they are. */
    public Geometry apply(Geometry geometry) {
        Geometry copy = geometry.copy();
        if (!identity) {
            copy.apply(new Filter());
            copy.geometryChanged();
        }
        return copy;
    }

    private final class Filter implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            if (i > 0) {
                return;
            }
            double[] xy = new double[2 * sequence.size()];
            for (int k = 0; k < sequence.size(); k++) {
                xy[2 * k] = sequence.getX(k);
                xy[2 * k + 1] = sequence.getY(k);
            }
            CoordinateTransform.this.apply(xy);
            for (int k = 0; k < sequence.size(); k++) {
                sequence.setOrdinate(k, CoordinateSequence.X, xy[2 * k]);
                sequence.setOrdinate(k, CoordinateSequence.Y, xy[2 * k + 1]);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
