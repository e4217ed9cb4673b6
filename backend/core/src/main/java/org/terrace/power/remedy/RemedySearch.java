package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.grid.AreaWorks;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.Level;

/**
 * Looks for the cheapest works that bring everybody of one area inside the limits, and for the cheapest per household gained.
 *
 * <p>Every combination of tap, balanced phases, a larger transformer and a second transformer at one of a few load centres is a start; from
 * each, lines are rewired one after another, always the one whose drop on the way to the worst house falls most for the money, until
 * everybody is inside or the start costs more than the best found. At the end every wire that turns out not to be needed is taken out
 * again. The order follows an estimate; what counts is the flow, run again after every step.
 */
final class RemedySearch {
    /** A start is given up after so many lines. */
    private static final int MOST_LINES = 60;

    private static final int MOST_SECONDS = 4;

    private final AreaDesign asItIs;
    private final RemedyRules rules;
    private final RemedyBill bill;
    private final Function<Coordinate, Optional<Spur>> spurs;
    private final Level level;
    private final AreaDesign.Outcome before;
    private Optional<Remedy> best = Optional.empty();
    private Optional<Remedy> cheapestGain = Optional.empty();

    /** @param spurs way of a 10 kV line to a place; empty where there is none */
    RemedySearch(
            AreaDesign asItIs,
            RemedyRules rules,
            RemedyBill bill,
            Function<Coordinate, Optional<Spur>> spurs,
            Level level) {
        this.asItIs = asItIs;
        this.rules = rules;
        this.bill = bill;
        this.spurs = spurs;
        this.level = level;
        this.before = solve(asItIs);
    }

    /** @param best of those that bring everybody inside. @param cheapestGain of all that were tried; may be the same */
    record Found(Optional<Remedy> best, Optional<Remedy> cheapestGain) {}

    /** Whether anybody is outside the limits, or the transformer carries more than it may. */
    boolean isNeeded() {
        return !before.fails().isEmpty() || before.kva() > asItIs.kva();
    }

    AreaDesign.Outcome before() {
        return before;
    }

    Found run() {
        for (Start start : starts()) {
            follow(start);
        }
        return new Found(best, cheapestGain);
    }

    private AreaDesign.Outcome solve(AreaDesign design) {
        return design.solve(level, rules.limits(), rules.hoursAllowed());
    }

    private record Start(AreaDesign design, Spur spur) {}

