package org.terrace.power.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrace.power.grid.AreaWorks;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.Conductor;

/**
 * Phases as they spread an area's load most evenly.
 *
 * @param ofLine a, b or c by code of a single-phase line. @param ofHousehold the same by code of a single-phase customer
 */
public record Phasing(Map<String, String> ofLine, Map<String, String> ofHousehold) {
    public static final Phasing NONE = new Phasing(Map.of(), Map.of());

    public Phasing {
        ofLine = Map.copyOf(ofLine);
        ofHousehold = Map.copyOf(ofHousehold);
    }

    /** What is on record of phases is not asked. */
    static Phasing of(AreaInput input) {
        Map<String, String> none = new HashMap<>();
        input.area().sections().forEach(s -> none.put(s.line(), ""));
        List<PhasePlan.Wish> open = input.wishes().stream()
                .map(w -> new PhasePlan.Wish(w.node(), w.share(), w.phases(), ""))
                .toList();
        GridArea area = AreaWorks.phased(input.area(), none);
        PhasePlan plan = PhasePlan.of(area, open, input.assumed(), Level.MIDDLE);
        Map<String, String> lines = new HashMap<>();
        for (Section s : area.sections()) {
            List<Conductor> phases = plan.ofNode().get(s.to());
            if (phases.size() == 1 && s.kind() == Section.Kind.LINE) {
                lines.put(s.line(), code(phases.get(0)));
            }
        }
        Map<String, String> households = new HashMap<>();
        for (int c = 0; c < open.size(); c++) {
            List<Conductor> phases = plan.ofCustomer().get(c);
            if (phases.size() == 1) {
                households.put(area.customers().get(c).household(), code(phases.get(0)));
            }
        }
        return new Phasing(lines, households);
    }

    private static String code(Conductor phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    Phasing and(Phasing other) {
        Map<String, String> lines = new HashMap<>(ofLine);
        lines.putAll(other.ofLine);
        Map<String, String> households = new HashMap<>(ofHousehold);
        households.putAll(other.ofHousehold);
        return new Phasing(lines, households);
    }

    /** The area as if these phases were on record. */
    AreaInput applied(AreaInput input) {
        List<PhasePlan.Wish> wishes = new ArrayList<>();
        for (int c = 0; c < input.wishes().size(); c++) {
            PhasePlan.Wish wish = input.wishes().get(c);
            String phase =
                    ofHousehold.getOrDefault(input.area().customers().get(c).household(), "");
            wishes.add(new PhasePlan.Wish(wish.node(), wish.share(), wish.phases(), phase));
        }
        return input.with(AreaWorks.phased(input.area(), ofLine), wishes);
    }
}
