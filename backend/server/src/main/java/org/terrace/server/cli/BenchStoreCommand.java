package org.terrace.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.terrace.formats.source.InputFile;
import org.terrace.region.Region;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.Importer;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.RegionLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The store's part of the benchmark table: a household table is imported as a user would (read, mapped, checked, one transaction),
 * then loaded as a snapshot. Works in the data folder that it is given, which the launcher makes and throws away.
 */
@Command(name = "bench-store", hidden = true)
final class BenchStoreCommand implements Callable<Integer> {
    private static final int EPSG = 4543;
    private static final int LOADS = 5;

    @Mixin
    Common common = new Common();

    @Option(names = "--households", split = ",", paramLabel = "N")
    int[] households = {35_000, 1_000_000};

    @Option(names = "--label", paramLabel = "TEXT")
    String label = "embedded";

    @Override
    public Integer call() {
        return Program.with(common, context -> {
            for (int n : households) {
                measure(context, n);
            }
            return ExitCode.DONE;
        });
    }

    private void measure(ConfigurableApplicationContext context, int n) {
        String code = "bench-" + n;
        try {
            Path folder = Files.createTempDirectory("terrace-bench");
            Path file = folder.resolve("households.csv");
            write(file, n);
            CountyStore store = context.getBean(CountyStore.class);
            County county = store.create(code, code, EPSG, true, "");
            ImportChoices choices = ImportChoices.parse("household", "terrace", "EPSG:" + EPSG, "UTF-8", "replace")
                    .acceptingDefaults();
            long start = System.nanoTime();
            var committed = context.getBean(Importer.class)
                    .commit(code, InputFile.of(file), choices, code, Importer.Rejected.IGNORED);
            double seconds = (System.nanoTime() - start) / 1e9;
            long added = committed.report().effect().added();
            if (added != n) {
                throw new IllegalStateException(added + " of " + n + " households went in");
            }
            row(
                    String.format(Locale.ROOT, "import, %,d households (CSV), %s", n, label),
                    String.format(Locale.ROOT, "%.1f s", seconds),
                    String.format(Locale.ROOT, "%,.0f rows/s, once, %s", n / seconds, memory()));
            double load = load(context, county);
            row(
                    String.format(Locale.ROOT, "snapshot load, %,d households, %s", n, label),
                    String.format(Locale.ROOT, "%.2f s", load),
                    String.format(Locale.ROOT, "median of %d, %s", LOADS, memory()));
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double load(ConfigurableApplicationContext context, County county) {
        RegionLoader loader = context.getBean(RegionLoader.class);
        CountyStore store = context.getBean(CountyStore.class);
        double[] seconds = new double[LOADS];
        for (int i = 0; i < LOADS; i++) {
            long start = System.nanoTime();
            Region region = loader.load(county, store.newest(county.code()).orElseThrow());
            seconds[i] = (System.nanoTime() - start) / 1e9;
            if (region.households().size() == 0) {
                throw new IllegalStateException("an empty snapshot");
            }
        }
        Arrays.sort(seconds);
        return seconds[LOADS / 2];
    }

    private static void row(String what, String ours, String note) {
        Common.out().println("| " + what + " | " + ours + " |  | " + note + " |");
    }

    /** Households scattered over a square of 100 km, seeded; the columns of a usual household table. */
    private static void write(Path file, int n) throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_127);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("code,x,y,people_registered,people_resident\n");
            for (int i = 0; i < n; i++) {
                out.write(String.format(
                        Locale.ROOT,
                        "990001%09d,%.2f,%.2f,%d,%d%n",
                        i,
                        450_000 + random.nextDouble() * 100_000,
                        3_200_000 + random.nextDouble() * 100_000,
                        1 + random.nextInt(7),
                        random.nextInt(6)));
            }
        }
    }

    /** The most heap that was in use, and what the process took from the system where that can be read. */
    private static String memory() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        Path status = Path.of("/proc/self/status");
        String resident = "";
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                resident = lines.filter(l -> l.startsWith("VmHWM:"))
                        .map(l -> l.replaceAll("\\D+", ""))
                        .map(kb -> String.format(Locale.ROOT, ", process at most %,d MB", Long.parseLong(kb) / 1024))
                        .findFirst()
                        .orElse("");
            }
        }
        return String.format(
                Locale.ROOT,
                "heap at most %,d of %,d MB%s",
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                resident);
    }
}
