package org.terrace.power.area;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.PowerGrid;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.region.Change;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.Standard;

/**
 * All transformer areas of a snapshot, solved. An area of which nothing changed since an earlier snapshot is taken from there: each is
 * solved for itself and from the start, so that it comes out the same.
 */
public final class Areas {
    private static final Derived.Key<Areas> KEY = new Derived.Key<>("power.areas", Areas.class);

    private final PowerGrid grid;
    private final Map<String, Solved> byTransformer;
    private final Region region;
    /** Where areas were taken from an earlier snapshot: that one, and the transformers of the others. */
    private final Optional<Since> since;

    private record Since(Region region, Set<String> anew) {}

    /**
     * @param key all that the voltages follow from, settings and data files apart
     * @param measured by customer
     */
    public record Solved(Key key, AreaInput input, double[] measured, AreaVolts volts) {
        public GridArea area() {
            return input.area();
        }

        /** Whether the load was calibrated to measured volts. */
        public boolean isFitted() {
            return input.peak().source() == AreaPeak.Source.MEASURED_VOLTS;
        }

        /**
         * The load of some of the customers as the record of a transformer that feeds them alone would have it; empty where it is not of the
         * transformer's record.
         */
        public Map<String, Object> loadRecords(Region region, Predicate<Customer> some) {
            List<HouseholdLoad> those = IntStream.range(0, input.customers().size())
                    .filter(c -> some.test(area().customers().get(c)))
                    .mapToObj(input.customers()::get)
                    .toList();
            if (those.isEmpty()) {
                return Map.of();
            }
            return switch (input.peak().source()) {
                case PEAK_CURRENT, MEASURED_VOLTS ->
                    Map.of("peak_current_a", input.peak().amperes(those, input.rules()));
                case TRANSFORMER_ENERGY -> {
                    FeatureTable facilities = region.table(LayerKind.POWER_FACILITY);
                    double kwh = facilities.numbers("monthly_kwh").get(facilities.rowOf(area().transformer()));
                    yield Map.of("monthly_kwh", kwh * AreaPeak.shareOfEnergy(those, input.customers()));
                }
                case HOUSEHOLD_METERS, ASSUMED -> Map.of();
            };
        }
    }

    private record Key(
            String area, Supply supply, List<?> customers, List<?> wishes, AreaPeak peak, List<Double> measured) {}

    private Areas(PowerGrid grid, Map<String, Solved> byTransformer, Region region, Optional<Since> since) {
        this.grid = grid;
        this.since = since;
        this.region = region;
        this.byTransformer = Collections.unmodifiableMap(byTransformer);
    }

    /** Made once for all who ask. */
    public static Areas of(Assessment assessment) {
        String detail = detail(assessment);
        return assessment.derived().get(KEY, detail, () -> make(assessment, detail));
    }

    private static String detail(Assessment assessment) {
        StringBuilder detail = new StringBuilder(assessment.standard().values());
        assessment
                .reference()
                .of(Wires.FOLDER)
                .forEach(d -> detail.append(d.name()).append(d.contentHash()));
        return detail.toString();
    }

    private static Areas make(Assessment assessment, String detail) {
        PowerGrid grid = PowerGrid.of(assessment);
        AreaRecords records = new AreaRecords(assessment.region(), assessment.reference());
        Optional<Areas> before = assessment.derived().earlier(KEY, detail);
        Map<String, Solved> earlier = before.map(a -> a.byTransformer).orElse(Map.of());
        Map<String, Solved> kept =
                before.map(a -> a.untouched(assessment.region(), grid)).orElse(Map.of());
        Standard standard = assessment.standard();
        List<GridArea> areas = List.copyOf(grid.areas().values());
        Solved[] solved = new Solved[areas.size()];
        IntStream.range(0, solved.length).parallel().forEach(i -> {
            assessment.deadline().check();
            Solved same = kept.get(areas.get(i).transformer());
            solved[i] = same == null ? solve(areas.get(i), records, earlier, standard) : same;
        });
        Map<String, Solved> all = new TreeMap<>();
        for (int i = 0; i < solved.length; i++) {
            all.put(areas.get(i).transformer(), solved[i]);
        }
        Set<String> anew = new TreeSet<>(all.keySet());
        anew.removeAll(kept.keySet());
        return new Areas(grid, all, assessment.region(), before.map(a -> new Since(a.region, anew)));
    }

