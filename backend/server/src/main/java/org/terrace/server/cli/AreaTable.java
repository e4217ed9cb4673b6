package org.terrace.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrace.formats.words.Words;
import org.terrace.server.runs.CountySummary;

/** The county's result by township, for a terminal: households served, borderline, unserved and unknown for every need. */
final class AreaTable {
    private static final List<String> VERDICTS = List.of("served", "borderline", "unserved", "unknown");

    private AreaTable() {}

    static String of(CountySummary summary, String countyName, Words words) {
        List<List<String>> rows = new ArrayList<>();
        List<String> needs =
                summary.needs().stream().map(CountySummary.Need::id).toList();
        List<String> head = new ArrayList<>(List.of("", ""));
        List<String> second =
                new ArrayList<>(List.of(words.say("cli.table.township"), words.say("cli.table.households")));
        for (String need : needs) {
            for (String verdict : VERDICTS) {
                head.add(verdict.equals("served") ? words.say("cli.table." + need) : "");
                second.add(words.say("cli.table." + verdict));
            }
        }
        rows.add(head);
        rows.add(second);
        for (CountySummary.Area area : summary.townships()) {
            List<String> row = new ArrayList<>();
            row.add(area.name().isEmpty() ? words.find("area." + area.code()).orElse(area.code()) : area.name());
            row.add(Long.toString(area.households()));
            for (String need : needs) {
                Map<String, CountySummary.Count> counts = area.needs().getOrDefault(need, Map.of());
                VERDICTS.forEach(v -> row.add(
                        counts.containsKey(v) ? Long.toString(counts.get(v).households()) : "0"));
            }
            rows.add(row);
        }
        List<String> total = new ArrayList<>(List.of(countyName, Long.toString(summary.households())));
        for (CountySummary.Need need : summary.needs()) {
            total.add(Long.toString(need.served().households()));
            total.add(Long.toString(need.borderline().households()));
            total.add(Long.toString(need.unserved().households()));
            total.add(Long.toString(need.unknown().households()));
        }
        rows.add(total);
        return draw(rows);
    }

    private static String draw(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] wide = new int[columns];
        for (int r = 1; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                wide[c] = Math.max(wide[c], TextWidth.of(rows.get(r).get(c)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            if (r == rows.size() - 1) {
                out.append(rule(wide));
            }
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                boolean group = c >= 2 && (c - 2) % VERDICTS.size() == 0;
                out.append(c == 0 ? "" : group ? "  | " : "  ");
                if (r == 0 && group) {
                    int span = 0;
                    for (int k = 0; k < VERDICTS.size(); k++) {
                        span += wide[c + k] + (k == 0 ? 0 : 2);
                    }
                    out.append(TextWidth.left(cell, span));
                    c += VERDICTS.size() - 1;
                } else {
                    out.append(c == 0 ? TextWidth.left(cell, wide[c]) : TextWidth.right(cell, wide[c]));
                }
            }
            out.append('\n');
            if (r == 1) {
                out.append(rule(wide));
            }
        }
        return out.toString();
    }

    private static String rule(int[] wide) {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < wide.length; c++) {
            boolean group = c >= 2 && (c - 2) % VERDICTS.size() == 0;
            out.append(c == 0 ? "" : group ? "--+-" : "--").append("-".repeat(wide[c]));
        }
        return out.append('\n').toString();
    }
}
