package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.analysis.LimitCheck;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.terrain.Drainage;
import org.terrace.terrain.Slope;

/** Judges the pipes of one snapshot one by one. */
final class PipeJudge {
    private static final Derived.Key<PipeJudge> KEY = new Derived.Key<>("water.pipe_judge", PipeJudge.class);

    private static final BitSet NONE = new BitSet();
    private static final LineString EMPTY = Geometries.FACTORY.createLineString();

    private final ExposureRules rules;
    private final FeatureTable pipes;
    private final FeatureTable streams;
    private final FeatureTable roads;
    private final Optional<Drainage> drainage;
    private final Map<ExposureCause, Hazards> hazards = new EnumMap<>(ExposureCause.class);
    private final boolean tracksChecked;

    private PipeJudge(Assessment assessment, ExposureRules rules) {
        Region region = assessment.region();
        this.rules = rules;
        this.pipes = region.table(LayerKind.PIPE);
        this.streams = region.table(LayerKind.WATERCOURSE);
        this.roads = region.roads();
        this.tracksChecked = region.has(LayerKind.ROAD_SEGMENT);
        this.drainage = CountyDrainage.of(assessment);
        double pipeErrorM = rules.pipeErrorM();
        hazards.put(
                ExposureCause.STREAM,
                new Hazards(lines(streams, "kind", rules.streams()), rules.nearStreamM(), pipeErrorM));
        hazards.put(
                ExposureCause.STOCK_TRACK,
                new Hazards(lines(roads, "road_class", rules.tracks()), rules.crossingM() / 2, pipeErrorM));
        drainage.ifPresent(d -> {
            SegmentIndex.Builder gullies = new SegmentIndex.Builder();
            List<LineString> lines = CountyDrainage.lines(assessment, d).lines();
            for (int i = 0; i < lines.size(); i++) {
                gullies.add(i, lines.get(i));
            }
            // A flow line is known to a cell, and the pipe beside it to its own error.
            double cellM = Math.max(d.frame().cellSizeX(), d.frame().cellSizeY());
            hazards.put(ExposureCause.GULLY, new Hazards(gullies.build(), rules.nearStreamM(), pipeErrorM + cellM));
        });
    }

    static PipeJudge of(Assessment assessment) {
        ExposureRules rules = ExposureRules.of(assessment.standard());
        return assessment.derived().get(KEY, rules.toString(), () -> new PipeJudge(assessment, rules));
    }

