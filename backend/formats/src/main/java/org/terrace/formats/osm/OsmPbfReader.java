package org.terrace.formats.osm;

import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.osm.OsmLayers.Shape;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;

/**
 * OpenStreetMap extracts (PBF) as layers: {@code highway, power_line, power_point, water_point, waterway, pipeline, building, place,
 * boundary, protected_area, amenity}. Attributes are the tags, and {@code osm_id} ({@code n1, w1, r1}); areas also carry
 * {@code area_id}, libosmium's number for them ({@code a} + 2 x way, or 2 x relation + 1).
 *
 * <p>Three passes: relations, then ways, then nodes, so that only the nodes in use are held (16 bytes each).
 */
public final class OsmPbfReader implements Reader {
    private static final String FORMAT = "OSM PBF";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Override
    public String format() {
        return "osm-pbf";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("pbf");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        return head.length > 20 && new String(head, 0, 20, StandardCharsets.ISO_8859_1).contains("OSMHeader");
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        try {
            if (Files.size(file.path()) == 0) {
                issues.report(Issue.error("empty_file", whole));
                return;
            }
            try (PbfBlocks blocks = PbfBlocks.open(file.path())) {
                new Reading(file, options, sink, issues).run(blocks);
            }
        } catch (IOException | RuntimeException e) {
            issues.report(Issue.broken(whole, FORMAT, e));
        }
    }

    /** A way in use. */
    private record KeptWay(Map<String, String> tags, long[] nodes, List<String> lineLayers, List<String> areaLayers) {}

    private record KeptRelation(long id, Map<String, String> tags, long[] ways, List<String> layers) {}

    /** The state of reading one file. */
    private static final class Reading {
        private final InputFile file;
        private final ReadOptions options;
        private final RawSink sink;
        private final IssueSink issues;
        private final Set<String> announced = new HashSet<>();
        private final List<KeptRelation> relations = new ArrayList<>();
        private final Map<Long, KeptWay> ways = new LinkedHashMap<>();
        private final Map<Long, long[]> memberWays = new HashMap<>();
        private final Set<PbfBlocks.Block> withWays = new HashSet<>();
        private final Set<PbfBlocks.Block> withNodes = new HashSet<>();

        Reading(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
            this.file = file;
            this.options = options;
            this.sink = sink;
            this.issues = issues;
        }

        void run(PbfBlocks blocks) throws IOException {
            for (PbfBlocks.Block block : blocks.data()) {
                keepRelations(blocks.read(block), block);
            }
            for (PbfBlocks.Block block : blocks.data()) {
                if (withWays.contains(block)) {
                    keepWays(blocks.read(block));
                }
            }
            LongList needed = new LongList();
            ways.values().forEach(w -> add(needed, w.nodes()));
            memberWays.values().forEach(w -> add(needed, w));
            NodePositions positions = NodePositions.of(needed);
            for (PbfBlocks.Block block : blocks.data()) {
                if (withNodes.contains(block)) {
                    nodes(blocks.read(block), positions);
                }
            }
            ways.forEach((id, way) -> emitWay(id, way, positions));
            relations.forEach(r -> emitRelation(r, positions));
            if (announced.isEmpty()) {
                issues.report(Issue.error("no_rows", Place.file(file.name())));
            }
        }

        private static void add(LongList list, long[] ids) {
            for (long id : ids) {
                list.add(id);
            }
        }

        private void keepRelations(PrimitiveBlock raw, PbfBlocks.Block block) {
            OsmContent content = new OsmContent(raw);
            for (PrimitiveGroup group : content.groups()) {
                if (group.getWaysCount() > 0) {
                    withWays.add(block);
                }
                if (group.hasDense() || group.getNodesCount() > 0) {
                    withNodes.add(block);
                }
                for (Relation relation : group.getRelationsList()) {
                    Map<String, String> tags = content.tags(relation);
                    String type = tags.getOrDefault("type", "");
                    List<String> layers = wanted(OsmLayers.of(tags, Shape.AREA));
                    if ((type.equals("multipolygon") || type.equals("boundary")) && !layers.isEmpty()) {
                        long[] members = OsmContent.memberWays(relation);
                        relations.add(new KeptRelation(relation.getId(), tags, members, layers));
                        for (long member : members) {
                            memberWays.put(member, new long[0]);
                        }
                    }
                }
            }
        }

