package org.terrace.server.importing;

import java.io.IOException;
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
import org.springframework.stereotype.Component;
import org.terrace.formats.data.YamlTree;
import org.terrace.formats.mapping.AttributeRule;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.MappingRule;
import org.terrace.formats.mapping.Profiles;
import org.terrace.formats.words.Words;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;
import org.terrace.server.store.DataFolder;
import org.terrace.server.store.ShippedFiles;
import org.terrace.standard.Tree;

/** The mapping profiles: shipped, and the county's own from the data folder's {@code data/mappings}. */
@Component
public final class MappingLibrary {
    private static final String FOLDER = "mappings/";

    private final DataFolder folder;

    MappingLibrary(DataFolder folder) {
        this.folder = folder;
    }

    /** Read afresh: a county's own may have changed. Of two with one id the later by file name stands. */
    public Profiles profiles() {
        Map<String, byte[]> files = new TreeMap<>(ShippedFiles.read(FOLDER + "*.yaml"));
        folder.own().forEach((name, file) -> {
            if (name.startsWith(FOLDER) && name.indexOf('/', FOLDER.length()) < 0) {
                files.put(name, bytes(file));
            }
        });
        Map<String, MappingProfile> profiles = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            Tree tree = YamlTree.of(name, new String(bytes, StandardCharsets.UTF_8));
            if (tree.has("rules")) {
                MappingProfile profile = MappingFiles.parse(tree);
                profiles.put(profile.id(), profile);
            }
        });
        return new Profiles(profiles.values());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping profiles cannot be read", e);
        }
    }

    /** The profile that the user named or brought, where it is one with columns of its own. */
    static Optional<MappingProfile> named(ImportChoices choices, Profiles profiles) {
        return choices.ownProfile().or(() -> choices.profile().flatMap(id -> profiles.find(id, Optional.empty())));
    }

    /** Further names of every attribute: the words of both languages. */
    static Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new HashMap<>();
        for (LayerKind kind : LayerKind.values()) {
            for (Attribute attribute : kind.attributes()) {
                List<String> names = new ArrayList<>();
                for (String language : Words.LANGUAGES) {
                    Dictionaries.of(language)
                            .find("attribute." + attribute.name())
                            .ifPresent(names::add);
                }
                labels.put(attribute.name(), names);
            }
        }
        return labels;
    }

    /** The profile with the user's changes: fields given another column, or none. */
    static MappingProfile changed(MappingProfile profile, List<ColumnChoice> mapping, Profiles profiles) {
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
                            read(
                                    rule.kind(),
                                    choice,
                                    Optional.ofNullable(attributes.get(choice.attribute())),
                                    profiles));
                }
            }
            rules.add(rule.with(code, List.copyOf(attributes.values())));
        }
        return new MappingProfile(profile.id(), profile.recognisedBy(), profile.drop(), profile.position(), rules);
    }

    /** Another column is read as the one before was, else as any profile reads this field: its values are words of the same trade. */
    private static AttributeRule read(
            LayerKind kind, ColumnChoice choice, Optional<AttributeRule> before, Profiles profiles) {
        Optional<AttributeRule> like = before.filter(a -> !a.values().isEmpty())
                .or(() -> profiles.all().stream()
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
