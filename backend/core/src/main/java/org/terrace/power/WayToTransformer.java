package org.terrace.power;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.power.grid.Attachment;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.PowerGrid;
import org.terrace.power.grid.Section;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;

/** The way along the wire from a household to its transformer: sections alike put together, each with its ground. */
final class WayToTransformer {
    private WayToTransformer() {}

    static Explanation of(Assessment assessment, String code) {
        PowerGrid grid = PowerGrid.of(assessment);
        FeatureTable households = assessment.region().households();
        int row = households.rowOf(code);
        Optional<Customer> customer = grid.findCustomer(code);
        if (row < 0 || customer.isEmpty()) {
            return Explanation.NONE;
        }
        Attachment attachment = grid.attachment(row);
        GridArea area = grid.findArea(attachment.transformer()).orElseThrow();
        List<Explanation.Step> steps = new ArrayList<>();
        List<Explanation.Stretch> stretches = new ArrayList<>();
        double along = 0;
        Coordinate hangsAt = area.place(customer.get().node());
        if (customer.get().dropM() > 0 && households.hasGeometry(row)) {
            steps.add(step("drop", Map.of("length_m", customer.get().dropM()), Map.of()));
            along = add(
                    stretches,
                    assessment,
                    "service_drop",
                    "",
                    List.of(households.at(row), hangsAt),
                    along,
                    customer.get().dropM());
        }
        for (List<Section> group : groups(area, customer.get().node())) {
            List<Coordinate> course = new ArrayList<>();
            double metres = 0;
            for (Section section : group) {
                List<Coordinate> part = new ArrayList<>(grid.course(area, section));
                Collections.reverse(part);
                course.addAll(course.isEmpty() ? part : part.subList(1, part.size()));
                metres += section.lengthM();
            }
            Section first = group.get(0);
            steps.add(step(first, metres));
            along = add(stretches, assessment, stretchKind(first), first.line(), course, along, metres);
        }
        steps.add(arrived(assessment, area, customer.get()));
        Optional<Geometry> drawing = stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(Geometries.FACTORY.createMultiLineString(
                        stretches.stream().map(Explanation.Stretch::line).toArray(LineString[]::new)));
        return new Explanation(steps, drawing, stretches);
    }

    /** From the household upwards; sections follow one another while their line and what is on record of it stay the same. */
    private static List<List<Section>> groups(GridArea area, int node) {
        List<List<Section>> groups = new ArrayList<>();
        for (int n = node; n > 0; n = area.parent(n)) {
            Section section = area.feeding(n);
            List<Section> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || !isLike(last.get(0), section)) {
                groups.add(new ArrayList<>(List.of(section)));
            } else {
                last.add(section);
            }
        }
        return groups;
    }

    private static boolean isLike(Section a, Section b) {
        return a.kind() == b.kind()
                && a.line().equals(b.line())
                && a.conductor().equals(b.conductor())
                && a.phases() == b.phases();
    }

    private static Explanation.Step step(Section section, double metres) {
        Map<String, Double> numbers = new HashMap<>(Map.of("length_m", metres));
        Map<String, String> texts = Map.of("line_code", section.line(), "conductor", section.conductor());
        if (section.kind() != Section.Kind.LINE && section.kind() != Section.Kind.SERVICE_DROP) {
            return step(section.kind().code(), numbers, texts);
        }
        String known =
                section.hasConductor() ? section.kind().code() : section.kind().code() + "_unknown";
        if (section.phases() == 0) {
            return step(known, numbers, texts);
        }
        numbers.put("phases", (double) section.phases());
        return step(known + "_phases", numbers, texts);
    }

    private static Explanation.Step step(String key, Map<String, Double> numbers, Map<String, String> texts) {
        return new Explanation.Step("power.network.step_" + key, numbers, texts, List.of());
    }

    private static Explanation.Step arrived(Assessment assessment, GridArea area, Customer customer) {
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        int row = facilities.rowOf(area.transformer());
        return new Explanation.Step(
                "power.network.step_transformer",
                Map.of("wire_m", area.alongM(customer.node()) + customer.dropM()),
                Map.of(
                        "transformer_code",
                        area.transformer(),
                        "transformer_name",
                        row < 0 ? "" : facilities.text("name").get(row)),
                List.of("power.supply_radius_m"));
    }

    private static String stretchKind(Section section) {
        return switch (section.kind()) {
            case LINE, JOINT, LEAD -> "power_line";
            case SERVICE_DROP -> "service_drop";
            case ASSUMED_DROP -> "assumed_drop";
            case ESTIMATED -> "estimated_line";
        };
    }

    /** Metres of wire are laid out over the points as the plan has them. @return metres at the end */
    private static double add(
            List<Explanation.Stretch> stretches,
            Assessment assessment,
            String kind,
            String line,
            List<Coordinate> course,
            double fromM,
            double lengthM) {
        int n = course.size();
        double[] along = new double[n];
        double[] height = new double[n];
        for (int i = 0; i < n; i++) {
            along[i] = i == 0 ? 0 : along[i - 1] + course.get(i - 1).distance(course.get(i));
            Coordinate at = course.get(i);
            height[i] = assessment
                    .region()
                    .elevation()
                    .map(g -> g.bilinear(at.x, at.y))
                    .orElse(Double.NaN);
        }
        double plan = along[n - 1];
        for (int i = 0; i < n; i++) {
            along[i] = fromM + (plan > 0 ? along[i] / plan * lengthM : 0);
        }
        stretches.add(new Explanation.Stretch(
                kind, line, Geometries.FACTORY.createLineString(course.toArray(Coordinate[]::new)), along, height));
        return fromM + lengthM;
    }
}
