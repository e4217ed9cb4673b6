package org.terrace.formats.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.io.imageio.geotiff.CRS2GeoTiffMetadataAdapter;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoKeyEntry;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataEncoder;
import org.geotools.referencing.CRS;
import org.terrace.formats.crs.Crs;

/** The GeoTIFF keys of a system that no registry knows, with all its parameters, by GeoTools. */
final class DefinedCrsKeys {
    private DefinedCrsKeys() {}

    static void put(Crs crs, TiffTags tags) {
        GeoTiffIIOMetadataEncoder keys = encoder(crs);
        keys.addGeoShortParam(GeoKeys.RASTER_TYPE, GeoKeys.PIXEL_IS_AREA);
        List<Integer> directory = new ArrayList<>(List.of(1, 1, 0, keys.getNumGeoKeyEntries() - 1));
        List<Double> doubles = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        // The first entry is the head of GeoTools' own directory.
        List<GeoKeyEntry> entries = IntStream.range(1, keys.getNumGeoKeyEntries())
                .mapToObj(keys::getGeoKeyEntryAt)
                .sorted(Comparator.comparingInt(GeoKeyEntry::getKeyID))
                .toList();
        for (GeoKeyEntry entry : entries) {
            int value = entry.getValueOffset();
            if (entry.getTiffTagLocation() == TiffHeader.GEO_DOUBLES) {
                value = doubles.size();
                for (double number : keys.getGeoDoubleParams(entry.getKeyID())) {
                    doubles.add(number);
                }
            } else if (entry.getTiffTagLocation() == TiffHeader.GEO_ASCII) {
                value = texts.length();
                texts.append(keys.getGeoAsciiParam(entry.getKeyID()));
            }
            directory.addAll(List.of(entry.getKeyID(), entry.getTiffTagLocation(), entry.getCount(), value));
        }
        tags.shorts(
                TiffHeader.GEO_KEYS,
                directory.stream().mapToInt(Integer::intValue).toArray());
        tags.doubles(
                TiffHeader.GEO_DOUBLES,
                doubles.stream().mapToDouble(Double::doubleValue).toArray());
        tags.text(TiffHeader.GEO_ASCII, texts.toString());
    }

    /** Through well-known text, which has east before north and the code of the registry with it. */
    private static GeoTiffIIOMetadataEncoder encoder(Crs crs) {
        try {
            return new CRS2GeoTiffMetadataAdapter(CRS.parseWKT(crs.wkt())).parseCoordinateReferenceSystem();
        } catch (FactoryException e) {
            throw new IllegalArgumentException(crs + " cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
