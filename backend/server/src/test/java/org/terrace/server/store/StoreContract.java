package org.terrace.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.formats.crs.Crs;
import org.terrace.region.Attribute;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** What the store promises, whichever database is below. */
abstract class StoreContract {
    private static final Origin FILE = new Origin("test.gpkg", "EPSG:4326", "read");
    private static final Crs METRIC = Crs.epsg(4543);

    @Autowired
    CountyStore store;

    @Autowired
    RegionLoader loader;

    @Autowired
    ResultFiles results;

    @Autowired
    Rasters rasters;

    @Autowired
    Pruning pruning;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void everyLayerHasAnEntityWithExactlyItsAttributes() {
        for (LayerKind kind : LayerKind.values()) {
            List<String> columns = new ArrayList<>();
            for (Field field : entity(kind).getJavaType().getDeclaredFields()) {
                if (field.isAnnotationPresent(Column.class)) {
                    columns.add(field.getAnnotation(Column.class).name());
                }
            }
            List<String> expected = new ArrayList<>(
                    kind.attributes().stream().map(Attribute::name).toList());
            expected.add("geom");
            assertThat(columns).as(kind.id()).containsExactlyElementsOf(expected);
            for (Attribute attribute : kind.attributes()) {
                Class<?> type = Arrays.stream(entity(kind).getJavaType().getDeclaredFields())
                        .filter(f -> f.isAnnotationPresent(Column.class)
                                && f.getAnnotation(Column.class).name().equals(attribute.name()))
                        .findFirst()
                        .orElseThrow()
                        .getType();
                assertThat(type == Double.class)
                        .as(kind.id() + "." + attribute.name())
                        .isEqualTo(attribute.type() == Attribute.Type.NUMBER);
            }
        }
    }

    private EntityType<?> entity(LayerKind kind) {
        return entities.getMetamodel().getEntities().stream()
                .filter(e -> e.getJavaType().isAnnotationPresent(jakarta.persistence.Table.class)
                        && e.getJavaType()
                                .getAnnotation(jakarta.persistence.Table.class)
                                .name()
                                .equals(kind.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entity for layer " + kind.id()));
    }

    @Test
    void everyLayerComesBackAsItWentIn() {
        County county = county("rt");
        for (LayerKind kind : LayerKind.values()) {
            List<Feature> features = SampleFeatures.of(kind, 30);
            load(county, kind, ImportMode.REPLACE, features);
            List<?> rows = entities.createQuery(
                            "from " + entity(kind).getName() + " where county = 'rt' order by code", LayerRow.class)
                    .getResultList();
            for (int i = 0; i < features.size(); i++) {
                Feature back = ((LayerRow) rows.get(i)).feature();
                Feature sent = features.get(i);
                assertThat(back.values()).isEqualTo(sent.values());
                assertThat(back.geometry().isPresent())
                        .isEqualTo(sent.geometry().isPresent());
                back.geometry()
                        .ifPresent(g -> assertThat(g.equalsExact(sent.geometry().orElseThrow()))
                                .as("%s %s", kind, sent.code())
                                .isTrue());
            }
        }
        Region region = loader.load(
                store.findCounty("rt").orElseThrow(), store.newest("rt").orElseThrow());
        for (LayerKind kind : LayerKind.values()) {
            // In the snapshot a boundary without a unit of its code stands for one; 3 of the 30 have no outline.
            assertThat(region.table(kind).size()).isEqualTo(kind == LayerKind.ADMIN_UNIT ? 57 : 30);
        }
        assertThat(region.households().feature(7).values())
                .isEqualTo(SampleFeatures.of(LayerKind.HOUSEHOLD, 30).get(7).values());
    }

    @Test
    void theSameContentTwiceMakesNoNewVersion() {
        County county = county("same");
        List<Feature> features = SampleFeatures.of(LayerKind.HOUSEHOLD, 200);
        assertThat(load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, features))
                .isPresent();
        List<Feature> shuffled = new ArrayList<>(features);
        java.util.Collections.reverse(shuffled);
        assertThat(load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, shuffled))
                .isEmpty();
        assertThat(load(county, LayerKind.HOUSEHOLD, ImportMode.MERGE, shuffled))
                .isEmpty();
        assertThat(store.versions("same")).hasSize(1);
    }

