package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.SegmentIndex;
import org.terrace.power.grid.Attachment.Kind;
import org.terrace.power.grid.Attachment.Reason;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.region.Region;

/**
 * Where each household hangs: on the meter box that its record names; else on the end of a service drop; else on the nearest line of the
 * transformer that its record names; else on the nearest line. A transformer that no line begins at feeds whom the record gives it, and who
 * stands nearer to it than to any line.
 */
final class Attaching {
    private final FeatureTable households;
    private final FeatureTable facilities;
    private final Wires wires;
    private final int[] transformer;
    private final SlopeLengths slopes;
    private final GridRules rules;
    private final LineNames names;
    private final double[] errorM;
    private final WireIndex index;
    private final SegmentIndex transformers;
    private final DropEnds dropEnds;
    /** By facility: whether wires are fed by it, or name it. */
    private final boolean[] hasLines;

    private final Map<Integer, Optional<WireIndex.Place>> boxes = new HashMap<>();
    private final Map<Integer, List<Hook>> hooks = new TreeMap<>();
    private final Map<Integer, List<Integer>> estimated = new TreeMap<>();

    Attaching(
            Region region,
            DrawnLines lines,
            Feeding.Fed fed,
            SlopeLengths slopes,
            GridRules rules,
            double positionErrorM) {
        this.households = region.households();
        this.facilities = region.table(LayerKind.POWER_FACILITY);
        this.wires = fed.wires();
        this.transformer = fed.transformer();
        this.slopes = slopes;
        this.rules = rules;
        this.names = new LineNames(lines, facilities);
        this.errorM = PositionErrors.of(households, positionErrorM);
        this.index = new WireIndex(wires, lines);
        this.dropEnds = new DropEnds(wires, lines);
        this.hasLines = new boolean[facilities.size()];
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int t = 0; t < facilities.size(); t++) {
            if (Leads.isTransformer(facilities, t) && facilities.hasGeometry(t)) {
                builder.add(t, facilities.x(t), facilities.y(t));
            }
        }
        this.transformers = builder.build();
        Arrays.stream(transformer).filter(t -> t >= 0).forEach(t -> hasLines[t] = true);
        for (Wires.Wire wire : wires.wires) {
            int named = names.of(wire.line());
            if (named >= 0) {
                hasLines[named] = true;
            }
        }
    }

    /** By household. Call before {@link #hooks} and {@link #estimated}. */
    Attachment[] attach() {
        Attachment[] found = new Attachment[households.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = attach(i);
        }
        return found;
    }

    /** By transformer: who hangs on its drawn wires. */
    Map<Integer, List<Hook>> hooks() {
        return hooks;
    }

    /** By transformer without lines: rows of the households that it feeds. */
    Map<Integer, List<Integer>> estimated() {
        return estimated;
    }

    private Attachment attach(int i) {
        if (households.codesOf("house_status").is(i, "empty")
                || households.codesOf("house_status").is(i, "demolished")) {
            return new Attachment(Kind.NOT_A_CUSTOMER, Reason.NOT_LIVED_IN, "", false);
        }
        int recorded = facilities.rowOf(households.text("transformer_code").get(i));
        recorded = Leads.isTransformer(facilities, recorded) ? recorded : -1;
        if (households.codesOf("declared_power").is(i, "no")) {
            return nothing(Reason.NO_POWER_ON_RECORD, recorded);
        }
        Optional<Attachment> atBox = atMeterBox(i, recorded);
        if (atBox.isPresent()) {
            return atBox.get();
        }
        if (!households.hasGeometry(i)) {
            return nothing(Reason.NO_POSITION, recorded);
        }
        int of = recorded;
        Optional<WireIndex.Place> drop = dropEnds.nearest(
                households.at(i), rules.drawnM(), w -> of < 0 || transformer[w] == of || mayBeOf(w, of));
        if (drop.isPresent()) {
            return hang(i, drop.get(), Reason.SERVICE_DROP, Reason.SERVICE_DROP, recorded);
        }
        return recorded >= 0 ? onRecord(i, recorded) : nearest(i);
    }

    private Attachment nothing(Reason reason, int recorded) {
        return new Attachment(Kind.NOTHING, reason, recorded < 0 ? "" : facilities.code(recorded), false);
    }

    /** Whether a wire that nobody feeds could be of a transformer by what its line names. */
    private boolean mayBeOf(int w, int recorded) {
        int named = names.of(wires.wire(w).line());
        return transformer[w] == Feeding.NOBODY && (named < 0 || named == recorded);
    }

    /** Empty where no meter box on a line is on record. */
    private Optional<Attachment> atMeterBox(int i, int recorded) {
        int box = facilities.rowOf(households.text("meter_code").get(i));
        if (box < 0 || !facilities.codesOf("kind").is(box, "meter_box") || !facilities.hasGeometry(box)) {
            return Optional.empty();
        }
        Optional<WireIndex.Place> place =
                boxes.computeIfAbsent(box, b -> index.nearestWithin(facilities.at(b), rules.drawnM(), w -> true));
        return place.map(p -> {
            if (households.hasGeometry(i) && Plan.metres(households.at(i), p.at()) > rules.reachM()) {
                return nothing(Reason.METER_BOX_OUT_OF_REACH, recorded);
            }
            return hang(i, p, Reason.METER_BOX, Reason.METER_BOX_ASSUMED_DROP, recorded);
        });
    }

    private Attachment onRecord(int i, int recorded) {
        Coordinate house = households.at(i);
        Optional<WireIndex.Place> place =
                index.nearestWithin(house, rules.reachM(), w -> transformer[w] == recorded || mayBeOf(w, recorded));
        if (place.isPresent()) {
            return hang(i, place.get(), Reason.RECORDED_LINE, Reason.RECORDED_LINE_ASSUMED_DROP, recorded);
        }
        if (hasLines[recorded]) {
            return nothing(Reason.RECORDED_LINE_OUT_OF_REACH, recorded);
        }
        if (!facilities.hasGeometry(recorded) || Plan.metres(house, facilities.at(recorded)) > rules.estimateReachM()) {
            return nothing(Reason.RECORDED_TRANSFORMER_OUT_OF_REACH, recorded);
        }
        estimated.computeIfAbsent(recorded, k -> new ArrayList<>()).add(i);
        return new Attachment(Kind.ESTIMATED, Reason.ESTIMATED_RECORDED, facilities.code(recorded), false);
    }

    private Attachment nearest(int i) {
        Coordinate house = households.at(i);
        Optional<WireIndex.Place> place = index.nearestWithin(house, rules.reachM(), w -> true);
        int found = transformers.nearest(house.x, house.y);
        int nearest = found < 0 ? -1 : transformers.ownerOf(found);
        double lineM = place.map(WireIndex.Place::offM).orElse(Double.POSITIVE_INFINITY);
        if (nearest >= 0 && !hasLines[nearest] && lineM > rules.drawnM()) {
            double transformerM = Plan.metres(house, facilities.at(nearest));
            if (transformerM < lineM && transformerM <= rules.estimateReachM()) {
                estimated.computeIfAbsent(nearest, k -> new ArrayList<>()).add(i);
                boolean uncertain = transformers.within(house.x, house.y, transformerM + 2 * errorM[i]).length > 1;
                return new Attachment(Kind.ESTIMATED, Reason.ESTIMATED_NEAREST, facilities.code(nearest), uncertain);
            }
        }
        if (place.isPresent()) {
            return hang(i, place.get(), Reason.NEAREST_LINE, Reason.NEAREST_LINE_ASSUMED_DROP, -1);
        }
        return nothing(nearest < 0 ? Reason.NO_TRANSFORMER_ON_RECORD : Reason.NOTHING_IN_REACH, -1);
    }

    /** @param far the reason where the service drop is assumed */
    private Attachment hang(int i, WireIndex.Place place, Reason near, Reason far, int recorded) {
        int feeding = transformer[place.wire()];
        if (feeding == Feeding.NOBODY) {
            return nothing(Reason.LINE_FED_BY_NOBODY, recorded);
        }
        boolean hasPosition = households.hasGeometry(i);
        boolean drawn = !hasPosition || Plan.metres(households.at(i), place.at()) <= rules.drawnM();
        double dropM = hasPosition && drawn
                ? slopes.straight(place.at(), households.at(i)).metres()
                : 0;
        hooks.computeIfAbsent(feeding, k -> new ArrayList<>())
                .add(new Hook(
                        households.code(i),
                        place.wire(),
                        place.alongM(),
                        dropM,
                        drawn ? Optional.empty() : Optional.of(households.at(i))));
        boolean byNearness = recorded < 0 && near != Reason.METER_BOX;
        return new Attachment(
                drawn ? Kind.DRAWN : Kind.ASSUMED_DROP,
                drawn ? near : far,
                facilities.code(feeding),
                byNearness && couldBeOthers(i, place, feeding));
    }

    /** Moved by its error and to the other side, the house might be nearer to a wire of another area. */
    private boolean couldBeOthers(int i, WireIndex.Place place, int feeding) {
        IntPredicate others = w -> transformer[w] != feeding;
        return !index.within(households.at(i), place.offM() + 2 * errorM[i], others)
                .isEmpty();
    }
}
