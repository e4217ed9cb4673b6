package org.terrace.power.area;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.ByLevel;
import org.terrace.power.load.Level;

/** What is to be told of a solved area: its transformer, its feeders, its sections; at the middle level where nothing else is said. */
public final class AreaReport {
    private final AreaInput input;
    private final AreaVolts volts;

    private AreaReport(AreaInput input, AreaVolts volts) {
        this.input = input;
        this.volts = volts;
    }

    public static AreaReport of(Areas.Solved solved) {
        return new AreaReport(solved.input(), solved.volts());
    }

    /**
     * One of the trunks that leave the transformer.
     *
     * @param transformer code. @param number from 1; 0 for those who hang on what several share
     * @param lowestV of its customers; NaN where one's voltage collapses. @param collapsed customers whose voltage does
     * @param at the house of the lowest voltage, or where it is connected
     */
    public record Feeder(
            String transformer,
            int number,
            List<Customer> customers,
            double lowestV,
            double lowestUnfavourableV,
            String lowestHousehold,
            int collapsed,
            double wireM,
            Coordinate at) {
        public Feeder {
            customers = List.copyOf(customers);
        }
    }

    public GridArea area() {
        return input.area();
    }

    public AreaPeak.Source load() {
        return volts.peak.source();
    }

    /** Whether the transformer's size is on record. */
    public boolean isSized() {
        return input.supply().isSized();
    }

    public ByLevel loadingPercent() {
        return ByLevel.of(level -> 100 * volts.infeedKva(level) / volts.plate.kva());
    }

    public double peakKw() {
        return volts.infeedKw(Level.MIDDLE);
    }

    public double lossKw() {
        return volts.lossKw;
    }

    /** NaN where nobody draws. */
    public double lossPercent() {
        double infeed = volts.infeedKw(Level.MIDDLE);
        return infeed > 0 ? 100 * volts.lossKw / infeed : Double.NaN;
    }

    /** Negative over positive sequence at the low-voltage side of the transformer. */
    public double unbalancePercent() {
        return volts.unbalancePercent;
    }

    public double lowestV() {
        return lowest(Level.MIDDLE, c -> true);
    }

    public double lowestUnfavourableV() {
        return lowest(Level.UNFAVOURABLE, c -> true);
    }

    private double lowest(Level level, IntPredicate of) {
        return IntStream.range(0, input.area().customers().size())
                .filter(of)
                .mapToDouble(c -> volts.low(level)[c])
                .reduce(Math::min)
                .orElse(Double.NaN);
    }

    /** Those that feed anybody, by their numbers. */
    public List<Feeder> feeders() {
        List<Feeder> feeders = new ArrayList<>();
        for (int f = 0; f <= input.area().feeders(); f++) {
            int number = f;
            List<Customer> own = input.area().customers().stream()
                    .filter(c -> feederOf(c) == number)
                    .toList();
            if (!own.isEmpty()) {
                feeders.add(feeder(number, own));
            }
        }
        return feeders;
    }

    private Feeder feeder(int number, List<Customer> own) {
        int worst = -1;
        int collapsed = 0;
        double[] low = volts.low(Level.MIDDLE);
        for (int c = 0; c < low.length; c++) {
            if (feederOf(input.area().customers().get(c)) == number) {
                boolean gone = volts.collapsed(Level.MIDDLE).get(c);
                collapsed += gone ? 1 : 0;
                if (worst < 0 || (gone && !volts.collapsed(Level.MIDDLE).get(worst)) || low[c] < low[worst]) {
                    worst = c;
                }
            }
        }
        Customer lowest = input.area().customers().get(worst);
        IntPredicate isOwn = c -> feederOf(input.area().customers().get(c)) == number;
        double wire = input.area().sections().stream()
                .filter(s -> s.feeder() == number)
                .mapToDouble(s -> s.lengthM())
                .sum();
        return new Feeder(
                input.area().transformer(),
                number,
                own,
                lowest(Level.MIDDLE, isOwn),
                lowest(Level.UNFAVOURABLE, isOwn),
                lowest.household(),
                collapsed,
                wire,
                input.area().place(lowest.node()));
    }

    private int feederOf(Customer customer) {
        return input.area().feederOf(customer);
    }

    /** V at the lower end of a section of the tree, lowest of its phases; NaN where the voltage collapses. */
    public double endV(int section) {
        return volts.endVolts[section];
    }

    public double dropV(int section) {
        return volts.dropVolts[section];
    }

    /** A at the peak of the section's own customers. */
    public double amperes(int section) {
        return volts.amps[section];
    }

    /** Those who draw. */
    public int customersBeyond(int section) {
        return volts.drawing[section];
    }

    /** kW at the peak of the section's own customers. */
    public double sectionKw(int section) {
        return volts.sectionKw[section];
    }

    public Wire wire(int section) {
        return volts.wires[section];
    }

    public boolean isWireRecorded(int section) {
        return volts.wireRecorded[section];
    }
}
