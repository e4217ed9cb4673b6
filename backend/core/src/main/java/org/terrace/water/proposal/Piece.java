package org.terrace.water.proposal;

/**
 * A pipe of one size.
 *
 * @param points of the {@link SchemeTree} along it, from where its water comes
 * @param m3PerS that it carries
 * @param classMpa that bears its static head. @param staticM highest along it, with the height error on the high side
 * @param size position in {@link PeSizes#OUTSIDE_MM}; -1 while not sized
 * @param headFromM and headToM of the water at its ends, above the datum; NaN while not balanced
 */
record Piece(
        int[] points,
        double lengthM,
        double m3PerS,
        double staticM,
        double classMpa,
        int size,
        double headFromM,
        double headToM) {

    int from() {
        return points[0];
    }

    int to() {
        return points[points.length - 1];
    }

    Piece sized(int chosen) {
        return new Piece(points, lengthM, m3PerS, staticM, classMpa, chosen, headFromM, headToM);
    }

    Piece balanced(double headFrom, double headTo) {
        return new Piece(points, lengthM, m3PerS, staticM, classMpa, size, headFrom, headTo);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
