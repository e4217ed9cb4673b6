package org.terrace.formats.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * GeoJSON (RFC 7946), streamed: a feature collection, one feature, a bare geometry, or features line by line. WGS84 by the standard,
 * unless an old-style {@code crs} member says otherwise.
 */
public final class GeoJsonReader implements Reader {
    private static final Pattern EPSG = Pattern.compile("(?i)EPSG(?:[:/]+[0-9.]*)*?[:/]+(\\d{4,6})");
    private static final JsonFactory JSON = JsonFactory.builder()
            // As Python and others write them: the feature is reported, the file is read.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Override
    public String format() {
        return "geojson";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("geojson", "json", "geojsonl", "ndjson");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return text.startsWith("{")
                && text.contains("\"type\"")
                && (text.contains("\"Feature") || text.contains("\"coordinates\""));
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        try {
            if (Files.size(file.path()) == 0) {
                issues.report(Issue.error("empty_file", whole));
                return;
            }
            CrsFound crs = crs(file, options);
            try (JsonParser json = open(file, options)) {
                sink.layer(new SourceLayer(file.stem(), List.of(), Optional.of(crs), Optional.empty()));
                Features features = new Features(file, json, sink, issues);
                while (json.nextToken() != null) {
                    features.top();
                }
                if (!features.sawGeoJson) {
                    issues.report(Issue.error("not_this_format", whole).with("format", "GeoJSON"));
                } else if (features.count == 0) {
                    issues.report(Issue.error("no_rows", whole));
                }
            }
        } catch (IOException | JacksonException e) {
            issues.report(Issue.broken(whole, "GeoJSON", e));
        }
    }

    private static JsonParser open(InputFile file, ReadOptions options) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        return options.encoding().isPresent()
                ? JSON.createParser(
                        ObjectReadContext.empty(),
                        new InputStreamReader(in, options.encoding().get()))
                : JSON.createParser(ObjectReadContext.empty(), in);
    }

    /** The {@code crs} member may stand behind the features, so the top level is walked once before. */
    private static CrsFound crs(InputFile file, ReadOptions options) throws IOException {
        try (JsonParser json = open(file, options)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    boolean member = json.currentName().equals("crs");
                    json.nextToken();
                    if (member && json.currentToken() == JsonToken.START_OBJECT) {
                        return named(JsonValues.text(json));
                    }
                    json.skipChildren();
                }
            }
        }
        return CrsFound.read(Crs.WGS84, "default_wgs84");
    }

    private static CrsFound named(String member) {
        if (member.contains("CRS84")) {
            return CrsFound.read(Crs.WGS84, "member");
        }
        Matcher m = EPSG.matcher(member);
        Optional<Crs> crs = m.find() ? Crs.find(Integer.parseInt(m.group(1))) : Optional.empty();
        return crs.map(c -> CrsFound.read(c, "member")).orElseGet(() -> CrsFound.notUnderstood(member));
    }

    /** Walks the tokens of one file. */
    private static final class Features {
        private final InputFile file;
        private final JsonParser json;
        private final RawSink sink;
        private final IssueSink issues;
        private long count;
        private boolean sawGeoJson;

        Features(InputFile file, JsonParser json, RawSink sink, IssueSink issues) {
            this.file = file;
            this.json = json;
            this.sink = sink;
            this.issues = issues;
        }

        /** One value at the top: a collection, a feature or a geometry. */
        void top() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            object(true);
        }

        /** The current object is a feature, a geometry, or (at the top only) a collection; which, its members tell. */
        private void object(boolean top) {
            Place place = Place.feature(file.name(), "", Long.toString(count + 1));
            Map<String, Object> values = new LinkedHashMap<>();
            Optional<Geometry> geometry = Optional.empty();
            Object coordinates = List.of();
            Object id = "";
            String type = "";
            boolean collection = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "type" -> type = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
                    case "features" -> {
                        collection = true;
                        sawGeoJson = true;
                        features(top);
                    }
                    case "geometry" -> geometry = JsonGeometry.read(json, place, issues);
                    case "coordinates" -> coordinates = JsonValues.nested(json);
                    case "properties" -> JsonValues.properties(json, values);
                    case "id" -> id = JsonValues.scalar(json).orElse("");
                    default -> json.skipChildren();
                }
            }
            if (collection) {
                return;
            }
            if (type.equals("Feature")) {
                if (!id.equals("")) {
                    values.putIfAbsent("id", id);
                }
                emit(place, values, geometry);
            } else if (!type.isEmpty() && coordinates != List.of()) {
                emit(place, values, JsonGeometry.build(type, coordinates, List.of(), place, issues));
            } else if (!top) {
                issues.report(Issue.error("bad_geometry", place).with("detail", "type " + type));
            }
        }

        private void features(boolean top) {
            if (!top || json.currentToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                return;
            }
            for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
                if (t == JsonToken.START_OBJECT) {
                    object(false);
                } else {
                    json.skipChildren();
                }
            }
        }

        private void emit(Place place, Map<String, Object> values, Optional<Geometry> geometry) {
            sawGeoJson = true;
            count++;
            sink.feature(new RawFeature(place, values, geometry));
        }
    }
}
