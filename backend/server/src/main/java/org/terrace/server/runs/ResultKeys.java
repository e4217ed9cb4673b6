package org.terrace.server.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.terrace.analysis.Analysis;
import org.terrace.region.LayerKind;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.LayerRevision;
import org.terrace.standard.Document;

/**
 * The key of a result: a hash of everything that it depends on, and of nothing else. Content counts, not its date or number, so
 * the same data brought in again finds its old results.
 */
final class ResultKeys {
    private ResultKeys() {}

    /**
     * @param analyses each after those that it needs
     * @param standard content hashes of the standard's files
     * @param documents all other data files
     * @return key by analysis id
     */
    static Map<String, String> of(
            List<Analysis> analyses,
            String county,
            int epsg,
            DataVersion version,
            List<String> standard,
            List<Document> documents) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Analysis analysis : analyses) {
            StringBuilder parts = new StringBuilder();
            line(parts, "analysis", analysis.id(), Integer.toString(analysis.engineVersion()));
            line(parts, "county", county, Integer.toString(epsg));
            for (LayerKind kind : layersOf(analysis)) {
                line(parts, "layer", kind.id(), hash(version, kind.id()));
            }
            if (analysis.readsElevation()) {
                line(parts, "layer", LayerRevision.ELEVATION, hash(version, LayerRevision.ELEVATION));
            }
            standard.forEach(h -> line(parts, "standard", h));
            documents.stream()
                    .filter(d -> analysis.documents().contains(d.kind()))
                    .forEach(d -> line(parts, "document", d.name(), d.contentHash()));
            for (String need : new TreeSet<>(analysis.needs())) {
                String key = keys.get(need);
                if (key == null) {
                    throw new IllegalArgumentException(
                            analysis.id() + " needs " + need + ", which does not come before it");
                }
                line(parts, "input", need, key);
            }
            keys.put(analysis.id(), sha256(parts.toString()));
        }
        return keys;
    }

    /** Households without coordinates sit at their group, so who reads households reads the units' places too. */
    private static Set<LayerKind> layersOf(Analysis analysis) {
        Set<LayerKind> layers = EnumSet.noneOf(LayerKind.class);
        layers.addAll(analysis.layers());
        if (layers.contains(LayerKind.HOUSEHOLD)) {
            layers.add(LayerKind.ADMIN_UNIT);
        }
        return layers;
    }

    private static String hash(DataVersion version, String layer) {
        LayerRevision revision = version.layers().get(layer);
        return revision == null ? "absent" : revision.contentHash();
    }

    private static void line(StringBuilder parts, String... words) {
        parts.append(String.join("\u0000", words)).append('\n');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
