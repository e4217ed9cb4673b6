package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.network.Noding;
import org.terrace.region.Change;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The low-voltage network of a county: an area for every transformer that feeds anything or anybody, how each household hangs on it, and what
 * in the drawing is to be looked at. Made once for a snapshot and never changed.
 */
public final class PowerGrid {
    private static final Derived.Key<PowerGrid> KEY = new Derived.Key<>("power.grid", PowerGrid.class);

    private final DrawnLines lines;
    private final Map<String, GridArea> areas = new TreeMap<>();
    private final Attachment[] attachments;
    private final Map<String, Customer> customers = new HashMap<>();
    /** By transformer, of those with lines: what the area was made from, and what was wrong in it. */
    private final Map<String, AreaTree> trees = new TreeMap<>();

    private final Map<String, List<Fault>> inAreas = new TreeMap<>();
    /** Elsewhere. */
    private final List<Fault> faults = new ArrayList<>();

    private final Region region;
    private final Feeding.Fed fed;
    private final WireLengths lengths;
    private final Estimates estimates;

    /** Of a snapshot; made once for all who ask. */
    public static PowerGrid of(Assessment assessment) {
        GridRules rules = GridRules.of(assessment.standard());
        double positionErrorM = assessment.standard().number("household.position_error_m");
        String settings = rules + "/" + positionErrorM;
        return assessment
                .derived()
                .get(
                        KEY,
                        settings,
                        () -> make(
                                assessment.region(),
                                rules,
                                positionErrorM,
                                assessment.derived().earlier(KEY, settings)));
    }

    private static PowerGrid make(Region region, GridRules rules, double positionErrorM, Optional<PowerGrid> earlier) {
        if (earlier.isPresent()) {
            Change change = Change.between(earlier.get().region, region);
            if (SameDrawing.is(change, region)) {
                return new PowerGrid(region, earlier.get(), SameDrawing.editedLines(change));
            }
        }
        return new PowerGrid(region, rules, positionErrorM, earlier);
    }

    /** The same drawing with other records of some lines. */
    private PowerGrid(Region region, PowerGrid same, Set<String> edited) {
        this.region = region;
        this.lines = same.lines;
        this.attachments = same.attachments;
        this.fed = same.fed;
        this.lengths = same.lengths;
        this.estimates = same.estimates;
        areas.putAll(same.areas);
        customers.putAll(same.customers);
        trees.putAll(same.trees);
        inAreas.putAll(same.inAreas);
        faults.addAll(same.faults);
        FeatureTable table = region.table(LayerKind.POWER_LINE);
        same.trees.forEach((transformer, tree) -> {
            if (!edited.isEmpty() && tree.has(edited)) {
                put(transformer, tree.with(table, edited));
            }
        });
    }

    private void put(String transformer, AreaTree tree) {
        trees.put(transformer, tree);
        areas.put(transformer, tree.area());
        inAreas.put(transformer, tree.faults());
    }

    /** @param earlier of another snapshot under the same settings */
    PowerGrid(Region region, GridRules rules, double positionErrorM, Optional<PowerGrid> earlier) {
        this.region = region;
        FeatureTable facilities = region.table(LayerKind.POWER_FACILITY);
        SlopeLengths slopes = new SlopeLengths(region.elevation(), rules);
        this.lines = new DrawnLines(region, rules.snapM());
        this.lengths = new WireLengths(lines, slopes);

        Noding.Noded noded = Noding.of(lines.lines, lines.levels, new Overhead(), rules.snapM());
        DrawingFaults drawing = new DrawingFaults(noded.faults(), lines);
        Wires drawn = Wires.of(noded.network(), lines, drawing.jointLines());
        DrawnTwice twice = new DrawnTwice(drawn, lines);
        Wires once = drawn.only(twice.kept);
        PoleJoints.Added withPoles = PoleJoints.add(once, lines, drawing.joints());
        Leads.Joined joined = new Leads(withPoles.wires(), lines, facilities, rules).joined();
        Gaps.Closed closed = Gaps.close(joined.wires(), joined.nodeOf(), withPoles.joints());
        this.fed = Feeding.of(closed, joined.nodeOf(), lines, facilities, lengths);

        Attaching attaching = new Attaching(region, lines, fed, slopes, rules, positionErrorM);
        this.attachments = attaching.attach();
        Map<Integer, List<Integer>> wiresOf = new TreeMap<>();
        for (int w = 0; w < fed.wires().count(); w++) {
            wiresOf.computeIfAbsent(fed.transformer()[w], k -> new ArrayList<>())
                    .add(w);
        }
        wiresOf.forEach((t, own) -> {
            if (t != Feeding.NOBODY) {
                AreaTree tree = new DrawnArea(
                                facilities.code(t),
                                fed.wires(),
                                lines,
                                lengths,
                                own,
                                joined.nodeOf()[t],
                                attaching.hooks().getOrDefault(t, List.of()))
                        .tree();
                put(facilities.code(t), tree);
            }
        });
        this.estimates = Estimates.of(region, attaching.estimated(), slopes, earlier.map(before -> before.estimates));
        areas.putAll(estimates.areas());
        areas.values().forEach(a -> a.customers().forEach(c -> customers.put(c.household(), c)));

        faults.addAll(drawing.others(fed));
        faults.addAll(twice.faults);
        faults.addAll(joined.faults());
        faults.addAll(closed.faults());
        faults.addAll(fed.faults());
        faults.addAll(new Unfed(region, lines, fed, lengths, rules).faults());
        faults.addAll(withoutLines(facilities, wiresOf.keySet()));
    }

