package org.terrace.server.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.text.EncodingFound;
import org.terrace.server.store.Effect;
import org.terrace.server.store.ImportMode;

/**
 * What an import would do, or did.
 *
 * @param layers of the file, with what becomes of them
 * @param effects by layer of the county
 * @param sameAsBefore nothing would change: the content is there already
 * @param rejected how many rows stay out
 * @param profile how the columns are read, to be used again; empty where there are no columns
 */
public record ImportReport(
        String file,
        String format,
        ImportMode mode,
        List<Layer> layers,
        List<Question> questions,
        Issues issues,
        Map<String, Effect> effects,
        boolean sameAsBefore,
        long rejected,
        Optional<MappingProfile> profile) {

    /**
     * One layer of the file.
     *
     * @param kinds layers of the county that it feeds
     * @param features rows of the layer
     * @param taken how many of them count; empty before they have been gone through
     * @param fields of those layers, with the columns that they are read from
     * @param position the columns of a table's coordinates; empty where the format has geometries
     */
    public record Layer(
            String name,
            List<String> kinds,
            long features,
            Optional<Long> taken,
            List<MappingProfile.ColumnUse> mapping,
            List<MappingProfile.FieldUse> fields,
            Optional<CoordinateColumns> position,
            Optional<CrsFound> crs,
            Optional<EncodingFound> encoding,
            List<Map<String, Object>> rows) {}

    public ImportReport {
        layers = List.copyOf(layers);
        questions = List.copyOf(questions);
        effects = new LinkedHashMap<>(effects);
    }

    public Effect effect() {
        return effects.values().stream().reduce(Effect.NONE, Effect::plus);
    }

    public boolean canCommit() {
        return !issues.hasFatal() && questions.isEmpty() && !effects.isEmpty();
    }

    /** How many rows had an issue of a kind, for the first of each. */
    public List<Issue> firstOf(String code, int most) {
        return issues.of(code).stream().limit(most).toList();
    }
}
