package org.terrace.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;

/** Starts the program behind a command: with its store, and with the web only where it serves. */
final class Program {
    private static Class<?> application = Program.class;

    private Program() {}

    static void is(Class<?> main) {
        application = main;
    }

    static ConfigurableApplicationContext open(Common common, WebApplicationType web, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("terrace.data", common.data.toAbsolutePath().normalize().toString());
        database(all);
        try {
            Files.createDirectories(common.data);
        } catch (IOException e) {
            throw new Stop(ExitCode.NOT_FOUND, "cli.data_folder", Map.of("folder", common.data));
        }
        try {
            return new SpringApplicationBuilder(application)
                    .web(web)
                    .initializers(c -> c.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("command-line", all)))
                    .registerShutdownHook(true)
                    .run();
        } catch (RuntimeException e) {
            if (causes(e).contains("Database may be already in use")
                    || causes(e).contains("Locked by another process")) {
                throw new Stop(ExitCode.IN_USE, "cli.in_use", Map.of("folder", common.data));
            }
            throw e;
        }
    }

    /** One setting chooses PostGIS instead of the embedded database. */
    private static void database(Map<String, Object> settings) {
        String url = System.getenv("TERRACE_DB_URL");
        if (url != null && !url.isBlank()) {
            settings.put("spring.datasource.url", url);
            String user = System.getenv("TERRACE_DB_USER");
            String password = System.getenv("TERRACE_DB_PASSWORD");
            settings.put("spring.datasource.username", user == null ? "terrace" : user);
            settings.put("spring.datasource.password", password == null ? "" : password);
        }
    }

    private static String causes(Throwable e) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = e; at != null; at = at.getCause()) {
            all.append(at.getMessage()).append('\n');
        }
        return all.toString();
    }

    static int with(Common common, ToIntFunction<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context = open(common, WebApplicationType.NONE, Map.of())) {
            return work.applyAsInt(context);
        }
    }

    /** The county of the code; without a code the only one there is. */
    static County county(ConfigurableApplicationContext context, String code) {
        CountyStore store = context.getBean(CountyStore.class);
        if (code.isEmpty()) {
            var all = store.counties();
            if (all.size() == 1) {
                return all.get(0);
            }
            throw new Stop(
                    all.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.USAGE,
                    all.isEmpty() ? "cli.no_county" : "cli.which_county",
                    Map.of("counties", all.stream().map(County::code).toList()));
        }
        return store.findCounty(code)
                .orElseThrow(() -> new Stop(ExitCode.NOT_FOUND, "cli.unknown_county", Map.of("county", code)));
    }
}
