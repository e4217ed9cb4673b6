package org.terrace.road;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.network.NearestEdges;
import org.terrace.network.Network;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * The road network as an engineer looks at it: what each segment is and what can pass it, how many depend on it, which hardened
 * stretches lead nowhere, and what is wrong in the drawing.
 *
 * <p>Those depend on a road who have the connected hardened road within the Rural Access Index's distance (2 km): who lives farther from
 * any does not use it daily. {@code nearest_for_households} counts all.
 */
public final class NetworkReport implements Analysis {
    public static final String ID = "road.network";

    /** Codes of the scheme {@code road_upkeep}, in its order. */
    static final List<String> UPKEEP = List.of("good", "narrow", "bad", "bad_and_narrow", "unknown", "not_hardened");

    private static final TableSpec SEGMENT = new TableSpec(
            "road_segment",
            LayerKind.ROAD_SEGMENT.id(),
            List.of(
                    ColumnSpec.classes("network", "road_network", RoadNetwork.CLASSES),
                    ColumnSpec.classes("vehicle", "vehicle", Vehicles.CODES),
                    ColumnSpec.classes("vehicle_sure", "vehicle", Vehicles.CODES),
                    ColumnSpec.classes("upkeep", "road_upkeep", UPKEEP),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("grade_percent", "%", 1),
                    ColumnSpec.number("grade_error_percent", "%", 1),
                    ColumnSpec.number("households_depending", "households", 0),
                    ColumnSpec.number("people_depending", "people", 0),
                    ColumnSpec.number("nearest_for_households", "households", 0),
                    ColumnSpec.text("island_code")));

