package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;

/** An area as it would be after works on its lines. */
public final class AreaWorks {
    private AreaWorks() {}

    /** A line as it would be rewired. @param phases 1 or 3 */
    public record NewWire(String conductor, int phases) {}

    /** With other wires on some of its lines. @param wires by code of the line */
    public static GridArea rewired(GridArea area, Map<String, NewWire> wires) {
        int[] reaching = new int[area.nodes()];
        reaching[0] = 3;
        return with(area, (s, n) -> {
            Optional<NewWire> wire = ofLine(s, wires);
            int recorded = wire.map(NewWire::phases).orElse(s.phasesOnRecord());
            int above = reaching[s.from()] == 0 ? 3 : reaching[s.from()];
            reaching[n] = recorded == 0 ? s.phases() : Math.min(above, recorded);
            return copy(
                    s,
                    wire.map(NewWire::conductor).orElse(s.conductor()),
                    wire.isPresent() ? "" : s.neutral(),
                    recorded,
                    reaching[n],
                    reaching[n] == 1 ? s.phase() : "");
        });
    }

    /** With its single-phase lines on phases that are known. @param phases a, b or c by code of the line */
    public static GridArea phased(GridArea area, Map<String, String> phases) {
        return with(area, (s, n) -> {
            String phase = ofLine(s, phases).orElse(s.phase());
            return copy(s, s.conductor(), s.neutral(), s.phasesOnRecord(), s.phases(), phase);
        });
    }

    private static <T> Optional<T> ofLine(Section s, Map<String, T> values) {
        return s.kind() == Section.Kind.LINE ? Optional.ofNullable(values.get(s.line())) : Optional.empty();
    }

    private static GridArea with(GridArea area, BiFunction<Section, Integer, Section> changed) {
        List<Coordinate> places = new ArrayList<>(List.of(area.place(0)));
        List<Section> sections = new ArrayList<>();
        for (int n = 1; n < area.nodes(); n++) {
            places.add(area.place(n));
            sections.add(changed.apply(area.feeding(n), n));
        }
        return new GridArea(area.transformer(), area.isEstimated(), places, sections, area.closing(), area.customers());
    }

    private static Section copy(
            Section s, String conductor, String neutral, int phasesOnRecord, int phases, String phase) {
        return new Section(
                s.code(),
                s.kind(),
                s.line(),
                s.from(),
                s.to(),
                s.lengthM(),
                s.onGround(),
                conductor,
                neutral,
                phasesOnRecord,
                phases,
                phase,
                s.feeder(),
                s.fromM(),
                s.toM(),
                s.course());
    }
}
