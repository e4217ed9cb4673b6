package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.RawFeature;

class BadRowsWriterTest {
    private static final Place LINE = Place.line("households.csv", "", 217);

    @Test
    void rowsComeBackAsReadWithLineIssueAndHint() throws Exception {
        Issue height = Issue.error("not_a_number", LINE).field("altitude").value("1,2O4");
        assertThat(write(
                        Set.of(),
                        row(LINE, height, "编号", "007", "altitude", "1,2O4"),
                        row(LINE, height, "编号", "=cmd", "备注", "甲\n乙")))
                .isEqualTo("\ufeff\"编号\",\"altitude\",\"备注\",terrace_line,terrace_issue,terrace_hint\r\n"
                        + "\"007\",\"1,2O4\",,\"217\",\"not_a_number altitude 1,2O4\",\"look at altitude\"\r\n"
                        + "\"'=cmd\",,\"甲\n乙\",\"217\",\"not_a_number altitude 1,2O4\",\"look at altitude\"\r\n");
    }

    @Test
    void droppedPersonalColumnsAndTheirValuesAreLeftOut() throws Exception {
        Issue issue = Issue.error("too_long", LINE)
                .field("身份证号")
                .value("110101199003071234")
                .with("text", "1101");
        String csv = write(
                Set.of("身份证号", "Phone"),
                row(LINE, issue, "编号", "007", "身份证号 ", "110101199003071234", "PHONE", "13800138000"));
        assertThat(csv)
                .contains("\"007\"")
                .doesNotContain("1101")
                .doesNotContain("138001")
                .doesNotContain("PHONE");
        assertThat(csv).startsWith("\ufeff\"编号\",terrace_line");
    }

    @Test
    void aFileThatWasRejectedBeforeGetsItsColumnsOnce() throws Exception {
        String csv = write(
                Set.of(), row(LINE, Issue.error("x", LINE), "code", "1", "terrace_line", "9", "terrace_issue", "old"));
        assertThat(csv)
                .isEqualTo(
                        "\ufeff\"code\",terrace_line,terrace_issue,terrace_hint\r\n\"1\",\"217\",\"x  \",\"look at \"\r\n");
    }

    @Test
    void featuresKeepTheirShape() throws Exception {
        Place feature = Place.feature("roads.gpkg", "roads", "12");
        RawFeature raw = new RawFeature(
                feature, Map.of("km", 1.5), Optional.of(Village.wkt("LINESTRING (500000 3042000, 501000 3042000)")));
        assertThat(write(Set.of(), new RejectedRow(raw, List.of())))
                .isEqualTo("\ufeff\"km\",terrace_wkt,terrace_line,terrace_issue,terrace_hint\r\n"
                        + "1.5,\"LINESTRING (500000 3042000, 501000 3042000)\",\"12\",\"\",\"\"\r\n");
    }

    private static RejectedRow row(Place place, Issue issue, String... cells) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            attributes.put(cells[i], cells[i + 1]);
        }
        return new RejectedRow(new RawFeature(place, attributes, Optional.empty()), List.of(issue));
    }

    private static String write(Set<String> dropped, RejectedRow... rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BadRowsWriter(dropped, i -> i.code() + " " + i.field() + " " + i.value(), i -> "look at " + i.field())
                .write(out, List.of(rows));
        return out.toString(StandardCharsets.UTF_8);
    }
}
