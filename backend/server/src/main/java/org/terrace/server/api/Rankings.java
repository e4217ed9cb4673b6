package org.terrace.server.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private Rankings() {}

    /** Choices of a feature by class, best first. */
    static List<Map<String, @Nullable Object>> best(
            Snapshot snapshot, Results results, LayerKind kind, String code, int most) {
        for (Analysis analysis : results.analyses()) {
            Optional<AnalysisResult> result = results.find(snapshot, analysis.id());
            if (result.isPresent()) {
                for (ResultTable table : result.get().tables()) {
                    int row = table.spec().featureKind().equals(kind.id()) ? table.rowOf(code) : -1;
                    List<Map<String, @Nullable Object>> all = row < 0 ? List.of() : classes(table, row);
                    if (!all.isEmpty()) {
                        return all.subList(0, Math.min(most, all.size()));
                    }
                }
            }
        }
        return List.of();
    }

    static List<Map<String, @Nullable Object>> classes(ResultTable table, int row) {
        record Choice(int position, Map<String, @Nullable Object> json) {}
        List<Choice> choices = new ArrayList<>();
        for (ColumnSpec spec : table.spec().columns()) {
            if (spec.id().startsWith("class_") && table.column(spec.id()) instanceof Column.Codes codes) {
                String id = spec.id().substring("class_".length());
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("crop", id);
                json.put("class", codes.isAbsent(row) ? null : codes.code(row));
                json.put("limiting", value(table, "limiting_" + id, row));
                choices.add(new Choice(codes.isAbsent(row) ? Integer.MAX_VALUE : codes.get(row), json));
            }
        }
        return choices.stream()
                .sorted(Comparator.comparingInt(Choice::position))
                .map(Choice::json)
                .toList();
    }

    /** Industries of a household with their rank and reasons. */
    static List<Map<String, @Nullable Object>> of(Snapshot snapshot, Results results, String code) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
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
        all.sort(Comparator.comparingDouble(
                m -> m.get("rank") instanceof Number n ? n.doubleValue() : Double.POSITIVE_INFINITY));
        return all;
    }

    private static void matches(ResultTable table, int row, List<Map<String, @Nullable Object>> into) {
        List<String> ranked = new ArrayList<>(ids(table, "ranking", row));
        ids(table, "conditional_industries", row).stream()
                .filter(id -> !ranked.contains(id))
                .forEach(ranked::add);
        for (ColumnSpec spec : table.spec().columns()) {
            if (spec.id().startsWith("match_") && table.column(spec.id()) instanceof Column.Codes codes) {
                String id = spec.id().substring("match_".length());
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("id", id);
                json.put("match", codes.isAbsent(row) ? null : codes.code(row));
                json.put("rank", ranked.contains(id) ? ranked.indexOf(id) + 1 : null);
                Object reason = value(table, "reason_" + id, row);
                json.put("reasons", reason == null ? List.of() : List.of(reason.toString()));
                into.add(json);
            }
        }
    }

    private static List<String> ids(ResultTable table, String column, int row) {
        Object value = value(table, column, row);
        return value == null ? List.of() : List.of(value.toString().split(",\\s*"));
    }

    private static @Nullable Object value(ResultTable table, String column, int row) {
        for (int i = 0; i < table.spec().columns().size(); i++) {
            if (table.spec().columns().get(i).id().equals(column)) {
                return Cells.value(
                        table.spec().columns().get(i), table.columns().get(i), row);
            }
        }
        return null;
    }
}
