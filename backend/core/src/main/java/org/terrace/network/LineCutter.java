package org.terrace.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * Cuts one line at a time where it meets others: at its ends, at vertices that are used twice, where pieces touch or cross that meet, and
 * where ends come within the tolerance. What two lines have in common is computed for each of them, from coordinates in an order of their
 * own, and so comes out the same for both and whatever their numbers. Used by one thread.
 */
final class LineCutter {
    /** Vertices nearer to a line than this lie on it; rounding of a millimetre's tenth. */
    static final double ON_LINE_M = 1e-4;

    private static final Comparator<Cuts.Joint> BY_PLACE = Comparator.comparingInt(Cuts.Joint::end)
            .thenComparingDouble(Cuts.Joint::toX)
            .thenComparingDouble(Cuts.Joint::toY);
    private static final Cuts.Joint[] NO_JOINTS = {};
    private static final int[] NO_DUPLICATES = {};
    private static final double[] NO_CROSSINGS = {};

    private final Drawing.Search near;
    private final Meeting meeting;
    private final double toleranceM;
    private final RobustLineIntersector intersector = new RobustLineIntersector();
    private final Coordinate[] corners = {new Coordinate(), new Coordinate(), new Coordinate(), new Coordinate()};

    // Of the part at hand.
    private boolean[] isNode = new boolean[64];
    private final List<Cut> between = new ArrayList<>();
    /** Of the part with itself. */
    private final List<Cut> crossings = new ArrayList<>();
    /** From ends of others to the part. */
    private final List<Gap> toPart = new ArrayList<>();
    /** From ends of the part to others. */
    private final List<Gap> fromPart = new ArrayList<>();

    // Of the line at hand.
    private final List<Cuts.Joint> joints = new ArrayList<>();
    private int[] duplicates = NO_DUPLICATES;
    private double[] selfCrossings = NO_CROSSINGS;
    private double[] places = new double[96];
    private int placed;

    LineCutter(Drawing drawing, Meeting meeting, double toleranceM) {
        this.near = drawing.search();
        this.meeting = meeting;
        this.toleranceM = toleranceM;
    }

    // The order of cuts and gaps is written out: chains of comparators took a third of all the time.

    /** A node between the vertices of a piece. */
    private record Cut(int piece, double along, double x, double y) {
        static int inOrder(Cut a, Cut b) {
            if (a.piece != b.piece) {
                return Integer.compare(a.piece, b.piece);
            }
            int byAlong = Double.compare(a.along, b.along);
            int byX = byAlong != 0 ? byAlong : Double.compare(a.x, b.x);
            return byX != 0 ? byX : Double.compare(a.y, b.y);
        }
    }

    /**
     * From an end to the nearest point of a piece of another part.
     *
     * @param end 0 or 1, of the part at hand for a gap from it, of the other for a gap to it
     * @param piece of the part that is met
     */
    private record Gap(int end, Part other, int piece, double x, double y, double widthM) {
        /** The nearest of each end and part first. */
        static int inOrder(Gap a, Gap b) {
            if (a.end != b.end) {
                return Integer.compare(a.end, b.end);
            }
            if (a.other != b.other) {
                return a.other.slot != b.other.slot
                        ? Integer.compare(a.other.slot, b.other.slot)
                        : Integer.compare(a.other.order, b.other.order);
            }
            int byWidth = Double.compare(a.widthM, b.widthM);
            return byWidth != 0 ? byWidth : Integer.compare(a.piece, b.piece);
        }

        boolean isOfSameEndAndPart(Gap gap) {
            return end == gap.end && other == gap.other;
        }
    }

    /** How far beyond its box a line meets others. */
    static double reachM(double toleranceM) {
        return toleranceM + ON_LINE_M;
    }

    Cuts of(Part[] parts) {
        joints.clear();
        duplicates = NO_DUPLICATES;
        selfCrossings = NO_CROSSINGS;
        placed = 0;
        int[] partEnd = new int[parts.length];
        double begunM = 0;
        for (Part part : parts) {
            lookAround(part);
            placeGaps(part);
            keepCrossings();
            begunM = emit(part, begunM);
            partEnd[part.order] = placed / 3;
        }
        if (joints.size() > 1) {
            joints.sort(BY_PLACE);
        }
        return new Cuts(
                Arrays.copyOf(places, placed),
                partEnd,
                joints.isEmpty() ? NO_JOINTS : joints.toArray(Cuts.Joint[]::new),
                duplicates,
                selfCrossings);
    }

