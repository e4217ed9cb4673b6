package org.terrace.formats.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * The geometries of a {@code .shp}: points, lines, polygons, multipoints, each also with z (kept) or m (left out). The index file is
 * used when it agrees with the records; otherwise the records are walked one after the other.
 *
 * @see "ESRI Shapefile Technical Description, July 1998"
 */
final class ShpGeometries {
    private static final int HEADER_BYTES = 100;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ByteBuffer shp;
    private final int[] offsets;

    private ShpGeometries(ByteBuffer shp, int[] offsets) {
        this.shp = shp;
        this.offsets = offsets;
    }

    /** Null when the file is no shapefile or is cut off: reported. */
    static @Nullable ShpGeometries open(ByteBuffer shp, Optional<ByteBuffer> shx, Place whole, IssueSink issues) {
        int size = shp.limit();
        if (size == 0) {
            issues.report(Issue.error("empty_file", whole));
            return null;
        }
        if (size < HEADER_BYTES || shp.getInt(0) != 9994) {
            issues.report(Issue.error("not_this_format", whole).with("format", "Shapefile"));
            return null;
        }
        long said = 2L * shp.getInt(24);
        if (said > size) {
            issues.report(Issue.error("truncated", whole).with("bytes", size).with("expected", said));
            return null;
        }
        int[] walked = walk(shp, Math.toIntExact(Math.max(HEADER_BYTES, said)));
        if (walked == null) {
            issues.report(Issue.error("truncated", whole).with("bytes", size).with("expected", said));
            return null;
        }
        int[] indexed = shx.map(x -> index(shp, x)).orElse(walked);
        if (indexed.length == 0 && walked.length > 0) {
            issues.report(Issue.warning("shx_wrong", whole));
            indexed = walked;
        }
        return new ShpGeometries(shp, indexed);
    }

    private static int @Nullable [] walk(ByteBuffer shp, int end) {
        int[] offsets = new int[16];
        int n = 0;
        for (int at = HEADER_BYTES; at + 8 <= end; ) {
            long next = at + 8 + 2L * shp.getInt(at + 4);
            if (next > end || next < at + 12) {
                return null;
            }
            if (n == offsets.length) {
                offsets = java.util.Arrays.copyOf(offsets, 2 * n);
            }
            offsets[n++] = at;
            at = (int) next;
        }
        return java.util.Arrays.copyOf(offsets, n);
    }

    /** Offsets from the index, or none when one of them does not lead to a record of the length it says. */
    private static int[] index(ByteBuffer shp, ByteBuffer shx) {
        int n = (shx.limit() - HEADER_BYTES) / 8;
        if (n < 0 || shx.limit() < HEADER_BYTES || shx.getInt(0) != 9994) {
            return new int[0];
        }
        int[] offsets = new int[n];
        for (int i = 0; i < n; i++) {
            long at = 2L * shx.getInt(HEADER_BYTES + 8 * i);
            int words = shx.getInt(HEADER_BYTES + 8 * i + 4);
            if (at < HEADER_BYTES
                    || words < 2
                    || at + 8 + 2L * words > shp.limit()
                    || shp.getInt((int) at + 4) != words) {
                return new int[0];
            }
            offsets[i] = (int) at;
        }
        return offsets;
    }

    int size() {
        return offsets.length;
    }

    Optional<Geometry> read(int record, Place place, IssueSink issues) {
        ByteBuffer in = shp.duplicate();
        int at = offsets[record];
        int end = at + 8 + 2 * shp.getInt(at + 4);
        in.position(at + 8).limit(end);
        in.order(ByteOrder.LITTLE_ENDIAN);
        try {
            int type = in.getInt();
            return switch (type) {
                case 0 -> Optional.empty();
                case 1, 21 -> Optional.of(FACTORY.createPoint(new Coordinate(in.getDouble(), in.getDouble())));
                case 11 ->
                    Optional.of(FACTORY.createPoint(new Coordinate(in.getDouble(), in.getDouble(), in.getDouble())));
                case 3, 13, 23 -> lines(in, type == 13, place, issues);
                case 5, 15, 25 -> RingAssembly.polygons(parts(in, type == 15), place, issues);
                case 8, 18, 28 -> multiPoint(in);
                default -> {
                    issues.report(Issue.error("unsupported_shape", place).value(type));
                    yield Optional.empty();
                }
            };
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            issues.report(Issue.error("bad_geometry", place).with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Optional<Geometry> multiPoint(ByteBuffer in) {
        in.position(in.position() + 32);
        Coordinate[] points = coordinates(in, checked(in, in.getInt(), 16));
        return points.length == 0 ? Optional.empty() : Optional.of(FACTORY.createMultiPointFromCoords(points));
    }

    private static Optional<Geometry> lines(ByteBuffer in, boolean z, Place place, IssueSink issues) {
        Coordinate[][] parts = parts(in, z);
        java.util.List<LineString> lines = new java.util.ArrayList<>();
        for (Coordinate[] part : parts) {
            if (part.length == 1) {
                issues.report(Issue.warning("one_point_line", place));
            } else if (part.length > 1) {
                lines.add(FACTORY.createLineString(part));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                lines.size() == 1 ? lines.get(0) : FACTORY.createMultiLineString(lines.toArray(new LineString[0])));
    }

    private static Coordinate[][] parts(ByteBuffer in, boolean z) {
        in.position(in.position() + 32);
        int parts = checked(in, in.getInt(), 4);
        int points = checked(in, in.getInt(), 16);
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = in.getInt();
        }
        starts[parts] = points;
        Coordinate[] all = coordinates(in, points);
        if (z && in.remaining() >= 16 + 8 * points) {
            in.position(in.position() + 16);
            for (Coordinate c : all) {
                c.setZ(in.getDouble());
            }
        }
        Coordinate[][] result = new Coordinate[parts][];
        for (int i = 0; i < parts; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1]) {
                throw new IllegalArgumentException("part " + i + " starts at " + starts[i]);
            }
            result[i] = java.util.Arrays.copyOfRange(all, starts[i], starts[i + 1]);
        }
        return result;
    }

    private static Coordinate[] coordinates(ByteBuffer in, int n) {
        Coordinate[] all = new Coordinate[n];
        for (int i = 0; i < n; i++) {
            all[i] = new Coordinate(in.getDouble(), in.getDouble());
        }
        return all;
    }

    private static int checked(ByteBuffer in, int count, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new IllegalArgumentException("count " + count);
        }
        return count;
    }
}
