package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrace.region.Geometries;

class NodingTest {

    @Test
    void linesThatShareAVertexMeetThere() {
        Noding.Noded noded = node(2, "LINESTRING (0 0, 10 0, 20 0)", "LINESTRING (10 0, 10 10)");
        assertThat(noded.network().edges()).isEqualTo(3);
        assertThat(noded.network().nodes()).isEqualTo(4);
        assertThat(noded.faults()).isEmpty();
    }

    @Test
    void aCrossingAtGradeIsANodeAndABridgeIsNot() {
        String[] cross = {"LINESTRING (0 0, 20 0)", "LINESTRING (10 -10, 10 10)"};
        Network grade = node(2, cross).network();
        assertThat(grade.edges()).isEqualTo(4);
        assertThat(route(grade, lines(cross), 0, 0, 10, 10)).isEqualTo(20);
        Network bridge = Noding.of(lines(cross), new double[] {0, 1}, 2).network();
        assertThat(bridge.edges()).isEqualTo(2);
        assertThat(route(bridge, lines(cross), 0, 0, 10, 10)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void anEndOnALineIsATJunctionWithoutAFault() {
        Noding.Noded noded = node(2, "LINESTRING (0 0, 20 0)", "LINESTRING (7 0, 7 10)");
        assertThat(noded.network().edges()).isEqualTo(3);
        assertThat(noded.faults()).isEmpty();
    }

    @Test
    void anEndThatFallsShortIsJoinedByTheGapsOwnLengthAndReported() {
        String[] wkt = {"LINESTRING (0 0, 20 0)", "LINESTRING (7 1.5, 7 10)"};
        Noding.Noded noded = node(2, wkt);
        assertThat(noded.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Noding.FaultKind.JOINED);
            assertThat(fault.gapM()).isCloseTo(1.5, within(1e-12));
        });
        // 7 along the road, 1.5 over the gap, 8.5 up.
        assertThat(route(noded.network(), lines(wkt), 0, 0, 7, 10)).isCloseTo(17, within(1e-9));
        for (int n = 0; n < noded.network().nodes(); n++) {
            double y = noded.network().y(n);
            assertThat(y == 0 || y == 1.5 || y == 10)
                    .as("no vertex has moved: %f", y)
                    .isTrue();
        }
    }

    @Test
    void aNearMissIsReportedAndNotJoined() {
        String[] wkt = {"LINESTRING (0 0, 2000 0)", "LINESTRING (700 5, 700 1000)"};
        Noding.Noded noded = node(2, wkt);
        assertThat(noded.faults()).extracting(Noding.Fault::kind).containsExactly(Noding.FaultKind.NEAR_MISS);
        assertThat(route(noded.network(), lines(wkt), 0, 0, 700, 1000)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(node(2, "LINESTRING (0 0, 2000 0)", "LINESTRING (700 21, 700 30)")
                        .faults())
                .isEmpty();
    }

    @Test
    void aShortStubIsNoNearMissOfTheRoadThatItLeaves() {
        assertThat(node(2, "LINESTRING (0 0, 2000 0)", "LINESTRING (700 0, 700 15)")
                        .faults())
                .isEmpty();
    }

    @Test
    void aBridgeIsJoinedToTheRoadThatEndsBesideIt() {
        String[] wkt = {"LINESTRING (0 0, 10 0)", "LINESTRING (11 0, 20 0)", "LINESTRING (15 -5, 15 5)"};
        Network network = Noding.of(lines(wkt), new double[] {0, 1, 0}, 2).network();
        assertThat(route(network, lines(wkt), 0, 0, 20, 0)).isCloseTo(20, within(1e-9));
        assertThat(route(network, lines(wkt), 0, 0, 15, 5))
                .as("under the bridge")
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void duplicatesAndSelfCrossingsAreReportedWithTheirPlace() {
        List<Noding.Fault> faults = node(
                        2,
                        "LINESTRING (0 0, 100 0)",
                        "LINESTRING (100 0, 0 0)",
                        "LINESTRING (500 0, 510 10, 510 0, 500 10)")
                .faults();
        assertThat(faults)
                .extracting(Noding.Fault::kind)
                .containsExactly(Noding.FaultKind.DUPLICATE, Noding.FaultKind.SELF_CROSSING);
        assertThat(faults.get(0).other()).isZero();
        assertThat(faults.get(1).x()).isCloseTo(505, within(1e-9));
    }

    @Test
    void linesOfOnePointAreLeftOutAndNumbersThatAreNoneStop() {
        Geometry[] lines = lines("LINESTRING (0 0, 0 0)", "LINESTRING EMPTY", "LINESTRING (0 0, 5 0)");
        assertThat(Noding.of(lines, new double[3], 2).network().edges()).isEqualTo(1);
        Geometry bad = Geometries.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(0, 0), new Coordinate(Double.NaN, 0)});
        assertThatThrownBy(() -> Noding.of(new Geometry[] {bad}, new double[1], 2))
                .hasMessageContaining("line 0");
    }