    private void lookAround(Part part) {
        between.clear();
        crossings.clear();
        toPart.clear();
        fromPart.clear();
        if (isNode.length < part.x.length) {
            isNode = new boolean[2 * part.x.length];
        }
        Arrays.fill(isNode, 0, part.x.length, false);
        isNode[0] = true;
        isNode[part.pieces()] = true;
        for (int i = 0; i < part.pieces(); i++) {
            near.find(part.x[i], part.y[i], part.x[i + 1], part.y[i + 1], reachM(toleranceM));
            for (int k = 0; k < near.count; k++) {
                Part other = near.part[k];
                int j = near.piece[k];
                if (other == part && j == i) {
                    continue;
                }
                int shared = shareVertices(part, i, other, j);
                if (meeting.crossing(part.level, other.level) && !(other == part && Math.abs(i - j) == 1)) {
                    meet(part, i, other, j, shared);
                }
                if (other != part) {
                    measureGaps(part, i, other, j);
                    if (i == 0 && (j == 0 || j == other.pieces() - 1)) {
                        compare(part, other);
                    }
                }
            }
        }
    }

    /** Marks vertices of the piece that another vertex shares; returns how many. */
    private int shareVertices(Part part, int i, Part other, int j) {
        int shared = 0;
        for (int v = i; v <= i + 1; v++) {
            for (int w = j; w <= j + 1; w++) {
                if (part.x[v] == other.x[w] && part.y[v] == other.y[w] && !(part == other && v == w)) {
                    isNode[v] = true;
                    shared++;
                }
            }
        }
        return shared;
    }

    private void meet(Part part, int i, Part other, int j, int shared) {
        if (Math.max(part.x[i], part.x[i + 1]) < Math.min(other.x[j], other.x[j + 1])
                || Math.min(part.x[i], part.x[i + 1]) > Math.max(other.x[j], other.x[j + 1])
                || Math.max(part.y[i], part.y[i + 1]) < Math.min(other.y[j], other.y[j + 1])
                || Math.min(part.y[i], part.y[i + 1]) > Math.max(other.y[j], other.y[j + 1])) {
            return;
        }
        setCorners(part, i, other, j);
        // Two straight pieces that share a vertex meet nowhere else, unless the one runs along the other.
        if (shared == 1 && !isStraightOn()) {
            return;
        }
        intersector.computeIntersection(corners[0], corners[1], corners[2], corners[3]);
        if (!intersector.hasIntersection()) {
            return;
        }
        if (part == other && i < j && intersector.isProper()) {
            Coordinate at = intersector.getIntersection(0);
            crossings.add(new Cut(i, part.along(i, at.x, at.y), at.x, at.y));
        }
        for (int k = 0; k < intersector.getIntersectionNum(); k++) {
            Coordinate at = vertexOrPlace(intersector.getIntersection(k));
            place(part, i, at.x + 0.0, at.y + 0.0);
        }
    }

    /** Both pieces from west to east, the western one first: rounding must not depend on which asks. */
    private void setCorners(Part part, int i, Part other, int j) {
        setCorners(0, part, i);
        setCorners(2, other, j);
        int first = corners[0].compareTo(corners[2]);
        if (first > 0 || (first == 0 && corners[1].compareTo(corners[3]) > 0)) {
            swap(0, 2);
            swap(1, 3);
        }
    }

    private void setCorners(int at, Part part, int piece) {
        corners[at].setX(part.x[piece]);
        corners[at].setY(part.y[piece]);
        corners[at + 1].setX(part.x[piece + 1]);
        corners[at + 1].setY(part.y[piece + 1]);
        if (corners[at].compareTo(corners[at + 1]) > 0) {
            swap(at, at + 1);
        }
    }

    private void swap(int a, int b) {
        Coordinate c = corners[a];
        corners[a] = corners[b];
        corners[b] = c;
    }

    /** Whether pieces that share one vertex lie on one straight line. */
    private boolean isStraightOn() {
        int same = corners[0].equals2D(corners[2]) || corners[0].equals2D(corners[3]) ? 0 : 1;
        int other = corners[same].equals2D(corners[2]) ? 3 : 2;
        return Orientation.index(corners[same], corners[1 - same], corners[other]) == 0;
    }

    /** The vertex that a meeting point is, so that it stays where it is: the nearest of several; else the point itself. */
    private Coordinate vertexOrPlace(Coordinate at) {
        Coordinate best = at;
        double least = Double.POSITIVE_INFINITY;
        for (Coordinate corner : corners) {
            double away = corner.distance(at);
            if (away <= ON_LINE_M && (away < least || (away == least && corner.compareTo(best) < 0))) {
                least = away;
                best = corner;
            }
        }
        return best;
    }

