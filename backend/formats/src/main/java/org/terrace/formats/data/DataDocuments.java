package org.terrace.formats.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;

/** Reads Terrace's own data files, YAML without tags or duplicate keys. A fault stops with the file named. */
public final class DataDocuments {
    private static final String STANDARDS = "standards";

    private DataDocuments() {}

    /** @param name path within the data folder: {@code crops/loquat.yaml} */
    public static Document parse(String name, byte[] bytes) {
        Tree tree = YamlTree.strict(name, new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("data file " + name + " is empty"));
        return new Document(name, sha256(bytes), tree);
    }

    /** All YAML files of the data folder and its folders, by name; the sample county's and the mappings are none of them. */
    public static List<Document> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            files = walk.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.startsWith("sample/") && !name.startsWith("mappings/")) {
                documents.add(parse(name, Files.readAllBytes(file)));
            }
        }
        return documents;
    }

    /**
     * The reference data under a standard.
     *
     * @throws IllegalArgumentException when there is no such standard, or one that it extends is missing
     */
    public static ReferenceData under(String standardId, List<Document> documents) {
        Standard standard = Standard.parse(standardId, standard(standardId, documents), id -> standard(id, documents));
        return new ReferenceData(standard, documents);
    }

    private static Tree standard(String id, List<Document> documents) {
        return documents.stream()
                .filter(d -> d.kind().equals(STANDARDS) && d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no standard '" + id + "'"))
                .tree();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
