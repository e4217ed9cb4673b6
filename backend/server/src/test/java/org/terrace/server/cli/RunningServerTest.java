package org.terrace.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.terrace.server.TerraceServer;
import org.terrace.server.runs.ResultExport.Format;
import org.terrace.server.store.CountyStore;

/** Exports while a server holds the data folder: by that server, and by no other. */
class RunningServerTest {
    @TempDir
    Path folder;

    @Test
    void theServerOnTheFolderExportsAndSaysWhyItDoesNot() throws Exception {
        Path households =
                Files.writeString(folder.resolve("h.csv"), "code,lon,lat\nh1,102.30,29.20\nh2,102.31,29.21\n");
        Path data = folder.resolve("data");
        assertThat(Cli.run(
                        TerraceServer.class,
                        "import",
                        households.toString(),
                        "--county",
                        "x",
                        "--layer",
                        "household",
                        "--yes",
                        "--data",
                        data.toString()))
                .isEqualTo(ExitCode.DONE);
        Common common = new Common();
        common.data = data;
        assertThat(RunningServer.on(data)).isEmpty();
        Map<String, Object> settings = Map.of("server.port", 0, "terrace.instance", "mine");
        try (ConfigurableApplicationContext context = Program.open(common, WebApplicationType.SERVLET, settings)) {
            URI address =
                    URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/");
            new RunningServer(address, "mine").announce(data);
            RunningServer server = RunningServer.on(data).orElseThrow();
            assertThat(server.county("")).isEqualTo("x");

            Path out = folder.resolve("out");
            assertThatThrownBy(() -> server.export("x", Format.CSV, List.of(), "en", out))
                    .isInstanceOfSatisfying(Stop.class, stop -> {
                        assertThat(stop.key()).isEqualTo("cli.not_assessed");
                        assertThat(stop.exitCode()).isEqualTo(ExitCode.REFUSED);
                    });
            assertThat(out).doesNotExist();
            assertThatThrownBy(() -> server.export("nowhere", Format.CSV, List.of(), "en", out))
                    .isInstanceOfSatisfying(
                            Stop.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.NOT_FOUND));

            AssessCommand.assess(
                    context, context.getBean(CountyStore.class).findCounty("x").orElseThrow(), common);
            assertThat(server.export("x", Format.CSV, List.of("road.access"), "en", out))
                    .contains(out.resolve("road_access_household.csv"));
            assertThat(Files.readAllLines(out.resolve("road_access_household.csv")))
                    .hasSize(3);
            Path gpkg = folder.resolve("r.gpkg");
            server.export("x", Format.GPKG, List.of("all"), "zh-CN", gpkg);
            assertThat(Files.size(gpkg)).isGreaterThan(50_000);

            RunningServer another = new RunningServer(address, "of another folder");
            assertThatThrownBy(() -> another.export("x", Format.GPKG, List.of(), "en", gpkg))
                    .isInstanceOf(RunningServer.SilentException.class);
        }
        RunningServer ended = RunningServer.on(data).orElseThrow();
        assertThatThrownBy(() -> ended.county("")).isInstanceOf(RunningServer.SilentException.class);
        RunningServer.forget(data);
        assertThat(RunningServer.on(data)).isEmpty();
    }
}
