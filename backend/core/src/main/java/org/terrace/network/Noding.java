package org.terrace.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a {@link Network} of lines as they are drawn: where vertices are shared, where one line's end lies on another (a T-junction),
 * where two lines cross, if they meet there, and where an end falls short of another line by no more than a tolerance.
 *
 * <p>No vertex is ever moved: a crossing adds a point, and a gap within the tolerance is closed by a joint of the gap's own length and
 * reported. Which lines meet besides at shared vertices is a rule ({@link Meeting}): roads at different levels (bridges, tunnels) do where ends
 * meet ends. What an engineer should mend comes out as {@link Fault}s with their place.
 *
 * <p>Where a line is cut follows from it and the lines near it, and numbers of nodes and edges follow from the order of the lines: so a
 * drawing of which a few lines differ is noded {@link #again} by cutting those and their neighbours, and comes out as if noded alone.
 */
public final class Noding {
    /** Gaps from the tolerance to here are near misses: too long to be closed unseen, too short to be meant. */
    public static final double NEAR_MISS_M = 20;

    /** When one line of so many differs, all are cut anew. */
    private static final int FEW = 8;

    private Noding() {}

    /** What is wrong, or was closed, in the drawing. */
    public enum FaultKind {
        /** An end within the tolerance was joined. */
        JOINED,
        /** An end stops between the tolerance and {@link #NEAR_MISS_M} from another line. */
        NEAR_MISS,
        /** Two lines have the same vertices. */
        DUPLICATE,
        /** A line crosses itself. */
        SELF_CROSSING
    }

    /**
     * One fault with its place.
     *
     * @param line on which it is. @param other the other line, -1 when there is none
     * @param gapM width of a gap in metres, 0 where there is none
     */
    public record Fault(FaultKind kind, int line, int other, double x, double y, double gapM) {}

    /** Lines with their nodes: the graph, and what is wrong in the drawing. Never changes. */
    public static final class Noded {
        final Meeting meeting;
        final double toleranceM;
        final Drawing drawing;
        final Cuts[] cuts;
        final Assembly assembly;
        private final int[] changedLines;
        /** Looked for when somebody asks. */
        private Optional<NearMisses.NearMiss[][]> nearMisses;

        private Noded(
                Meeting meeting,
                double toleranceM,
                Drawing drawing,
                Cuts[] cuts,
                Assembly assembly,
                int[] changedLines,
                Optional<NearMisses.NearMiss[][]> nearMisses) {
            this.meeting = meeting;
            this.toleranceM = toleranceM;
            this.drawing = drawing;
            this.cuts = cuts;
            this.assembly = assembly;
            this.changedLines = changedLines;
            this.nearMisses = nearMisses;
        }

        public Network network() {
            return assembly.network;
        }

        /**
         * By kind, then line. Near misses are looked for at the first call, and then kept up to date when the lines are noded again.
         */
        public List<Fault> faults() {
            return FaultList.of(this, nearMisses());
        }

        private synchronized NearMisses.NearMiss[][] nearMisses() {
            if (nearMisses.isEmpty()) {
                NearMisses.NearMiss[][] found = new NearMisses.NearMiss[cuts.length][];
                inParallel(cuts.length, (from, to) -> {
                    NearMisses search = new NearMisses(drawing, assembly, meeting, toleranceM);
                    for (int line = from; line < to; line++) {
                        found[line] = search.of(line, cuts[line]);
                    }
                });
                nearMisses = Optional.of(found);
            }
            return nearMisses.get();
        }

        private synchronized Optional<NearMisses.NearMiss[][]> nearMissesSoFar() {
            return nearMisses;
        }

        /**
         * Lines, ascending, that are new or whose nodes are not those that they had in the {@link Noding#again earlier} noding; all after a
         * noding of its own. A line whose end is only joined to another keeps its nodes.
         */
        public int[] changedLines() {
            return changedLines.clone();
        }
    }

    /**
     * Nodes roads.
     *
     * @param levels of each line: lines of different levels join at shared vertices only
     */
    public static Noded of(Geometry[] lines, double[] levels, double toleranceM) {
        return of(lines, levels, Meeting.AT_GRADE, toleranceM);
    }

    /**
     * Nodes the lines.
     *
     * @param lines in one metric system; an empty geometry is a line without edges
     * @param levels of each line, for the rule
     * @param meeting which lines meet besides at vertices that they share
     * @param toleranceM how far an end may fall short of another line and still be joined to it
     * @throws IllegalArgumentException for a coordinate that is not a number
     */
    public static Noded of(Geometry[] lines, double[] levels, Meeting meeting, double toleranceM) {
        if (!(toleranceM >= 0) || lines.length != levels.length) {
            throw new IllegalArgumentException(
                    lines.length + " lines, " + levels.length + " levels, tolerance " + toleranceM + " m");
        }
        Drawing drawing = Drawing.of(lines, levels);
        Cuts[] cuts = cutAll(drawing, meeting, toleranceM);
        int[] all = IntStream.range(0, lines.length).toArray();
        return new Noded(meeting, toleranceM, drawing, cuts, new Assembly(cuts), all, Optional.empty());
    }

    /**
     * Nodes lines of which only a few differ from those of an earlier noding; equal to {@link #of} on the same lines in every number.
     *
     * @param before the earlier noding, whose rule and tolerance hold on
     * @param oldLine number that each line had before; -1 for one that is new or edited. A line that is not drawn as it was, or is at
     *     another level, counts as edited whatever this says
     * @throws IllegalArgumentException for a coordinate that is not a number, or a number that no line had
     */
    public static Noded again(Noded before, Geometry[] lines, double[] levels, int[] oldLine) {
        if (oldLine.length != lines.length || lines.length != levels.length) {
            throw new IllegalArgumentException(
                    lines.length + " lines, " + levels.length + " levels, " + oldLine.length + " earlier numbers");
        }
        int[] kept = kept(before.drawing, lines, levels, oldLine);
        BitSet gone = new BitSet(before.cuts.length);
        gone.set(0, before.cuts.length);
        int added = 0;
        for (int old : kept) {
            if (old >= 0) {
                gone.clear(old);
            } else {
                added++;
            }
        }
        if ((added + gone.cardinality()) * (long) FEW > lines.length || before.drawing.isWorn()) {
            Drawing drawing = Drawing.of(lines, levels);
            Cuts[] cuts = cutAll(drawing, before.meeting, before.toleranceM);
            int[] changed = changed(before.cuts, cuts, kept);
            return new Noded(
                    before.meeting, before.toleranceM, drawing, cuts, new Assembly(cuts), changed, Optional.empty());
        }
        Drawing drawing = before.drawing.with(lines, levels, kept);
        Drawing.Search search = drawing.search();
        BitSet near = new BitSet(lines.length);
        // Twice the reach: rounding must not lose a neighbour.
        double reachM = 2 * LineCutter.reachM(before.toleranceM);
        gone.stream().forEach(old -> findLines(search, before.drawing.parts[old], reachM, near));
        for (int line = 0; line < lines.length; line++) {
            if (kept[line] < 0) {
                findLines(search, drawing.parts[line], reachM, near);
                near.set(line);
            }
        }
        Cuts[] cuts = new Cuts[lines.length];
        LineCutter cutter = new LineCutter(drawing, before.meeting, before.toleranceM);
        for (int line = 0; line < lines.length; line++) {
            cuts[line] = near.get(line) ? cutter.of(drawing.parts[line]) : before.cuts[kept[line]];
        }
        int[] changed = changed(before.cuts, cuts, kept);
        Assembly assembly = new Assembly(cuts);
        Optional<NearMisses.NearMiss[][]> nearMisses = before.nearMissesSoFar().map(old -> {
            BitSet affected = new BitSet(lines.length);
            gone.stream().forEach(line -> findLines(search, before.drawing.parts[line], NearMisses.REACH_M, affected));
            for (int line : changed) {
                findLines(search, drawing.parts[line], NearMisses.REACH_M, affected);
                affected.set(line);
            }
            NearMisses misses = new NearMisses(drawing, assembly, before.meeting, before.toleranceM);
            NearMisses.NearMiss[][] found = new NearMisses.NearMiss[lines.length][];
            for (int line = 0; line < lines.length; line++) {
                found[line] = affected.get(line) ? misses.of(line, cuts[line]) : old[kept[line]];
            }
            return found;
        });
        return new Noded(before.meeting, before.toleranceM, drawing, cuts, assembly, changed, nearMisses);
    }

    /** The earlier numbers, each once and of lines that are what they were; -1 for all others. */
    private static int[] kept(Drawing before, Geometry[] lines, double[] levels, int[] oldLine) {
        int[] kept = new int[lines.length];
        BitSet used = new BitSet(before.lines.length);
        for (int line = 0; line < lines.length; line++) {
            int old = oldLine[line];
            if (old < -1 || old >= before.lines.length) {
                throw new IllegalArgumentException("line " + line + " had number " + old + " of " + before.lines.length
                        + ". Maybe the numbers are of another noding");
            }
            boolean same = old >= 0
                    && !used.get(old)
                    && Double.compare(before.levels[old], levels[line]) == 0
                    && (before.lines[old] == lines[line] || before.lines[old].equalsExact(lines[line]));
            kept[line] = same ? old : -1;
            if (same) {
                used.set(old);
            }
        }
        return kept;
    }

    private static void findLines(Drawing.Search search, Part[] parts, double reachM, BitSet found) {
        for (Part part : parts) {
            for (int i = 0; i < part.pieces(); i++) {
                search.find(part.x[i], part.y[i], part.x[i + 1], part.y[i + 1], reachM);
                for (int k = 0; k < search.count; k++) {
                    found.set(search.lineOf(k));
                }
            }
        }
    }

    private static int[] changed(Cuts[] before, Cuts[] now, int[] kept) {
        return IntStream.range(0, now.length)
                .filter(line -> kept[line] < 0
                        || (now[line] != before[kept[line]]
                                && !Arrays.equals(now[line].places(), before[kept[line]].places())))
                .toArray();
    }

    private static Cuts[] cutAll(Drawing drawing, Meeting meeting, double toleranceM) {
        Cuts[] cuts = new Cuts[drawing.lines.length];
        inParallel(cuts.length, (from, to) -> {
            LineCutter cutter = new LineCutter(drawing, meeting, toleranceM);
            for (int line = from; line < to; line++) {
                cuts[line] = cutter.of(drawing.parts[line]);
            }
        });
        return cuts;
    }

    private interface Stretch {
        void run(int from, int to);
    }

    /** A few stretches for each core, since some lines take longer than others. */
    private static void inParallel(int lines, Stretch work) {
        int stretches = Math.min(4 * Runtime.getRuntime().availableProcessors(), (lines + 255) / 256);
        IntStream.range(0, stretches)
                .parallel()
                .forEach(s ->
                        work.run((int) ((long) lines * s / stretches), (int) ((long) lines * (s + 1) / stretches)));
    }
}