    /** Lines of some kinds, without what passes over or under them. */
    private static SegmentIndex lines(FeatureTable table, String attribute, Set<String> kinds) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        Column.Codes kind = table.codesOf(attribute);
        for (int i = 0; i < table.size(); i++) {
            boolean lifted = table.kind() == LayerKind.ROAD_SEGMENT
                    && (table.codesOf("bridge").is(i, "yes")
                            || table.codesOf("tunnel").is(i, "yes"));
            if (!kind.isAbsent(i) && kinds.contains(kind.code(i)) && !lifted) {
                int row = i;
                table.geometry(i).ifPresent(line -> builder.add(row, line));
            }
        }
        return builder.build();
    }

    JudgedPipe judge(int row) {
        Column.Codes laying = pipes.codesOf("laying");
        if (laying.is(row, "buried")) {
            return JudgedPipe.plain(
                    Exposure.NOT_EXPOSED,
                    "buried",
                    pipes.geometry(row).map(line -> line.getLength()).orElse(Double.NaN));
        }
        boolean surface = laying.is(row, "surface") || pipes.codesOf("kind").is(row, "hose");
        PipeSamples pipe = pipes.geometry(row).map(PipeSamples::of).orElseGet(() -> PipeSamples.of(EMPTY));
        if (pipe.size() == 0) {
            return JudgedPipe.plain(Exposure.UNKNOWN, "no_line", Double.NaN);
        }
        if (drainage.isEmpty() && streams.size() == 0 && !tracksChecked) {
            return JudgedPipe.plain(Exposure.UNKNOWN, "nothing_to_judge_by", pipe.totalM());
        }
        JudgedPipe measured = measure(pipe);
        boolean clear = measured.exposure() == Exposure.NOT_EXPOSED;
        return surface || clear ? measured : measured.as(Exposure.UNKNOWN, "laying_not_known");
    }

    private JudgedPipe measure(PipeSamples pipe) {
        BitSet sure = new BitSet();
        BitSet possible = new BitSet();
        Map<ExposureCause, Double> byCause = new EnumMap<>(ExposureCause.class);
        List<JudgedPipe.Place> places = new ArrayList<>();
        for (ExposureCause cause : ExposureCause.values()) {
            Hazards.Found found = find(cause, pipe);
            byCause.put(cause, metres(pipe, found.sure()));
            // A gully beside a stream on the map is that stream as the model sees it: crossed once.
            addPlaces(cause, pipe, found, cause == ExposureCause.GULLY ? (BitSet) possible.clone() : NONE, places);
            sure.or(found.sure());
            possible.or(found.possible());
        }
        possible.andNot(sure);
        double exposedM = metres(pipe, sure);
        double borderlineM = metres(pipe, possible);
        Exposure exposure;
        String reason;
        if (exposedM > 0) {
            exposure = Exposure.EXPOSED;
            reason = "exposed_" + worst(byCause).code();
        } else if (borderlineM > 0) {
            exposure = Exposure.BORDERLINE;
            reason = "may_be_exposed";
        } else if (!underModel(pipe)) {
            exposure = streams.size() == 0 ? Exposure.UNKNOWN : Exposure.BORDERLINE;
            reason = "gullies_not_checked";
        } else {
            exposure = tracksChecked ? Exposure.NOT_EXPOSED : Exposure.BORDERLINE;
            reason = tracksChecked ? "not_exposed" : "tracks_not_checked";
        }
        return new JudgedPipe(exposure, reason, pipe.totalM(), exposedM, borderlineM, byCause, places);
    }

    private Hazards.Found find(ExposureCause cause, PipeSamples pipe) {
        Hazards lines = hazards.get(cause);
        if (lines != null) {
            return lines.along(pipe);
        }
        int n = pipe.size();
        Hazards.Found found = new Hazards.Found(new BitSet(n), new BitSet(n), new int[n], new int[n]);
        Arrays.fill(found.nearest(), -1);
        if (cause == ExposureCause.STEEP_SLOPE && drainage.isPresent()) {
            for (int i = 0; i < n; i++) {
                double degrees = Slope.degreesAt(drainage.get().grid(), pipe.x(i), pipe.y(i));
                // Steep is steeper than the limit: what keeps the limit is not.
                LimitCheck gentle = LimitCheck.atMost(degrees, rules.steepErrorDeg(), rules.steepDeg());
                found.sure().set(i, gentle == LimitCheck.BROKEN);
                found.possible().set(i, gentle == LimitCheck.BROKEN || gentle == LimitCheck.ERROR_CAN_FLIP);
            }
        }
        return found;
    }

    /** @param crossedElsewhere pieces beside which crossings are not counted again */
    private void addPlaces(
            ExposureCause cause,
            PipeSamples pipe,
            Hazards.Found found,
            BitSet crossedElsewhere,
            List<JudgedPipe.Place> places) {
        BitSet any = (BitSet) found.possible().clone();
        any.or(found.sure());
        IntFunction<String> code = code(cause);
        for (int first = any.nextSetBit(0); first >= 0; ) {
            int last = first;
            while (any.get(last + 1) && !pipe.begins(last + 1)) {
                last++;
            }
            BitSet sure = found.sure().get(first, last + 1);
            boolean exposed = !sure.isEmpty();
            int from = exposed ? first + sure.nextSetBit(0) : first;
            int to = exposed ? first + sure.length() - 1 : last;
            double metres = 0;
            int crossings = 0;
            for (int i = first; i <= last; i++) {
                metres += exposed && !found.sure().get(i) ? 0 : pipe.lengthM()[i];
                crossings += found.crossings()[i];
            }
            if (!crossedElsewhere.get(first, last + 1).isEmpty()) {
                crossings = 0;
            }
            int nearest = found.nearest()[(from + to) / 2];
            places.add(new JudgedPipe.Place(
                    cause, exposed, metres, nearest < 0 ? "" : code.apply(nearest), crossings, pipe.line(from, to)));
            first = any.nextSetBit(last + 1);
        }
    }

    /** The code of the stream or track that an edge belongs to. */
    private IntFunction<String> code(ExposureCause cause) {
        return switch (cause) {
            case STREAM -> edge -> streams.code(hazard(cause).lines().ownerOf(edge));
            case STOCK_TRACK -> edge -> roads.code(hazard(cause).lines().ownerOf(edge));
            case GULLY, STEEP_SLOPE -> edge -> "";
        };
    }

    private Hazards hazard(ExposureCause cause) {
        return Objects.requireNonNull(hazards.get(cause));
    }

    /** Whether the elevation model knows the ground, and its slope, along the whole pipe. */
    private boolean underModel(PipeSamples pipe) {
        return drainage.isPresent()
                && IntStream.range(0, pipe.size())
                        .noneMatch(
                                i -> Double.isNaN(Slope.degreesAt(drainage.get().grid(), pipe.x(i), pipe.y(i))));
    }

    private static double metres(PipeSamples pipe, BitSet pieces) {
        return pieces.stream().mapToDouble(i -> pipe.lengthM()[i]).sum();
    }

    /** The cause of most metres, of several the first. */
    private static ExposureCause worst(Map<ExposureCause, Double> byCause) {
        ExposureCause worst = ExposureCause.STREAM;
        for (ExposureCause cause : ExposureCause.values()) {
            if (byCause.getOrDefault(cause, 0.0) > byCause.getOrDefault(worst, 0.0)) {
                worst = cause;
            }
        }
        return worst;
    }
}
