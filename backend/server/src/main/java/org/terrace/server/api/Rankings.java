package org.terrace.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;
import org.terrace.region.LayerKind;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;

/**
 * Tables that hold one class per choice (per crop, per industry) as a list, best class first. The columns tell which they are:
 * {@code class_<choice>} with {@code limiting_<choice>}, and {@code match_<choice>} with {@code reason_<choice>}, ordered by the
 * list in {@code ranking}.
 */
final class Rankings {
    /** A crop's class on a plot or at a point. @param cropClass absent where it could not be judged */
    record CropClass(
            String crop,
            @JsonProperty("class") @Nullable String cropClass,
            @Nullable String limiting) {}

    /** An industry for a household. @param rank from 1; absent for what is not recommended */
    record IndustryMatch(
            String id, @Nullable String match, @Nullable Integer rank, List<String> reasons) {}

    private Rankings() {}

    /** Choices of a feature by class, best first. */
    static List<CropClass> best(Snapshot snapshot, Results results, LayerKind kind, String code, int most) {
        for (Analysis analysis : results.analyses()) {
            Optional<AnalysisResult> result = results.find(snapshot, analysis.id());
            if (result.isPresent()) {
                for (ResultTable table : result.get().tables()) {
                    int row = table.spec().featureKind().equals(kind.id()) ? table.rowOf(code) : -1;
                    List<CropClass> all = row < 0 ? List.of() : classes(table, row);
                    if (!all.isEmpty()) {
                        return all.subList(0, Math.min(most, all.size()));
                    }
                }
            }
        }
        return List.of();
    }

    static List<CropClass> classes(ResultTable table, int row) {
        record Choice(int position, CropClass choice) {}
        List<Choice> choices = new ArrayList<>();
        for (ColumnSpec spec : table.spec().columns()) {
            if (spec.id().startsWith("class_") && table.column(spec.id()) instanceof Column.Codes codes) {
                String id = spec.id().substring("class_".length());
                boolean judged = !codes.isAbsent(row);
                choices.add(new Choice(
                        judged ? codes.get(row) : Integer.MAX_VALUE,
                        new CropClass(id, judged ? codes.code(row) : null, value(table, "limiting_" + id, row))));
            }
        }
        return choices.stream()
                .sorted(Comparator.comparingInt(Choice::position))
                .map(Choice::choice)
                .toList();
    }

    /** Industries of a household with their rank and reasons. */
    static List<IndustryMatch> of(Snapshot snapshot, Results results, String code) {
        List<IndustryMatch> all = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            Optional<AnalysisResult> result = results.find(snapshot, analysis.id());
            if (result.isEmpty()) {
                continue;
            }
            for (ResultTable table : result.get().tables()) {
                int row = table.spec().featureKind().equals(LayerKind.HOUSEHOLD.id()) ? table.rowOf(code) : -1;
                if (row >= 0) {
                    matches(table, row, all);
                }
            }
        }
        all.sort(Comparator.comparingInt(m -> m.rank() == null ? Integer.MAX_VALUE : m.rank()));
        return all;
    }

    private static void matches(ResultTable table, int row, List<IndustryMatch> into) {
        List<String> ranked = new ArrayList<>(ids(table, "ranking", row));
        ids(table, "conditional_industries", row).stream()
                .filter(id -> !ranked.contains(id))
                .forEach(ranked::add);
        for (ColumnSpec spec : table.spec().columns()) {
            if (spec.id().startsWith("match_") && table.column(spec.id()) instanceof Column.Codes codes) {
                String id = spec.id().substring("match_".length());
                String reason = value(table, "reason_" + id, row);
                into.add(new IndustryMatch(
                        id,
                        codes.isAbsent(row) ? null : codes.code(row),
                        ranked.contains(id) ? ranked.indexOf(id) + 1 : null,
                        reason == null ? List.of() : List.of(reason)));
            }
        }
    }

    private static List<String> ids(ResultTable table, String column, int row) {
        String value = value(table, column, row);
        return value == null ? List.of() : List.of(value.split(",\\s*"));
    }

    private static @Nullable String value(ResultTable table, String column, int row) {
        for (int i = 0; i < table.spec().columns().size(); i++) {
            if (table.spec().columns().get(i).id().equals(column)) {
                Object value = Cells.value(
                        table.spec().columns().get(i), table.columns().get(i), row);
                return value == null ? null : value.toString();
            }
        }
        return null;
    }
}
