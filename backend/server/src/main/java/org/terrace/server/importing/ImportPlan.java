package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.mapping.MappingGuess;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.MappingRule;
import org.terrace.formats.mapping.Profiles;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.text.EncodingFound;
import org.terrace.region.LayerKind;
import org.terrace.server.store.Effect;
import org.terrace.server.store.ImportMode;
import org.terrace.server.store.Origin;

/** Everything decided about a file before its rows are taken: profile, coordinate systems, mode; and what must be asked. */
record ImportPlan(
        InputFile file,
        ReadOptions options,
        Survey survey,
        MappingProfile profile,
        Map<String, CrsFound> crs,
        Crs county,
        Optional<Envelope> countyExtent,
        Set<String> layersBefore,
        ImportMode mode,
        boolean sensitive,
        List<Question> questions,
        Issues issues) {

    static Optional<ImportPlan> of(
            InputFile file,
            ImportChoices choices,
            Profiles profiles,
            int countyEpsg,
            Optional<Envelope> countyExtent,
            Set<String> layersBefore,
            boolean sensitive,
            Issues issues) {
        ReadOptions options =
                choices.encoding().map(ReadOptions.defaults()::withEncoding).orElseGet(ReadOptions::defaults);
        Optional<Survey> looked = Survey.of(file, options, countyExtent, issues);
        if (looked.isEmpty()) {
            return Optional.empty();
        }
        Survey survey = looked.get();
        List<Question> questions = new ArrayList<>();
        MappingProfile profile = profile(file, survey, choices, profiles, questions, issues);
        Map<String, CrsFound> crs = CrsChoice.byLayer(survey, choices, countyExtent);
        crs.forEach((layer, found) -> {
            if (found.swapped()) {
                issues.report(Issue.note("coordinates_swapped", Place.layer(file.name(), layer)));
            }
        });
        CrsChoice.question(survey, crs, choices).ifPresent(questions::add);
        askEncoding(survey, choices, questions);
        boolean known = profile.rules().stream()
                .anyMatch(r -> layersBefore.contains(r.kind().id()));
        return Optional.of(new ImportPlan(
                file,
                options,
                survey,
                profile,
                crs,
                CrsChoice.county(countyEpsg, survey, crs),
                countyExtent,
                layersBefore,
                choices.mode().orElse(known ? ImportMode.MERGE : ImportMode.REPLACE),
                sensitive,
                questions,
                issues));
    }

    private static MappingProfile profile(
            InputFile file,
            Survey survey,
            ImportChoices choices,
            Profiles profiles,
            List<Question> questions,
            Issues issues) {
        Optional<LayerKind> wanted = choices.layer().flatMap(LayerKind::byId);
        List<String> columns = columns(survey);
        String first =
                survey.layers().stream().map(Survey.Layer::name).findFirst().orElse("");
        Optional<MappingProfile> found = Optional.empty();
        if (choices.profile().isPresent()) {
            String id = choices.profile().get();
            Optional<LayerKind> kind = wanted.or(() -> LayerKind.byId(first));
            found = profiles.find(id, kind);
            if (found.isEmpty()) {
                issues.report(
                        Issue.note("profile_unknown", Place.file(file.name())).value(id));
            }
        }
        if (found.isEmpty()) {
            found = profiles.guess(
                    first,
                    columns,
                    wanted,
                    MappingLibrary.labels(),
                    kind -> survey.layers().stream().anyMatch(l -> l.mayBe(kind)));
        }
        found.ifPresent(profile -> requireCode(profile, file, columns, issues));
        if (found.isEmpty() && wanted.isEmpty() && !issues.hasFatal()) {
            List<String> kinds = new ArrayList<>();
            for (LayerKind k : LayerKind.values()) {
                kinds.add(k.id());
            }
            questions.add(new Question(Question.LAYER, kinds, Optional.empty()));
        }
        return MappingLibrary.changed(
                found.orElseGet(() -> MappingGuess.canonical(wanted.orElse(LayerKind.FACILITY))), choices.mapping());
    }

    /** Households and units are known by their codes everywhere: a row number would make a new household of every import. */
    private static void requireCode(MappingProfile profile, InputFile file, List<String> columns, Issues issues) {
        for (MappingRule rule : profile.rules()) {
            boolean byCode = rule.kind() == LayerKind.HOUSEHOLD || rule.kind() == LayerKind.ADMIN_UNIT;
            if (byCode && rule.code().isEmpty()) {
                issues.report(Issue.error("column_missing", Place.file(file.name()))
                        .field("code")
                        .with("columns", String.join(", ", columns)));
            }
        }
    }

    private static List<String> columns(Survey survey) {
        Set<String> columns = new LinkedHashSet<>();
        survey.layers().forEach(l -> columns.addAll(l.columns()));
        return List.copyOf(columns);
    }

    private static void askEncoding(Survey survey, ImportChoices choices, List<Question> questions) {
        for (Survey.Layer layer : survey.layers()) {
            Optional<EncodingFound> asked = layer.encoding().filter(e -> e.how() == EncodingFound.How.ASKED);
            if (asked.isPresent() && choices.encoding().isEmpty() && !choices.acceptDefaults()) {
                questions.add(new Question(
                        Question.ENCODING,
                        List.copyOf(asked.get().samples().keySet()),
                        Optional.of(asked.get().charset().name())));
                return;
            }
        }
    }

    /** False while no row of the county has had a position: then none of its systems is known. */
    boolean countyKnown() {
        return county.isMetric();
    }

    /** Rows of a file with one layer may name none. */
    Optional<CrsFound> crsOf(String sourceLayer) {
        CrsFound found = crs.get(sourceLayer);
        return found != null || crs.size() != 1
                ? Optional.ofNullable(found)
                : crs.values().stream().findFirst();
    }

    Origin origin(String sourceLayer) {
        Optional<CrsFound> found = crsOf(sourceLayer);
        return new Origin(
                file.name(),
                found.flatMap(CrsFound::crs).map(c -> c.name("en")).orElse(""),
                found.filter(f -> f.crs().isPresent())
                        .map(f -> f.how().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(""));
    }

    ImportReport report(Map<String, Effect> effects, boolean same, long rejected) {
        List<ImportReport.Layer> layers = new ArrayList<>();
        for (Survey.Layer layer : survey.layers()) {
            List<MappingProfile.ColumnUse> uses = profile.uses(layer.name(), layer.columns());
            layers.add(new ImportReport.Layer(
                    layer.name(),
                    profile.kinds(layer.name()).stream().map(LayerKind::id).toList(),
                    layer.features(),
                    uses,
                    !CrsChoice.matters(layer) ? Optional.empty() : Optional.ofNullable(crs.get(layer.name())),
                    layer.encoding(),
                    layer.first().stream().map(f -> row(f, uses)).toList()));
        }
        return new ImportReport(file.name(), survey.format(), mode, layers, questions, issues, effects, same, rejected);
    }

    /** Personal columns are not shown either. */
    private static Map<String, Object> row(RawFeature feature, List<MappingProfile.ColumnUse> uses) {
        Map<String, Object> row = new LinkedHashMap<>();
        feature.attributes().forEach((column, value) -> {
            boolean dropped = uses.stream().anyMatch(u -> u.column().equals(column) && u.dropped());
            if (!dropped) {
                row.put(column, value instanceof Number || value instanceof Boolean ? value : value.toString());
            }
        });
        return row;
    }
}
