package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;

/**
 * Takes text apart into statements: {@code New Line.L1 Bus1=1 Bus2=2.1.2 Length = 3}, going on after {@code ~} or {@code More}; comments
 * from {@code !} or {@code //}; values in [ ], ( ), braces or quotes may hold spaces.
 */
final class DssText {
    private static final Pattern PROPERTY = Pattern.compile(
            "([^\\s,=]+)\\s*=\\s*(?:\\[([^\\]]*)\\]|\\(([^)]*)\\)|\\{([^}]*)\\}|\"([^\"]*)\"|'([^']*)'|([^\\s,\\[({\"']+))");

    private static final Pattern NAME = Pattern.compile("[\"']?([^.\\s\"']+)\\.[\"']?([^\"'\\s,]+)[\"']?");

    /** Commands and elements that change nothing of the flow: shapes in time, meters, places on a map. */
    private static final Set<String> NO_MATTER =
            Set.of("clear", "calcvoltagebases", "calcv", "buscoords", "makebuslist");

    private static final Set<String> BYSTANDERS =
            Set.of("loadshape", "monitor", "energymeter", "growthshape", "spectrum");

    private static final Set<String> ELEMENTS = Set.of("line", "linecode", "load", "transformer");

    private final String file;
    private final Issues issues;
    private final List<DssStatement> statements = new ArrayList<>();

    /** Whether the last statement is one that is kept, so that lines after ~ belong to it. */
    private boolean kept;

    private DssText(String file, Issues issues) {
        this.file = file;
        this.issues = issues;
    }

    static List<DssStatement> read(String file, String text, Issues issues) {
        DssText reader = new DssText(file, issues);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String bare = withoutComment(line).strip();
            if (!bare.isEmpty()) {
                reader.line(bare, number);
            }
        }
        return reader.statements;
    }

    /** Comment marks within quotes are none. */
    private static String withoutComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '!' || line.startsWith("//", i)) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private void line(String line, int number) {
        String[] words = line.split("[\\s,]+", 2);
        String verb = words[0].toLowerCase(Locale.ROOT);
        String rest = words.length > 1 ? words[1] : "";
        if (verb.startsWith("~")) {
            goOn((verb.length() > 1 ? line.substring(1) : rest).strip(), number);
        } else if (verb.equals("more") || verb.equals("m")) {
            goOn(rest, number);
        } else if (verb.equals("new")) {
            begin(rest.replaceFirst("(?i)^object\\s*=\\s*", ""), number);
        } else if (!NO_MATTER.contains(verb)) {
            kept = false;
            issues.report(
                    Issue.error("dss_command", Place.line(file, "", number)).value(words[0]));
        }
    }

    private void begin(String rest, int number) {
        kept = false;
        Matcher name = NAME.matcher(rest);
        if (!name.lookingAt()) {
            issues.report(
                    Issue.error("dss_command", Place.line(file, "", number)).value("New " + rest));
            return;
        }
        String type = name.group(1).toLowerCase(Locale.ROOT);
        if (BYSTANDERS.contains(type)) {
            return;
        }
        if (!ELEMENTS.contains(type)) {
            issues.report(Issue.error("dss_element", Place.line(file, "", number))
                    .value(name.group(1) + "." + name.group(2)));
            return;
        }
        kept = true;
        DssStatement made = new DssStatement(file, number, name.group(1), name.group(2), new ArrayList<>());
        statements.add(made);
        properties(made, rest.substring(name.end()), number);
    }

    private void goOn(String rest, int number) {
        if (kept) {
            properties(statements.get(statements.size() - 1), rest, number);
        }
    }

    private void properties(DssStatement of, String text, int number) {
        Matcher m = PROPERTY.matcher(text);
        int done = 0;
        while (m.find()) {
            loose(of, text.substring(done, m.start()), number);
            String value = "";
            for (int g = 2; g <= m.groupCount(); g++) {
                value = m.group(g) == null ? value : m.group(g);
            }
            of.properties().add(new DssStatement.Property(m.group(1).toLowerCase(Locale.ROOT), value.strip(), number));
            done = m.end();
        }
        loose(of, text.substring(done), number);
    }

    /** What stands there without a key. */
    private void loose(DssStatement of, String text, int number) {
        String word = text.replace(',', ' ').strip();
        if (!word.isEmpty()) {
            issues.report(Issue.error("dss_no_key", of.place(number)).value(word));
        }
    }
}
