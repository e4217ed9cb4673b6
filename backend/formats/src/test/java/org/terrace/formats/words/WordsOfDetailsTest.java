package org.terrace.formats.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What libraries say of a failure, told in the reader's language. */
class WordsOfDetailsTest {
    @Test
    void whatIsKnownOfABrokenFileIsFoundInTheMessagesOfItsReaders() {
        assertThat(KnownDetail.CUT_OFF_AT.values("ends inside a block at byte 1234"))
                .contains(Map.of("byte", "1234"));
        assertThat(KnownDetail.DAMAGED_AT.values("no block header at byte 7")).contains(Map.of("byte", "7"));
        assertThat(KnownDetail.NO_DATABASE.values("[SQLITE_NOTADB] File opened that is not a database file"))
                .isPresent();
        assertThat(KnownDetail.NO_JSON.values("Unrecognized token 'hello': was expecting (JSON String, ...)"))
                .isPresent();
        assertThat(KnownDetail.CUT_OFF.values("Unexpected end-of-input within/between Object entries"))
                .isPresent();
        assertThat(KnownDetail.NO_ARCHIVE.values("zip END header not found")).isPresent();
        assertThat(KnownDetail.CUT_OFF.values("DBF of 12 bytes")).isEmpty();
    }
}
