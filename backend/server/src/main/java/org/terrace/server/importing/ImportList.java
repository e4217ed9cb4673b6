package org.terrace.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrace.formats.data.YamlTree;
import org.terrace.standard.Tree;

/**
 * A county as a folder of files: {@code import.yaml} names the county and the files in their order, with what each is.
 *
 * @param epsg metric system, 0 = by the first file
 */
public record ImportList(
        String code, Map<String, String> names, boolean synthetic, int epsg, String standard, List<Entry> files) {
    public static final String FILE_NAME = "import.yaml";

    /** One file. */
    public record Entry(Path file, ImportChoices choices) {}

    public ImportList {
        names = Map.copyOf(names);
        files = List.copyOf(files);
    }

    /** @throws IllegalArgumentException naming the place of what is missing or means nothing */
    public static ImportList read(Path list) {
        Path folder = list.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(list + " lies in no folder");
        }
        Tree tree = tree(list);
        Tree county = tree.get("county");
        Map<String, String> names = new java.util.HashMap<>();
        Tree name = county.get("name");
        if (name.isMap()) {
            name.keys().forEach(k -> names.put(k, name.text(k)));
        } else {
            names.put("en", name.text());
        }
        List<Entry> files = new ArrayList<>();
        for (Tree file : tree.get("files").items()) {
            String crs = file.find("crs")
                    .map(t -> t.isNumber() ? String.valueOf((int) t.number()) : t.text())
                    .orElse("");
            ImportChoices choices = ImportChoices.parse(
                            file.text("layer", ""),
                            file.text("profile", ""),
                            crs,
                            file.text("encoding", ""),
                            file.text("mode", ""))
                    .acceptingDefaults();
            files.add(new Entry(folder.resolve(file.text("file")), choices));
        }
        return new ImportList(
                county.text("code"),
                names,
                county.flag("synthetic", false),
                (int) county.number("epsg", 0),
                county.text("standard", "cn-national"),
                files);
    }

    public String name(String language) {
        return names.getOrDefault(language, names.values().stream().findFirst().orElse(code));
    }

    private static Tree tree(Path list) {
        try {
            return YamlTree.of(list.getFileName().toString(), Files.readString(list));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list, e);
        }
    }
}
