package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** 100,000 rows: no writer may hold on to the rows it has written. */
class ManyRowsTest {
    private static final int ROWS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void csvKeepsNoRow() throws Exception {
        CsvWriter.write(OutputStream.nullOutputStream(), Village.HOUSEHOLDS, this::watched);
    }

    @Test
    void geoJsonKeepsNoRow() throws Exception {
        GeoJsonWriter.write(OutputStream.nullOutputStream(), Village.HOUSEHOLDS, "", this::watched);
    }

    @Test
    void workbookKeepsNoRow() throws Exception {
        XlsxWriter.write(OutputStream.nullOutputStream(), List.of(new TableRows(Village.HOUSEHOLDS, this::watched)));
    }

    @Test
    void geoPackageKeepsNoRowAndGdalCountsThemAll() throws Exception {
        Path file = folder.resolve("many.gpkg");
        GeoPackageWriter.write(file, Instant.EPOCH, List.of(new TableRows(Village.HOUSEHOLDS, this::watched)));
        assertThat(Gdal.info(file, "-so", "households")).contains("Feature Count: 100000");
    }

    /** Makes each row when it is asked for, and looks at the end whether rows or their texts are still held. */
    private void watched(RowSource.RowSink sink) throws IOException {
        List<WeakReference<Object>> watched = new ArrayList<>();
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < ROWS; i++) {
            String village = new StringBuilder("村").append(i).toString();
            OutputRow row = OutputRow.at(
                    factory.createPoint(new Coordinate(102 + i * 1e-6, 27)),
                    "H" + i,
                    village,
                    200 + i * 1e-3,
                    i,
                    "2024-01-01");
            if (i % 100 == 0 && i < ROWS - 1000) {
                watched.add(new WeakReference<>(row));
                watched.add(new WeakReference<>(village));
            }
            sink.row(row);
        }
        System.gc();
        long held = watched.stream().filter(w -> w.get() != null).count();
        assertThat(held).as("rows or texts still held of %d", watched.size()).isLessThan(10);
    }
}