    /**
     * Transformers of the areas that may be other than in an earlier snapshot; empty where it is not known, or where the drawing is another.
     */
    public Optional<Set<String>> anewSince(Change change) {
        return since.filter(s -> s.region == change.before() && PowerGrid.isSameDrawing(change, region))
                .map(s -> Collections.unmodifiableSet(s.anew));
    }

    /** Areas of another snapshot's that are the very same there, with the same records of their transformer and customers. */
    private Map<String, Solved> untouched(Region other, PowerGrid otherGrid) {
        Change change = Change.between(region, other);
        Change.Edits households = change.of(LayerKind.HOUSEHOLD);
        Change.Edits facilities = change.of(LayerKind.POWER_FACILITY);
        // Rows are held by number.
        if (!households.added().isEmpty() || !households.removed().isEmpty()) {
            return Map.of();
        }
        Set<String> editedHouseholds = Set.copyOf(households.edited());
        Set<String> editedFacilities = Set.copyOf(facilities.edited());
        Map<String, Solved> untouched = new HashMap<>();
        byTransformer.forEach((transformer, solved) -> {
            boolean same = otherGrid
                            .findArea(transformer)
                            .filter(a -> a == solved.area())
                            .isPresent()
                    && !editedFacilities.contains(transformer)
                    && (editedHouseholds.isEmpty()
                            || solved.area().customers().stream()
                                    .noneMatch(c -> editedHouseholds.contains(c.household())));
            if (same) {
                untouched.put(transformer, solved);
            }
        });
        return untouched;
    }

    private static Solved solve(GridArea area, AreaRecords records, Map<String, Solved> earlier, Standard standard) {
        AreaInput input = records.of(area);
        double[] measured = records.measured(area);
        Key key = new Key(
                area.contentKey(),
                input.supply(),
                input.customers().stream()
                        .map(c -> List.of(c.share(), c.sure(), c.machineKw()))
                        .toList(),
                input.wishes(),
                input.peak(),
                Arrays.stream(measured).boxed().toList());
        Solved before = earlier.get(area.transformer());
        if (before != null && before.key.equals(key)) {
            return new Solved(key, input.withPeak(before.input.peak()), measured, before.volts);
        }
        AreaInput fitted = input;
        if (!input.peak().source().isCalibrated()) {
            fitted = MeasuredVolts.fit(
                            input,
                            measured,
                            (int) standard.number("power.load.min_measured_households"),
                            standard.number("power.load.volts_error_percent"))
                    .map(input::withPeak)
                    .orElse(input);
        }
        return new Solved(key, fitted, measured, new AreaSolver(fitted, VoltageLimits.of(standard)).solve());
    }

    public PowerGrid grid() {
        return grid;
    }

    /** By the code of their transformer, in its order. */
    public Map<String, Solved> byTransformer() {
        return byTransformer;
    }

    /** By the code of the household: its voltage as computed; those that nothing feeds are missing. */
    public Map<String, CustomerVolts> customers() {
        return customers(byTransformer.keySet());
    }

    /** @param transformers of areas */
    public Map<String, CustomerVolts> customers(Set<String> transformers) {
        Map<String, CustomerVolts> all = new HashMap<>();
        transformers.forEach(transformer -> {
            Solved solved = Objects.requireNonNull(byTransformer.get(transformer));
            List<Customer> customers = solved.input().area().customers();
            for (int c = 0; c < customers.size(); c++) {
                all.put(customers.get(c).household(), CustomerVolts.of(solved, c));
            }
        });
        return all;
    }
}
