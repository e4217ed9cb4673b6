package org.terrace.formats.osm;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Way;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Unpacks the compact forms of one PBF block: string table, delta coding, granularity. */
final class OsmContent {
    /** Takes a node. */
    interface NodeSink {
        void node(long id, long nanoLon, long nanoLat, Map<String, String> tags);
    }

    private final PrimitiveBlock block;

    OsmContent(PrimitiveBlock block) {
        this.block = block;
    }

    List<PrimitiveGroup> groups() {
        return block.getPrimitivegroupList();
    }

    private String string(int index) {
        return block.getStringtable().getS(index).toStringUtf8();
    }

    Map<String, String> tags(Way way) {
        return tags(way.getKeysList(), way.getValsList());
    }

    Map<String, String> tags(Relation relation) {
        return tags(relation.getKeysList(), relation.getValsList());
    }

    private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
            tags.put(string(keys.get(i)), string(values.get(i)));
        }
        return tags;
    }

    static long[] nodes(Way way) {
        long[] refs = new long[way.getRefsCount()];
        long at = 0;
        for (int i = 0; i < refs.length; i++) {
            at += way.getRefs(i);
            refs[i] = at;
        }
        return refs;
    }

    /** Ids of the members that are ways. */
    static long[] memberWays(Relation relation) {
        LongList ways = new LongList();
        long at = 0;
        for (int i = 0; i < relation.getMemidsCount(); i++) {
            at += relation.getMemids(i);
            if (relation.getTypes(i) == Relation.MemberType.WAY) {
                ways.add(at);
            }
        }
        return ways.toArray();
    }

    void nodes(PrimitiveGroup group, NodeSink sink) {
        for (Node node : group.getNodesList()) {
            sink.node(
                    node.getId(), lon(node.getLon()), lat(node.getLat()), tags(node.getKeysList(), node.getValsList()));
        }
        if (group.hasDense()) {
            dense(group.getDense(), sink);
        }
    }

    private void dense(DenseNodes dense, NodeSink sink) {
        long id = 0;
        long lon = 0;
        long lat = 0;
        int kv = 0;
        for (int i = 0; i < dense.getIdCount(); i++) {
            id += dense.getId(i);
            lon += dense.getLon(i);
            lat += dense.getLat(i);
            Map<String, String> tags = Map.of();
            if (kv < dense.getKeysValsCount() && dense.getKeysVals(kv) != 0) {
                tags = new TreeMap<>();
                while (kv + 1 < dense.getKeysValsCount() && dense.getKeysVals(kv) != 0) {
                    tags.put(string(dense.getKeysVals(kv)), string(dense.getKeysVals(kv + 1)));
                    kv += 2;
                }
            }
            kv++;
            sink.node(id, lon(lon), lat(lat), tags);
        }
    }

    private long lon(long raw) {
        return block.getLonOffset() + block.getGranularity() * raw;
    }

    private long lat(long raw) {
        return block.getLatOffset() + block.getGranularity() * raw;
    }
}
