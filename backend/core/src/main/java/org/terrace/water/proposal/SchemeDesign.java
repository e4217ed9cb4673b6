package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.terrace.analysis.Assessment;
import org.terrace.project.CostLine;
import org.terrace.project.CostRange;
import org.terrace.project.Gain;
import org.terrace.project.Project;
import org.terrace.project.UnitCosts;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.terrain.RouteGround;

/** Designs the scheme of one group from a source, a way and a site for the tank: pipes to the houses, tanks, sizes, heads, costs. */
final class SchemeDesign {
    private static final double GRAVITY_M_PER_S2 = 9.81;
    private static final double DAYS_A_YEAR = 365;

    private final Assessment assessment;
    private final Rules rules;
    private final RouteGround ground;
    private final PeSizes sizes;
    private final UnitCosts costs;
    private final List<Approval> approvals = new ArrayList<>();

    /** A scheme, or why there is none. */
    record Outcome(Optional<Scheme> scheme, Reason reason) {}

    private record Approval(String code, PreparedGeometry area) {}

    SchemeDesign(Assessment assessment, Rules rules, RouteGround ground, PeSizes sizes, UnitCosts costs) {
        this.assessment = assessment;
        this.rules = rules;
        this.ground = ground;
        this.sizes = sizes;
        this.costs = costs;
        FeatureTable areas = assessment.region().table(LayerKind.CONSTRAINT_AREA);
        for (int a = 0; a < areas.size(); a++) {
            if (areas.codesOf("rule").is(a, "needs_approval")) {
                Geometry area = areas.geometry(a).orElse(Geometries.FACTORY.createPolygon());
                approvals.add(new Approval(areas.code(a), PreparedGeometryFactory.prepare(area)));
            }
        }
    }

    /**
     * @param levelM of the water at the source, or what a pump lifts it to
     * @param spareM3PerDay of the source
     * @return a scheme whose litres are not known until all that is proposed from the source is ({@link Scheme#withLitres})
     */
    Outcome of(NeedGroup group, Source source, double levelM, int[] way, Margins margins, double spareM3PerDay) {
        SchemeTree tree = new SchemeTree(ground, source, levelM, way);
        List<NeedGroup.House> left = Distribution.grow(tree, group, ground, margins);
        double people = tree.peopleBelow()[0];
        if (!(people > 0)) {
            return new Outcome(Optional.empty(), Reason.GROUND_IN_BETWEEN);
        }
        boolean pump = levelM > source.levelM();
        BreakPressure.place(tree, margins, rules.mainStaticM(), rules.heads().mostStaticM(), pump ? tree.tank() : 0);
        double hours = pump ? rules.pumping().hoursPerDay() : 24;
        double mainM3PerS = people * rules.demand().dailyM3PerPerson() / (hours * 3600);
        Sizing sizing = new Sizing(tree, rules, margins, sizes, source.errorM());
        Optional<Scheme> scheme = sizing.all(mainM3PerS)
                .map(sized -> HeadCheck.balanced(tree, sized, rules, sizes, mainM3PerS))
                .map(pieces -> scheme(group, source, margins, tree, pieces, sizing, left, mainM3PerS, spareM3PerDay));
        return new Outcome(scheme, scheme.map(Scheme::reason).orElse(Reason.HEADS_NOT_KEPT));
    }

