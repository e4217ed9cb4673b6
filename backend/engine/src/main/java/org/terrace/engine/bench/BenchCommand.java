package org.terrace.engine.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the benchmark table; each subject measures its peer in the same run. */
@Command(name = "bench", description = "Measure the speed and print the table")
public final class BenchCommand implements Callable<Integer> {
    private static final List<Bench> ALL =
            List.of(new NearestBench(), new WalkBench(), new RoadBench(), new AssessBench());

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SUBJECT", description = "only these subjects")
    private List<String> subjects = List.of();

    public BenchCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (String subject : subjects) {
            if (ALL.stream().noneMatch(b -> b.name().equals(subject))) {
                spec.commandLine()
                        .getErr()
                        .println("no benchmark '" + subject + "'. Maybe one of "
                                + ALL.stream().map(Bench::name).toList());
                return 2;
            }
        }
        out.println("| what | Terrace | peer | note |");
        out.println("|---|---|---|---|");
        for (Bench bench : ALL) {
            if (subjects.isEmpty() || subjects.contains(bench.name())) {
                for (Row row : bench.run()) {
                    out.println(
                            "| " + row.what() + " | " + row.ours() + " | " + row.peer() + " | " + row.note() + " |");
                }
            }
        }
        out.println("Warm JVM, median of five after two; "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version());
        return 0;
    }
}
