package org.terrace.power.area;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.terrace.power.grid.AreaSplit;
import org.terrace.power.grid.AreaWorks;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.Level;

/**
 * An area as it would be after works on it, so that the flow can be run on it again: another tap, balanced phases, other wires, a larger
 * transformer, a second transformer. Does not change: every work gives another design.
 */
public final class AreaDesign {
    private final AreaInput base;
    private final double tapPercent;
    private final boolean balanced;
    private final double kva;
    private final Map<String, AreaWorks.NewWire> wires;
    private final Optional<Second> second;

    /** A second transformer. @param cut node whose feeding section is opened. @param root node where it stands */
    public record Second(int cut, int root, String code, double kva) {}

    private AreaDesign(
            AreaInput base,
            double tapPercent,
            boolean balanced,
            double kva,
            Map<String, AreaWorks.NewWire> wires,
            Optional<Second> second) {
        this.base = base;
        this.tapPercent = tapPercent;
        this.balanced = balanced;
        this.kva = kva;
        this.wires = Map.copyOf(wires);
        this.second = second;
    }

    /** The area as it is. */
    public static AreaDesign asItIs(Areas.Solved solved) {
        AreaInput input = solved.input();
        return new AreaDesign(
                input, input.supply().tapPercent(), false, input.supply().kva(), Map.of(), Optional.empty());
    }

    public AreaDesign withTap(double percent) {
        return new AreaDesign(base, percent, balanced, kva, wires, second);
    }

    /** Every customer on the phase that spreads the load most evenly. */
    public AreaDesign balanced() {
        return new AreaDesign(base, tapPercent, true, kva, wires, second);
    }

    public AreaDesign withKva(double size) {
        return new AreaDesign(base, tapPercent, balanced, size, wires, second);
    }

    public AreaDesign withWire(String line, AreaWorks.NewWire wire) {
        Map<String, AreaWorks.NewWire> more = new HashMap<>(wires);
        more.put(line, wire);
        return new AreaDesign(base, tapPercent, balanced, kva, more, second);
    }

    public AreaDesign withoutWire(String line) {
        Map<String, AreaWorks.NewWire> less = new HashMap<>(wires);
        less.remove(line);
        return new AreaDesign(base, tapPercent, balanced, kva, less, second);
    }

    public AreaDesign withSecond(Second transformer) {
        return new AreaDesign(base, tapPercent, balanced, kva, wires, Optional.of(transformer));
    }

    public GridArea area() {
        return base.area();
    }

    public double tapPercent() {
        return tapPercent;
    }

    public boolean isBalanced() {
        return balanced;
    }

    public double kva() {
        return kva;
    }

    /** By code of the line. */
    public Map<String, AreaWorks.NewWire> wires() {
        return wires;
    }

    public Optional<Second> second() {
        return second;
    }

    /** Of a section's wire, on record or assumed in the middle. */
    public double ohmPerKm(Section section) {
        return base.records()
                .wires()
                .find(section.conductor())
                .orElseGet(() -> base.assumed().line(base.records().wires(), Level.MIDDLE))
                .ohmPerKm();
    }

    /** @throws IllegalArgumentException when no file has the wire */
    public double ohmPerKm(String conductor) {
        return base.records()
                .wires()
                .find(conductor)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no wire " + conductor + ". Maybe power.project.wire_mm2 has one that data/grid has not"))
                .ohmPerKm();
    }

    /** Whether a customer is fed by three phases. */
    public boolean hasThreePhases(int customer) {
        return base.wishes().get(customer).phases() == 3;
    }

    /** A transformer's sizes that are made, ascending. */
    public double[] sizesKva() {
        return base.records().series().sizesKva();
    }

    /**
     * How the design does at one level. By customer of the area as it is.
     *
     * @param lowV NaN where the voltage collapses. @param fails who is outside the limits
     * @param kva that the old transformer carries. @param secondKva that the new one carries, 0 without
     */
    public record Outcome(double[] lowV, double[] highV, BitSet fails, double kva, double secondKva) {}

    public Outcome solve(Level level, VoltageLimits limits, double hoursAllowed) {
        int n = base.customers().size();
        Outcome all = new Outcome(new double[n], new double[n], new BitSet(), 0, 0);
        GridArea area = AreaWorks.rewired(base.area(), wires);
        Supply old = base.supply().withTap(tapPercent).withKva(kva);
        if (second.isEmpty()) {
            int[] everybody = IntStream.range(0, n).toArray();
            double carried = part(area, old, everybody, level, limits, hoursAllowed, all);
            return new Outcome(all.lowV, all.highV, all.fails, carried, 0);
        }
        Second added = second.get();
        AreaSplit split = AreaSplit.of(area, added.cut(), added.root(), added.code());
        double rest = part(split.rest(), old, split.restCustomers(), level, limits, hoursAllowed, all);
        double own = part(
                split.own(),
                Supply.planned(added.code(), added.kva()),
                split.ownCustomers(),
                level,
                limits,
                hoursAllowed,
                all);
        return new Outcome(all.lowV, all.highV, all.fails, rest, own);
    }

    /** On which phases its lines and customers would be; nothing where phases stay as they are. */
    public Phasing phasing() {
        if (!balanced) {
            return Phasing.NONE;
        }
        GridArea area = AreaWorks.rewired(base.area(), wires);
        if (second.isEmpty()) {
            return Phasing.of(input(
                    area,
                    base.supply(),
                    IntStream.range(0, base.customers().size()).toArray()));
        }
        AreaSplit split = AreaSplit.of(
                area, second.get().cut(), second.get().root(), second.get().code());
        return Phasing.of(input(split.rest(), base.supply(), split.restCustomers()))
                .and(Phasing.of(input(split.own(), base.supply(), split.ownCustomers())));
    }

    private AreaInput input(GridArea area, Supply supply, int[] customers) {
        List<HouseholdLoad> loads = new ArrayList<>();
        List<PhasePlan.Wish> wishes = new ArrayList<>();
        for (int k = 0; k < customers.length; k++) {
            PhasePlan.Wish wish = base.wishes().get(customers[k]);
            loads.add(base.customers().get(customers[k]));
            wishes.add(new PhasePlan.Wish(area.customers().get(k).node(), wish.share(), wish.phases(), wish.phase()));
        }
        return new AreaInput(area, supply, loads, wishes, base.peak(), base.records());
    }

    private double part(
            GridArea area,
            Supply supply,
            int[] customers,
            Level level,
            VoltageLimits limits,
            double hoursAllowed,
            Outcome into) {
        if (customers.length == 0) {
            return 0;
        }
        AreaInput input = input(area, supply, customers);
        if (balanced) {
            input = Phasing.of(input).applied(input);
        }
        AreaSolver.Check check = new AreaSolver(input, limits).check(level, hoursAllowed);
        for (int k = 0; k < customers.length; k++) {
            into.lowV[customers[k]] = check.low()[k];
            into.highV[customers[k]] = check.high()[k];
            into.fails.set(customers[k], check.fails().get(k));
        }
        return check.kva();
    }
}
