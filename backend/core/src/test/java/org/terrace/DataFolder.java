package org.terrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The repository's data folder, parsed, for tests that execute the examples in it. */
public final class DataFolder {
    private DataFolder() {}

    public static Tree tree(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return Tree.of(name, new Yaml(new SafeConstructor(options)).load(text(name)));
    }

    public static String text(String name) {
        try {
            return Files.readString(root().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the YAML files of a folder, in order: {@code crops/bee.yaml}. */
    public static List<String> names(String folder) {
        return names(folder, ".yaml");
    }

    public static List<String> names(String folder, String ending) {
        try (Stream<Path> files = Files.list(root().resolve(folder))) {
            return files.map(f -> folder + "/" + f.getFileName())
                    .filter(n -> n.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Document> documents(String folder) {
        return names(folder).stream().map(n -> new Document(n, "", tree(n))).toList();
    }

    public static Standard standard(String id) {
        return Standard.parse(id, tree("standards/" + id + ".yaml"), parent -> tree("standards/" + parent + ".yaml"));
    }

    /** A standard with all crops, industries, costs and wires. */
    public static ReferenceData reference(String standardId) {
        return new ReferenceData(
                standard(standardId),
                Stream.of("crops", "industries", "costs", "grid")
                        .flatMap(folder -> documents(folder).stream())
                        .toList());
    }

    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("data/class-schemes.yaml"))) {
                return at.resolve("data");
            }
        }
        throw new IllegalStateException("no data/class-schemes.yaml above "
                + Objects.toString(Path.of("").toAbsolutePath()));
    }
}
