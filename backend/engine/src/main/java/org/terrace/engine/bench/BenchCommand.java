package org.terrace.engine.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the benchmark table; each subject measures its peer in the same run. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
    private static final List<Bench> ALL = List.of(
            new NearestBench(),
            new WalkBench(),
            new RoadBench(),
            new AssignBench(),
            new WaterBench(),
            new FeederBench(),
            new PowerBench(),
            new GridBench(),
            new VoltageBench(),
            new AssessBench());

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SUBJECT", descriptionKey = "solve.help.option.subject")
    private List<String> subjects = List.of();

    public BenchCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (String subject : subjects) {
            if (ALL.stream().noneMatch(b -> b.name().equals(subject))) {
                throw RefusedException.of(
                        "subject",
                        "subject",
                        subject,
                        "subjects",
                        String.join(", ", ALL.stream().map(Bench::name).toList()));
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
        out.println(
                Speech.say("bench", "cores", Runtime.getRuntime().availableProcessors(), "java", Runtime.version()));
        return 0;
    }
}