    /** Makes a place a node of the piece: at its vertex, or between. */
    private void place(Part part, int piece, double x, double y) {
        if (part.x[piece] == x && part.y[piece] == y) {
            isNode[piece] = true;
        } else if (part.x[piece + 1] == x && part.y[piece + 1] == y) {
            isNode[piece + 1] = true;
        } else {
            between.add(new Cut(piece, part.along(piece, x, y), x, y));
        }
    }

    private void measureGaps(Part part, int i, Part other, int j) {
        if (j == 0) {
            measure(toPart, other, 0, part, i, other);
        }
        if (j == other.pieces() - 1) {
            measure(toPart, other, 1, part, i, other);
        }
        if (i == 0) {
            measure(fromPart, part, 0, other, j, other);
        }
        if (i == part.pieces() - 1) {
            measure(fromPart, part, 1, other, j, other);
        }
    }

    /** The gap from an end to a piece, if it is within the tolerance. */
    private void measure(List<Gap> gaps, Part ending, int end, Part met, int piece, Part other) {
        int vertex = ending.endVertex(end);
        double along = met.along(piece, ending.x[vertex], ending.y[vertex]);
        double x = met.xAt(piece, along);
        double y = met.yAt(piece, along);
        double widthM = Part.distance(x, y, ending.x[vertex], ending.y[vertex]);
        if (widthM <= toleranceM && meeting.overGap(ending.level, met.level, met.isEnd(x, y), widthM)) {
            gaps.add(new Gap(end, other, piece, x, y, widthM));
        }
    }

    /** Joins every end to every other part within the tolerance, so that a line more never takes a joint away. */
    private void placeGaps(Part part) {
        toPart.sort(Gap::inOrder);
        for (int k = 0; k < toPart.size(); k++) {
            Gap gap = toPart.get(k);
            if (k > 0 && gap.isOfSameEndAndPart(toPart.get(k - 1))) {
                continue;
            }
            if (gap.widthM <= ON_LINE_M) {
                // On the line but for rounding: the end itself is the point.
                int vertex = gap.other.endVertex(gap.end);
                place(part, gap.piece, gap.other.x[vertex], gap.other.y[vertex]);
            } else {
                place(part, gap.piece, gap.x, gap.y);
            }
        }
        fromPart.sort(Gap::inOrder);
        for (int k = 0; k < fromPart.size(); k++) {
            Gap gap = fromPart.get(k);
            if ((k == 0 || !gap.isOfSameEndAndPart(fromPart.get(k - 1))) && gap.widthM > ON_LINE_M) {
                int vertex = part.endVertex(gap.end);
                joints.add(new Cuts.Joint(
                        2 * part.order + gap.end,
                        part.x[vertex],
                        part.y[vertex],
                        gap.x,
                        gap.y,
                        gap.widthM,
                        gap.other.slot));
            }
        }
    }

    private void keepCrossings() {
        crossings.sort(Cut::inOrder);
        for (Cut crossing : crossings) {
            int size = selfCrossings.length;
            selfCrossings = Arrays.copyOf(selfCrossings, size + 2);
            selfCrossings[size] = crossing.x;
            selfCrossings[size + 1] = crossing.y;
        }
    }

    private void compare(Part part, Part other) {
        if (other.slot != part.slot && part.isDrawnLike(other)) {
            int size = duplicates.length;
            duplicates = Arrays.copyOf(duplicates, size + 2);
            duplicates[size] = part.order;
            duplicates[size + 1] = other.slot;
        }
    }

    /** Writes the nodes of a part one after the other. @return metres along the line at its end */
    private double emit(Part part, double begunM) {
        between.sort(Cut::inOrder);
        double atM = begunM;
        int next = 0;
        for (int i = 0; i <= part.pieces(); i++) {
            if (isNode[i]) {
                write(part.x[i], part.y[i], atM);
            }
            if (i == part.pieces()) {
                break;
            }
            double lengthM = part.lengthOf(i);
            for (; next < between.size() && between.get(next).piece == i; next++) {
                Cut cut = between.get(next);
                if (next == 0 || !cut.equals(between.get(next - 1))) {
                    write(cut.x, cut.y, atM + cut.along * lengthM);
                }
            }
            atM += lengthM;
        }
        return atM;
    }

    private void write(double x, double y, double atM) {
        if (placed + 3 > places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[placed++] = x;
        places[placed++] = y;
        places[placed++] = atM;
    }
}
