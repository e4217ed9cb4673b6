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
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.terrace.formats.data.YamlTree;
import org.terrace.formats.mapping.AttributeRule;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.MappingRule;
import org.terrace.formats.mapping.Profiles;
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

    /** Further names of every attribute: the words of both languages. */
    static Map<String, List<String>> labels() {
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
        return labels;
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
