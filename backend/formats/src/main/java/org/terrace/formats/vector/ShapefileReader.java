package org.terrace.formats.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.Archive;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.text.EncodingFound;
import org.terrace.formats.text.EncodingFound.How;
import org.terrace.formats.text.Encodings;

/**
 * Shapefiles: a zip with one or more of them, a folder, or one {@code .shp} with its siblings beside it; a lone {@code .dbf} is read
 * as a table. Text by {@code .cpg}, then by the DBF's language byte; when both are silent, or the bytes contradict them, it is asked.
 */
public final class ShapefileReader implements Reader {
    private static final String FORMAT = "Shapefile";

    @Override
    public String format() {
        return "shapefile";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("shp", "dbf", "zip");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        if (file.isFolder()) {
            return true;
        }
        boolean shp = head.length >= 100 && head[0] == 0 && head[1] == 0 && head[2] == 0x27 && head[3] == 0x0a;
        return shp
                || (Archive.isZip(head)
                        && Archive.names(file.path()).stream().anyMatch(n -> ShapefileParts.ends(n, "shp")));
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        try (ShapefileParts parts = ShapefileParts.open(file, options, issues)) {
            if (parts.failed()) {
                return;
            }
            if (parts.layers().isEmpty()) {
                issues.report(Issue.error("zip_without_shp", whole).with("found", String.join(", ", parts.found())));
                return;
            }
            for (String wanted : options.layers()) {
                if (!parts.layers().contains(wanted)) {
                    issues.report(Issue.error("layer_missing", whole).with("wanted", wanted));
                }
            }
            for (String layer : parts.layers()) {
                if (options.wants(layer)) {
                    layer(file, options, parts, layer, sink, issues);
                }
            }
        } catch (IOException | RuntimeException e) {
            issues.report(Issue.broken(whole, FORMAT, e));
        }
    }

    private static void layer(
            InputFile file, ReadOptions options, ShapefileParts parts, String layer, RawSink sink, IssueSink issues)
            throws IOException {
        Place whole = Place.layer(file.name(), layer);
        @Nullable ByteBuffer shp = parts.part(layer, "shp").orElse(null);
        @Nullable ByteBuffer dbf = parts.part(layer, "dbf").orElse(null);
        ShpGeometries shapes = shp == null ? null : ShpGeometries.open(shp, parts.part(layer, "shx"), whole, issues);
        DbfTable table = dbf == null ? null : DbfTable.open(dbf);
        if (shapes == null && shp != null) {
            return;
        }
        if (table == null) {
            issues.report(Issue.warning("dbf_missing", whole));
        }
        EncodingFound encoding = encoding(options, parts.text(layer, "cpg"), table);
        List<String> columns = table == null ? List.of() : table.names(encoding.charset());
        sink.layer(new SourceLayer(layer, columns, crs(parts.text(layer, "prj")), Optional.of(encoding)));
        if (encoding.how() == How.ASKED) {
            issues.report(Issue.warning("encoding_asked", whole)
                    .with("encoding", encoding.charset().name()));
        }
        int rows = table == null ? Integer.MAX_VALUE : table.rows();
        int records = shapes == null ? rows : shapes.size();
        if (shapes != null && table != null && rows != records) {
            issues.report(Issue.warning("row_count_differs", whole)
                    .with("shapes", records)
                    .with("rows", rows));
        }
        for (int i = 0; i < Math.min(records, rows); i++) {
            Place place = Place.feature(file.name(), layer, Integer.toString(i + 1));
            if (table != null && table.isDeleted(i)) {
                continue;
            }
            Optional<Geometry> geometry = shapes == null ? Optional.empty() : shapes.read(i, place, issues);
            Map<String, Object> values =
                    table == null ? new LinkedHashMap<>() : table.row(i, columns, encoding.charset(), place, issues);
            sink.feature(new RawFeature(place, values, geometry));
        }
    }

    private static Optional<CrsFound> crs(Optional<String> prj) {
        return prj.filter(p -> !p.isBlank())
                .map(wkt -> Crs.fromWkt(wkt)
                        .map(c -> CrsFound.read(c, "prj"))
                        .orElseGet(() -> CrsFound.notUnderstood(wkt)));
    }

    private static EncodingFound encoding(ReadOptions options, Optional<String> cpg, @Nullable DbfTable table) {
        if (options.encoding().isPresent()) {
            return EncodingFound.given(options.encoding().get());
        }
        List<byte[]> foreign = table == null ? new ArrayList<>() : table.textsBeyondAscii(200);
        Optional<EncodingFound> said = cpg.flatMap(Encodings::named)
                .or(() -> table == null ? Optional.empty() : Encodings.ofLanguageByte(table.languageByte()))
                .map(EncodingFound::read);
        if (said.isPresent()
                && foreign.stream()
                        .allMatch(t -> Encodings.decodes(t, said.get().charset()))) {
            return said.get();
        }
        return foreign.isEmpty() ? EncodingFound.detected(StandardCharsets.UTF_8) : Encodings.ask(foreign);
    }
}
