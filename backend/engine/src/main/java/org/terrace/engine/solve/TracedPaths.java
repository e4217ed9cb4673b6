package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.terrain.WalkingSurface;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Least-time paths over a walking surface as GeoJSON (RFC 7946, longitude and latitude on WGS 84, heights as third coordinate), each
 * with its seconds, its horizontal metres, the metres it climbs and descends, and its profile: metres along, height and seconds on the clock at
 * every cell.
 */
final class TracedPaths {
    private final WalkingSurface surface;
    private final ElevationGrid grid;
    private final CoordinateTransform toDegrees;
    private final double[] seconds;
    private final boolean towards;

    TracedPaths(WalkingSurface surface, Elevation ground, double[] seconds, boolean towards) {
        this.surface = surface;
        this.grid = ground.grid();
        this.toDegrees = CoordinateTransform.between(ground.requiredCrs(), Crs.WGS84);
        this.seconds = seconds;
        this.towards = towards;
    }

    /** Writes one feature for each place, without geometry where no way leads. @return how many have a way */
    int write(Targets places, Path out) throws IOException {
        int found = 0;
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(ObjectWriteContext.empty(), Files.newOutputStream(out), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (int place = 0; place < places.cells().length; place++) {
                found += feature(json, place, places.cells()[place]) ? 1 : 0;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return found;
    }

    private boolean feature(JsonGenerator json, int place, int cell) {
        int[] path = surface.path(seconds, cell, towards);
        if (!towards) {
            // Traced from the place back to where it was left from.
            for (int i = 0; i < path.length / 2; i++) {
                int other = path[i];
                path[i] = path[path.length - 1 - i];
                path[path.length - 1 - i] = other;
            }
        }
        Walked walked = new Walked(path);
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeNumberProperty("place", place + 1);
        if (path.length > 0) {
            json.writeNumberProperty("seconds", rounded(seconds[cell], 1e3));
            json.writeNumberProperty("metres", rounded(walked.along[path.length - 1], 1e2));
            json.writeNumberProperty("climbed_m", rounded(walked.up, 1e2));
            json.writeNumberProperty("descended_m", rounded(walked.down, 1e2));
            numbers(json, "profile_along_m", walked.along, 1e2);
            numbers(json, "profile_height_m", walked.height, 1e2);
            numbers(json, "profile_seconds", walked.clock, 1e3);
        }
        json.writeEndObject();
        if (path.length == 0) {
            json.writeNullProperty("geometry");
        } else {
            geometry(json, path, walked.height);
        }
        json.writeEndObject();
        return path.length > 0;
    }

    /** The numbers along one path. */
    private final class Walked {
        private final double[] along;
        private final double[] height;
        private final double[] clock;
        private double up;
        private double down;

        Walked(int[] path) {
            this.along = new double[path.length];
            this.height = new double[path.length];
            this.clock = new double[path.length];
            GridFrame frame = grid.frame();
            for (int i = 0; i < path.length; i++) {
                height[i] = grid.metres()[path[i]];
                clock[i] = towards ? seconds[path[0]] - seconds[path[i]] : seconds[path[i]];
                if (i > 0) {
                    int columns = path[i] % frame.columns() - path[i - 1] % frame.columns();
                    int rows = path[i] / frame.columns() - path[i - 1] / frame.columns();
                    double east = columns * frame.cellSizeX();
                    double south = rows * frame.cellSizeY();
                    along[i] = along[i - 1] + Math.sqrt(east * east + south * south);
                    up += Math.max(0, height[i] - height[i - 1]);
                    down += Math.max(0, height[i - 1] - height[i]);
                }
            }
        }
    }

    private void geometry(JsonGenerator json, int[] path, double[] heights) {
        GridFrame frame = grid.frame();
        // A place that is a target itself is no line.
        boolean line = path.length > 1;
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", line ? "LineString" : "Point");
        json.writeName("coordinates");
        if (line) {
            json.writeStartArray();
        }
        for (int i = 0; i < path.length; i++) {
            double[] at =
                    toDegrees.point(frame.centreX(path[i] % frame.columns()), frame.centreY(path[i] / frame.columns()));
            json.writeStartArray();
            json.writeNumber(rounded(at[0], 1e7));
            json.writeNumber(rounded(at[1], 1e7));
            json.writeNumber(rounded(heights[i], 1e2));
            json.writeEndArray();
        }
        if (line) {
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, double[] values, double parts) {
        json.writeArrayPropertyStart(name);
        for (double value : values) {
            json.writeNumber(rounded(value, parts));
        }
        json.writeEndArray();
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }
}
