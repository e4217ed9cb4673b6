package org.terrace.server.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.raster.ElevationFile;
import org.terrace.formats.raster.Resampling;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Elevation models as files named by the hash of their content. A file never changes; the copy resampled to a county's metric
 * system lies beside it and can be made again.
 */
@Component
public final class Rasters {
    private static final int MAGIC = 0x54475231; // TGR1

    private final DataFolder folder;

    Rasters(DataFolder folder) {
        this.folder = folder;
    }

    /** Writes and syncs the grid. @return the hash that names it */
    public String put(StoredGrid stored) {
        String hash = hash(stored);
        Path file = file(hash);
        if (!Files.exists(file)) {
            write(file, stored);
        }
        return hash;
    }

    public StoredGrid get(String hash) {
        return read(file(hash));
    }

    /** The grid in a metric system, from the kept copy or resampled now. */
    ElevationGrid inMetric(String hash, Crs metric) {
        Path kept = folder.rasters().resolve(hash + "-" + metric.epsg() + ".grid");
        if (Files.exists(kept)) {
            return read(kept).grid();
        }
        StoredGrid original = get(hash);
        if (original.epsg() == metric.epsg()) {
            return original.grid();
        }
        ElevationFile file = new ElevationFile(
                hash, "stored", original.grid(), CrsFound.given(Crs.epsg(original.epsg())), Optional.empty());
        ElevationGrid resampled = Resampling.toMetric(file, metric, OptionalDouble.empty(), Optional.empty());
        write(kept, new StoredGrid(metric.epsg(), resampled));
        return resampled;
    }

    /** Removes a grid and its resampled copies. */
    void delete(String hash) {
        try (var files = Files.newDirectoryStream(folder.rasters(), hash + "*.grid")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("cannot remove raster " + hash, e);
        }
    }

    private Path file(String hash) {
        return folder.rasters().resolve(hash + ".grid");
    }

    private static String hash(StoredGrid stored) {
        MessageDigest digest = RowHash.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            writeTo(out, stored);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(Path file, StoredGrid stored) {
        DataFolder.writeWhole(file, beside -> {
            try (OutputStream out = Files.newOutputStream(beside)) {
                writeTo(out, stored);
            }
        });
    }

    private static void writeTo(OutputStream out, StoredGrid stored) throws IOException {
        GridFrame frame = stored.grid().frame();
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        data.writeInt(MAGIC);
        data.writeInt(stored.epsg());
        data.writeInt(frame.columns());
        data.writeInt(frame.rows());
        data.writeDouble(frame.originX());
        data.writeDouble(frame.originY());
        data.writeDouble(frame.cellSizeX());
        data.writeDouble(frame.cellSizeY());
        ByteBuffer row = ByteBuffer.allocate(4 * frame.columns());
        float[] metres = stored.grid().metres();
        for (int r = 0; r < frame.rows(); r++) {
            row.clear();
            row.asFloatBuffer().put(metres, r * frame.columns(), frame.columns());
            data.write(row.array());
        }
        data.flush();
    }

    private static StoredGrid read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(48);
            fill(channel, head);
            if (head.getInt() != MAGIC) {
                throw new IOException("not a raster of this program: " + file);
            }
            int epsg = head.getInt();
            int columns = head.getInt();
            int rows = head.getInt();
            GridFrame frame = new GridFrame(
                    head.getDouble(), head.getDouble(), head.getDouble(), head.getDouble(), columns, rows);
            FloatBuffer metres = FloatBuffer.allocate(frame.cells());
            ByteBuffer row = ByteBuffer.allocate(4 * columns);
            for (int r = 0; r < rows; r++) {
                row.clear();
                fill(channel, row);
                metres.put(row.asFloatBuffer());
            }
            return new StoredGrid(epsg, new ElevationGrid(frame, metres.array()));
        } catch (IOException e) {
            throw new StoreException("cannot read raster " + file, e);
        }
    }

    private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("raster file ends early");
            }
        }
        buffer.flip();
    }
}
