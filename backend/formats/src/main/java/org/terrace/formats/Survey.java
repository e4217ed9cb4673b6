package org.terrace.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.crs.CountyCrs;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsDetection;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.text.EncodingFound;
import org.terrace.region.LayerKind;

/**
 * What is in a file, found in one pass, before anything is imported: layers, columns, counts, extent, coordinate system, encoding and
 * the first rows. The rows may hold personal data: show only columns that the profile does not drop.
 */
public record Survey(InputFile file, String format, List<Layer> layers) {
    private static final int FIRST_ROWS = 5;

    public Survey {
        layers = List.copyOf(layers);
    }

    /**
     * One layer of the file.
     *
     * @param geometries how many features of each geometry type ("" = without geometry)
     * @param extent of the raw coordinates, without the few that lie nowhere near the others
     * @param crs as the file says, or found from the numbers
     * @param position where a table's coordinates stand; empty where the format has geometries
     * @param zones where the coordinates are degrees: how many features lie where a county would be computed in which system, by its code
     */
    public record Layer(
            String name,
            long features,
            List<String> columns,
            Map<String, Long> geometries,
            Envelope extent,
            CrsFound crs,
            Optional<EncodingFound> encoding,
            Optional<CoordinateColumns> position,
            Map<Integer, Long> zones,
            List<RawFeature> first) {

        /** False when the layer's geometry cannot be that of the kind: lines in a layer of points. */
        public boolean mayBe(LayerKind kind) {
            return geometries.keySet().stream().allMatch(type -> switch (kind.geometry()) {
                case ANY -> true;
                case LINE -> type.isEmpty() || type.endsWith("LineString");
                case POLYGON -> type.isEmpty() || type.endsWith("Polygon");
                // Outlines serve as their centroids.
                case POINT -> !type.endsWith("LineString");
            });
        }
    }

    /**
     * @param county where the county lies in degrees, if known: helps to tell coordinate systems
     * @return empty when there is no reader for the file (reported)
     */
    public static Optional<Survey> of(
            InputFile file, ReadOptions options, Optional<Envelope> county, IssueSink issues) {
        return of(file, options, county, issues, rows -> {});
    }

    /** @param rows told the number of features so far as they pass; may throw to stop */
    public static Optional<Survey> of(
            InputFile file, ReadOptions options, Optional<Envelope> county, IssueSink issues, LongConsumer rows) {
        Optional<Reader> reader = Readers.find(file, options, issues);
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        Collector collector = new Collector(rows);
        reader.get().read(file, options, collector, issues);
        List<Layer> layers = new ArrayList<>();
        collector.counts.values().forEach(c -> layers.add(c.layer(county)));
        return Optional.of(new Survey(file, reader.get().format(), layers));
    }

    /** Counts as features pass by. */
    private static final class Collector implements RawSink {
        private final Map<String, Counted> counts = new LinkedHashMap<>();
        private final LongConsumer rows;
        private String announced = "";
        private long features;

        Collector(LongConsumer rows) {
            this.rows = rows;
        }

        @Override
        public void layer(SourceLayer layer) {
            announced = layer.name();
            counts.put(layer.name(), new Counted(layer));
        }

        @Override
        public void feature(RawFeature feature) {
            String name = feature.place().layer();
            Counted counted = counts.get(counts.containsKey(name) ? name : announced);
            if (counted != null) {
                counted.add(feature);
            }
            rows.accept(++features);
        }
    }

    private static final class Counted {
        private final SourceLayer source;
        private final Set<String> columns = new LinkedHashSet<>();
        private final Map<String, Long> geometries = new TreeMap<>();
        private final MainExtent extent = new MainExtent();
        private final Map<Integer, Long> zones = new TreeMap<>();
        private final Map<Integer, Long> zonesIfSwapped = new TreeMap<>();
        private final List<RawFeature> first = new ArrayList<>();
        private long features;

        Counted(SourceLayer source) {
            this.source = source;
            columns.addAll(source.columns());
        }

        void add(RawFeature feature) {
            features++;
            columns.addAll(feature.attributes().keySet());
            geometries.merge(feature.geometry().map(g -> g.getGeometryType()).orElse(""), 1L, Long::sum);
            feature.geometry().map(Geometry::getEnvelopeInternal).ifPresent(this::addPlace);
            if (first.size() < FIRST_ROWS) {
                first.add(feature);
            }
        }

        private void addPlace(Envelope box) {
            extent.add(box);
            Coordinate centre = box.centre();
            if (centre != null) {
                addZone(zones, centre.x, centre.y);
                addZone(zonesIfSwapped, centre.y, centre.x);
            }
        }

        private static void addZone(Map<Integer, Long> into, double lon, double lat) {
            if (CountyCrs.hasZone(lon, lat)) {
                into.merge(CountyCrs.zoneAt(lon, lat), 1L, Long::sum);
            }
        }

        Layer layer(Optional<Envelope> county) {
            Envelope main = extent.envelope();
            CrsFound crs = source.crs().orElseGet(() -> CrsDetection.fromNumbers(main, county));
            return new Layer(
                    source.name(),
                    features,
                    List.copyOf(columns),
                    geometries,
                    main,
                    crs,
                    source.encoding(),
                    source.position(),
                    crs.crs().filter(Crs::isGeographic).isEmpty() ? Map.of() : crs.swapped() ? zonesIfSwapped : zones,
                    first);
        }
    }
}
