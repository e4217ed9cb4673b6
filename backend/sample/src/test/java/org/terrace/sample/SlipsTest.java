package org.terrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files contain mistakes on purpose, few enough to work with and enough to show every kind. */
class SlipsTest {

    @Test
    void theHouseholdFileHasEachKindOfMistakeInAboutTwoOfAHundredRows(@TempDir Path folder) throws Exception {
        Counties.write(Counties.committed(), folder);
        List<String> lines = Files.readAllLines(folder.resolve("households.csv"), StandardCharsets.UTF_8);
        assertThat(lines).hasSize(6_001);
        assertThat(lines.get(0)).startsWith("\uFEFF户编号,").contains("虚构");
        Set<String> seen = new HashSet<>();
        int twice = 0;
        int without = 0;
        int swapped = 0;
        int unknownGroup = 0;
        int letter = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"1,2O4\"", "1;2O4").split(",", -1);
            without += cells[0].isEmpty() ? 1 : 0;
            twice += !cells[0].isEmpty() && !seen.add(cells[0]) ? 1 : 0;
            swapped += cells[2].startsWith("29.") ? 1 : 0;
            unknownGroup += cells[1].endsWith("88") ? 1 : 0;
            letter += line.contains("1,2O4") ? 1 : 0;
        }
        assertThat(List.of(without, twice, swapped, unknownGroup, letter))
                .allSatisfy(n -> assertThat(n).isBetween(1, 60));
        assertThat(without + twice + swapped + unknownGroup + letter).isBetween(40, 180);
    }

    @Test
    void noColumnHoldsPersonalIdentity(@TempDir Path folder) throws Exception {
        Counties.write(Counties.small(), folder);
        String header = Files.readAllLines(folder.resolve("households.csv")).get(0);
        for (String word : List.of("姓名", "证件", "电话", "银行", "健康", "残疾", "民族")) {
            assertThat(header).doesNotContain(word);
        }
    }
}
