package org.terrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.ReadOptions;

/** AccessMod writes its numbers padded with blanks into number cells. */
class PaddedNumbersTest {
    @Test
    void accessModsOwnTableOfSpeedsIsRead() {
        InputFile file = InputFile.of(RealData.file("walking/accessmod/base/table_model__demo/table_model__demo.xlsx"));
        Issues issues = new Issues();
        List<Object> classes = new ArrayList<>();
        Readers.read(
                file,
                ReadOptions.defaults(),
                row -> classes.add(row.attributes().getOrDefault("class", "")),
                issues);
        assertThat(issues.hasFatal()).as("%s", issues.all()).isFalse();
        assertThat(classes).isNotEmpty().allSatisfy(c -> assertThat(c).isInstanceOf(Number.class));
    }
}
