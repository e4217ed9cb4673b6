package org.terrace.server.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.terrace.analysis.ClassScheme;
import org.terrace.formats.data.DataDocuments;
import org.terrace.server.store.DataFolder;
import org.terrace.server.store.ShippedFiles;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;

/**
 * The data files: standards, crops, industries, costs, class schemes. The shipped ones lie in the program; a file of the same name
 * in the data folder is read instead, so that a county confirms or changes its values.
 */
@Component
public final class ReferenceLibrary {
    private static final String STANDARDS = "standards";

    private final DataFolder folder;
    private final Map<String, byte[]> shipped;
    private Map<String, Document> documents = Map.of();
    private String stamp = "";

    ReferenceLibrary(DataFolder folder) {
        this.folder = folder;
        this.shipped = ShippedFiles.read("**/*.yaml");
    }

    /** All files by name, {@code crops/loquat.yaml}; read again when the data folder's files have changed. */
    private synchronized Map<String, Document> documents() {
        Map<String, Path> own = folder.own();
        String now = own.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().toFile().length() + " "
                        + e.getValue().toFile().lastModified())
                .toList()
                .toString();
        if (documents.isEmpty() || !now.equals(stamp)) {
            Map<String, byte[]> all = new TreeMap<>(shipped);
            own.forEach((name, file) -> all.put(name, bytes(file)));
            Map<String, Document> parsed = new LinkedHashMap<>();
            all.forEach((name, bytes) -> parsed.put(name, DataDocuments.parse(name, bytes)));
            documents = parsed;
            stamp = now;
        }
        return documents;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of all standards. */
    public List<String> standards() {
        return documents().values().stream()
                .filter(d -> d.kind().equals(STANDARDS))
                .map(Document::id)
                .toList();
    }

    /**
     * The data files as they are now, and the content of the standards among them: both from one reading, so that a file that is
     * edited in between cannot make a result stand under another file's key.
     *
     * @param standardHashes content hashes of the standard's file and of those that it extends, in order
     */
    record Rules(ReferenceData reference, List<String> standardHashes) {}

    Rules rules(String profile) {
        Map<String, Document> all = documents();
        return new Rules(reference(all, profile), standardHashes(all, profile));
    }

    /** @throws IllegalArgumentException when there is no such standard, naming those that exist */
    public ReferenceData reference(String profile) {
        return reference(documents(), profile);
    }

    private ReferenceData reference(Map<String, Document> all, String profile) {
        Standard standard = Standard.parse(
                profile,
                standardFile(all, profile).tree(),
                id -> standardFile(all, id).tree());
        List<Document> others =
                all.values().stream().filter(d -> !d.kind().equals(STANDARDS)).toList();
        return new ReferenceData(standard, others);
    }

    private Document standardFile(Map<String, Document> all, String id) {
        Document found = all.get(STANDARDS + "/" + id + ".yaml");
        if (found == null) {
            throw new IllegalArgumentException("no standard '" + id + "'. Maybe one of " + standards());
        }
        return found;
    }

    private List<String> standardHashes(Map<String, Document> all, String profile) {
        List<String> hashes = new ArrayList<>();
        Optional<String> at = Optional.of(profile);
        while (at.isPresent() && hashes.size() < 10) {
            Document file = standardFile(all, at.get());
            hashes.add(file.contentHash());
            at = file.tree().find("extends").map(Tree::text);
        }
        return hashes;
    }

    public Map<String, ClassScheme> schemes() {
        Document file = documents().get("class-schemes.yaml");
        if (file == null) {
            throw new IllegalStateException("no class-schemes.yaml");
        }
        return ClassScheme.parseAll(file.tree());
    }
}
