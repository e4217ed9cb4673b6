package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/** Noding of lines that differ in a few from those noded before, against noding them alone, and against the clear version. */
class NodingAgainTest {

    /** A line as it stands in a list that is edited: the same only as itself, however alike another is drawn. */
    private static final class Road {
        final Geometry line;
        final double level;

        Road(Geometry line, double level) {
            this.line = line;
            this.level = level;
        }
    }

    @Test
    void theClearVersionFindsTheSameEdgesAndFaults() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 8; round++) {
            List<Road> roads = roads(random, 30);
            double toleranceM = round % 3 == 0 ? 0 : 2;
            Noding.Noded noded = Noding.of(lines(roads), levels(roads), toleranceM);
            ClearNoding clear = new ClearNoding(lines(roads), levels(roads), toleranceM);
            assertThat(ClearNoding.edges(noded.network()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(clear.edges());
            // Crossings of one line with itself come in the order along it; the clear version does not sort them.
            assertThat(noded.faults())
                    .as("seed %d round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(clear.faults)
                    .isSortedAccordingTo(
                            Comparator.comparing(Noding.Fault::kind).thenComparingInt(Noding.Fault::line));
        }
    }

    @Test
    void linesNodedAgainAreAsIfNodedAlone() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int sequence = 0; sequence < 12; sequence++) {
            editAndCompare(random, seed, sequence % 3 == 0 ? 0 : 2, 60, 20);
        }
    }

    /** So many that the index is made anew, and at last all. */
    @Test
    void manyEditsOneAfterTheOtherAreAsIfNodedAlone() {
        long seed = new SplittableRandom().nextLong();
        editAndCompare(new SplittableRandom(seed), seed, 2, 40, 250);
    }

    private static void editAndCompare(SplittableRandom random, long seed, double toleranceM, int count, int steps) {
        List<Road> roads = roads(random, count);
        Noding.Noded before = Noding.of(lines(roads), levels(roads), toleranceM);
        for (int step = 0; step < steps; step++) {
            List<Road> edited = edit(random, roads, count);
            int[] oldLine = edited.stream().mapToInt(roads::indexOf).toArray();
            // An edited line whose number is told counts as edited all the same.
            if (random.nextInt(4) == 0 && oldLine.length > 0 && oldLine[0] < 0) {
                oldLine[0] = random.nextInt(roads.size());
            }
            Noding.Noded again = Noding.again(before, lines(edited), levels(edited), oldLine);
            Noding.Noded alone = Noding.of(lines(edited), levels(edited), toleranceM);
            String told = "seed " + seed + " step " + step;
            assertSame(again.network(), alone.network(), told);
            if (random.nextInt(3) > 0) {
                assertThat(again.faults()).as(told).isEqualTo(alone.faults());
            }
            assertThat(again.changedLines()).as(told).isEqualTo(changed(roads, before, edited, alone));
            // Sometimes it was a trial only, and the next starts from the same.
            if (random.nextInt(4) > 0) {
                roads = edited;
                before = again;
            }
        }
    }

    private static int[] changed(List<Road> roads, Noding.Noded before, List<Road> edited, Noding.Noded now) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < edited.size(); i++) {
            int old = roads.indexOf(edited.get(i));
            if (old < 0 || !Arrays.equals(before.cuts[old].places(), now.cuts[i].places())) {
                changed.add(i);
            }
        }
        return changed.stream().mapToInt(i -> i).toArray();
    }

    private static void assertSame(Network one, Network other, String told) {
        assertThat(Arrays.equals(numbers(one), numbers(other))).as(told).isTrue();
    }

    /** Every number of a network, as bits. */
    private static long[] numbers(Network network) {
        LongStream.Builder numbers = LongStream.builder();
        for (int n = 0; n < network.nodes(); n++) {
            numbers.add(Double.doubleToRawLongBits(network.x(n)));
            numbers.add(Double.doubleToRawLongBits(network.y(n)));
            for (int k = 0; k < network.degree(n); k++) {
                numbers.add(network.incident(n, k));
            }
        }
        for (int e = 0; e < network.edges(); e++) {
            numbers.add(network.from(e));
            numbers.add(network.to(e));
            numbers.add(network.line(e));
            numbers.add(Double.doubleToRawLongBits(network.startM(e)));
            numbers.add(Double.doubleToRawLongBits(network.lengthM(e)));
        }
        return numbers.build().toArray();
    }

    @Test
    void theOrderOfLinesChangesNothingButNumbers() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            List<Road> roads = roads(random, 40);
            List<Road> shuffled = new ArrayList<>(roads);
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            int[] numberIn = roads.stream().mapToInt(shuffled::indexOf).toArray();
            Network network = Noding.of(lines(roads), levels(roads), 2).network();
            Network other = Noding.of(lines(shuffled), levels(shuffled), 2).network();
            assertThat(network.nodes()).as("seed %d", seed).isEqualTo(other.nodes());
            assertThat(ClearNoding.edges(other)).as("seed %d", seed).isEqualTo(renumbered(network, numberIn));
        }
    }

    private static List<String> renumbered(Network network, int[] number) {
        List<String> words = new ArrayList<>();
        for (int e = 0; e < network.edges(); e++) {
            int line = network.line(e) == Network.JOINT ? Network.JOINT : number[network.line(e)];
            words.add(ClearNoding.inWords(
                    line,
                    new Coordinate(network.x(network.from(e)), network.y(network.from(e))),
                    new Coordinate(network.x(network.to(e)), network.y(network.to(e))),
                    network.startM(e),
                    network.lengthM(e)));
        }
        Collections.sort(words);
        return words;
    }

    @Test
    void noVertexIsMoved() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            List<Road> roads = roads(random, 40);
            Network network = Noding.of(lines(roads), levels(roads), 2).network();
            Set<Coordinate> nodes = new HashSet<>();
            for (int n = 0; n < network.nodes(); n++) {
                nodes.add(new Coordinate(network.x(n), network.y(n)));
            }
            for (Road road : roads) {
                for (int g = 0; g < road.line.getNumGeometries(); g++) {
                    Coordinate[] points = road.line.getGeometryN(g).getCoordinates();
                    if (road.line.getGeometryN(g).getLength() > 0) {
                        assertThat(nodes).as("seed %d", seed).contains(points[0], points[points.length - 1]);
                    }
                }
            }
        }
    }

    @Test
    void threeLinesThroughOnePlaceAreJoinedThereWhateverTheRounding() {
        Geometry[] lines = new Geometry[3];
        for (int k = 0; k < 3; k++) {
            double angle = 0.3 + k * 1.1;
            lines[k] = line(
                    new Coordinate(500_000.1 - 70 * Math.cos(angle), 2_900_000.3 - 70 * Math.sin(angle)),
                    new Coordinate(500_000.1 + 90 * Math.cos(angle), 2_900_000.3 + 90 * Math.sin(angle)));
        }
        Network network = Noding.of(lines, new double[3], 0).network();
        ShortestPaths paths = ShortestPaths.from(network, new int[] {network.from(0)}, new double[1], network::lengthM);
        for (int n = 0; n < network.nodes(); n++) {
            assertThat(paths.cost(n)).isLessThan(161);
        }
    }

    @Test
    void numbersOfAnotherNodingAreRefused() {
        Geometry[] lines = {line(new Coordinate(0, 0), new Coordinate(9, 0))};
        Noding.Noded noded = Noding.of(lines, new double[1], 2);
        assertThatThrownBy(() -> Noding.again(noded, lines, new double[1], new int[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 0 had number 3 of 1");
    }

    private static List<Road> edit(SplittableRandom random, List<Road> roads, int about) {
        List<Road> edited = new ArrayList<>(roads);
        int edits = random.nextInt(4);
        for (int k = 0; k < edits; k++) {
            int at = random.nextInt(edited.size());
            int kind = random.nextInt(6);
            if (kind == 0 && edited.size() > about / 2) {
                edited.remove(at);
            } else if (kind == 1 && edited.size() < 2 * about) {
                edited.add(random.nextInt(edited.size()), road(random, edited));
            } else if (kind == 2) {
                edited.set(at, new Road(edited.get(at).line.copy(), random.nextInt(3) - 1));
            } else if (kind == 3) {
                Collections.swap(edited, at, random.nextInt(edited.size()));
            } else {
                edited.set(at, road(random, edited));
            }
        }
        return edited;
    }

    private static List<Road> roads(SplittableRandom random, int count) {
        List<Road> roads = new ArrayList<>();
        while (roads.size() < count) {
            roads.add(road(random, roads));
        }
        return roads;
    }

    /** On a raster with a little noise, so that lines share vertices, cross, touch, nearly touch, double and turn back on themselves. */
    private static Road road(SplittableRandom random, List<Road> others) {
        double level = random.nextInt(5) == 0 ? 1 : 0;
        int kind = random.nextInt(12);
        if (kind == 0 && !others.isEmpty()) {
            Geometry like = others.get(random.nextInt(others.size())).line;
            return new Road(random.nextBoolean() ? like.copy() : like.reverse(), level);
        }
        if (kind == 1) {
            return new Road(
                    Geometries.FACTORY.createMultiLineString(new LineString[] {line(random, 3), line(random, 2)}),
                    level);
        }
        if (kind == 2 && random.nextInt(4) == 0) {
            Coordinate c = place(random);
            return new Road(random.nextBoolean() ? line(c, c.copy()) : line(), level);
        }
        // Now and then one of many vertices, for an index with much beside it.
        return new Road(random.nextInt(30) == 0 ? winding(random) : line(random, 2 + random.nextInt(3)), level);
    }

    private static LineString line(SplittableRandom random, int vertices) {
        Coordinate[] points = new Coordinate[vertices];
        Coordinate from = place(random);
        for (int k = 0; k < vertices; k++) {
            points[k] = k == 0 ? from : place(random, from);
        }
        return line(points);
    }

    /** Three fields of the raster away at most. */
    private static Coordinate place(SplittableRandom random, Coordinate from) {
        Coordinate to = place(random);
        while (to.distance(from) > 180) {
            to = place(random);
        }
        return to;
    }

    private static LineString winding(SplittableRandom random) {
        Coordinate[] points = new Coordinate[300];
        points[0] = place(random);
        for (int k = 1; k < points.length; k++) {
            points[k] = new Coordinate(
                    points[k - 1].x + random.nextDouble(-1, 3), points[k - 1].y + random.nextDouble(-2, 2));
        }
        return line(points);
    }

    private static Coordinate place(SplittableRandom random) {
        double offset = random.nextInt(6) == 0 ? 3 + random.nextInt(14) : random.nextInt(3);
        return new Coordinate(
                random.nextInt(12) * 60 + offset - 200,
                random.nextInt(12) * 60 + (random.nextInt(8) == 0 ? 5e-5 : random.nextInt(3)) - 200);
    }

    private static LineString line(Coordinate... points) {
        return Geometries.FACTORY.createLineString(points);
    }

    private static Geometry[] lines(List<Road> roads) {
        return roads.stream().map(road -> road.line).toArray(Geometry[]::new);
    }

    private static double[] levels(List<Road> roads) {
        return roads.stream().mapToDouble(road -> road.level).toArray();
    }
}
