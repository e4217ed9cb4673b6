package org.terrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.Readers;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;

/** Terrace's own readers understand every committed file. */
class ReadBackTest {

    @ParameterizedTest
    @CsvSource({
        "admin-units.csv, 354",
        "boundaries.geojson, 54",
        "roads.gpkg, 2638",
        "watercourses.geojson, 356",
        "water-works.csv, 455",
        "pipes.geojson, 773",
        "transformers.xlsx, 916",
        "power-lines.geojson, 1690",
        "households.csv, 6000",
        "plots.gpkg, 11373",
        "facilities.csv, 159",
        "projects.xlsx, 200"
    })
    void everyRecordOfTheFileIsRead(String file, int records) {
        List<RawFeature> features = new ArrayList<>();
        Issues issues = new Issues();
        Readers.read(InputFile.of(Counties.dataSample().resolve(file)), ReadOptions.defaults(), features::add, issues);
        assertThat(issues.hasFatal()).as("%s", issues.counts()).isFalse();
        assertThat(features).hasSize(records);
    }
}
