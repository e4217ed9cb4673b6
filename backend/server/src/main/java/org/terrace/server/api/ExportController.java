package org.terrace.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.terrace.formats.words.Words;
import org.terrace.server.importing.Dictionaries;
import org.terrace.server.runs.ResultExport;
import org.terrace.server.runs.Snapshot;

/** Results as a file: a GeoPackage, or GeoJSON or CSV files in an archive. */
@RestController
class ExportController {
    private final CountyDoor door;
    private final ResultExport export;

    ExportController(CountyDoor door, ResultExport export) {
        this.door = door;
        this.export = export;
    }

    @GetMapping("/api/counties/{c}/export")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String c,
            @RequestParam(defaultValue = "gpkg") String format,
            @RequestParam(defaultValue = "all") String what,
            @RequestParam(defaultValue = "en") String lang,
            @RequestParam(required = false) @Nullable String version)
            throws IOException {
        Snapshot snapshot = door.snapshot(c, version);
        ResultExport.Format wanted = format(format);
        Set<String> analyses = new TreeSet<>();
        if (!what.equals("all")) {
            for (String id : what.split(",")) {
                analyses.add(door.analysis(id).id());
            }
        }
        Words words = Dictionaries.of(lang);
        Path folder = Files.createTempDirectory("terrace-export");
        boolean archive = wanted != ResultExport.Format.GPKG;
        Path target = archive ? folder : folder.resolve("results.gpkg");
        List<Path> files = export.write(snapshot, analyses, wanted, target, key -> title(words, key));
        if (files.isEmpty()) {
            remove(folder);
            throw Refusal.conflict("not_assessed", Map.of("analysis", what));
        }
        String name = "terrace-" + c + "-" + snapshot.version().id() + "-" + format + (archive ? ".zip" : ".gpkg");
        StreamingResponseBody body = out -> {
            try {
                if (archive) {
                    zip(files, out);
                } else {
                    Files.copy(files.get(0), out);
                }
            } finally {
                remove(folder);
            }
        };
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(
                        archive
                                ? MediaType.parseMediaType("application/zip")
                                : MediaType.parseMediaType("application/geopackage+sqlite3"))
                .body(body);
    }

    private static ResultExport.Format format(String word) {
        for (ResultExport.Format format : ResultExport.Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
                return format;
            }
        }
        throw Refusal.badRequest("bad_format", Map.of("format", word));
    }

    private static String title(Words words, String key) {
        return words.find("analysis." + key.substring(0, key.indexOf('/'))).orElse(key);
    }

    private static void zip(List<Path> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Path file : files) {
            zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
