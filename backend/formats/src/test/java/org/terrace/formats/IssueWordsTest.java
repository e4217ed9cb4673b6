package org.terrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every issue code in the sources has its sentence in both languages. */
final class IssueWordsTest {
    private static final Pattern CODE = Pattern.compile("Issue\\s*\\.(?:error|warning|note)\\(\\s*\"([a-z_0-9]+)\"");
    private static final Pattern KEY = Pattern.compile("(?m)^    \"([a-z_0-9]+)\": \"");

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("data/words"))) {
                return at;
            }
        }
        throw new AssertionError("no data folder above " + Path.of("").toAbsolutePath());
    }

    @Test
    void everyCodeHasItsSentenceInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("broken_file"));
        try (Stream<Path> files = Files.walk(root().resolve("backend/formats/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (!file.toString().contains("/raster/")) {
                    add(codes, CODE, Files.readString(file));
                }
            }
        }
        for (String language : new String[] {"en", "zh-CN"}) {
            Path part = root().resolve("data/words/parts/formats." + language + ".json");
            Path words = Files.exists(part) ? part : root().resolve("data/words/" + language + ".json");
            Set<String> keys = new TreeSet<>();
            add(keys, KEY, Files.readString(words));
            assertThat(keys).as(language).containsAll(codes);
        }
    }

    private static void add(Set<String> found, Pattern pattern, String text) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            found.add(m.group(1));
        }
    }
}
