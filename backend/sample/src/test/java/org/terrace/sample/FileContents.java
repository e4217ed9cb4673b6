package org.terrace.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;

/** What a file says, apart from how the compressor or database library of the day packed it. */
final class FileContents {
    private FileContents() {}

    static String of(Path file) throws Exception {
        String name = file.getFileName().toString();
        if (name.endsWith(".gpkg")) {
            return database(file);
        }
        if (name.endsWith(".tif")) {
            return raster(file);
        }
        if (name.endsWith(".xlsx")) {
            return sheet(file);
        }
        return Files.readString(file);
    }

    /** The heights of an elevation file of {@link GeoTiffFile}: strips unpacked, differences as they are. */
    private static String raster(Path file) throws IOException, DataFormatException {
        ByteBuffer tiff = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int directory = tiff.getInt(4);
        int[] offsets = {};
        int[] lengths = {};
        for (int t = 0; t < tiff.getShort(directory); t++) {
            int at = directory + 2 + 12 * t;
            int id = tiff.getShort(at);
            if (id == 273 || id == 279) {
                int[] values = new int[tiff.getInt(at + 4)];
                int from = tiff.getInt(at + 8);
                Arrays.setAll(values, i -> tiff.getInt(from + 4 * i));
                offsets = id == 273 ? values : offsets;
                lengths = id == 279 ? values : lengths;
            }
        }
        ByteArrayOutputStream heights = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int s = 0; s < offsets.length; s++) {
            Inflater inflater = new Inflater();
            inflater.setInput(tiff.array(), offsets[s], lengths[s]);
            while (!inflater.finished()) {
                heights.write(buffer, 0, inflater.inflate(buffer));
            }
            inflater.end();
        }
        return HexFormat.of().formatHex(heights.toByteArray());
    }

    private static String sheet(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
                all.append(new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static String database(Path file) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            String layer;
            try (ResultSet names = statement.executeQuery("SELECT table_name FROM gpkg_contents")) {
                layer = names.getString(1);
            }
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + layer + " ORDER BY fid")) {
                int columns = rows.getMetaData().getColumnCount();
                for (int c = 1; c <= columns; c++) {
                    all.append(rows.getMetaData().getColumnName(c)).append(';');
                }
                while (rows.next()) {
                    all.append('\n');
                    for (int c = 1; c <= columns; c++) {
                        Object value = rows.getObject(c);
                        all.append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value)
                                .append(';');
                    }
                }
            }
        }
        return all.toString();
    }
}
