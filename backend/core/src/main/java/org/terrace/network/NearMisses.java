package org.terrace.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dead ends that stop short of a line to which no short way leads. What is found for an end depends on what lies within
 * {@link #REACH_M} of it and on nothing else. Used by one thread.
 */
final class NearMisses {
    /** Where so short a way leads along the network, the end was meant: the stub of a junction, the mouth of a yard. */
    private static final double MEANT_M = 3 * Noding.NEAR_MISS_M;

    /** Beyond this from an end nothing counts; a metre for rounding. */
    static final double REACH_M = MEANT_M + 1;

    private static final NearMiss[] NONE = {};

    private final Drawing drawing;
    private final Assembly assembly;
    private final Meeting meeting;
    private final double toleranceM;
    private final Drawing.Search near;

    /** Ways from the end at hand: nodes reached, in the order of their coming up. */
    private final double[] wayM;

    private final int[] reachedIn;
    private final int[] lineIn;
    private int turn;
    private int[] open = new int[64];

    NearMisses(Drawing drawing, Assembly assembly, Meeting meeting, double toleranceM) {
        this.drawing = drawing;
        this.assembly = assembly;
        this.meeting = meeting;
        this.toleranceM = toleranceM;
        this.near = drawing.search();
        this.wayM = new double[assembly.network.nodes()];
        this.reachedIn = new int[assembly.network.nodes()];
        this.lineIn = new int[drawing.lines.length];
    }

    /** @param slots keys of the lines that are missed, several where they are equally near */
    record NearMiss(double x, double y, double gapM, int[] slots) {}

    /** Of the ends of a line, in their order. */
    NearMiss[] of(int line, Cuts cuts) {
        List<NearMiss> found = new ArrayList<>(0);
        int begin = 0;
        for (Part part : drawing.parts[line]) {
            int end = cuts.partEnd()[part.order];
            for (int e = 0; e < 2; e++) {
                int node = assembly.nodeOf[assembly.first[line] + (e == 0 ? begin : end - 1)];
                if (assembly.network.degree(node) == 1) {
                    look(part, part.endVertex(e), node, found);
                }
            }
            begin = end;
        }
        return found.isEmpty() ? NONE : found.toArray(NearMiss[]::new);
    }

    private void look(Part part, int vertex, int node, List<NearMiss> found) {
        double x = part.x[vertex];
        double y = part.y[vertex];
        near.find(x, y, x, y, Noding.NEAR_MISS_M);
        // To each other part by its nearest piece: one that is joined is not missed.
        List<Gap> gaps = new ArrayList<>(0);
        for (int k = 0; k < near.count; k++) {
            if (near.part[k] != part) {
                measure(part, x, y, near.part[k], near.piece[k], gaps);
            }
        }
        gaps.removeIf(gap -> gap.widthM <= toleranceM);
        if (gaps.isEmpty()) {
            return;
        }
        findLinesNear(node);
        gaps.removeIf(gap -> lineIn[drawing.lineOf[gap.other.slot]] == turn);
        double least = gaps.stream().mapToDouble(gap -> gap.widthM).min().orElse(Double.NaN);
        int[] nearest = gaps.stream()
                .filter(gap -> gap.widthM == least)
                .mapToInt(gap -> gap.other.slot)
                .toArray();
        if (nearest.length > 0) {
            found.add(new NearMiss(x, y, least, nearest));
        }
    }

    private static final class Gap {
        final Part other;
        double widthM;

        Gap(Part other, double widthM) {
            this.other = other;
            this.widthM = widthM;
        }
    }

    private void measure(Part part, double x, double y, Part other, int piece, List<Gap> gaps) {
        double along = other.along(piece, x, y);
        double atX = other.xAt(piece, along);
        double atY = other.yAt(piece, along);
        double widthM = Part.distance(atX, atY, x, y);
        if (widthM > Noding.NEAR_MISS_M || !meeting.overGap(part.level, other.level, other.isEnd(atX, atY), widthM)) {
            return;
        }
        for (Gap gap : gaps) {
            if (gap.other == other) {
                gap.widthM = Math.min(gap.widthM, widthM);
                return;
            }
        }
        gaps.add(new Gap(other, widthM));
    }

    /** Marks the lines that can be reached within {@link #MEANT_M} along the network. */
    private void findLinesNear(int start) {
        Network network = assembly.network;
        turn++;
        int count = 0;
        wayM[start] = 0;
        reachedIn[start] = turn;
        open[count++] = start;
        for (int next = 0; next < count; next++) {
            int node = open[next];
            for (int k = 0; k < network.degree(node); k++) {
                int edge = network.incident(node, k);
                if (network.line(edge) != Network.JOINT) {
                    lineIn[network.line(edge)] = turn;
                }
                double then = wayM[node] + network.lengthM(edge);
                int other = network.other(edge, node);
                if (then <= MEANT_M && (reachedIn[other] != turn || then < wayM[other])) {
                    reachedIn[other] = turn;
                    wayM[other] = then;
                    if (count == open.length) {
                        open = Arrays.copyOf(open, 2 * count);
                    }
                    open[count++] = other;
                }
            }
        }
    }
}