        private void keepWays(PrimitiveBlock raw) {
            OsmContent content = new OsmContent(raw);
            for (PrimitiveGroup group : content.groups()) {
                for (Way way : group.getWaysList()) {
                    Map<String, String> tags = content.tags(way);
                    List<String> lines = wanted(OsmLayers.of(tags, Shape.LINE));
                    boolean closed =
                            way.getRefsCount() >= 4 && OsmContent.nodes(way)[way.getRefsCount() - 1] == way.getRefs(0);
                    List<String> areas = closed ? wanted(OsmLayers.of(tags, Shape.AREA)) : List.of();
                    boolean member = memberWays.containsKey(way.getId());
                    if (lines.isEmpty() && areas.isEmpty() && !member) {
                        continue;
                    }
                    long[] nodes = OsmContent.nodes(way);
                    if (member) {
                        memberWays.put(way.getId(), nodes);
                    }
                    if (!lines.isEmpty() || !areas.isEmpty()) {
                        ways.put(way.getId(), new KeptWay(tags, nodes, lines, areas));
                    }
                }
            }
        }

        private List<String> wanted(List<String> layers) {
            return layers.isEmpty() || options.layers().isEmpty()
                    ? layers
                    : layers.stream().filter(options::wants).toList();
        }

        private void nodes(PrimitiveBlock raw, NodePositions positions) {
            OsmContent content = new OsmContent(raw);
            for (PrimitiveGroup group : content.groups()) {
                content.nodes(group, (id, lon, lat, tags) -> {
                    positions.put(id, lon, lat);
                    for (String layer : wanted(OsmLayers.of(tags, Shape.POINT))) {
                        Coordinate at = new Coordinate(Math.round(lon / 100.0) / 1e7, Math.round(lat / 100.0) / 1e7);
                        emit(layer, "n" + id, "", tags, FACTORY.createPoint(at));
                    }
                });
            }
        }

        private void emitWay(long id, KeptWay way, NodePositions positions) {
            Coordinate[] line = line(way.nodes(), positions);
            String layer = way.lineLayers().isEmpty()
                    ? way.areaLayers().get(0)
                    : way.lineLayers().get(0);
            Place place = Place.feature(file.name(), layer, "w" + id);
            if (line.length < way.nodes().length) {
                issues.report(Issue.warning("nodes_missing", place).with("missing", way.nodes().length - line.length));
            }
            if (line.length < 2) {
                issues.report(Issue.error("one_point_line", place));
                return;
            }
            for (String name : way.lineLayers()) {
                emit(name, "w" + id, "", way.tags(), FACTORY.createLineString(line));
            }
            if (!way.areaLayers().isEmpty() && (line.length < 4 || !line[0].equals2D(line[line.length - 1]))) {
                issues.report(Issue.error("ring_not_closed", place));
                return;
            }
            for (String name : way.areaLayers()) {
                emit(name, "w" + id, "a" + 2 * id, way.tags(), FACTORY.createPolygon(line));
            }
        }

        private static Coordinate[] line(long[] nodes, NodePositions positions) {
            List<Coordinate> line = new ArrayList<>(nodes.length);
            for (long node : nodes) {
                int slot = positions.find(node);
                if (slot >= 0) {
                    line.add(new Coordinate(positions.lon(slot), positions.lat(slot)));
                }
            }
            return line.toArray(new Coordinate[0]);
        }

        private void emitRelation(KeptRelation relation, NodePositions positions) {
            Place place = Place.feature(file.name(), relation.layers().get(0), "r" + relation.id());
            Optional<Geometry> area = area(relation, positions);
            if (area.isEmpty()) {
                issues.report(Issue.warning("incomplete_area", place)
                        .value(relation.tags().getOrDefault("name", "")));
                return;
            }
            for (String layer : relation.layers()) {
                emit(layer, "r" + relation.id(), "a" + (2 * relation.id() + 1), relation.tags(), area.get());
            }
        }

        private Optional<Geometry> area(KeptRelation relation, NodePositions positions) {
            List<long[]> members = new ArrayList<>();
            for (long way : relation.ways()) {
                long[] nodes = memberWays.getOrDefault(way, new long[0]);
                if (nodes.length < 2) {
                    return Optional.empty();
                }
                members.add(nodes);
            }
            Optional<List<long[]>> rings = AreaRings.join(members);
            if (rings.isEmpty()) {
                return Optional.empty();
            }
            List<Coordinate[]> closed = new ArrayList<>();
            for (long[] ring : rings.get()) {
                Coordinate[] line = line(ring, positions);
                if (line.length != ring.length) {
                    return Optional.empty();
                }
                closed.add(line);
            }
            return Optional.of(AreaRings.area(closed));
        }

        private void emit(String layer, String id, String areaId, Map<String, String> tags, Geometry geometry) {
            if (announced.add(layer)) {
                sink.layer(new SourceLayer(
                        layer, List.of(), Optional.of(CrsFound.read(Crs.WGS84, "osm")), Optional.empty()));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("osm_id", id);
            if (!areaId.isEmpty()) {
                values.put("area_id", areaId);
            }
            values.putAll(tags);
            sink.feature(new RawFeature(Place.feature(file.name(), layer, id), values, Optional.of(geometry)));
        }
    }
}
