package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A balanced three-phase network. Elements name their buses by position. @param hertz for the charging of lines */
public record PowerNetwork(
        double hertz,
        List<Bus> buses,
        List<Line> lines,
        List<Transformer> transformers,
        List<Impedance> impedances,
        List<Switch> switches,
        List<Load> loads,
        List<Load> feeds,
        List<Shunt> shunts,
        List<Source> sources,
        List<Generator> generators) {

    /** @throws IllegalArgumentException for an element at no bus, and for a switch at no end of its element */
    public PowerNetwork {
        buses = List.copyOf(buses);
        lines = List.copyOf(lines);
        transformers = List.copyOf(transformers);
        impedances = List.copyOf(impedances);
        switches = List.copyOf(switches);
        loads = List.copyOf(loads);
        feeds = List.copyOf(feeds);
        shunts = List.copyOf(shunts);
        sources = List.copyOf(sources);
        generators = List.copyOf(generators);
        int n = buses.size();
        lines.forEach(l -> requireBuses(n, "line", l.id(), l.from(), l.to()));
        transformers.forEach(t -> requireBuses(n, "transformer", t.id(), t.high(), t.low()));
        impedances.forEach(i -> requireBuses(n, "impedance", i.id(), i.from(), i.to()));
        loads.forEach(l -> requireBuses(n, "load", l.id(), l.bus()));
        feeds.forEach(l -> requireBuses(n, "feed", l.id(), l.bus()));
        shunts.forEach(s -> requireBuses(n, "shunt", s.id(), s.bus()));
        sources.forEach(s -> requireBuses(n, "source", s.id(), s.bus()));
        generators.forEach(g -> requireBuses(n, "generator", g.id(), g.bus()));
        for (Switch s : switches) {
            boolean fits = switch (s.kind()) {
                case BUS -> s.element() != s.bus() && s.element() < n;
                case LINE ->
                    lines.get(s.element()).from() == s.bus()
                            || lines.get(s.element()).to() == s.bus();
                case TRANSFORMER ->
                    transformers.get(s.element()).high() == s.bus()
                            || transformers.get(s.element()).low() == s.bus();
            };
            if (!fits) {
                throw new IllegalArgumentException("a switch at bus " + s.bus() + " joins no end of its " + s.kind());
            }
        }
    }

    private static void requireBuses(int n, String kind, String id, int... buses) {
        if (IntStream.of(buses).anyMatch(b -> b < 0 || b >= n)) {
            throw new IllegalArgumentException(kind + " " + id + " stands at no bus");
        }
    }

    /** At 50 Hz. */
    public static Builder builder() {
        return new Builder(50);
    }

    public static Builder builder(double hertz) {
        return new Builder(hertz);
    }

    /** Collects the elements; a bus comes before what stands at it. */
    public static final class Builder {
        private final double hertz;
        private final List<Bus> buses = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Transformer> transformers = new ArrayList<>();
        private final List<Impedance> impedances = new ArrayList<>();
        private final List<Switch> switches = new ArrayList<>();
        private final List<Load> loads = new ArrayList<>();
        private final List<Load> feeds = new ArrayList<>();
        private final List<Shunt> shunts = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<Generator> generators = new ArrayList<>();

        private Builder(double hertz) {
            this.hertz = hertz;
        }

        /** @return its position */
        public int bus(Bus bus) {
            buses.add(bus);
            return buses.size() - 1;
        }

        /** @return its position */
        public int bus(String id, double nominalKv) {
            return bus(new Bus(id, nominalKv, true));
        }

        /** @return its position */
        public int line(Line line) {
            lines.add(line);
            return lines.size() - 1;
        }

        /** @return its position */
        public int transformer(Transformer transformer) {
            transformers.add(transformer);
            return transformers.size() - 1;
        }

        public Builder impedance(Impedance impedance) {
            impedances.add(impedance);
            return this;
        }

        public Builder joint(Switch joint) {
            switches.add(joint);
            return this;
        }

        public Builder load(Load load) {
            loads.add(load);
            return this;
        }

        /** Fed in at a given power, as a load with negative numbers. */
        public Builder feed(Load feed) {
            feeds.add(feed);
            return this;
        }

        public Builder shunt(Shunt shunt) {
            shunts.add(shunt);
            return this;
        }

        public Builder source(Source source) {
            sources.add(source);
            return this;
        }

        public Builder generator(Generator generator) {
            generators.add(generator);
            return this;
        }

        /** A line that was added. */
        public Line lineAt(int position) {
            return lines.get(position);
        }

        /** A transformer that was added. */
        public Transformer transformerAt(int position) {
            return transformers.get(position);
        }

        public PowerNetwork build() {
            return new PowerNetwork(
                    hertz, buses, lines, transformers, impedances, switches, loads, feeds, shunts, sources, generators);
        }
    }
}
