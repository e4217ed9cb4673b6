package org.terrace.formats.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * GeoTIFF, also BigTIFF and cloud-optimised: one band of int16, uint16, int32, float32 or float64, uncompressed, LZW, DEFLATE,
 * ZSTD or packbits, with or without predictor, in strips or tiles.
 */
final class GeoTiffElevationReader implements ElevationReader {
    private static final int LERC = 34887;
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 5, 8, 32773, 32946, 50000);

    /** EPSG codes and GDAL's names of the units that heights come in, with their metres. */
    private static final Map<Integer, Double> UNITS = Map.of(9001, 1.0, 9002, 0.3048, 9003, 1200.0 / 3937);

    private static final Map<String, Double> UNIT_NAMES = Map.of(
            "",
            1.0,
            "m",
            1.0,
            "metre",
            1.0,
            "meter",
            1.0,
            "meters",
            1.0,
            "metres",
            1.0,
            "ft",
            0.3048,
            "foot",
            0.3048,
            "us-ft",
            1200.0 / 3937,
            "cm",
            0.01);

    @Override
    public String format() {
        return "geotiff";
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        return TiffHeader.isTiff(head);
    }

    @Override
    public Optional<ElevationFile> read(InputFile file, IssueSink issues) throws IOException {
        Place whole = Place.file(file.name());
        long size = Files.size(file.path());
        try {
            TiffHeader tiff = TiffHeader.read(file.path());
            TiffBlocks blocks = TiffBlocks.of(tiff);
            Optional<Issue> refusal = refusal(tiff, blocks, size, whole);
            if (refusal.isPresent()) {
                issues.report(refusal.get());
                return Optional.empty();
            }
            return located(file, tiff, blocks, issues);
        } catch (EOFException e) {
            issues.report(Issue.error("raster.truncated", whole).with("found", size));
            return Optional.empty();
        }
    }

    private static Optional<Issue> refusal(TiffHeader tiff, TiffBlocks blocks, long size, Place whole) {
        int compression = (int) tiff.value(TiffHeader.COMPRESSION, 1);
        if (compression == LERC) {
            return Optional.of(Issue.error("raster.lerc", whole));
        }
        if (!COMPRESSIONS.contains(compression)) {
            return Optional.of(Issue.error("raster.compression", whole).with("compression", compression));
        }
        long bands = tiff.value(TiffHeader.SAMPLES_PER_PIXEL, 1);
        if (bands != 1) {
            return Optional.of(Issue.error("raster.several_bands", whole).with("bands", bands));
        }
        if (tiff.value(TiffHeader.SAMPLE_FORMAT, 1) > 4) {
            return Optional.of(Issue.error("raster.complex", whole));
        }
        if (tiff.value(TiffHeader.WIDTH, 0) < 1 || tiff.value(TiffHeader.HEIGHT, 0) < 1) {
            return Optional.of(Issue.error("raster.empty", whole));
        }
        boolean complete = blocks.complete((int) tiff.value(TiffHeader.HEIGHT, 0));
        if (!complete || blocks.end() > size) {
            return Optional.of(Issue.error("raster.truncated", whole)
                    .with("expected", blocks.end())
                    .with("found", size));
        }
        return Optional.empty();
    }

    private Optional<ElevationFile> located(InputFile file, TiffHeader tiff, TiffBlocks blocks, IssueSink issues)
            throws IOException {
        Place whole = Place.file(file.name());
        long columns = tiff.value(TiffHeader.WIDTH, 0);
        if (ElevationReaders.tooLarge(file.name(), columns, tiff.value(TiffHeader.HEIGHT, 0), issues)) {
            return Optional.empty();
        }
        GeoKeys keys = new GeoKeys(tiff);
        TiffPlacement placement = TiffPlacement.of(tiff, keys.pixelIsPoint());
        if (placement.frame().isEmpty()) {
            issues.report(Issue.error(placement.fault(), whole));
            return Optional.empty();
        }
        GridFrame frame = placement.frame().get();
        TiffHeights heights = new TiffHeights(tiff, blocks);
        Optional<Double> metres = metresPerUnit(keys, heights, whole, issues);
        if (metres.isEmpty()) {
            return Optional.empty();
        }
        if (heights.isEightBit()) {
            issues.report(Issue.warning("raster.eight_bits", whole));
        }
        float[] values = heights.read(file.path(), frame, metres.get());
        return Optional.of(new ElevationFile(
                file.name(),
                format(),
                new ElevationGrid(frame, values),
                TiffCrs.of(file, keys, frame),
                keys.verticalDatum()));
    }

    /** Empty, with an issue, for a unit that is not known: heights of unknown unit are no heights. */
    private static Optional<Double> metresPerUnit(GeoKeys keys, TiffHeights heights, Place whole, IssueSink issues) {
        Double byKey = UNITS.get(keys.verticalUnit());
        Double byName = UNIT_NAMES.get(heights.unit().toLowerCase(Locale.ROOT));
        if (byKey == null || byName == null || (byKey != 1.0 && byName != 1.0 && !byKey.equals(byName))) {
            String unit = byName == null ? heights.unit() : "EPSG:" + keys.verticalUnit();
            issues.report(Issue.error("raster.height_unit", whole).value(unit));
            return Optional.empty();
        }
        double metres = byKey == 1.0 ? byName : byKey;
        if (metres != 1.0) {
            issues.report(Issue.note("raster.converted_unit", whole).with("metres", metres));
        }
        return Optional.of(metres);
    }
}
