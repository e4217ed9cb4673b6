package org.terrace.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(TextWidth.of("road")).isEqualTo(4);
        assertThat(TextWidth.of("乡镇")).isEqualTo(4);
        assertThat(TextWidth.of("（虚构）A")).isEqualTo(9);
        assertThat(TextWidth.left("乡", 4)).isEqualTo("乡  ");
        assertThat(TextWidth.right("乡", 4)).isEqualTo("  乡");
    }
}
