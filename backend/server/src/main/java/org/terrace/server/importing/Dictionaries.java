package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.terrace.formats.words.Words;
import org.terrace.server.store.ShippedFiles;

/** The dictionaries that lie in the program, each language read once. */
public final class Dictionaries {
    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private Dictionaries() {}

    /** @param language a tag: whatever begins with zh is Chinese, all else English */
    public static Words of(String language) {
        return READ.computeIfAbsent(Words.known(language), Dictionaries::read);
    }

    private static Words read(String language) {
        List<byte[]> files = new ArrayList<>();
        for (String pattern : List.of("words/" + language + ".json", "words/parts/*." + language + ".json")) {
            files.addAll(ShippedFiles.read(pattern).values());
        }
        return Words.parse(language, files);
    }
}
