package org.terrace.server.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportList;
import org.terrace.server.importing.ImportSessions;
import org.terrace.server.store.CountyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the map: on loopback, or to a network behind TLS and an access code. */
@Command(name = "up", aliases = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    @Mixin
    Common common = new Common();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "cli.help.option.port")
    int port = 8642;

    @Option(names = "--first-start-sample", paramLabel = "DIR", descriptionKey = "cli.help.option.first_start_sample")
    String sample = "";

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "cli.help.option.listen")
    String listen = "";

    @Option(names = "--tls-keystore", paramLabel = "FILE", descriptionKey = "cli.help.option.tls_keystore")
    String keystore = "";

    @Option(names = "--tls-password", paramLabel = "WORD", descriptionKey = "cli.help.option.tls_password")
    String keystorePassword = "";

    @Option(names = "--behind-tls-proxy", descriptionKey = "cli.help.option.behind_tls_proxy")
    boolean behindProxy;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("terrace.sample", sample);
        boolean open = !listen.isEmpty();
        String code = "";
        if (open) {
            if (keystore.isEmpty() && !behindProxy) {
                throw new Stop(ExitCode.USAGE, "cli.listen_needs_tls", Map.of());
            }
            settings.put("server.address", listen);
            code = accessCode();
            settings.put("terrace.access-code", code);
            if (!keystore.isEmpty()) {
                settings.put("server.ssl.key-store", Path.of(keystore).toUri().toString());
                settings.put("server.ssl.key-store-password", keystorePassword);
            }
        }
        String mark = UUID.randomUUID().toString();
        settings.put("terrace.instance", mark);
        ConfigurableApplicationContext context = start(settings);
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) e -> {
            RunningServer.forget(common.data);
            closed.countDown();
        });
        RunningServer.forget(common.data);
        context.getBean(ImportSessions.class).forgetUploads();
        firstStart(context);
        context.getBean(CountyStore.class).counties().forEach(county -> AssessCommand.assess(context, county, common));
        String scheme = keystore.isEmpty() ? "http" : "https";
        String address = scheme + "://" + (open ? listen : "127.0.0.1") + ":" + port(context) + "/";
        if (!open) {
            // Behind an access code a command has none to show.
            new RunningServer(URI.create(address), mark).announce(common.data);
        }
        common.say("cli.serving", Map.of("address", address));
        if (open) {
            common.say("cli.access_code", Map.of("code", code));
        }
        common.answer(open ? Map.of("address", address, "accessCode", code) : Map.of("address", address));
        closed.await();
        return ExitCode.DONE;
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings) {
        try {
            return Program.open(common, WebApplicationType.SERVLET, settings);
        } catch (RuntimeException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof PortInUseException) {
                    throw new Stop(ExitCode.IN_USE, "cli.port_in_use", Map.of("port", port));
                }
            }
            throw e;
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** A code that is read out and typed once; 31^10 possibilities. */
    private static String accessCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    private void firstStart(ConfigurableApplicationContext context) {
        if (sample.isEmpty() || !context.getBean(CountyStore.class).counties().isEmpty()) {
            return;
        }
        Path list = Path.of(sample).resolve(ImportList.FILE_NAME);
        if (!Files.exists(list)) {
            throw new Stop(ExitCode.NOT_FOUND, "cli.file_missing", Map.of("file", list));
        }
        ImportList county = ImportList.read(list);
        common.say("cli.first_start", Map.of("county", county.name(common.language)));
        context.getBean(CountyFolders.class).load(county, common.language, (entry, committed) -> {
            var report = committed.report();
            long issues =
                    report.issues().counts().values().stream().mapToLong(n -> n).sum();
            common.say(
                    report.issues().hasFatal() ? "cli.sample_file_refused" : "cli.sample_file",
                    Map.of("file", report.file(), "added", report.effect().added(), "issues", issues));
        });
    }
}
