package org.terrace.analysis;

import java.util.Arrays;
import org.terrace.region.GridFrame;

/**
 * A grid of values over the county; NaN where nothing is known. Values of a class field are positions in its codes.
 *
 * @param values row by row from the north west
 */
public record Field(FieldSpec spec, GridFrame frame, float[] values) {
    public Field {
        if (values.length != frame.cells()) {
            throw new IllegalArgumentException(
                    "field " + spec.id() + ": " + values.length + " values for " + frame.cells() + " cells");
        }
    }

    /** Value of the cell that holds the point; NaN outside. */
    public float at(double x, double y) {
        int column = frame.columnOf(x);
        int row = frame.rowOf(y);
        if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
            return Float.NaN;
        }
        return values[row * frame.columns() + column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field f
                && spec.equals(f.spec)
                && frame.equals(f.frame)
                && Arrays.equals(values, f.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
