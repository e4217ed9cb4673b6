package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.region.AdminTree;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * How far the hardened road reaches, by area: to the committee (as counties report it), to groups of 30 households and more, to smaller
 * groups, to the door at every band of distance; the kilometres that are missing; and the same households by two rules of other countries,
 * for comparison: the Rural Access Index (SDG 9.1.1, people within 2 km) and India's PMGSY hill rule (less than 1.5 km of path), both
 * taken to the standard's hardened surfaces: whether a road is open in all seasons is not on record.
 *
 * <p>Counts are of households whose house is lived in. What is not known is counted apart, never as reached; sums of people are over
 * the households whose people are on record, and the others are counted.
 */
public final class RoadReach implements Analysis {
    public static final String ID = "road.reach";

    private static final List<String> LEVELS = List.of("county", "township", "village");

    private static final List<ColumnSpec> COLUMNS = columns();

    private static final Map<String, Integer> PLACES = IntStream.range(0, COLUMNS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(c -> COLUMNS.get(c).id(), c -> c));

    private static List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.number("households", "households", 0));
        columns.add(ColumnSpec.number("people_registered", "people", 0));
        columns.add(ColumnSpec.number("people_not_on_record", "households", 0));
        for (String kind : List.of("committees", "groups_large", "groups_small")) {
            columns.add(ColumnSpec.number(kind, kind.equals("committees") ? "villages" : "groups", 0));
            columns.add(ColumnSpec.number(kind + "_reached", kind.equals("committees") ? "villages" : "groups", 0));
            columns.add(ColumnSpec.number(kind + "_unknown", kind.equals("committees") ? "villages" : "groups", 0));
        }
        for (Verdict verdict : Verdict.values()) {
            columns.add(ColumnSpec.number("doors_" + verdict.code(), "households", 0));
        }
        RoadAccess.BANDS.forEach(band -> columns.add(ColumnSpec.number("band_" + band, "households", 0)));
        RoadAccess.BANDS.forEach(band -> columns.add(ColumnSpec.number("band_" + band + "_people", "people", 0)));
        columns.add(ColumnSpec.number("missing_km", "km", 2));
        columns.add(ColumnSpec.number("missing_off_road_km", "km", 2));
        columns.add(ColumnSpec.number("no_way_known", "households", 0));
        columns.add(ColumnSpec.number("rai_people", "people", 0));
        columns.add(ColumnSpec.number("rai_unknown_people", "people", 0));
        columns.add(ColumnSpec.number("rai_percent", "%", 1));
        columns.add(ColumnSpec.number("pmgsy_connected", "households", 0));
        columns.add(ColumnSpec.number("pmgsy_unconnected", "households", 0));
        columns.add(ColumnSpec.number("pmgsy_unknown", "households", 0));
        return List.copyOf(columns);
    }

    private static TableSpec spec(String level) {
        return new TableSpec(level, LayerKind.ADMIN_UNIT.id(), COLUMNS);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 1;
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
    public Set<String> needs() {
        return Set.of(RoadAccess.ID, CommitteeAccess.ID);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(LEVELS.stream().map(RoadReach::spec).toArray(TableSpec[]::new));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Count count = new Count(assessment);
        count.households();
        count.committees();
        count.groups();
        return new AnalysisResult(ID, LEVELS.stream().map(count::table).toList(), List.of(), List.of(), Map.of());
    }

    /** Sums of one area, and the links that it misses. */
    private static final class Area {
        private final double[] sums = new double[COLUMNS.size()];
        private final MissingLinks links;

        Area(RoadModel roads) {
            this.links = new MissingLinks(roads);
        }

        void add(String column, double value) {
            sums[Objects.requireNonNull(PLACES.get(column), column)] += value;
        }

        double get(String column) {
            return sums[Objects.requireNonNull(PLACES.get(column), column)];
        }
    }

    /** Counts all levels at once. */
    private static final class Count {
        private final Assessment assessment;
        private final Standard standard;
        private final Region region;
        private final FeatureTable households;
        private final ResultTable access;
        private final RoadModel roads;
        private final Lived lived;
        private final AdminTree tree;
        private final List<Map<String, Area>> areas = new ArrayList<>();
        private final Map<String, Integer> inGroup = new TreeMap<>();

        Count(Assessment assessment) {
            this.assessment = assessment;
            this.standard = assessment.standard();
            this.region = assessment.region();
            this.households = region.households();
            this.access = assessment.input(RoadAccess.ID).table("household");
            this.roads = RoadModel.of(assessment);
            this.lived = new Lived(households);
            this.tree = assessment.units();
            FeatureTable units = region.adminUnits();
            for (String level : LEVELS) {
                Map<String, Area> ofLevel = new TreeMap<>();
                for (int u = 0; u < units.size() && !level.equals("county"); u++) {
                    if (units.codesOf("level").is(u, level)) {
                        ofLevel.put(units.code(u), new Area(roads));
                    }
                }
                areas.add(ofLevel);
            }
            areas.get(0).put(region.countyCode(), new Area(roads));
        }

        void households() {
            Ways.Reach reach = Ways.Reach.of(standard);
            Ways.Weight weight = Ways.Weight.of(standard);
            Column.Numbers distance = access.numbers("distance_m");
            Column.Numbers possible = access.numbers("possible_distance_m");
            Column.Numbers way = access.numbers("way_m");
            Column.Codes bands = access.codesOf("band");
            Column.Text groups = households.text("group_code");
            for (int i = 0; i < households.size(); i++) {
                if (!lived.in(i)) {
                    continue;
                }
                String[] units = tree.unitsOf(groups.get(i), households.x(i), households.y(i));
                inGroup.merge(units[0], 1, Integer::sum);
                Verdict verdict = access.verdict("verdict", i);
                Ways.Start start = verdict == Verdict.UNSERVED && households.hasGeometry(i)
                        ? roads.ways().from(households.x(i), households.y(i), reach.near(distance.get(i)), weight)
                        : null;
                for (Area area : areasOf(units)) {
                    area.add("households", 1);
                    area.add("people_registered", lived.people(i));
                    area.add("people_not_on_record", lived.knowsPeople(i) ? 0 : 1);
                    area.add("doors_" + verdict.code(), 1);
                    area.add("band_" + bands.code(i), 1);
                    area.add("band_" + bands.code(i) + "_people", lived.people(i));
                    area.add(pmgsy(distance.get(i), possible.get(i), way.get(i)), 1);
                    if (distance.get(i) <= standard.number("road.rural_access_index_m")) {
                        area.add("rai_people", lived.people(i));
                    } else if (Double.isNaN(distance.get(i))
                            || possible.get(i) <= standard.number("road.rural_access_index_m")) {
                        area.add("rai_unknown_people", lived.people(i));
                    }
                    if (start != null) {
                        area.links.add(start);
                        area.add("missing_off_road_km", start.offRoadM() / 1000);
                    } else if (verdict == Verdict.UNSERVED) {
                        area.add("no_way_known", 1);
                    }
                }
            }
        }

        /**
         * A way is no shorter than the straight line, so a far door is unconnected, way or no way; unless a road of unknown surface is
         * nearer.
         */
        private String pmgsy(double distance, double possible, double way) {
            double limit = standard.number("road.habitation.distance_hills_m");
            if (way < limit) {
                return "pmgsy_connected";
            }
            boolean far = (way >= limit || distance >= limit) && !(possible < limit);
            return far ? "pmgsy_unconnected" : "pmgsy_unknown";
        }

        /** @param units codes of group, village and township, as the tree gives them */
        private List<Area> areasOf(String[] units) {
            List<Area> found = new ArrayList<>();
            found.add(Objects.requireNonNull(areas.get(0).get(region.countyCode())));
            for (int level = 1; level < LEVELS.size(); level++) {
                String unit = units[LEVELS.size() - level];
                String code = unit.isEmpty() ? AdminTree.UNASSIGNED : unit;
                found.add(areas.get(level).computeIfAbsent(code, c -> new Area(roads)));
            }
            return found;
        }

        void committees() {
            ResultTable committees = assessment.input(CommitteeAccess.ID).table("village");
            for (int row = 0; row < committees.size(); row++) {
                count(committees.codes()[row], "committees", committees.verdict("verdict", row));
            }
        }

        /** A group is reached when a connected hardened road comes near its centre. */
        void groups() {
            FeatureTable units = region.adminUnits();
            double limit = standard.number("road.group.distance_m");
            double large = standard.number("road.group.min_households");
            for (int u = 0; u < units.size(); u++) {
                if (!units.codesOf("level").is(u, "group")) {
                    continue;
                }
                double counted = inGroup.getOrDefault(units.code(u), 0);
                double reported = units.numbers("households_reported").get(u);
                double size = counted > 0 || Double.isNaN(reported) ? counted : reported;
                count(
                        units.text("parent_code").get(u),
                        size >= large ? "groups_large" : "groups_small",
                        reached(units, u, limit));
            }
        }

        private Verdict reached(FeatureTable units, int unit, double limit) {
            if (!units.hasGeometry(unit) || roads.network().missing().isPresent()) {
                return Verdict.UNKNOWN;
            }
            if (roads.network().connected().nearestDistance(units.x(unit), units.y(unit)) <= limit) {
                return Verdict.SERVED;
            }
            return roads.network().possible().nearestDistance(units.x(unit), units.y(unit)) <= limit
                    ? Verdict.UNKNOWN
                    : Verdict.UNSERVED;
        }

        private void count(String village, String what, Verdict verdict) {
            FeatureTable units = region.adminUnits();
            int row = units.rowOf(village);
            String township = row < 0 ? "" : units.text("parent_code").get(row);
            for (Area area : areasOf(new String[] {"", row < 0 ? "" : village, township})) {
                area.add(what, 1);
                if (verdict == Verdict.SERVED || verdict == Verdict.BORDERLINE) {
                    area.add(what + "_reached", 1);
                } else if (verdict == Verdict.UNKNOWN) {
                    area.add(what + "_unknown", 1);
                }
            }
        }

        ResultTable table(String level) {
            Map<String, Area> rows = areas.get(LEVELS.indexOf(level));
            rows.values().forEach(Count::finish);
            ResultTableBuilder table =
                    new ResultTableBuilder(spec(level), rows.keySet().toArray(String[]::new));
            Area[] all = rows.values().toArray(Area[]::new);
            PLACES.forEach((id, c) -> Arrays.setAll(table.numbers(id), row -> all[row].sums[c]));
            return table.build();
        }

        private static void finish(Area area) {
            area.add("missing_km", area.links.kilometres() - area.get("missing_km"));
            // Of all people, so that it is never more than what is known; the unknown are told beside it.
            double all = area.get("people_registered");
            double share = all > area.get("rai_unknown_people") ? 100 * area.get("rai_people") / all : Double.NaN;
            area.sums[Objects.requireNonNull(PLACES.get("rai_percent"))] = share;
        }
    }
}
