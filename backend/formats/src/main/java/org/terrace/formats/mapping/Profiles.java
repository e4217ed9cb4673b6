package org.terrace.formats.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.terrace.region.LayerKind;

/** The shipped (and the county's own) profiles by name, with {@code terrace}: our own column names for any kind of layer. */
public final class Profiles {
    /** Columns named as the layers' attributes are, and the key as {@code code}: how Terrace itself writes. */
    public static final String TERRACE = "terrace";

    private final List<MappingProfile> profiles;

    /** @param profiles with different ids */
    public Profiles(Collection<MappingProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** @param folder {@code data/mappings} */
    public static Profiles load(Path folder) throws IOException {
        return new Profiles(MappingFiles.readAll(folder));
    }

    public List<MappingProfile> all() {
        return profiles;
    }

    /** @param kind needed for {@code terrace}, which fits every kind */
    public Optional<MappingProfile> find(String id, Optional<LayerKind> kind) {
        if (id.equals(TERRACE)) {
            return kind.map(MappingGuess::canonical);
        }
        return profiles.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** A guess at what a source layer is. @param labels see {@link MappingGuess} */
    public Optional<MappingProfile> guess(
            String sourceLayer, List<String> columns, Optional<LayerKind> wanted, Map<String, List<String>> labels) {
        return guess(sourceLayer, columns, wanted, labels, kind -> true);
    }

    /** @param fits whether the layer's geometry may be that of a kind */
    public Optional<MappingProfile> guess(
            String sourceLayer,
            List<String> columns,
            Optional<LayerKind> wanted,
            Map<String, List<String>> labels,
            Predicate<LayerKind> fits) {
        return new MappingGuess(profiles, labels).guess(sourceLayer, columns, wanted, fits);
    }
}
