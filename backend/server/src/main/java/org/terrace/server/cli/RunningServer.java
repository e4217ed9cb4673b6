package org.terrace.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.terrace.server.runs.ResultExport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that holds a data folder, found by the file that it leaves there while it runs: only it can read the embedded database
 * then, so it is asked. A file left behind by a server that was killed does no harm: the mark in it is sent along, and a server
 * on another folder that has taken the same port refuses it.
 *
 * @param address of the server, on this computer
 * @param mark drawn at the start of the server
 */
record RunningServer(URI address, String mark) {
    /** Asked for by the server's {@code LocalGuard}. */
    static final String MARK_HEADER = "X-Terrace-Instance";

    private static final String FILE = "server-address";

    /** No server of this folder answers. */
    static final class SilentException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Leaves the file; a folder that takes none only costs the other commands this way. */
    void announce(Path data) {
        try {
            Files.writeString(data.resolve(FILE), address + "\n" + mark + "\n");
        } catch (IOException e) {
            forget(data);
        }
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(RunningServer.class).debug("{} stays behind", FILE, e);
        }
    }

    static Optional<RunningServer> on(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() == 2
                    ? Optional.of(new RunningServer(URI.create(lines.get(0)), lines.get(1)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The county of the code; without a code the only one there is.
     *
     * @throws Stop when there is none, or several
     */
    String county(String code) throws SilentException, IOException {
        if (!code.isEmpty()) {
            return code;
        }
        HttpResponse<String> response =
                send("/api/counties", HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        refuse(response.statusCode(), response.body(), code);
        List<String> codes = new ArrayList<>();
        JsonMapper.shared()
                .readTree(response.body())
                .forEach(c -> codes.add(c.get("code").asString()));
        if (codes.size() == 1) {
            return codes.get(0);
        }
        throw new Stop(
                codes.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.USAGE,
                codes.isEmpty() ? "cli.no_county" : "cli.which_county",
                Map.of("counties", codes));
    }

    /**
     * What {@link ResultExport} would write here, written by the server and fetched whole before anything is replaced.
     *
     * @return files written
     * @throws Stop what the server refuses, with its reason
     */
    List<Path> export(String county, ResultExport.Format format, List<String> analyses, String language, Path target)
            throws SilentException, IOException {
        String query = Map.of(
                        "format",
                        format.name().toLowerCase(Locale.ROOT),
                        "what",
                        analyses.isEmpty() || analyses.contains("all") ? "all" : String.join(",", analyses),
                        "lang",
                        language)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Path fetched = Files.createTempFile("terrace-export", ".part");
        try {
            HttpResponse<Path> response = send(
                    "/api/counties/" + encoded(county) + "/export?" + query, HttpResponse.BodyHandlers.ofFile(fetched));
            if (response.statusCode() != 200) {
                refuse(response.statusCode(), Files.readString(fetched), county);
            }
            return format == ResultExport.Format.GPKG ? List.of(moved(fetched, target)) : unpacked(fetched, target);
        } finally {
            Files.deleteIfExists(fetched);
        }
    }

    private static Path moved(Path fetched, Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.move(fetched, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> unpacked(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file =
                        folder.resolve(String.valueOf(Path.of(entry.getName()).getFileName()));
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                written.add(file);
            }
        }
        return written;
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body)
            throws SilentException, IOException {
        HttpClient client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header(MARK_HEADER, mark)
                .build();
        try {
            return client.send(request, body);
        } catch (java.net.ConnectException e) {
            throw new SilentException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SilentException();
        }
    }

    /** The problem that the server answers with, as the reason why the command stops. */
    private static void refuse(int status, String body, String county) throws SilentException {
        if (status == 200) {
            return;
        }
        JsonNode problem;
        try {
            problem = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new SilentException();
        }
        String code = problem.path("code").asString("");
        Map<String, Object> values = new TreeMap<>();
        problem.path("params")
                .properties()
                .forEach(p -> values.put(p.getKey(), p.getValue().asString("")));
        if (code.isEmpty() || code.equals("other_instance")) {
            throw new SilentException();
        }
        if (code.equals("not_assessed")) {
            throw new Stop(ExitCode.REFUSED, "cli.not_assessed", Map.of("county", county));
        }
        int exit = status == 404 ? ExitCode.NOT_FOUND : status < 500 ? ExitCode.REFUSED : ExitCode.FAILED;
        throw new Stop(exit, "error." + code, values);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
