package org.terrace.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Least seconds from every cell to the nearest of a set of stations (towards) or from it (away), on foot over the ground and along
 * tracks: one least-cost problem, solved together, so that a way may leave a track, cross the open ground and take another one.
 *
 * <p>The times are the only ones in which every place has the least of what its neighbours offer (no step takes no time), whatever
 * the order of work. So {@link #again}, which repairs what a change of tracks can have changed, gives the same bits as {@link #of}.
 *
 * @see "Dijkstra (1959); Ramalingam and Reps (1996), An incremental algorithm for a generalization of the shortest-path problem"
 */
public final class TimeField {
    /** Beyond this share of places that lose their time, starting anew is cheaper than repairing. */
    private static final double REPAIRED_AT_MOST = 0.12;

    private final WalkingSurface surface;
    private final Tracks tracks;
    private final int[] targets;
    private final boolean towards;
    /** By padded cell, then by station. */
    private final double[] time;

    private TimeField(WalkingSurface surface, Tracks tracks, int[] targets, boolean towards, double[] time) {
        this.surface = surface;
        this.tracks = tracks;
        this.targets = targets;
        this.towards = towards;
        this.time = time;
    }

    /**
     * Computes all.
     *
     * @param tracks made for the surface's frame
     * @param targets stations that the times count to or from
     * @param stop asked now and then; throws to stop
     */
    public static TimeField of(WalkingSurface surface, Tracks tracks, int[] targets, boolean towards, Runnable stop) {
        double[] time = new double[surface.places(tracks)];
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        TimeField field = new TimeField(surface, tracks, targets.clone(), towards, time);
        Wave wave = field.wave();
        field.startAtTargets(wave);
        wave.spread(stop);
        return field;
    }

    private Wave wave() {
        return new Wave(surface, tracks, time, towards, Double.MAX_VALUE);
    }

    private void startAtTargets(Wave wave) {
        for (int target : targets) {
            int at = surface.firstStation() + target;
            if (time[at] != 0) {
                time[at] = 0;
                wave.add(at);
            }
        }
    }

    public WalkingSurface surface() {
        return surface;
    }

    /** The field of other tracks and targets on the same ground, bit for bit as {@link #of} gives it. */
    public TimeField again(Tracks newTracks, int[] newTargets, Runnable stop) {
        return again(newTracks, newTargets, REPAIRED_AT_MOST, stop);
    }

    TimeField again(Tracks newTracks, int[] newTargets, double repairedAtMost, Runnable stop) {
        Repair repair = new Repair(newTracks, newTargets.clone());
        Optional<TimeField> repaired = repair.field((int) (repairedAtMost * time.length), stop);
        return repaired.orElseGet(() -> of(surface, newTracks, newTargets, towards, stop));
    }

    /** Seconds of a cell; NaN outside the grid, where the ground has no height and where no way leads. */
    public double seconds(int cell) {
        if (cell < 0) {
            return Double.NaN;
        }
        double seconds = time[surface.padded(cell)];
        return Double.isInfinite(seconds) ? Double.NaN : seconds;
    }

    /** Minutes by cell, row by row from the north west; NaN as in {@link #seconds}. */
    public float[] minutes() {
        float[] minutes = new float[surface.frame().cells()];
        for (int cell = 0; cell < minutes.length; cell++) {
            minutes[cell] = (float) (seconds(cell) / 60);
        }
        return minutes;
    }

    /** One place on a way. @param cell -1 at a station. @param station -1 on open ground */
    public record Place(int cell, int station) {}

    /** The way from a cell to its target (read backwards for a field away from it); empty where none leads. */
    public List<Place> path(int cell) {
        List<Place> path = new ArrayList<>();
        if (cell < 0 || Double.isNaN(seconds(cell))) {
            return path;
        }
        for (int at = surface.padded(cell); at >= 0; at = support(at)) {
            path.add(
                    at < surface.firstStation()
                            ? new Place(surface.unpadded(at), -1)
                            : new Place(-1, at - surface.firstStation()));
        }
        return path;
    }

    /** A neighbour that offers the place its time, -1 where none does (as at a target). */
    private int support(int at) {
        double mine = time[at];
        if (at >= surface.firstStation()) {
            return stationSupport(at - surface.firstStation(), mine);
        }
        int cell = surface.unpadded(at);
        for (int s = tracks.firstInCell(cell); s >= 0; s = tracks.nextInCell(s)) {
            int from = surface.firstStation() + s;
            if (time[from] + tracks.boardS(s) == mine) {
                return from;
            }
        }
        return neighbourSupport(at, from -> true);
    }

    private int neighbourSupport(int at, IntPredicate test) {
        double mine = time[at];
        for (int k = 0; k < surface.directions(); k++) {
            int from = surface.neighbour(at, k);
            if (time[from] < mine && time[from] + surface.stepFrom(at, k, towards) == mine && test.test(from)) {
                return from;
            }
        }
        return -1;
    }

    private int stationSupport(int station, double mine) {
        for (int a = tracks.firstArc(station); a < tracks.firstArc(station + 1); a++) {
            int from = surface.firstStation() + tracks.arcTo(a);
            // Spreading from there to here: seen from here, the other direction of the arc.
            if (time[from] + tracks.arcS(a, !towards) == mine) {
                return from;
            }
        }
        int cell = tracks.cell(station);
        if (cell >= 0) {
            int from = surface.padded(cell);
            if (time[from] + tracks.boardS(station) == mine) {
                return from;
            }
        }
        return -1;
    }

    /** Finds what a change can have changed, and solves that part anew. */
    private final class Repair {
        private final Tracks after;
        private final int[] newTargets;
        private final int[] oldOf;
        private final int[] newOf;
        private final BitSet lost = new BitSet();
        private final PriorityQueue<Doubt> doubts = new PriorityQueue<>((a, b) -> Double.compare(a.time, b.time));

        private record Doubt(int place, double time) {}

        Repair(Tracks after, int[] newTargets) {
            this.after = after;
            this.newTargets = newTargets;
            this.oldOf = after.matched(tracks);
            this.newOf = new int[tracks.stations()];
            Arrays.fill(newOf, -1);
            for (int s = 0; s < oldOf.length; s++) {
                if (oldOf[s] >= 0) {
                    newOf[oldOf[s]] = s;
                }
            }
        }

        /** Empty when too much is lost. */
        Optional<TimeField> field(int lostAtMost, Runnable stop) {
            BitSet changed = changedStations();
            BitSet isTarget = bits(newTargets);
            if (!findLost(changed, isTarget, lostAtMost, stop)) {
                return Optional.empty();
            }
            double[] repaired = carriedOver();
            TimeField field = new TimeField(surface, after, newTargets, towards, repaired);
            Wave wave = field.wave();
            field.startAtTargets(wave);
            offer(field, changed, wave);
            wave.spread(stop);
            return Optional.of(field);
        }

        private BitSet bits(int[] members) {
            BitSet bits = new BitSet();
            for (int member : members) {
                bits.set(member);
            }
            return bits;
        }

        /** New stations that are not on the old tracks as they are now: other arcs, another cell, or not there at all. */
        private BitSet changedStations() {
            BitSet changed = new BitSet();
            for (int s = 0; s < after.stations(); s++) {
                if (oldOf[s] < 0 || !sameArcs(s, oldOf[s])) {
                    changed.set(s);
                }
            }
            return changed;
        }

        private boolean sameArcs(int now, int old) {
            int arcs = after.firstArc(now + 1) - after.firstArc(now);
            if (arcs != tracks.firstArc(old + 1) - tracks.firstArc(old)
                    || after.cell(now) != tracks.cell(old)
                    || after.boardS(now) != tracks.boardS(old)) {
                return false;
            }
            for (int k = 0; k < arcs; k++) {
                int a = after.firstArc(now) + k;
                int b = tracks.firstArc(old) + k;
                if (oldOf[after.arcTo(a)] != tracks.arcTo(b)
                        || after.arcS(a, true) != tracks.arcS(b, true)
                        || after.arcS(a, false) != tracks.arcS(b, false)) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Goes through the old times in rising order from where a support may be gone: a place keeps its time when a place that keeps its
         * own still offers it.
         *
         * @return false when too many lose theirs
         */
        private boolean findLost(BitSet changed, BitSet isTarget, int lostAtMost, Runnable stop) {
            BitSet oldTarget = bits(targets);
            for (int old = 0; old < newOf.length; old++) {
                boolean gone = newOf[old] < 0;
                if (gone || changed.get(newOf[old]) || (oldTarget.get(old) && !isTarget.get(newOf[old]))) {
                    doubt(surface.firstStation() + old);
                    if (tracks.cell(old) >= 0) {
                        doubt(surface.padded(tracks.cell(old)));
                    }
                }
            }
            int count = 0;
            while (!doubts.isEmpty()) {
                int place = doubts.remove().place;
                if (lost.get(place) || keeps(place, isTarget)) {
                    continue;
                }
                lost.set(place);
                if ((++count & 0xffff) == 0) {
                    stop.run();
                }
                if (count > lostAtMost) {
                    return false;
                }
                eachServed(place);
            }
            return true;
        }

        private void doubt(int place) {
            if (time[place] < Double.POSITIVE_INFINITY && !lost.get(place)) {
                doubts.add(new Doubt(place, time[place]));
            }
        }

        /** Whether the place has its old time on the new tracks too. */
        private boolean keeps(int place, BitSet isTarget) {
            if (place < surface.firstStation()) {
                return keepsOnFoot(place) || keepsByStation(place);
            }
            int now = newOf[place - surface.firstStation()];
            if (now < 0) {
                return false;
            }
            if (time[place] == 0) {
                return isTarget.get(now);
            }
            // By the new arcs, from old places.
            for (int a = after.firstArc(now); a < after.firstArc(now + 1); a++) {
                int old = oldOf[after.arcTo(a)];
                if (old >= 0
                        && !lost.get(surface.firstStation() + old)
                        && time[surface.firstStation() + old] + after.arcS(a, !towards) == time[place]) {
                    return true;
                }
            }
            int cell = after.cell(now);
            return cell >= 0
                    && !lost.get(surface.padded(cell))
                    && time[surface.padded(cell)] + after.boardS(now) == time[place];
        }

        private boolean keepsOnFoot(int place) {
            return neighbourSupport(place, from -> !lost.get(from)) >= 0;
        }

        private boolean keepsByStation(int place) {
            int cell = surface.unpadded(place);
            for (int s = after.firstInCell(cell); s >= 0; s = after.nextInCell(s)) {
                int old = oldOf[s] < 0 ? -1 : surface.firstStation() + oldOf[s];
                if (old >= 0 && !lost.get(old) && time[old] + after.boardS(s) == time[place]) {
                    return true;
                }
            }
            return false;
        }

        /** Puts in doubt whatever the place offered its time on the old tracks. */
        private void eachServed(int place) {
            double from = time[place];
            if (place >= surface.firstStation()) {
                int station = place - surface.firstStation();
                for (int a = tracks.firstArc(station); a < tracks.firstArc(station + 1); a++) {
                    doubtIfServed(surface.firstStation() + tracks.arcTo(a), from + tracks.arcS(a, towards));
                }
                if (tracks.cell(station) >= 0 && surface.isGround(tracks.cell(station))) {
                    doubtIfServed(surface.padded(tracks.cell(station)), from + tracks.boardS(station));
                }
                return;
            }
            for (int s = tracks.firstInCell(surface.unpadded(place)); s >= 0; s = tracks.nextInCell(s)) {
                doubtIfServed(surface.firstStation() + s, from + tracks.boardS(s));
            }
            for (int k = 0; k < surface.directions(); k++) {
                int next = surface.neighbour(place, k);
                if (time[next] > from && surface.isGroundAt(next)) {
                    doubtIfServed(next, from + surface.stepTo(place, k, towards));
                }
            }
        }

        private void doubtIfServed(int place, double offered) {
            if (offered == time[place]) {
                doubt(place);
            }
        }

        /** Old times of what keeps them, in the new numbering; infinite elsewhere. */
        private double[] carriedOver() {
            double[] carried = Arrays.copyOf(time, surface.places(after));
            Arrays.fill(carried, surface.firstStation(), carried.length, Double.POSITIVE_INFINITY);
            for (int s = 0; s < oldOf.length; s++) {
                int old = oldOf[s] < 0 ? -1 : surface.firstStation() + oldOf[s];
                if (old >= 0 && !lost.get(old)) {
                    carried[surface.firstStation() + s] = time[old];
                }
            }
            for (int place = lost.nextSetBit(0);
                    place >= 0 && place < surface.firstStation();
                    place = lost.nextSetBit(place + 1)) {
                carried[place] = Double.POSITIVE_INFINITY;
            }
            return carried;
        }

        /** Lets everything spread again that has a time and stands beside what lost its own, or beside what is new. */
        private void offer(TimeField field, BitSet changed, Wave wave) {
            BitSet queued = new BitSet();
            for (int place = lost.nextSetBit(0); place >= 0; place = lost.nextSetBit(place + 1)) {
                if (place < surface.firstStation()) {
                    queueAround(place, field, queued);
                } else if (newOf[place - surface.firstStation()] >= 0) {
                    queueStation(newOf[place - surface.firstStation()], field, queued);
                }
            }
            for (int s = changed.nextSetBit(0); s >= 0; s = changed.nextSetBit(s + 1)) {
                queueStation(s, field, queued);
            }
            for (int place = queued.nextSetBit(0); place >= 0; place = queued.nextSetBit(place + 1)) {
                wave.add(place);
            }
        }

        private void queueAround(int place, TimeField field, BitSet queued) {
            for (int k = 0; k < surface.directions(); k++) {
                queue(surface.neighbour(place, k), field, queued);
            }
            for (int s = after.firstInCell(surface.unpadded(place)); s >= 0; s = after.nextInCell(s)) {
                queue(surface.firstStation() + s, field, queued);
            }
        }

        private void queueStation(int station, TimeField field, BitSet queued) {
            queue(surface.firstStation() + station, field, queued);
            for (int a = after.firstArc(station); a < after.firstArc(station + 1); a++) {
                queue(surface.firstStation() + after.arcTo(a), field, queued);
            }
            if (after.cell(station) >= 0) {
                queue(surface.padded(after.cell(station)), field, queued);
            }
        }

        private void queue(int place, TimeField field, BitSet queued) {
            if (field.time[place] < Double.POSITIVE_INFINITY) {
                queued.set(place);
            }
        }
    }
}