    @Test
    void anEmptyFileStillMakesTheLayerPresent() {
        County county = county("empty");
        DataVersion version = load(county, LayerKind.ROAD_SEGMENT, ImportMode.REPLACE, List.of())
                .orElseThrow();
        assertThat(version.layer(LayerKind.ROAD_SEGMENT)).isPresent();
        assertThat(version.layer(LayerKind.PIPE)).isEmpty();
    }

    @Test
    void replaceMergeAndRemoveDoWhatTheyCountBeforehand() {
        County county = county("modes");
        List<Feature> ten = SampleFeatures.of(LayerKind.HOUSEHOLD, 10);
        load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, ten);
        DataVersion first = store.newest("modes").orElseThrow();

        Feature correction =
                new Feature(LayerKind.HOUSEHOLD, ten.get(4).code(), Map.of("people_registered", 5.0), Optional.empty());
        Feature another = SampleFeatures.of(LayerKind.HOUSEHOLD, "new", 77);
        assertThat(preview("modes", ImportMode.MERGE, List.of(correction, another)))
                .isEqualTo(new Effect(1, 1, 0, 9));
        load(county, LayerKind.HOUSEHOLD, ImportMode.MERGE, List.of(correction, another));
        Feature merged = feature(store.newest("modes").orElseThrow(), ten.get(4).code());
        assertThat(merged.number("people_registered")).isEqualTo(5.0);
        assertThat(merged.text("group_code")).isEqualTo(ten.get(4).text("group_code"));
        assertThat(merged.geometry()).isPresent();