    private List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        for (AreaDesign tapped : taps()) {
            for (AreaDesign balanced : List.of(tapped, tapped.balanced())) {
                starts.add(new Start(enlarged(balanced), Spur.NONE));
            }
        }
        for (Start second : seconds()) {
            starts.add(second);
            starts.add(new Start(second.design.balanced(), second.spur));
        }
        starts.sort(Comparator.comparingDouble(s -> cost(s.design, s.spur)));
        return starts;
    }

    /**
     * As it is, and at every step that raises the voltage; where somebody has too much, also at those that lower it. A tap that is not on record is
     * set to a step by the same visit that reads it.
     */
    private List<AreaDesign> taps() {
        List<AreaDesign> designs = new ArrayList<>(List.of(asItIs));
        double now = asItIs.tapPercent();
        for (double step : rules.tapSteps()) {
            boolean lowers = step > now && hasTooMuch();
            if (Double.isNaN(now) || step < now || lowers) {
                designs.add(asItIs.withTap(step));
            }
        }
        return designs;
    }

    /** Whether anybody fails who is not too low. */
    private boolean hasTooMuch() {
        return before.fails().stream()
                .anyMatch(c -> before.highV()[c] > rules.limits().highV(asItIs.hasThreePhases(c)));
    }

    private AreaDesign enlarged(AreaDesign design) {
        double carried = solve(design).kva();
        if (!(carried > design.kva())) {
            return design;
        }
        for (double size : design.sizesKva()) {
            if (size >= carried) {
                return design.withKva(size);
            }
        }
        return design;
    }

    /** Second transformers at the load centres of what hangs below the sections on the way to the worst house. */
    private List<Start> seconds() {
        GridArea area = asItIs.area();
        int worst = worst(before);
        if (worst < 0) {
            return List.of();
        }
        List<Integer> way = new ArrayList<>();
        for (int n = area.customers().get(worst).node(); n > 0; n = area.parent(n)) {
            way.add(n);
        }
        List<Start> starts = new ArrayList<>();
        Set<Integer> centres = new HashSet<>();
        for (int k = 1; k <= MOST_SECONDS; k++) {
            int cut = way.isEmpty() ? 0 : way.get((way.size() - 1) * k / MOST_SECONDS);
            if (cut == 0 || area.customersBeyond(cut - 1) < 2) {
                continue;
            }
            int centre = LoadCentre.below(area, cut);
            if (centres.add(cut)) {
                spurs.apply(area.place(centre)).ifPresent(spur -> starts.add(new Start(second(cut, centre), spur)));
            }
        }
        return starts;
    }

    private AreaDesign second(int cut, int centre) {
        GridArea area = asItIs.area();
        double wanted = rules.kvaPerHousehold() * area.customersBeyond(cut - 1);
        double size = asItIs.sizesKva()[asItIs.sizesKva().length - 1];
        for (double made : asItIs.sizesKva()) {
            if (made >= wanted) {
                size = made;
                break;
            }
        }
        return asItIs.withSecond(new AreaDesign.Second(cut, centre, area.transformer() + "-new", size));
    }

    private double cost(AreaDesign design, Spur spur) {
        return RemedyBill.total(bill.of(design, spur)).usual();
    }

    private void follow(Start start) {
        AreaDesign design = start.design;
        Optional<Remedy> done = Optional.empty();
        for (int step = 0; step <= MOST_LINES; step++) {
            if (best.isPresent()
                    && cost(design, start.spur) >= best.get().cost().usual()) {
                return;
            }
            Remedy remedy = remedy(design, start.spur);
            consider(remedy);
            if (remedy.isWhole()) {
                done = Optional.of(remedy);
                break;
            }
            Optional<AreaDesign> next = rewire(design, remedy.outcome());
            if (next.isEmpty()) {
                return;
            }
            design = next.get();
        }
        done.map(this::withoutWhatIsNotNeeded).ifPresent(this::consider);
    }

    private Remedy remedy(AreaDesign design, Spur spur) {
        return Remedy.of(design, spur, bill.of(design, spur), before, solve(design));
    }

    private void consider(Remedy remedy) {
        if (remedy.isWhole()
                && best.filter(b -> b.cost().usual() <= remedy.cost().usual()).isEmpty()) {
            best = Optional.of(remedy);
        }
        if (remedy.net() > 0
                && !remedy.isOverloaded()
                && cheapestGain
                        .filter(b -> b.yuanPerGain() <= remedy.yuanPerGain())
                        .isEmpty()) {
            cheapestGain = Optional.of(remedy);
        }
    }

    /** The customer farthest below the limit; one without any voltage first. -1 when nobody fails. */
    private static int worst(AreaDesign.Outcome outcome) {
        int worst = -1;
        for (int c = outcome.fails().nextSetBit(0); c >= 0; c = outcome.fails().nextSetBit(c + 1)) {
            double v = outcome.lowV()[c];
            if (worst < 0 || Double.isNaN(v) || v < outcome.lowV()[worst]) {
                worst = c;
            }
            if (Double.isNaN(v)) {
                return c;
            }
        }
        return worst;
    }

    /** The line on the way to the worst house on which most is gained for the money, one size thicker or with three phases. */
    private Optional<AreaDesign> rewire(AreaDesign design, AreaDesign.Outcome outcome) {
        int worst = worst(outcome);
        if (worst < 0) {
            return Optional.empty();
        }
        GridArea area = AreaWorks.rewired(design.area(), design.wires());
        Optional<Move> move = Optional.empty();
        Set<String> seen = new HashSet<>();
        int node = area.customers().get(worst).node();
        for (int n = node; n > 0; n = area.parent(n)) {
            Section section = area.feeding(n);
            if (section.kind() == Section.Kind.LINE && seen.add(section.line())) {
                int above = area.parent(n) == 0 ? 3 : phasesAt(area, area.parent(n));
                for (AreaWorks.NewWire wire : options(design, section, above)) {
                    Move other = move(design, area, section, wire, n);
                    if (move.filter(m -> m.worth >= other.worth).isEmpty()) {
                        move = Optional.of(other);
                    }
                }
            }
        }
        return move.filter(m -> m.worth > 0).map(m -> design.withWire(m.line, m.wire));
    }

    private record Move(String line, AreaWorks.NewWire wire, double worth) {}

    private static int phasesAt(GridArea area, int node) {
        int phases = area.feeding(node).phases();
        return phases == 0 ? 3 : phases;
    }

    /** Thicker wires, with as many phases as now or with all three where three lead there. */
    private List<AreaWorks.NewWire> options(AreaDesign design, Section section, int phasesAbove) {
        int now = section.phases() == 0 ? phasesAbove : section.phases();
        double ohm = design.ohmPerKm(section);
        List<AreaWorks.NewWire> options = new ArrayList<>();
        for (double mm2 : rules.mm2()) {
            String conductor = rules.wireType() + "-" + (int) mm2;
            if (design.ohmPerKm(conductor) < ohm) {
                options.add(new AreaWorks.NewWire(conductor, now == 3 ? 3 : 1));
            }
            if (now < 3 && phasesAbove == 3 && design.ohmPerKm(conductor) <= ohm) {
                options.add(new AreaWorks.NewWire(conductor, 3));
            }
        }
        return options;
    }

    /** Estimate: ohms times customers beyond; the return doubles the ohms of a single phase, three phases share the current. */
    private Move move(AreaDesign design, GridArea area, Section section, AreaWorks.NewWire wire, int node) {
        boolean single = section.phases() != 0 && section.phases() < 3;
        double now = design.ohmPerKm(section) * (single ? 2 : 1.0 / 3);
        double then = design.ohmPerKm(wire.conductor()) * (wire.phases() < 3 ? 2 : 1.0 / 3);
        double gain = (now - then) * lineM(area, section.line(), node) * area.customersBeyond(node - 1);
        double money = Math.max(1, cost(asItIs.withWire(section.line(), wire), Spur.NONE));
        return new Move(section.line(), wire, gain / money);
    }

    /** Metres of a line on the way to a node. */
    private static double lineM(GridArea area, String line, int node) {
        double metres = 0;
        for (int n = node; n > 0; n = area.parent(n)) {
            metres += area.feeding(n).line().equals(line) ? area.feeding(n).lengthM() : 0;
        }
        return metres;
    }

    /** Takes out wires, the dearest first, as long as everybody stays inside. */
    private Remedy withoutWhatIsNotNeeded(Remedy whole) {
        Remedy now = whole;
        List<String> lines = whole.design().wires().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, AreaWorks.NewWire> e) -> -bill.lineM(e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        for (String line : lines) {
            Remedy less = remedy(now.design().withoutWire(line), whole.spur());
            now = less.isWhole() ? less : now;
        }
        return now;
    }
}
