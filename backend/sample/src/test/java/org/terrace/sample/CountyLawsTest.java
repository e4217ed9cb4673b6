package org.terrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrace.network.DisjointSets;
import org.terrace.network.Network;
import org.terrace.network.Noding;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** What must hold of the committed sample county, whatever the dice say. */
class CountyLawsTest {
    private final Region region = Counties.committed().region();

    @Test
    void theCountySaysThatItIsSynthetic() {
        assertThat(Counties.committed().names().get("en")).contains("synthetic");
        assertThat(Counties.committed().names().get("zh-CN")).contains("虚构");
        assertThat(region.countyCode()).startsWith("99");
        int county = region.adminUnits().rowOf(region.countyCode());
        assertThat(region.adminUnits().text("name").get(county))
                .contains("synthetic")
                .contains("虚构");
    }

    @Test
    void thereAreSixThousandHouseholdsInEightTownshipsAndFortyFiveVillages() {
        assertThat(region.households().size()).isEqualTo(6_000);
        assertThat(unitsOf("township")).hasSize(8);
        assertThat(unitsOf("village")).hasSize(45);
        assertThat(unitsOf("group")).hasSizeBetween(290, 310);
        assertThat(region.plots().size()).isBetween(10_000, 13_000);
        assertThat(region.table(LayerKind.PROJECT).size()).isEqualTo(200);
        assertThat(countOf(LayerKind.POWER_FACILITY, "kind", "transformer")).isBetween(115, 125);
    }

    @Test
    void theGroundRisesFromEightHundredToAboutThreeThousandMetres() {
        float[] metres = region.elevation().orElseThrow().metres().clone();
        java.util.Arrays.sort(metres);
        assertThat(metres[0]).isCloseTo(800, within(20f));
        assertThat(metres[metres.length - 1]).isBetween(2_700f, 3_300f);
    }

    @Test
    void mostHouseholdsLiveAboveTheValley() {
        FeatureTable households = region.households();
        int located = 0;
        int above = 0;
        for (int i = 0; i < households.size(); i++) {
            if (households.hasGeometry(i)) {
                located++;
                // The valley floor lies between 792 and 922 m.
                if (region.elevation().orElseThrow().nearest(households.x(i), households.y(i)) > 1_050) {
                    above++;
                }
            }
        }
        assertThat(above / (double) located).isBetween(0.6, 0.95);
    }

    @Test
    void everyCommitteeIsOnTheHardenedNetworkExceptTheThreeIntendedOnes() {
        Set<String> cutOff = new TreeSet<>();
        boolean[] connected = connectedHardened();
        for (int unit : unitsOf("village")) {
            if (distance(connected, region.adminUnits(), unit) > 60) {
                cutOff.add(region.adminUnits().code(unit));
            }
        }
        assertThat(cutOff).hasSize(3);
    }

    @Test
    void aHardenedIslandExists() {
        boolean[] connected = connectedHardened();
        FeatureTable roads = region.roads();
        double islandM = 0;
        for (int i = 0; i < roads.size(); i++) {
            if (isHardened(roads, i) && !connected[i]) {
                islandM += roads.geometry(i).orElseThrow().getLength();
            }
        }
        assertThat(islandM).isBetween(300.0, 5_000.0);
    }

