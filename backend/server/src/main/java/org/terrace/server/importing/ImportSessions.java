package org.terrace.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.words.Words;
import org.terrace.formats.write.BadRowsWriter;
import org.terrace.formats.write.RejectedRow;
import org.terrace.server.store.DataFolder;

/**
 * Uploaded files between preview and commit, each in a folder of its own. The rows that stay out lie beside the file and can be
 * fetched until the session is dropped.
 */
@Component
public final class ImportSessions {
    private static final int KEPT = 50;
    private static final int REJECTED_KEPT = 20_000;
    private static final String BAD_ROWS = "bad-rows.csv";

    private final Importer importer;
    private final DataFolder folder;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    ImportSessions(Importer importer, DataFolder folder) {
        this.importer = importer;
        this.folder = folder;
    }

    /** For the start of a server: uploads of an earlier one belong to nobody any more, and may hold what an import would leave out. */
    public void forgetUploads() {
        if (!Files.isDirectory(folder.imports())) {
            return;
        }
        try (Stream<Path> left = Files.walk(folder.imports())) {
            left.filter(p -> p.getFileName().toString().matches("upload(\\.[A-Za-z0-9]{1,10})?"))
                    .forEach(ImportSessions::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("uploads of an earlier start cannot be removed", e);
        }
    }

    /** One upload. */
    public record Session(
            String id, String county, InputFile file, ImportChoices choices, ImportReport report, boolean committed) {}

    /** Takes the upload and looks at it. @param name what the user calls the file; never used as a path */
    public Session open(String county, String name, InputStream content, ImportChoices choices, String language) {
        return look(store(county, name, content), choices, language, Watch.NONE);
    }

    /** A file that has been taken but not yet looked at. */
    public record Upload(String id, String county, InputFile file) {}

    /** Takes the upload. @param name what the user calls the file; never used as a path */
    public Upload store(String county, String name, InputStream content) {
        String id = UUID.randomUUID().toString().substring(0, 12);
        Path mine = folder.imports().resolve(id);
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String ending = plain.lastIndexOf('.') < 0 ? "" : plain.substring(plain.lastIndexOf('.'));
        Path stored = mine.resolve("upload" + (ending.matches("\\.[A-Za-z0-9]{1,10}") ? ending : ""));
        try {
            Files.createDirectories(mine);
            Files.copy(content, stored, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be stored", e);
        }
        return new Upload(id, county, new InputFile(stored, plain.isEmpty() ? "upload" : plain));
    }

    /** Looks at the file. When the watch stops it, the upload is forgotten. */
    public Session look(Upload upload, ImportChoices choices, String language, Watch watch) {
        boolean looked = false;
        try {
            Session session = preview(upload.id(), upload.county(), upload.file(), choices, language, watch);
            looked = true;
            return session;
        } finally {
            if (!looked) {
                deleteFolder(upload.id());
            }
        }
    }

    private Session preview(
            String id, String county, InputFile file, ImportChoices choices, String language, Watch watch) {
        Kept kept = new Kept();
        ImportReport report = importer.preview(county, file, choices, kept, watch);
        kept.write(id, language);
        Session session = new Session(id, county, file, choices, report, false);
        keep(session);
        return session;
    }

    private synchronized void keep(Session session) {
        sessions.remove(session.id());
        sessions.put(session.id(), session);
        while (sessions.size() > KEPT) {
            drop(sessions.keySet().iterator().next());
        }
    }

    public synchronized Optional<Session> find(String county, String id) {
        return Optional.ofNullable(sessions.get(id)).filter(s -> s.county().equals(county));
    }

    /** Looks again with other choices. */
    public Session change(Session session, ImportChoices choices, String language) {
        return change(session, choices, language, Watch.NONE);
    }

    /** The same, watched: when it is stopped, the session stays as it was. */
    public Session change(Session session, ImportChoices choices, String language, Watch watch) {
        return preview(session.id(), session.county(), session.file(), choices, language, watch);
    }

    public Importer.Committed commit(Session session, String language) {
        return commit(session, language, Watch.NONE);
    }

    /** The same, watched: when it is stopped, nothing has been imported and the session stays as it was. */
    public Importer.Committed commit(Session session, String language, Watch watch) {
        Kept kept = new Kept();
        Importer.Committed committed =
                importer.commit(session.county(), session.file(), session.choices(), session.id(), kept, watch);
        kept.write(session.id(), language);
        boolean done = !committed.report().issues().hasFatal();
        keep(new Session(session.id(), session.county(), session.file(), session.choices(), committed.report(), done));
        if (done) {
            delete(session.file().path());
        }
        return committed;
    }

    /** The rows that stay out; empty when there are none. */
    public Optional<Path> badRows(String id) {
        if (!id.matches("[0-9a-f-]{12}")) {
            return Optional.empty();
        }
        return Optional.of(folder.imports().resolve(id).resolve(BAD_ROWS)).filter(Files::exists);
    }

    public synchronized void drop(String id) {
        if (sessions.remove(id) == null) {
            return;
        }
        deleteFolder(id);
    }

    private void deleteFolder(String id) {
        Path mine = folder.imports().resolve(id);
        if (Files.isDirectory(mine)) {
            try (Stream<Path> files = Files.list(mine)) {
                files.forEach(ImportSessions::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            delete(mine);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /** Collects the rows that stay out, then writes them as a file to be mended. */
    private final class Kept implements Importer.Rejected {
        private final List<RejectedRow> rows = new ArrayList<>();
        private final Set<String> dropped = new TreeSet<>();

        @Override
        public void row(RejectedRow row, Set<String> droppedColumns) {
            dropped.addAll(droppedColumns);
            if (rows.size() < REJECTED_KEPT) {
                rows.add(row);
            }
        }

        void write(String id, String language) {
            Path file = folder.imports().resolve(id).resolve(BAD_ROWS);
            delete(file);
            if (!rows.isEmpty()) {
                writeBadRows(file, rows, dropped, Dictionaries.of(language));
            }
        }
    }

    /** Writes rows that stay out, without their personal columns. */
    public static void writeBadRows(Path file, List<RejectedRow> rows, Set<String> dropped, Words words) {
        try {
            new BadRowsWriter(dropped, words::issue, words::hint).write(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("the rejected rows cannot be written", e);
        }
    }
}
