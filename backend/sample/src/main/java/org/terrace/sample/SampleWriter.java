package org.terrace.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.terrace.formats.write.CsvQuotes;
import org.terrace.formats.write.CsvWriter;
import org.terrace.formats.write.GeoJsonWriter;
import org.terrace.formats.write.GeoPackageWriter;
import org.terrace.formats.write.TableRows;
import org.terrace.formats.write.XlsxWriter;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * Writes a synthetic county as the files that a county office would bring, each in a format in which that office has it, with the
 * mistakes that such files contain ({@link Slips}). No personal identity is invented: households have a running code, and
 * columns for names, identity numbers, telephone, bank and health are left out altogether.
 */
public final class SampleWriter {
    /** Stands in every file that has room for it. */
    static final String NOTICE = "Synthetic data (Terrace sample): no real county, place or person";

    /** Fixed, so that the same seed gives the same bytes. */
    private static final Instant LAST_CHANGE = Instant.parse("2026-01-01T00:00:00Z");

    private SampleWriter() {}

    /** Writes all files and {@code import.yaml} into the folder, replacing files of the same name. */
    public static void write(SyntheticCounty county, Path folder) throws IOException {
        Files.createDirectories(folder);
        Region region = county.region();
        Sheets sheets = new Sheets();
        Dice dice = new Dice(county.options().seed() ^ 0x51195L);

        csv(folder.resolve("admin-units.csv"), sheets.adminUnits(region.adminUnits()));
        Sheets.Sheet households = sheets.households(region.households());
        Slips.intoHouseholds(households, dice.split("households", 0));
        csv(folder.resolve("households.csv"), households);
        Sheets.Sheet waterWorks = sheets.waterWorks(region.table(LayerKind.WATER_FACILITY));
        Slips.intoWaterWorks(waterWorks, dice.split("water", 0));
        csv(folder.resolve("water-works.csv"), waterWorks);
        csv(folder.resolve("facilities.csv"), sheets.facilities(region.table(LayerKind.FACILITY)));
        Sheets.Sheet transformers = sheets.transformers(region.table(LayerKind.POWER_FACILITY));
        Slips.intoTransformers(transformers, dice.split("power", 0));
        xlsx(folder.resolve("transformers.xlsx"), transformers, Set.of("台区编号", "台区名称"));
        xlsx(folder.resolve("projects.xlsx"), sheets.projects(region.table(LayerKind.PROJECT)), Set.of("项目编号", "地点编码"));

        geoPackage(folder.resolve("roads.gpkg"), region.roads());
        geoPackage(folder.resolve("plots.gpkg"), region.plots());
        for (LayerKind kind : new LayerKind[] {
            LayerKind.ADMIN_BOUNDARY,
            LayerKind.PIPE,
            LayerKind.WATERCOURSE,
            LayerKind.POWER_LINE,
            LayerKind.CONSTRAINT_AREA
        }) {
            TableRows layer = OutputTables.degrees(region.table(kind));
            GeoJsonWriter.write(folder.resolve(fileName(kind)), layer.table(), "", layer.rows());
        }
        ElevationGrid elevation = region.elevation().orElseThrow();
        GeoTiffFile.write(folder.resolve("elevation.tif"), elevation, SyntheticCounty.EPSG, NOTICE);
        Files.writeString(folder.resolve("import.yaml"), ImportList.text(county));
    }

    /** Quotes only where they must be, as spreadsheet programs save. */
    private static void csv(Path file, Sheets.Sheet sheet) throws IOException {
        TableRows texts = OutputTables.texts(sheet);
        CsvWriter.write(file, texts.table(), CsvQuotes.WHERE_NEEDED, texts.rows());
    }

    private static void xlsx(Path file, Sheets.Sheet sheet, Set<String> textColumns) throws IOException {
        XlsxWriter.write(file, List.of(OutputTables.typed("虚构 synthetic", sheet, textColumns::contains)));
    }

    private static void geoPackage(Path file, FeatureTable layer) throws IOException {
        GeoPackageWriter.writeWithoutIndex(file, LAST_CHANGE, List.of(OutputTables.metric(layer)));
    }

    static String fileName(LayerKind kind) {
        return switch (kind) {
            case ADMIN_BOUNDARY -> "boundaries.geojson";
            case PIPE -> "pipes.geojson";
            case WATERCOURSE -> "watercourses.geojson";
            case POWER_LINE -> "power-lines.geojson";
            case CONSTRAINT_AREA -> "constraint-areas.geojson";
            default -> throw new IllegalArgumentException("no GeoJSON file for " + kind.id());
        };
    }
}