    @Test
    void nothingLiesOutsideTheFrameAndEveryShapeIsValid() {
        Envelope frame = region.elevation().orElseThrow().frame().envelope();
        frame.expandBy(0.1);
        for (LayerKind kind : LayerKind.values()) {
            FeatureTable table = region.table(kind);
            for (int i = 0; i < table.size(); i++) {
                if (table.hasGeometry(i)) {
                    Geometry geometry = table.geometry(i).orElseThrow();
                    assertThat(frame.contains(geometry.getEnvelopeInternal()))
                            .as("%s %s", kind.id(), table.code(i))
                            .isTrue();
                    assertThat(geometry.isValid())
                            .as("%s %s", kind.id(), table.code(i))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void someThingsAreUnknownButMostAreKnown() {
        FeatureTable households = region.households();
        assertThat(shareWithout(households, "water_connection")).isBetween(0.08, 0.14);
        assertThat(1 - shareWithout(households, "measured_voltage_v")).isBetween(0.12, 0.18);
        assertThat(shareWithout(households, "house_status")).isBetween(0.01, 0.06);
        int unplaced = 0;
        for (int i = 0; i < households.size(); i++) {
            unplaced += households.hasGeometry(i) ? 0 : 1;
        }
        assertThat(unplaced / 6_000.0).isBetween(0.02, 0.06);
        assertThat(shareWithout(region.roads(), "surface")).isBetween(0.02, 0.15);
        assertThat(shareWithout(region.table(LayerKind.WATER_FACILITY), "working"))
                .isBetween(0.04, 0.16);
        assertThat(shareWithout(region.table(LayerKind.POWER_LINE), "conductor"))
                .isBetween(0.1, 0.35);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        check(region.households(), "group_code", region.adminUnits());
        check(region.households(), "water_source_code", region.table(LayerKind.WATER_FACILITY));
        check(region.households(), "transformer_code", region.table(LayerKind.POWER_FACILITY));
        check(region.households(), "meter_code", region.table(LayerKind.POWER_FACILITY));
        check(region.plots(), "household_code", region.households());
        check(region.adminUnits(), "parent_code", region.adminUnits());
        check(region.table(LayerKind.PIPE), "from_code", region.table(LayerKind.WATER_FACILITY));
        check(region.table(LayerKind.POWER_LINE), "transformer_code", region.table(LayerKind.POWER_FACILITY));
        check(region.table(LayerKind.PROJECT), "place_code", region.adminUnits());
    }

    @Test
    void theMovedLiveInTheValleyAndTheRestNearTheirGroup() {
        FeatureTable households = region.households();
        FeatureTable units = region.adminUnits();
        int moved = 0;
        for (int i = 0; i < households.size(); i++) {
            int group = units.rowOf(households.text("group_code").get(i));
            if (households.codesOf("relocated").is(i, "yes")) {
                moved++;
                assertThat(households.text("resettlement_site").get(i)).isNotEmpty();
            } else if (households.hasGeometry(i) && units.hasGeometry(group)) {
                double dx = households.x(i) - units.x(group);
                double dy = households.y(i) - units.y(group);
                assertThat(Math.sqrt(dx * dx + dy * dy)).as(households.code(i)).isLessThan(3_000);
            }
        }
        assertThat(moved).isBetween(200, 900);
    }

    private void check(FeatureTable table, String attribute, FeatureTable target) {
        for (int i = 0; i < table.size(); i++) {
            String code = table.text(attribute).get(i);
            assertThat(code.isEmpty() || target.rowOf(code) >= 0)
                    .as("%s %s %s=%s", table.kind().id(), table.code(i), attribute, code)
                    .isTrue();
        }
    }

    private static double shareWithout(FeatureTable table, String attribute) {
        int without = 0;
        for (int i = 0; i < table.size(); i++) {
            without += table.column(attribute).isAbsent(i) ? 1 : 0;
        }
        return without / (double) table.size();
    }

    private List<Integer> unitsOf(String level) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < region.adminUnits().size(); i++) {
            if (region.adminUnits().codesOf("level").is(i, level)) {
                rows.add(i);
            }
        }
        return rows;
    }

    private int countOf(LayerKind kind, String attribute, String code) {
        FeatureTable table = region.table(kind);
        int count = 0;
        for (int i = 0; i < table.size(); i++) {
            count += table.codesOf(attribute).is(i, code) ? 1 : 0;
        }
        return count;
    }

    private static boolean isHardened(FeatureTable roads, int i) {
        return roads.codesOf("surface").is(i, "cement")
                || roads.codesOf("surface").is(i, "asphalt");
    }

    /** Hardened segments in one piece with the national road; ends within half a metre touch. */
    private boolean[] connectedHardened() {
        FeatureTable roads = region.roads();
        int n = roads.size();
        Geometry[] lines = new Geometry[n];
        boolean[] hardened = new boolean[n];
        for (int i = 0; i < n; i++) {
            lines[i] = roads.geometry(i).orElseThrow();
            hardened[i] = isHardened(roads, i);
        }
        Network network = Noding.of(lines, new double[n], 0.5).network();
        DisjointSets sets = new DisjointSets(network.nodes());
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) == Network.JOINT || hardened[network.line(e)]) {
                sets.join(network.from(e), network.to(e));
            }
        }
        boolean[] rooted = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            boolean national = network.line(e) != Network.JOINT
                    && roads.codesOf("road_class").is(network.line(e), "national");
            rooted[sets.find(network.from(e))] |= national && hardened[network.line(e)];
        }
        boolean[] connected = new boolean[n];
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) != Network.JOINT) {
                connected[network.line(e)] |= hardened[network.line(e)] && rooted[sets.find(network.from(e))];
            }
        }
        return connected;
    }

    private double distance(boolean[] include, FeatureTable units, int unit) {
        Geometry point = units.geometry(unit).orElseThrow();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < include.length; i++) {
            if (include[i]) {
                least = Math.min(least, region.roads().geometry(i).orElseThrow().distance(point));
            }
        }
        return least;
    }
}
