package org.terrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalExportTest {

    @Test
    void numbersAreRoundedHalfEvenToTheColumnsDecimals() {
        assertThat(CanonicalExport.number(2.5, 0)).isEqualTo("2");
        assertThat(CanonicalExport.number(0.125, 2)).isEqualTo("0.12");
        assertThat(CanonicalExport.number(-0.001, 1)).as("never minus zero").isEqualTo("0.0");
        assertThat(CanonicalExport.number(1e7, 1)).as("never an exponent").isEqualTo("10000000.0");
        assertThat(CanonicalExport.number(Double.NaN, 1)).isEmpty();
        assertThatThrownBy(() -> CanonicalExport.number(Double.POSITIVE_INFINITY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableBecomesTheSameTextEveryTime() {
        TableSpec spec = new TableSpec(
                "household",
                "household",
                List.of(ColumnSpec.verdict("verdict"), ColumnSpec.number("d_m", "m", 1), ColumnSpec.text("road")));
        ResultTable table = new ResultTableBuilder(spec, new String[] {"a", "b"})
                .set(0, "verdict", Verdict.UNSERVED)
                .set(0, "d_m", 1234.56)
                .set(0, "road", "say \"x\", y")
                .build();
        assertThat(CanonicalExport.of(AnalysisResult.of("road.access", table)))
                .isEqualTo("# road.access/household\ncode,verdict,d_m,road\n"
                        + "a,unserved,1234.6,\"say \"\"x\"\", y\"\nb,,,\n");
    }

    @Test
    void aTableRefusesCodesOutOfOrderAndColumnsOfTheWrongType() {
        TableSpec spec = new TableSpec("t", "household", List.of(ColumnSpec.number("d_m", "m", 1)));
        assertThatThrownBy(() -> new ResultTableBuilder(spec, new String[] {"b", "a"}).build())
                .hasMessageContaining("not ascending at a");
        assertThatThrownBy(() -> new ResultTableBuilder(spec, new String[] {"a"}).set(0, "dist", 1.0))
                .hasMessageContaining("no column 'dist'");
    }
}