    @Test
    void aPointMeetsTheRoadBesideALineOfNoLength() {
        Geometry[] lines =
                lines("LINESTRING (5 1, 5 1)", "LINESTRING (0 0, 10 0, 10 0, 20 0)", "LINESTRING (0 9, 20 9)");
        Network network = Noding.of(lines, new double[3], 2).network();
        Attachments.Attachment at =
                new Attachments(network, lines).nearest(5, 1).orElseThrow();
        assertThat(network.line(at.edge())).isEqualTo(1);
        assertThat(at.alongM()).isCloseTo(5, within(1e-12));
        assertThat(at.offM()).isCloseTo(1, within(1e-12));
        assertThat(route(network, lines, 5, 0, 15, 0))
                .as("over the repeated vertex")
                .isCloseTo(10, within(1e-12));
    }

    @Test
    void theLengthOfALineIsTheSumOfItsEdges() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 30; round++) {
            Geometry[] lines = random(random, 30);
            Network network = Noding.of(lines, new double[lines.length], 3).network();
            double[] sums = new double[lines.length];
            for (int e = 0; e < network.edges(); e++) {
                if (network.line(e) >= 0) {
                    sums[network.line(e)] += network.lengthM(e);
                }
            }
            for (int i = 0; i < lines.length; i++) {
                assertThat(sums[i]).as("seed %d line %d", seed, i).isCloseTo(lines[i].getLength(), within(1e-6));
            }
        }
    }

    @Test
    void oneMoreLineLengthensNoWayAndTheOrderOfLinesChangesNone() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 30; round++) {
            Geometry[] more = random(random, 25);
            Geometry[] few = Arrays.copyOf(more, 24);
            Geometry[] turned = more.clone();
            Collections.reverse(Arrays.asList(turned));
            Network fewNet = net(few);
            Network moreNet = net(more);
            Network turnedNet = net(turned);
            for (int k = 0; k < 10; k++) {
                double[] a = end(few[random.nextInt(24)]);
                double[] b = end(few[random.nextInt(24)]);
                double before = route(fewNet, few, a[0], a[1], b[0], b[1]);
                double after = route(moreNet, more, a[0], a[1], b[0], b[1]);
                double again = route(turnedNet, turned, a[0], a[1], b[0], b[1]);
                assertThat(after).as("seed %d round %d", seed, round).isLessThanOrEqualTo(before + 1e-6);
                if (Double.isInfinite(after)) {
                    assertThat(again).isInfinite();
                } else {
                    assertThat(again).as("seed %d round %d", seed, round).isCloseTo(after, within(1e-6));
                }
            }
        }
    }

    private static Network net(Geometry[] lines) {
        return Noding.of(lines, new double[lines.length], 3).network();
    }

    private static double[] end(Geometry line) {
        Coordinate c = line.getCoordinates()[0];
        return new double[] {c.x, c.y};
    }

    /** Lines of three vertices on a coarse raster, so that they share vertices, cross, touch and nearly touch. */
    private static Geometry[] random(SplittableRandom random, int count) {
        Geometry[] lines = new Geometry[count];
        for (int i = 0; i < count; i++) {
            Coordinate[] points = new Coordinate[3];
            for (int k = 0; k < 3; k++) {
                points[k] = new Coordinate(
                        random.nextInt(12) * 20 + random.nextInt(3), random.nextInt(12) * 20 + random.nextInt(3));
            }
            if (points[0].equals2D(points[1]) || points[1].equals2D(points[2])) {
                i--;
                continue;
            }
            lines[i] = Geometries.FACTORY.createLineString(points);
        }
        return lines;
    }

    private static double route(Network network, Geometry[] lines, double x1, double y1, double x2, double y2) {
        Attachments places = new Attachments(network, lines);
        return places.route(
                        places.nearest(x1, y1).orElseThrow(),
                        places.nearest(x2, y2).orElseThrow())
                .metres();
    }

    private static Noding.Noded node(double tolerance, String... wkt) {
        return Noding.of(lines(wkt), new double[wkt.length], tolerance);
    }

    private static Geometry[] lines(String... wkt) {
        WKTReader reader = new WKTReader(Geometries.FACTORY);
        return Arrays.stream(wkt)
                .map(text -> {
                    try {
                        return reader.read(text);
                    } catch (ParseException e) {
                        throw new IllegalArgumentException(text, e);
                    }
                })
                .toArray(Geometry[]::new);
    }
}
