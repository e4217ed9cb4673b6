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

    /** The profile that the user named or brought, where it is one with columns of its own. */
    Optional<MappingProfile> named(ImportChoices choices) {
        return choices.ownProfile().or(() -> choices.profile().map(id -> all().get(id)));
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

    /** The profile with the user's changes: fields given another column, or none. */
    MappingProfile changed(MappingProfile profile, List<ColumnChoice> mapping) {
        List<ColumnChoice> fields =
                mapping.stream().filter(c -> !c.isPosition()).toList();
        if (fields.isEmpty()) {
            return profile;
        }
        List<MappingRule> rules = new ArrayList<>();
        for (MappingRule rule : profile.rules()) {
            List<String> code = rule.code();
            Map<String, AttributeRule> attributes = new LinkedHashMap<>();
            rule.attributes().forEach(a -> attributes.put(a.attribute(), a));
            for (ColumnChoice choice : fields) {
                if (!choice.kind().equals(rule.kind().id())) {
                    continue;
                }
                if (choice.attribute().equals(MappingProfile.CODE)) {
                    code = choice.column().isEmpty() ? List.of() : List.of(choice.column());
                } else if (choice.column().isEmpty()) {
                    attributes.remove(choice.attribute());
                } else if (rule.kind().findAttribute(choice.attribute()).isPresent()) {
                    attributes.put(
                            choice.attribute(),
                            read(rule.kind(), choice, Optional.ofNullable(attributes.get(choice.attribute()))));
                }
            }
            rules.add(new MappingRule(
                    rule.layer(),
                    rule.kind(),
                    code,
                    rule.codePrefix(),
                    rule.where(),
                    rule.unless(),
                    rule.duplicates(),
                    List.copyOf(attributes.values())));
        }
        return new MappingProfile(profile.id(), profile.recognisedBy(), profile.drop(), profile.position(), rules);
    }

    /** Another column is read as the one before was, else as any profile reads this field: its values are words of the same trade. */
    private AttributeRule read(LayerKind kind, ColumnChoice choice, Optional<AttributeRule> before) {
        Optional<AttributeRule> like = before.filter(a -> !a.values().isEmpty())
                .or(() -> all().values().stream()
                        .flatMap(p -> p.rules().stream())
                        .filter(r -> r.kind() == kind)
                        .flatMap(r -> r.attributes().stream())
                        .filter(a -> a.attribute().equals(choice.attribute())
                                && !a.values().isEmpty())
                        .findFirst());
        return new AttributeRule(
                choice.attribute(),
                List.of(choice.column()),
                Optional.empty(),
                like.map(AttributeRule::values).orElse(Map.of()),
                like.flatMap(AttributeRule::otherwise),
                before.map(AttributeRule::unit).orElse(""));
    }
}
