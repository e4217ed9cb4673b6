package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://a\")",
                "+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "－甲",
                "-",
                "+86 138",
                "'=1",
                "''=1",
                "-1-2",
                "-0x10",
                "=5"
            })
    void whatCouldRunGetsAnApostropheAndLosesItAgain(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5.25", "-.5", "-1e-3", "007", "大石板", "", "a=b", "'quoted'", "O'Neill"})
    void plainTextsAndNumbersStay(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }
}