    /** Transformers that no wire begins at, and that none can begin at because nobody knows where they stand. */
    private static List<Fault> withoutLines(FeatureTable facilities, Set<Integer> feeding) {
        List<Fault> faults = new ArrayList<>();
        for (int t = 0; t < facilities.size(); t++) {
            if (!Leads.isTransformer(facilities, t) || feeding.contains(t)) {
                continue;
            }
            faults.add(
                    facilities.hasGeometry(t)
                            ? Fault.at(Fault.Kind.TRANSFORMER_WITHOUT_LINES, facilities.code(t), "", facilities.at(t))
                            : Fault.at(Fault.Kind.TRANSFORMER_NOWHERE, facilities.code(t), "", Fault.NOWHERE));
        }
        return faults;
    }

    /** Whether nothing is drawn, moved or hung otherwise. */
    public static boolean isSameDrawing(Change change, Region after) {
        return SameDrawing.is(change, after);
    }

    /** Areas by the code of their transformer; without those of transformers that feed nothing and nobody. */
    public Map<String, GridArea> areas() {
        return Collections.unmodifiableMap(areas);
    }

    public Optional<GridArea> findArea(String transformer) {
        return Optional.ofNullable(areas.get(transformer));
    }

    /** How a household hangs on the network, by its row. */
    public Attachment attachment(int household) {
        return attachments[household];
    }

    /** The household in its area; empty where nothing feeds it. */
    public Optional<Customer> findCustomer(String household) {
        return Optional.ofNullable(customers.get(household));
    }

    /** In no order that means anything. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        inAreas.values().forEach(all::addAll);
        return all;
    }

    /** The points of a section, from its upper end to its lower one. */
    public List<Coordinate> course(GridArea area, Section section) {
        if (!section.course().isEmpty()) {
            return section.course();
        }
        return Double.isNaN(section.fromM())
                ? List.of(area.place(section.from()), area.place(section.to()))
                : lines.course(lines.table.rowOf(section.line()), section.fromM(), section.toM());
    }

    /** By row of the power lines: whether it takes part, being of low voltage and usable. */
    public boolean isWire(int line) {
        return lines.vertices(line) > 0;
    }

    /** Wire of each line along the slope, in metres, by who feeds it: code of the transformer, or "" for nobody. */
    public List<Map<String, Double>> wireByLine(FeatureTable facilities) {
        List<Map<String, Double>> by = new ArrayList<>();
        for (int row = 0; row < lines.rows(); row++) {
            by.add(new TreeMap<>());
        }
        for (int w = 0; w < fed.wires().count(); w++) {
            Wires.Wire wire = fed.wires().wire(w);
            if (wire.kind() == Wires.Kind.DRAWN) {
                int t = fed.transformer()[w];
                by.get(wire.line())
                        .merge(
                                t < 0 ? "" : facilities.code(t),
                                lengths.of(fed.wires(), w).metres(),
                                Double::sum);
            }
        }
        return by;
    }
}
