package org.terrace.server.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.terrace.analysis.ClassScheme;
import org.terrace.server.store.DataFolder;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The data files: standards, crops, industries, costs, class schemes. The shipped ones lie in the program; a file of the same name
 * in the data folder is read instead, so that a county confirms or changes its values.
 */
@Component
public final class ReferenceLibrary {
    private static final String ROOT = "terrace-data/";
    private static final String STANDARDS = "standards";

    private final Path overrides;
    private final Map<String, byte[]> shipped;
    private Map<String, Document> documents = Map.of();
    private String stamp = "";

    ReferenceLibrary(DataFolder folder) {
        this.overrides = folder.overrides();
        this.shipped = readShipped();
    }

    private static Map<String, byte[]> readShipped() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.yaml");
            for (Resource resource : found) {
                String url = resource.getURL().toString();
                String name = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
                try (InputStream in = resource.getInputStream()) {
                    files.put(name, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own data files cannot be read", e);
        }
        return files;
    }

    /** All files by name, {@code crops/loquat.yaml}; read again when the data folder's files have changed. */
    private synchronized Map<String, Document> documents() {
        Map<String, Path> own = own();
        String now = own.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().toFile().length() + " "
                        + e.getValue().toFile().lastModified())
                .toList()
                .toString();
        if (documents.isEmpty() || !now.equals(stamp)) {
            Map<String, byte[]> all = new TreeMap<>(shipped);
            own.forEach((name, file) -> all.put(name, bytes(file)));
            Map<String, Document> parsed = new LinkedHashMap<>();
            all.forEach((name, bytes) -> parsed.put(name, document(name, bytes)));
            documents = parsed;
            stamp = now;
        }
        return documents;
    }

    private Map<String, Path> own() {
        if (!Files.isDirectory(overrides)) {
            return Map.of();
        }
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(overrides, 3)) {
            walk.filter(f -> f.toString().endsWith(".yaml"))
                    .forEach(f -> files.put(overrides.relativize(f).toString().replace('\\', '/'), f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(String name, byte[] bytes) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object parsed = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
        if (parsed == null) {
            throw new IllegalArgumentException("data file " + name + " is empty");
        }
        return new Document(name, hash(bytes), Tree.of(name, parsed));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids of all standards. */
    public List<String> standards() {
        return documents().values().stream()
                .filter(d -> d.kind().equals(STANDARDS))
                .map(Document::id)
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such standard, naming those that exist */
    public ReferenceData reference(String profile) {
        Map<String, Document> all = documents();
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

    /** Content hashes of a standard's file and of those that it extends, in order. */
    List<String> standardHashes(String profile) {
        Map<String, Document> all = documents();
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