    /** Hardened roads in bad order or too narrow, each with its place. */
    private static final TableSpec MAINTENANCE = new TableSpec(
            "maintenance",
            "road_maintenance",
            Whereabouts.after(
                    ColumnSpec.classes("upkeep", "road_upkeep", UPKEEP),
                    ColumnSpec.text("road_code"),
                    ColumnSpec.number("households_depending", "households", 0),
                    ColumnSpec.number("people_depending", "people", 0),
                    ColumnSpec.number("width_m", "m", 1),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1)));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 2;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.ROAD_SEGMENT);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(SEGMENT, Islands.TABLE, FaultTable.TABLE, MAINTENANCE);
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        return new Run(assessment).result();
    }

    /** One run. */
    private static final class Run {
        private final Standard standard;
        private final FeatureTable households;
        private final FeatureTable roads;
        private final RoadModel model;
        private final RoadNetwork network;
        private final Lived lived;
        private final Whereabouts whereabouts;
        private final double[] x;
        private final double[] y;
        private final int[] nearest;

        Run(Assessment assessment) {
            this.standard = assessment.standard();
            this.households = assessment.region().households();
            this.roads = assessment.region().roads();
            this.model = RoadModel.of(assessment);
            this.network = model.network();
            this.lived = new Lived(households);
            this.whereabouts = new Whereabouts(assessment);
            this.x = new double[households.size()];
            this.y = new double[households.size()];
            Arrays.setAll(x, households::x);
            Arrays.setAll(y, households::y);
            this.nearest = NearestEdges.of(network.connected(), x, y);
        }

        AnalysisResult result() {
            Islands islands = new Islands(model, households, nearest, standard.number("road.household.distance_m"));
            ResultTable segments = segments(islands);
            return new AnalysisResult(
                    ID,
                    List.of(
                            segments,
                            islands.table(whereabouts),
                            FaultTable.of(network, islands, whereabouts),
                            maintenance(segments)),
                    List.of(),
                    List.of(),
                    kilometres(segments));
        }

        private ResultTable segments(Islands islands) {
            ResultTableBuilder table = new ResultTableBuilder(SEGMENT, roads.codes());
            byte[] classes = table.bytes("network");
            byte[] vehicle = table.bytes("vehicle");
            byte[] sure = table.bytes("vehicle_sure");
            double[] lengths = table.numbers("length_m");
            double[] percent = table.numbers("grade_percent");
            double[] error = table.numbers("grade_error_percent");
            Vehicles vehicles = new Vehicles(standard);
            Grade[] grades = grades();
            for (int i = 0; i < roads.size(); i++) {
                classes[i] = network.classOf(i);
                lengths[i] = network.lines().lines[i].isEmpty()
                        ? Double.NaN
                        : network.lines().lines[i].getLength();
                percent[i] = grades[i].percent();
                error[i] = grades[i].errorPercent();
                double width = roads.numbers("width_m").get(i);
                boolean foot = network.lines().foot[i];
                vehicle[i] = foot ? Vehicles.FOOT : vehicles.of(width, percent[i]);
                sure[i] = foot ? Vehicles.FOOT : vehicles.surely(width, grades[i]);
                table.set(i, "upkeep", upkeep(i));
            }
            islands.writeCodes(table.texts("island_code"));
            countDependent(table);
            return table.build();
        }

        private ResultTable maintenance(ResultTable segments) {
            int[] rows = IntStream.range(0, segments.size())
                    .filter(i -> {
                        String order = segments.codesOf("upkeep").code(i);
                        return order.equals("bad") || order.equals("narrow") || order.equals("bad_and_narrow");
                    })
                    .toArray();
            ResultTableBuilder table = new ResultTableBuilder(
                    MAINTENANCE,
                    IntStream.of(rows).mapToObj(i -> segments.codes()[i]).toArray(String[]::new));
            for (int row = 0; row < rows.length; row++) {
                int road = rows[row];
                Coordinate middle =
                        network.lines().lines[road].getInteriorPoint().getCoordinate();
                table.set(row, "upkeep", segments.codesOf("upkeep").code(road))
                        .set(row, "road_code", segments.codes()[road])
                        .set(row, "width_m", roads.numbers("width_m").get(road))
                        .set(row, "east_m", middle.x)
                        .set(row, "north_m", middle.y);
                whereabouts.write(table, row, segments.codes()[road], middle.x, middle.y);
                for (String column : List.of("households_depending", "people_depending", "length_m")) {
                    table.set(row, column, segments.numbers(column).get(road));
                }
            }
            return table.build();
        }

        /** The steepest of each line's parts: edges that follow one another without a gap. */
        private Grade[] grades() {
            double window = standard.number("road.grade.window_m");
            Network graph = network.network();
            Grade[] grades = new Grade[roads.size()];
            Arrays.fill(grades, Grade.UNKNOWN);
            RoadHeights.Profile part = new RoadHeights.Profile(model.heights());
            for (int e = 0; e < graph.edges() && network.road(e) != Network.JOINT; e++) {
                int road = network.road(e);
                part.add(e, 0, graph.lengthM(e));
                boolean ends =
                        e + 1 == graph.edges() || network.road(e + 1) != road || graph.from(e + 1) != graph.to(e);
                if (ends) {
                    grades[road] = grades[road].orSteeper(part.steepest(window));
                    part = new RoadHeights.Profile(model.heights());
                }
            }
            return grades;
        }

        /** Of a road that is not hardened there is no order to judge; of one whose surface is unknown nobody knows. */
        private String upkeep(int road) {
            if (!network.lines().hardened[road]) {
                return network.classOf(road) == RoadNetwork.UNKNOWN ? "unknown" : "not_hardened";
            }
            double width = roads.numbers("width_m").get(road);
            String condition = roads.codesOf("condition").code(road);
            boolean narrow = width < standard.number("road.village.pavement_width_hard_section_m");
            boolean bad = condition.equals("poor") || condition.equals("impassable");
            if (bad || narrow) {
                return bad && narrow ? "bad_and_narrow" : bad ? "bad" : "narrow";
            }
            return condition.isEmpty() || Double.isNaN(width) ? "unknown" : "good";
        }

        private void countDependent(ResultTableBuilder table) {
            double farthest = standard.number("road.rural_access_index_m");
            int n = households.size();
            int[] edges = new int[n];
            double[] along = new double[n];
            double[] one = new double[n];
            double[] people = new double[n];
            double[] nearestFor = table.numbers("nearest_for_households");
            Arrays.fill(nearestFor, 0);
            for (int i = 0; i < n; i++) {
                edges[i] = -1;
                if (nearest[i] < 0 || !lived.in(i)) {
                    continue;
                }
                int edge = network.connected().ownerOf(nearest[i]);
                nearestFor[network.road(edge)]++;
                if (network.connected().distance(nearest[i], x[i], y[i]) <= farthest) {
                    edges[i] = edge;
                    along[i] = network.alongM(
                            edge, network.connected().nearestPointOn(nearest[i], x[i], y[i]), nearest[i]);
                    one[i] = 1;
                    people[i] = lived.people(i);
                }
            }
            Dependence dependence = new Dependence(network);
            double[] counted = dependence.byRoad(edges, along, one);
            double[] all = dependence.byRoad(edges, along, people);
            Arrays.setAll(table.numbers("households_depending"), road -> counted[road]);
            Arrays.setAll(table.numbers("people_depending"), road -> all[road]);
        }

        /** Kilometres of road by what they are. */
        private Map<String, Double> kilometres(ResultTable segments) {
            Map<String, Double> km = new LinkedHashMap<>();
            RoadNetwork.CLASSES.forEach(code -> km.put("km_" + code, 0.0));
            IntStream.range(0, segments.size()).forEach(i -> {
                double length = segments.numbers("length_m").get(i);
                km.merge(
                        "km_" + segments.codesOf("network").code(i),
                        Double.isNaN(length) ? 0 : length / 1000,
                        Double::sum);
            });
            return km;
        }
    }

    /** The segment itself. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable roads = assessment.region().roads();
        int row = roads.rowOf(code);
        return tableId.equals("road_segment") && row >= 0
                ? new Explanation(List.of(), roads.geometry(row))
                : Explanation.NONE;
    }
}
