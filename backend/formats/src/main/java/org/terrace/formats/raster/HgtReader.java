package org.terrace.formats.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.util.Optional;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * SRTM tiles: one degree square, 1201 x 1201 (3 seconds) or 3601 x 3601 (1 second) big-endian int16 metres above EGM96, void
 * -32768. The first and last CENTRES lie on whole degrees, so the outer corner is half a cell beyond and neighbours share a row.
 *
 * @see "NASA/USGS SRTM documentation, SRTM_Topo.txt, 2.1.2 and 3.1"
 */
final class HgtReader implements ElevationReader {
    private static final int VOID = -32768;
    private static final int[] SIDES = {1201, 3601};

    @Override
    public String format() {
        return "hgt";
    }

    /** The format has no mark of its own: the ending, or a tile's name together with a tile's size, must do. */
    @Override
    public boolean recognises(InputFile file, byte[] head) throws IOException {
        return file.extension().equals("hgt")
                || (HgtName.of(file.name()).isPresent() && !file.isFolder() && side(Files.size(file.path())) > 0);
    }

    @Override
    public Optional<ElevationFile> read(InputFile file, IssueSink issues) throws IOException {
        Place whole = Place.file(file.name());
        Optional<HgtName> name = HgtName.of(file.name());
        if (name.isEmpty()) {
            issues.report(Issue.error("raster.hgt_name", whole));
            return Optional.empty();
        }
        long bytes = Files.size(file.path());
        int side = side(bytes);
        if (side == 0) {
            long expected = 2L * (bytes <= 2L * SIDES[0] * SIDES[0] ? SIDES[0] * SIDES[0] : SIDES[1] * SIDES[1]);
            String code = bytes < expected ? "raster.truncated" : "raster.hgt_size";
            issues.report(Issue.error(code, whole).with("expected", expected).with("found", bytes));
            return Optional.empty();
        }
        double cell = 1.0 / (side - 1);
        GridFrame frame =
                new GridFrame(name.get().west() - cell / 2, name.get().south() + 1 + cell / 2, cell, cell, side, side);
        ElevationGrid grid = new ElevationGrid(frame, heights(file, side));
        CrsFound crs = CrsFound.read(Crs.WGS84, "srs");
        return Optional.of(new ElevationFile(file.name(), format(), grid, crs, Optional.of("EGM96")));
    }

    private static float[] heights(InputFile file, int side) throws IOException {
        float[] metres = new float[side * side];
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int row = 0; row < side; row++) {
                byte[] line = in.readNBytes(2 * side);
                ShortBuffer values =
                        ByteBuffer.wrap(line).order(ByteOrder.BIG_ENDIAN).asShortBuffer();
                for (int column = 0; column < side; column++) {
                    short value = values.get(column);
                    metres[row * side + column] = value == VOID ? Float.NaN : value;
                }
            }
        }
        return metres;
    }

    private static int side(long bytes) {
        for (int side : SIDES) {
            if (bytes == 2L * side * side) {
                return side;
            }
        }
        return 0;
    }
}
