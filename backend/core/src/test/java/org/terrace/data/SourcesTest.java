package org.terrace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.terrace.DataFolder;

/** Every mark like [C4] in a data file is resolved in {@code data/sources.yaml}. */
class SourcesTest {
    private static final Pattern MARK = Pattern.compile("\\[([A-Z][0-9]{1,2})\\]");

    @TestFactory
    List<DynamicTest> everySourceMarkIsResolved() {
        Set<String> known = DataFolder.tree("sources.yaml").get("sources").keys();
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : List.of("standards", "crops", "industries", "costs")) {
            for (String name : DataFolder.names(folder)) {
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    Set<String> marks = new TreeSet<>();
                    Matcher matcher = MARK.matcher(DataFolder.text(name));
                    while (matcher.find()) {
                        marks.add(matcher.group(1));
                    }
                    assertThat(known).containsAll(marks);
                }));
            }
        }
        return tests;
    }
}