    private Scheme scheme(
            NeedGroup group,
            Source source,
            Margins margins,
            SchemeTree tree,
            List<Piece> pieces,
            Sizing sizing,
            List<NeedGroup.House> left,
            double mainM3PerS,
            double spareM3PerDay) {
        List<Scheme.Tap> taps = taps(tree, pieces, sizing);
        double people = tree.peopleBelow()[0];
        double demand = people * rules.demand().dailyM3PerPerson();
        double tankM3 = Bill.tankM3(demand * rules.tankShareOfDay());
        boolean pump = tree.levelM(0) > source.levelM();
        Scheme.Lift lift = pump ? lift(tree.levelM(0) - source.levelM(), mainM3PerS) : Scheme.Lift.NONE;
        Reason reason = pump
                ? Reason.PUMPED
                : !margins.isCautious()
                        ? Reason.SURVEY_FIRST
                        : source.isTank() ? Reason.GRAVITY_FROM_SUPPLY : Reason.GRAVITY_FROM_SOURCE;
        List<CostLine> bill = new Bill(costs).of(tree, pieces, source, tankM3, taps.size(), pump);
        List<String> approval = approvals(tree);
        List<String> prerequisites = new ArrayList<>(List.of("survey"));
        if (!source.isFit()) {
            prerequisites.add("water_test");
        }
        approval.forEach(code -> prerequisites.add("approval:" + code));
        String code = "water:" + group.code();
        String kind = pump ? "water.pump_scheme" : source.isTank() ? "water.extend_scheme" : "water.gravity_scheme";
        Project project = new Project(
                code,
                kind,
                Optional.of(lines(tree, pieces)),
                bill,
                pump ? costs.cost("water.electricity").yuan().times(lift.kwhPerYear()) : CostRange.NOTHING,
                prerequisites,
                new SchemeEdits(assessment.region(), tree, pieces, source)
                        .of(code, tankM3, taps, rules.demand().litresPerPersonDay()),
                taps.stream()
                        .map(t -> new Gain(t.house().code(), t.house().people(), "piped_water", Double.NaN))
                        .toList());
        return new Scheme(
                group,
                source,
                reason,
                margins.isCautious(),
                tree,
                pieces,
                taps,
                left,
                tankM3,
                Double.NaN,
                spareM3PerDay,
                demand,
                lift,
                approval,
                project);
    }

    private Scheme.Lift lift(double metres, double m3PerS) {
        double kw = GRAVITY_M_PER_S2 * m3PerS * metres / rules.pumping().efficiency();
        return new Scheme.Lift(metres, kw, kw * rules.pumping().hoursPerDay() * DAYS_A_YEAR);
    }

    /** By ascending code of the house. */
    private List<Scheme.Tap> taps(SchemeTree tree, List<Piece> pieces, Sizing sizing) {
        double[] head = new double[tree.size()];
        double[] level = new double[tree.size()];
        for (int p = 0; p < tree.size(); p++) {
            if (tree.isOpen(p)) {
                head[p] = tree.levelM(p);
                level[p] = head[p];
            }
        }
        for (int p = 1; p < tree.size(); p++) {
            level[p] = tree.isOpen(p) ? level[p] : level[tree.parent(p)];
        }
        for (Piece piece : pieces) {
            head[piece.to()] = tree.isOpen(piece.to()) ? head[piece.to()] : piece.headToM();
        }
        List<Scheme.Tap> taps = new ArrayList<>();
        for (int p = tree.tank(); p < tree.size(); p++) {
            for (NeedGroup.House house : tree.houses(p)) {
                double service = sizing.serviceLossM(house, tree.at(p).distance(house.at()));
                taps.add(new Scheme.Tap(
                        house,
                        p,
                        head[p] - service - house.groundM(),
                        level[p] - house.groundM(),
                        Math.hypot(rules.modelErrorM(), house.errorM())));
            }
        }
        taps.sort((a, b) -> a.house().code().compareTo(b.house().code()));
        return taps;
    }

    private List<String> approvals(SchemeTree tree) {
        TreeSet<String> found = new TreeSet<>();
        for (Approval approval : approvals) {
            for (int p = 0; p < tree.size(); p++) {
                Coordinate at = tree.at(p);
                if (approval.area.getGeometry().getEnvelopeInternal().contains(at)
                        && approval.area.covers(Geometries.FACTORY.createPoint(at))) {
                    found.add(approval.code);
                    break;
                }
            }
        }
        return List.copyOf(found);
    }

    static LineString line(SchemeTree tree, Piece piece) {
        Coordinate[] line = new Coordinate[piece.points().length];
        for (int i = 0; i < line.length; i++) {
            line[i] = tree.at(piece.points()[i]);
        }
        return Geometries.FACTORY.createLineString(line);
    }

    private static Geometry lines(SchemeTree tree, List<Piece> pieces) {
        return Geometries.FACTORY.createMultiLineString(
                pieces.stream().map(p -> line(tree, p)).toArray(LineString[]::new));
    }
}