        assertThat(preview("modes", ImportMode.REPLACE, ten.subList(0, 6))).isEqualTo(new Effect(0, 1, 5, 5));
        load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, ten.subList(0, 6));
        assertThat(codes(store.newest("modes").orElseThrow())).hasSize(6).doesNotContain("new");

        assertThat(preview("modes", ImportMode.REMOVE, ten.subList(5, 8))).isEqualTo(new Effect(0, 0, 1, 5));
        load(county, LayerKind.HOUSEHOLD, ImportMode.REMOVE, ten.subList(5, 8));
        assertThat(codes(store.newest("modes").orElseThrow())).hasSize(5);
        assertThat(codes(first)).as("old versions stay readable").hasSize(10);

        assertThat(pruning.prune("modes", 1)).isEqualTo(3);
        assertThat(jdbc.queryForObject("select count(*) from household where county = 'modes'", Long.class))
                .isEqualTo(5);
        assertThat(codes(store.newest("modes").orElseThrow())).hasSize(5);
    }

    @Test
    void countiesDoNotMix() {
        County a = county("a");
        County b = county("b");
        load(a, LayerKind.HOUSEHOLD, ImportMode.REPLACE, SampleFeatures.of(LayerKind.HOUSEHOLD, 5));
        load(b, LayerKind.HOUSEHOLD, ImportMode.REPLACE, SampleFeatures.of(LayerKind.HOUSEHOLD, 3));
        assertThat(codes(store.newest("a").orElseThrow())).hasSize(5);
        assertThat(codes(store.newest("b").orElseThrow())).hasSize(3);
    }

    @Test
    void aFailureInTheMiddleLeavesNothingBehind() {
        County county = county("torn");
        load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, SampleFeatures.of(LayerKind.HOUSEHOLD, 5));
        assertThatThrownBy(() -> store.change("torn", edit -> {
                    LayerEdit layer = edit.layer(LayerKind.HOUSEHOLD, ImportMode.REPLACE, FILE);
                    SampleFeatures.of(LayerKind.HOUSEHOLD, 5_000).forEach(layer::accept);
                    throw new IllegalStateException("cable pulled");
                }))
                .hasMessage("cable pulled");
        assertThat(codes(store.newest("torn").orElseThrow())).hasSize(5);
        assertThat(jdbc.queryForObject("select count(*) from household where county = 'torn'", Long.class))
                .isEqualTo(5);
        assertThat(jdbc.queryForObject("select count(*) from layer_revision where county = 'torn'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void namesOfPeopleAreRefusedUnlessSwitchedOn() {
        County county = county("private");
        Feature named = new Feature(LayerKind.HOUSEHOLD, "h1", Map.of("name", "somebody"), Optional.empty());
        assertThatThrownBy(() -> load(county, LayerKind.HOUSEHOLD, ImportMode.REPLACE, List.of(named)))
                .hasMessageContaining("sensitive");
        assertThat(store.newest("private")).isEmpty();
    }

    @Test
    void aCodeThatComesTwiceCountsOnce() {
        County county = county("twice");
        Feature first = SampleFeatures.of(LayerKind.PIPE, "p", 1);
        Feature second = SampleFeatures.of(LayerKind.PIPE, "p", 2);
        List<LayerEdit.Outcome> outcomes = new ArrayList<>();
        store.change("twice", edit -> {
            LayerEdit layer = edit.layer(LayerKind.PIPE, ImportMode.REPLACE, FILE);
            outcomes.add(layer.accept(first));
            outcomes.add(layer.accept(second));
        });
        assertThat(outcomes).containsExactly(LayerEdit.Outcome.ADDED, LayerEdit.Outcome.DUPLICATE);
    }

    @Test
    void anElevationModelInDegreesIsResampledToMetresAndUnknownStaysUnknown() {
        // A plane that rises 1 m per 0.0003 degrees eastwards, with one hole.
        GridFrame degrees = new GridFrame(102.0, 29.3, 1 / 3600.0, 1 / 3600.0, 200, 200);
        float[] metres = new float[degrees.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) (800 + (degrees.centreX(i % 200) - 102.0) / 0.0003);
        }
        metres[100 * 200 + 100] = Float.NaN;
        County county = county("dem");
        String hash = rasters.put(new StoredGrid(4326, new ElevationGrid(degrees, metres)));
        assertThat(rasters.put(new StoredGrid(4326, new ElevationGrid(degrees, metres.clone()))))
                .isEqualTo(hash);
        store.change("dem", edit -> edit.elevation(hash, metres.length, FILE));
        ElevationGrid grid = loader.elevation(hash, METRIC);
        assertThat(grid.frame().cellSizeX())
                .as("a second of arc is 27 m by 31 m here")
                .isBetween(26.9, 31.0);
        double[] at = org.terrace.formats.crs.CoordinateTransform.between(Crs.WGS84, METRIC)
                .point(102.02, 29.28);
        // Nearest cell of 31 m: half a cell is 15.5 m = 0.00016 degrees = 0.53 m of height.
        assertThat(grid.nearest(at[0], at[1])).isCloseTo(800 + 0.02 / 0.0003, org.assertj.core.data.Offset.offset(0.6));
        double[] hole = org.terrace.formats.crs.CoordinateTransform.between(Crs.WGS84, METRIC)
                .point(degrees.centreX(100), degrees.centreY(100));
        assertThat(grid.nearest(hole[0], hole[1])).isNaN();
        assertThat(county.epsg()).isEqualTo(4543);
    }

    @Test
    void aResultComesBackAsItWasPut() {
        County county = county("res");
        TableSpec spec = new TableSpec(
                "household",
                "household",
                List.of(
                        ColumnSpec.verdict("verdict"),
                        ColumnSpec.reason("reason", List.of("near", "far")),
                        ColumnSpec.number("distance_m", "m", 1),
                        ColumnSpec.text("road_code")));
        ResultTableBuilder table = new ResultTableBuilder(spec, new String[] {"a", "b"});
        table.set(0, "verdict", Verdict.SERVED).set(0, "reason", "near").set(0, "distance_m", 12.3);
        table.set(0, "road_code", "乡道-1");
        AnalysisResult result = new AnalysisResult(
                "road.access",
                List.of(table.build()),
                List.of(new org.terrace.analysis.Field(
                        new FieldSpec("zone", "", "zone", List.of("low", "high")),
                        new GridFrame(0, 0, 30, 30, 2, 1),
                        new float[] {1, Float.NaN})),
                List.of(new LinkTable(
                        new LinkSpec("nearest", "household", "road_segment", "m"),
                        new String[] {"a"},
                        new String[] {"乡道-1"},
                        new double[] {12.3})),
                Map.of("km", 3.5));
        assertThat(results.get("k1")).isEmpty();
        results.put(county.code(), "k1", 1, result);
        assertThat(results.get("k1")).contains(result);
        assertThat(results.keepOnly(county.code(), java.util.Set.of())).isEqualTo(1);
        assertThat(results.get("k1")).isEmpty();
    }

    @Test
    void aHouseholdWithoutCoordinatesSitsAtItsGroupInTheSnapshotOnly() {
        county("level-a");
        Geometry point = new GeometryFactory().createPoint(new Coordinate(102.3, 29.3));
        store.change("level-a", edit -> {
            edit.layer(LayerKind.ADMIN_UNIT, ImportMode.REPLACE, FILE)
                    .accept(new Feature(
                            LayerKind.ADMIN_UNIT,
                            "g1",
                            Map.of("level", "group", "radius_m", 420.0),
                            Optional.of(point)));
            edit.layer(LayerKind.HOUSEHOLD, ImportMode.REPLACE, FILE)
                    .accept(new Feature(LayerKind.HOUSEHOLD, "h1", Map.of("group_code", "g1"), Optional.empty()));
        });
        DataVersion version = store.newest("level-a").orElseThrow();
        Region region = loader.load(store.findCounty("level-a").orElseThrow(), version);
        assertThat(region.households().numbers("position_error_m").get(0)).isEqualTo(420.0);
        assertThat(region.households().codesOf("position_source").code(0)).isEqualTo("group_centre");
        FeatureTable recorded = loader.table(
                "level-a",
                LayerKind.HOUSEHOLD,
                version.layer(LayerKind.HOUSEHOLD).orElseThrow().id(),
                METRIC);
        assertThat(recorded.hasGeometry(0)).isFalse();
    }

    private County county(String code) {
        return store.create(code, "县 " + code, 4543, true, "sample-county");
    }

    private Optional<DataVersion> load(County county, LayerKind kind, ImportMode mode, List<Feature> features) {
        return store.change(county.code(), edit -> features.forEach(edit.layer(kind, mode, FILE)::accept));
    }

    private Effect preview(String county, ImportMode mode, List<Feature> features) {
        return store.preview(county, edit -> {
            LayerEdit layer = edit.layer(LayerKind.HOUSEHOLD, mode, FILE);
            features.forEach(layer::accept);
            return edit.finish(LayerKind.HOUSEHOLD);
        });
    }

    private List<String> codes(DataVersion version) {
        return List.of(loader.table(
                        version.county(),
                        LayerKind.HOUSEHOLD,
                        version.layer(LayerKind.HOUSEHOLD).orElseThrow().id(),
                        METRIC)
                .codes());
    }

    private Feature feature(DataVersion version, String code) {
        FeatureTable table = loader.table(
                version.county(),
                LayerKind.HOUSEHOLD,
                version.layer(LayerKind.HOUSEHOLD).orElseThrow().id(),
                METRIC);
        return table.feature(table.rowOf(code));
    }
}
