package org.terrace.server.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.Snapshot;

/** Households as binary columns, little endian, in the order of their codes: one byte or four per household. */
@RestController
class HouseholdColumnsController {
    private static final int NO_POSITION = 0x7fffffff;
    private static final int NONE = 0xffff;
    private static final MediaType BYTES = MediaType.APPLICATION_OCTET_STREAM;

    private final CountyDoor door;

    HouseholdColumnsController(CountyDoor door) {
        this.door = door;
    }

    @GetMapping("/api/counties/{c}/households/positions")
    ResponseEntity<byte[]> positions(
            @PathVariable String c, @RequestParam(required = false) @Nullable String version, WebRequest request) {
        Snapshot snapshot = door.snapshot(c, version);
        return Answers.kept(request, "positions-" + snapshot.version().id(), BYTES, () -> positions(snapshot));
    }

    private static byte[] positions(Snapshot snapshot) {
        FeatureTable households = snapshot.region().households();
        int n = households.size();
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = households.x(i);
            xy[2 * i + 1] = households.y(i);
        }
        snapshot.toDegrees().apply(xy);
        ByteBuffer out = little(4 + 8 * n).putInt(n);
        for (int i = 0; i < n; i++) {
            boolean known = households.hasGeometry(i) && !Double.isNaN(xy[2 * i]);
            out.putInt(known ? (int) Math.round(xy[2 * i] * 1e7) : NO_POSITION);
            out.putInt(known ? (int) Math.round(xy[2 * i + 1] * 1e7) : NO_POSITION);
        }
        return out.array();
    }

    @GetMapping("/api/counties/{c}/households/codes")
    List<String> codes(
            @PathVariable String c,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "10000000") int count) {
        String[] codes = door.snapshot(c, version).region().households().codes();
        int start = Math.max(0, Math.min(from, codes.length));
        int end = (int) Math.min(codes.length, (long) start + Math.max(0, count));
        return List.of(Arrays.copyOfRange(codes, start, end));
    }

    @GetMapping("/api/counties/{c}/households/attributes/{name}")
    ResponseEntity<byte[]> attribute(
            @PathVariable String c,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String version,
            WebRequest request) {
        Attribute attribute = LayerKind.HOUSEHOLD
                .findAttribute(name)
                .filter(a -> a.privacy() == Privacy.PUBLIC)
                .filter(a -> a.type() == Attribute.Type.NUMBER || a.type() == Attribute.Type.CODE)
                .orElseThrow(() -> Refusal.notFound("attribute", name));
        Snapshot snapshot = door.snapshot(c, version);
        return Answers.kept(
                request,
                name + "-" + snapshot.version().id(),
                BYTES,
                () -> bytes(snapshot.region().households().column(attribute.name())));
    }

    @GetMapping("/api/counties/{c}/tables/{a}/{t}/columns/{col}")
    ResponseEntity<byte[]> column(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String t,
            @PathVariable String col,
            @RequestParam(required = false) @Nullable String version,
            WebRequest request) {
        Snapshot snapshot = door.snapshot(c, version);
        return Answers.kept(request, t + "-" + col + "-" + door.tag(snapshot, a), BYTES, () -> {
            ResultTable table = door.table(snapshot, a, t);
            boolean known = table.spec().columns().stream().anyMatch(s -> s.id().equals(col));
            if (!known || table.column(col) instanceof Column.Text) {
                throw Refusal.notFound("column", col);
            }
            return bytes(table.column(col));
        });
    }

    private static byte[] bytes(Column column) {
        if (column instanceof Column.Codes codes) {
            return codes.values(); // -1, unknown, travels as 255
        }
        double[] values = ((Column.Numbers) column).values();
        ByteBuffer out = little(4 * values.length);
        for (double value : values) {
            out.putFloat((float) value);
        }
        return out.array();
    }

    record Township(String code, String name) {}

    record Village(
            String code,
            String name,
            String township,
            @Nullable Double lon,
            @Nullable Double lat) {}

    record Group(
            String code,
            String name,
            String village,
            @Nullable Double lon,
            @Nullable Double lat) {}

    record Units(List<Township> townships, List<Village> villages, List<Group> groups) {}

    @GetMapping("/api/counties/{c}/units")
    Units units(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        FeatureTable units = snapshot.region().adminUnits();
        Units all = new Units(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < units.size(); i++) {
            String code = units.code(i);
            String name = units.text("name").get(i);
            String parent = units.text("parent_code").get(i);
            Double lon = null;
            Double lat = null;
            if (units.hasGeometry(i)) {
                double[] at = snapshot.toDegrees().point(units.x(i), units.y(i));
                lon = GeoJson.degrees(at[0]);
                lat = GeoJson.degrees(at[1]);
            }
            switch (units.codesOf("level").code(i)) {
                case "township" -> all.townships().add(new Township(code, name));
                case "village" -> all.villages().add(new Village(code, name, parent, lon, lat));
                case "group" -> all.groups().add(new Group(code, name, parent, lon, lat));
                default -> {} // the county itself
            }
        }
        return all;
    }

    @GetMapping("/api/counties/{c}/households/units")
    ResponseEntity<byte[]> householdUnits(
            @PathVariable String c, @RequestParam(required = false) @Nullable String version, WebRequest request) {
        Snapshot snapshot = door.snapshot(c, version);
        String tag = "units-" + snapshot.version().id() + "-" + door.tag(snapshot, CountySummary.HOUSEHOLDS);
        return Answers.kept(request, tag, BYTES, () -> {
            ResultTable summary = door.table(snapshot, CountySummary.HOUSEHOLDS, "household");
            ByteBuffer out =
                    little(8 + 6 * summary.size()).putInt(summary.size()).putInt(3);
            for (String level : List.of("township", "village", "group")) {
                Map<String, Integer> index = index(snapshot.region().adminUnits(), level);
                Column.Text codes = summary.text(level + "_code");
                for (int i = 0; i < summary.size(); i++) {
                    out.putShort((short) (int) index.getOrDefault(codes.get(i), NONE));
                }
            }
            return out.array();
        });
    }

    private static Map<String, Integer> index(FeatureTable units, String level) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.codesOf("level").is(i, level) && index.size() < NONE) {
                index.put(units.code(i), index.size());
            }
        }
        return index;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
