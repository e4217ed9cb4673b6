package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.mapping.MappingGuess;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.Profiles;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.text.EncodingFound;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
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
        boolean onlyZone,
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
            Issues issues,
            Watch watch) {
        ReadOptions plain =
                choices.encoding().map(ReadOptions.defaults()::withEncoding).orElseGet(ReadOptions::defaults);
        ReadOptions options = choices.position()
                .or(() -> MappingLibrary.named(choices, profiles).map(MappingProfile::position))
                .filter(CoordinateColumns::isKnown)
                .map(plain::withColumns)
                .orElse(plain);
        LongConsumer rows = n -> {
            if (n % Watch.EVERY == 0) {
                watch.at(Watch.Step.LOOKING, n, 0);
            }
        };
        Optional<Survey> looked = Survey.of(file, options, countyExtent, issues, rows);
        watch.at(Watch.Step.LOOKING, 0, 0);
        if (looked.isEmpty()) {
            return Optional.empty();
        }
        List<Question> questions = new ArrayList<>();
        MappingProfile profile = profile(file, looked.get(), choices, profiles, questions, issues);
        if (!options.columns().isKnown() && profile.position().isKnown() && hasColumns(looked.get(), profile)) {
            options = options.withColumns(profile.position());
            looked = Survey.of(file, options, countyExtent, new Issues(0), rows);
        }
        Survey survey = looked.orElseThrow();
        refuseColumns(file, survey, profile, choices, sensitive, issues);
        requireCode(profile, file, columns(survey), issues);
        Map<String, CrsFound> crs = CrsChoice.byLayer(survey, choices, countyExtent);
        crs.forEach((layer, found) -> {
            if (found.swapped()) {
                issues.report(Issue.note("coordinates_swapped", Place.layer(file.name(), layer)));
            }
        });
        CrsChoice.question(survey, crs, choices).ifPresent(questions::add);
        askEncoding(survey, choices, questions);
        Crs county =
                choices.zone().filter(z -> countyEpsg == 0).orElseGet(() -> CrsChoice.county(countyEpsg, survey, crs));
        ZoneChoice.ask(survey, county, countyEpsg != 0, choices, issues).ifPresent(questions::add);
        boolean known = profile.rules().stream()
                .anyMatch(r -> layersBefore.contains(r.kind().id()));
        return Optional.of(new ImportPlan(
                file,
                options,
                survey,
                profile,
                crs,
                county,
                countyExtent,
                layersBefore,
                choices.mode().orElse(known ? ImportMode.MERGE : ImportMode.REPLACE),
                sensitive,
                choices.zone().isPresent(),
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
        Optional<MappingProfile> found = choices.ownProfile();
        if (found.isEmpty() && choices.profile().isPresent()) {
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
        if (found.isEmpty() && wanted.isEmpty() && !issues.hasFatal()) {
            List<String> kinds = new ArrayList<>();
            for (LayerKind k : LayerKind.values()) {
                kinds.add(k.id());
            }
            questions.add(new Question(Question.LAYER, kinds, Optional.empty()));
        }
        return MappingLibrary.changed(
                found.map(p -> p.withPlainCode(columns))
                        .orElseGet(() -> MappingGuess.canonical(wanted.orElse(LayerKind.FACILITY))),
                choices.mapping(),
                profiles);
    }

    /** Households and units are known by their codes everywhere: a row number would make a new household of every import. */
    private static void requireCode(MappingProfile profile, InputFile file, List<String> columns, Issues issues) {
        for (LayerKind kind : List.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT)) {
            List<String> wanted = profile.rules().stream()
                    .filter(r -> r.kind() == kind)
                    .flatMap(r -> r.code().stream())
                    .distinct()
                    .toList();
            boolean meant = profile.rules().stream().anyMatch(r -> r.kind() == kind);
            if (meant && (wanted.isEmpty() || !columns.isEmpty()) && !profile.readsCode(kind, columns)) {
                issues.report(Issue.error("code_column_missing", Place.file(file.name()))
                        .field(wanted.isEmpty() ? MappingProfile.CODE : String.join(", ", wanted))
                        .with("profile", profile.id())
                        .with("columns", String.join(", ", columns)));
            }
        }
    }

    private static boolean hasColumns(Survey survey, MappingProfile profile) {
        List<String> columns = columns(survey);
        return Stream.of(
                        profile.position().x(),
                        profile.position().y(),
                        profile.position().wkt())
                .allMatch(c -> c.isEmpty() || columns.contains(c));
    }

    /** Columns that the user chose must be there and may not be personal; fields must exist. */
    private static void refuseColumns(
            InputFile file,
            Survey survey,
            MappingProfile profile,
            ImportChoices choices,
            boolean sensitive,
            Issues issues) {
        List<String> columns = columns(survey);
        for (ColumnChoice choice : choices.mapping()) {
            String column = choice.column();
            boolean known = choice.isPosition()
                    ? choice.attribute().equals(ColumnChoice.X)
                            || choice.attribute().equals(ColumnChoice.Y)
                    : LayerKind.byId(choice.kind())
                            .map(kind -> choice.attribute().equals(MappingProfile.CODE)
                                    || kind.findAttribute(choice.attribute())
                                            .filter(a -> sensitive || a.privacy() != Privacy.SENSITIVE)
                                            .isPresent())
                            .orElse(false);
            if (!known) {
                issues.report(Issue.error("field_unknown", Place.file(file.name()))
                        .field(choice.attribute())
                        .with("layer", choice.kind()));
            } else if (!column.isEmpty() && profile.drops(column)) {
                issues.report(Issue.error("column_personal", Place.file(file.name()))
                        .field(column)
                        .with("attribute", choice.attribute()));
            } else if (!column.isEmpty() && !columns.contains(column) && !choice.isPosition()) {
                issues.report(Issue.error("column_missing", Place.file(file.name()))
                        .field(column)
                        .with("columns", String.join(", ", columns)));
            }
        }
    }

    /** The profile in force, to be used again: recognised by the columns that it reads, with the coordinates' columns. */
    MappingProfile reusable() {
        List<String> columns = columns(survey);
        Set<String> read = new LinkedHashSet<>();
        survey.layers()
                .forEach(layer -> profile.fields(layer.name(), columns)
                        .forEach(f -> f.column().ifPresent(read::add)));
        String id = file.stem().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new MappingProfile(
                id.replaceAll("^-|-$", "").isEmpty() ? "mapping" : id,
                read,
                profile.drop(),
                options.columns().isKnown() ? options.columns() : profile.position(),
                profile.rules());
    }

    long rows() {
        return survey.layers().stream().mapToLong(Survey.Layer::features).sum();
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

    /**
     * Whether the rows can be gone through: nothing is to be asked, or each question has an answer that can be taken meanwhile, so that
     * whoever answers sees what would come of it.
     */
    boolean canBeShown() {
        return !issues.hasFatal()
                && questions.stream().allMatch(q -> q.proposed().isPresent());
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

    /** Before any row has been taken. */
    ImportReport report() {
        return report(Map.of(), false, 0, Map.of());
    }

    /** @param taken rows that count, by layer of the file; none for a layer whose rows were not gone through */
    ImportReport report(Map<String, Effect> effects, boolean same, long rejected, Map<String, Long> taken) {
        List<ImportReport.Layer> layers = new ArrayList<>();
        for (Survey.Layer layer : survey.layers()) {
            List<MappingProfile.ColumnUse> uses = profile.uses(layer.name(), layer.columns());
            layers.add(new ImportReport.Layer(
                    layer.name(),
                    profile.kinds(layer.name()).stream().map(LayerKind::id).toList(),
                    layer.features(),
                    Optional.ofNullable(taken.get(layer.name())),
                    uses,
                    fields(layer),
                    layer.position().filter(x -> !layer.columns().isEmpty()),
                    !CrsChoice.matters(layer) ? Optional.empty() : Optional.ofNullable(crs.get(layer.name())),
                    layer.encoding(),
                    layer.first().stream().map(f -> row(f, uses)).toList()));
        }
        return new ImportReport(
                file.name(),
                survey.format(),
                mode,
                layers,
                questions,
                issues,
                effects,
                same,
                rejected,
                survey.layers().isEmpty() ? Optional.empty() : Optional.of(reusable()));
    }

    /** What can be read from this layer; sensitive fields only where they are switched on. */
    private List<MappingProfile.FieldUse> fields(Survey.Layer layer) {
        return profile.fields(layer.name(), layer.columns()).stream()
                .filter(f -> sensitive
                        || f.kind()
                                .findAttribute(f.attribute())
                                .map(a -> a.privacy() != Privacy.SENSITIVE)
                                .orElse(true))
                .toList();
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
