package org.terrace.hydraulics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is wrong at a moment, with the places. */
final class Troubles {
    private final Moment at;

    Troubles(Moment at) {
        this.at = at;
    }

    SteadyState.Trouble notBalanced(double error) {
        int[] worst = IntStream.range(0, at.links.length)
                .filter(k -> !at.isShut(k))
                .boxed()
                .sorted((a, b) -> Double.compare(unbalanced(b), unbalanced(a)))
                .limit(5)
                .mapToInt(k -> k)
                .toArray();
        return new SteadyState.Trouble(
                SteadyState.Kind.NOT_BALANCED,
                Arrays.stream(worst).mapToObj(k -> at.links[k].id()).toList(),
                error);
    }

    private double unbalanced(int k) {
        return Math.abs(at.y[k] - at.p[k] * (at.head[at.links[k].from()] - at.head[at.links[k].to()]));
    }

    Optional<SteadyState.Trouble> cutOff() {
        int[] cut = IntStream.range(0, at.nodes.length)
                .filter(i -> at.unknown[i] >= 0 && !at.reached[i] && (at.drawn[i] != 0 || at.opening[i] != 0))
                .toArray();
        return cut.length == 0
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.CUT_OFF,
                        Arrays.stream(cut).mapToObj(i -> at.nodes[i].id()).toList(),
                        Arrays.stream(cut).mapToDouble(i -> at.drawn[i]).sum()));
    }

    Optional<SteadyState.Trouble> weakPumps() {
        int[] weak = IntStream.range(0, at.links.length)
                .filter(k -> at.state[k] == LinkState.CANNOT_LIFT)
                .toArray();
        if (weak.length == 0) {
            return Optional.empty();
        }
        Link.Pump first = (Link.Pump) at.links[weak[0]];
        double lift = at.head[first.to()] - at.head[first.from()];
        return Optional.of(new SteadyState.Trouble(
                SteadyState.Kind.PUMP_TOO_WEAK,
                Arrays.stream(weak).mapToObj(k -> at.links[k].id()).toList(),
                lift - first.curve().shutoffM() * at.setting[weak[0]] * at.setting[weak[0]]));
    }

    Optional<SteadyState.Trouble> exceeded() {
        int[] over = IntStream.range(0, at.links.length)
                .filter(k -> at.onlyWay[k]
                        && at.links[k] instanceof Link.Valve v
                        && v.kind() == Link.ValveKind.FLOW_CONTROL
                        && at.flow[k] > at.setting[k] + LinkRules.FLOW_TOLERANCE_M3_PER_S)
                .toArray();
        return over.length == 0
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.VALVE_EXCEEDED,
                        Arrays.stream(over).mapToObj(k -> at.links[k].id()).toList(),
                        at.flow[over[0]] - at.setting[over[0]]));
    }

    /** As EPANET warns of. */
    Optional<SteadyState.Trouble> beyondCurve() {
        int[] far = IntStream.range(0, at.links.length)
                .filter(k -> !at.isShut(k) && at.flow[k] > most(k) + LinkRules.FLOW_TOLERANCE_M3_PER_S)
                .toArray();
        return far.length == 0
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.PUMP_BEYOND_CURVE,
                        Arrays.stream(far).mapToObj(k -> at.links[k].id()).toList(),
                        most(far[0])));
    }

    /** By the laws of affinity. */
    private double most(int k) {
        return at.links[k] instanceof Link.Pump pump
                ? pump.curve().mostM3PerS() * at.setting[k]
                : Double.POSITIVE_INFINITY;
    }

    Optional<SteadyState.Trouble> negative(double[] heads) {
        return negative(heads, SteadyState.Kind.NEGATIVE_PRESSURE, true);
    }

    Optional<SteadyState.Trouble> negativeOnTheWay(double[] heads) {
        return negative(heads, SteadyState.Kind.NEGATIVE_ON_THE_WAY, false);
    }

    private Optional<SteadyState.Trouble> negative(double[] heads, SteadyState.Kind kind, boolean drawing) {
        List<Integer> low = IntStream.range(0, at.nodes.length)
                .filter(i -> at.unknown[i] >= 0 && at.drawn[i] > 0 == drawing && heads[i] < at.elevation(i))
                .boxed()
                .sorted((a, b) -> Double.compare(heads[a] - at.elevation(a), heads[b] - at.elevation(b)))
                .toList();
        return low.isEmpty()
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        kind,
                        low.stream().map(i -> at.nodes[i].id()).toList(),
                        heads[low.get(0)] - at.elevation(low.get(0))));
    }
}
