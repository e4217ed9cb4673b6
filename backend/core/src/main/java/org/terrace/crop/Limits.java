package org.terrace.crop;

import java.util.List;
import java.util.Optional;
import org.terrace.standard.Tree;

/**
 * Ranges of one quality of the land for the classes S1, S2 and S3, each inside the next; outside S3 is N. Both ends belong to a
 * range. A crop whose optimum nobody states has no S1 and is never rated S1.
 */
record Limits(Optional<Range> s1, Range s2, Range s3) {

    /** @param from lower end, inclusive; @param to upper end, inclusive */
    record Range(double from, double to) {
        boolean holds(double value) {
            return value >= from && value <= to;
        }

        boolean isInside(Range other) {
            return from >= other.from && to <= other.to;
        }
    }

    /**
     * @param tree {@code {S1: [from, to], S2: [from, to], S3: [from, to]}}, S1 optional
     * @throws IllegalArgumentException naming the path, when a range is inverted or a better class reaches outside a worse one
     */
    static Limits ofRanges(Tree tree) {
        Optional<Range> s1 = tree.find("S1").map(Limits::range);
        Range s2 = range(tree.get("S2"));
        Range s3 = range(tree.get("S3"));
        return nested(tree, s1, s2, s3);
    }

    /** Slope: {@code {S1: 15, S2: 20, S3: 25}}, degrees up to which the class holds. */
    static Limits ofMaxima(Tree tree) {
        return nested(
                tree,
                tree.find("S1").map(t -> new Range(0, t.number())),
                new Range(0, tree.number("S2")),
                new Range(0, tree.number("S3")));
    }

    /** Soil depth: {@code {S1: 60, S2: 60, S3: 40}}, from which on the class holds. */
    static Limits ofMinima(Tree tree) {
        double max = Double.MAX_VALUE;
        return nested(
                tree,
                tree.find("S1").map(t -> new Range(t.number(), max)),
                new Range(tree.number("S2"), max),
                new Range(tree.number("S3"), max));
    }

    /** The class of a value; UNKNOWN for NaN. */
    Suitability rate(double value) {
        if (Double.isNaN(value)) {
            return Suitability.UNKNOWN;
        }
        if (s1.isPresent() && s1.get().holds(value)) {
            return Suitability.S1;
        }
        return s2.holds(value) ? Suitability.S2 : s3.holds(value) ? Suitability.S3 : Suitability.N;
    }

    private static Limits nested(Tree tree, Optional<Range> s1, Range s2, Range s3) {
        if (s1.isPresent() && !s1.get().isInside(s2)) {
            throw new IllegalArgumentException(
                    tree.path() + ": S1 " + s1.get() + " reaches outside S2 " + s2 + ". Maybe two numbers are swapped");
        }
        if (!s2.isInside(s3)) {
            throw new IllegalArgumentException(
                    tree.path() + ": S2 " + s2 + " reaches outside S3 " + s3 + ". Maybe two numbers are swapped");
        }
        return new Limits(s1, s2, s3);
    }

    private static Range range(Tree tree) {
        List<Tree> ends = tree.items();
        if (ends.size() != 2) {
            throw new IllegalArgumentException(tree.path() + " should be [from, to], has " + ends.size() + " numbers");
        }
        double from = ends.get(0).number();
        double to = ends.get(1).number();
        if (!(from < to)) {
            throw new IllegalArgumentException(tree.path() + " is inverted: " + from + " to " + to);
        }
        return new Range(from, to);
    }
}
