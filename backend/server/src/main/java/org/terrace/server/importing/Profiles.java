package org.terrace.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.terrace.formats.mapping.AttributeRule;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.mapping.MappingGuess;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.MappingRule;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;
import org.terrace.server.store.DataFolder;
import org.terrace.standard.Tree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The mapping profiles: shipped, and the county's own from the data folder's {@code data/mappings}. */
@Component
public final class Profiles {
    /** Columns named as the layers' attributes are, and the key as {@code code}: how Terrace itself writes. */
    public static final String TERRACE = "terrace";

    private static final String FOLDER = "mappings/";

    private final DataFolder folder;

    Profiles(DataFolder folder) {
        this.folder = folder;
    }

    /** By id. */
    public Map<String, MappingProfile> all() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:terrace-data/" + FOLDER + "*.yaml")) {
                try (InputStream in = resource.getInputStream()) {
                    files.put(String.valueOf(resource.getFilename()), in.readAllBytes());
                }
            }
            Path own = folder.overrides().resolve(FOLDER);
            if (Files.isDirectory(own)) {
                try (Stream<Path> list = Files.list(own)) {
                    for (Path file :
                            list.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping profiles cannot be read", e);
        }
        Map<String, MappingProfile> profiles = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            Object parsed =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8));
            Tree tree = Tree.of(FOLDER + name, parsed == null ? Map.of() : parsed);
            if (tree.has("rules")) {
                MappingProfile profile = MappingFiles.parse(tree);
                profiles.put(profile.id(), profile);
            }
        });
        return profiles;
    }

    /** A guess from the names of columns, also in the words of both languages; empty when fewer than two mean anything. */
    Optional<MappingProfile> guess(String sourceLayer, List<String> columns, Optional<LayerKind> wanted) {
        Map<String, List<String>> labels = new HashMap<>();
        for (LayerKind kind : LayerKind.values()) {
            for (Attribute attribute : kind.attributes()) {
                List<String> names = new ArrayList<>();
                for (String language : List.of("en", "zh-CN")) {
                    Words.of(language).find("attribute." + attribute.name()).ifPresent(names::add);
                }
                labels.put(attribute.name(), names);
            }
        }
        return new MappingGuess(List.copyOf(all().values()), labels).guess(sourceLayer, columns, wanted);
    }

    /** The profile with the user's changes: columns given to attributes, or taken from them. */
    static MappingProfile changed(MappingProfile profile, Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return profile;
        }
        List<MappingRule> rules = new ArrayList<>();
        for (MappingRule rule : profile.rules()) {
            List<String> code = new ArrayList<>(rule.code());
            code.removeIf(mapping::containsKey);
            List<AttributeRule> attributes = new ArrayList<>();
            for (AttributeRule a : rule.attributes()) {
                List<String> from = new ArrayList<>(a.from());
                from.removeIf(mapping::containsKey);
                mapping.forEach((column, attribute) -> {
                    if (attribute.equals(a.attribute())) {
                        from.add(0, column);
                    }
                });
                attributes.add(
                        new AttributeRule(a.attribute(), from, a.constant(), a.values(), a.otherwise(), a.unit()));
            }
            mapping.forEach((column, attribute) -> {
                if (attribute.equals("code")) {
                    code.add(0, column);
                } else if (rule.kind().findAttribute(attribute).isPresent()
                        && rule.attributes().stream()
                                .noneMatch(a -> a.attribute().equals(attribute))) {
                    attributes.add(AttributeRule.column(attribute, column));
                }
            });
            rules.add(new MappingRule(
                    rule.layer(),
                    rule.kind(),
                    code,
                    rule.codePrefix(),
                    rule.where(),
                    rule.unless(),
                    rule.duplicates(),
                    attributes));
        }
        return new MappingProfile(profile.id(), profile.recognisedBy(), profile.drop(), rules);
    }
}
