package org.terrace.server.importing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.text.Encodings;
import org.terrace.region.LayerKind;
import org.terrace.server.store.ImportMode;
import org.terrace.server.store.LayerRevision;

/**
 * What the user has decided about a file; all else is found out, and asked where it cannot be.
 *
 * @param layer id of the layer that the rows are, or {@code elevation}
 * @param profile id of the mapping profile
 * @param mapping where the user changed what the profile says
 * @param ownProfile a profile of the user's own, from a file
 * @param zone take only the rows that lie in this system's zone, in which the county is computed
 * @param acceptDefaults take the offered answer to every question that has one
 */
public record ImportChoices(
        Optional<String> layer,
        Optional<String> profile,
        Optional<Crs> crs,
        Optional<Charset> encoding,
        Optional<ImportMode> mode,
        List<ColumnChoice> mapping,
        Optional<MappingProfile> ownProfile,
        Optional<Crs> zone,
        boolean acceptDefaults) {

    public static final ImportChoices NONE = new ImportChoices(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false);

    public ImportChoices {
        mapping = List.copyOf(mapping);
    }

    /**
     * From words; "" = not decided.
     *
     * @param crs {@code EPSG:4543} or {@code 4543}
     * @throws BadChoiceException naming the word that means nothing
     */
    public static ImportChoices parse(String layer, String profile, String crs, String encoding, String mode) {
        if (!layer.isEmpty()
                && !layer.equals(LayerRevision.ELEVATION)
                && LayerKind.byId(layer).isEmpty()) {
            throw new BadChoiceException("layer", layer);
        }
        Optional<Charset> charset = encoding.isEmpty() ? Optional.empty() : Encodings.named(encoding);
        if (!encoding.isEmpty() && charset.isEmpty()) {
            throw new BadChoiceException("encoding", encoding);
        }
        return new ImportChoices(
                given(layer),
                given(profile),
                crs("crs", crs),
                charset,
                mode(mode),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Optional<String> given(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    private static Optional<Crs> crs(String choice, String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String digits = word.strip().replaceFirst("(?i)^epsg:+", "");
        try {
            Optional<Crs> found = Crs.find(Integer.parseInt(digits));
            if (found.isPresent()) {
                return found;
            }
        } catch (NumberFormatException e) {
            throw new BadChoiceException(choice, word);
        }
        throw new BadChoiceException(choice, word);
    }

    private static Optional<ImportMode> mode(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (ImportMode mode : ImportMode.values()) {
            if (mode.id().equals(word)) {
                return Optional.of(mode);
            }
        }
        throw new BadChoiceException("mode", word);
    }

    public ImportChoices acceptingDefaults() {
        return new ImportChoices(layer, profile, crs, encoding, mode, mapping, ownProfile, zone, true);
    }

    public ImportChoices withMapping(List<ColumnChoice> columns) {
        return new ImportChoices(layer, profile, crs, encoding, mode, columns, ownProfile, zone, acceptDefaults);
    }

    public ImportChoices withProfile(MappingProfile own) {
        return new ImportChoices(layer, profile, crs, encoding, mode, mapping, Optional.of(own), zone, acceptDefaults);
    }

    /** @param word as that of {@link #parse}'s crs; "" = not decided */
    public ImportChoices withZone(String word) {
        return new ImportChoices(
                layer, profile, crs, encoding, mode, mapping, ownProfile, crs("zone", word), acceptDefaults);
    }

    /** The columns of the coordinates, where the user chose them. */
    Optional<CoordinateColumns> position() {
        String x = column(ColumnChoice.X);
        String y = column(ColumnChoice.Y);
        return x.isEmpty() || y.isEmpty() ? Optional.empty() : Optional.of(CoordinateColumns.xy(x, y));
    }

    private String column(String axis) {
        return mapping.stream()
                .filter(c -> c.isPosition() && c.attribute().equals(axis))
                .map(ColumnChoice::column)
                .findFirst()
                .orElse("");
    }

    /** A choice that means nothing: no such layer, mode, coordinate system, encoding or profile. */
    public static final class BadChoiceException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String choice;
        private final String value;

        BadChoiceException(String choice, String value) {
            super("no " + choice + " '" + value + "'");
            this.choice = choice;
            this.value = value;
        }

        public String choice() {
            return choice;
        }

        public String value() {
            return value;
        }
    }
}
