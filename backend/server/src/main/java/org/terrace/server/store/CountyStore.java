package org.terrace.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.terrace.server.store.Repositories.CountyRepository;
import org.terrace.server.store.Repositories.ImportRepository;
import org.terrace.server.store.Repositories.RevisionRepository;
import org.terrace.server.store.Repositories.VersionRepository;

/** The counties and their data versions. Every change is one transaction and makes at most one new version. */
@Component
public final class CountyStore {
    private final DataSource database;
    private final CountyRepository counties;
    private final RevisionRepository revisions;
    private final VersionRepository versions;
    private final ImportRepository imports;
    private final StoreSettings settings;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    /** Waiting here takes no connection and runs into no lock time-out of the embedded database. */
    private final Map<String, Lock> changing = new ConcurrentHashMap<>();

    CountyStore(
            DataSource database,
            CountyRepository counties,
            RevisionRepository revisions,
            VersionRepository versions,
            ImportRepository imports,
            PlatformTransactionManager transactions,
            StoreSettings settings,
            Clock clock) {
        this.database = database;
        this.counties = counties;
        this.revisions = revisions;
        this.versions = versions;
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** All counties by code. */
    public List<County> counties() {
        return counties.findAll().stream()
                .map(CountyEntity::county)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    public Optional<County> findCounty(String code) {
        return counties.findById(code).map(CountyEntity::county);
    }

    /**
     * @param epsg metric coordinate system, 0 = found from the first import
     * @throws IllegalArgumentException when the code is taken or not usable
     */
    public County create(String code, String name, int epsg, boolean synthetic, String profile) {
        if (!code.matches("[A-Za-z0-9_-]{1,20}")) {
            throw new IllegalArgumentException(
                    "county code '" + code + "': 1 to 20 letters, digits, - or _. Maybe the six digits of the county");
        }
        if (counties.existsById(code)) {
            throw new IllegalArgumentException("there is a county " + code + " already");
        }
        CountyEntity entity = new CountyEntity();
        entity.code = code;
        entity.name = name;
        entity.epsg = epsg;
        entity.synthetic = synthetic;
        entity.profile = profile;
        entity.createdAt = clock.instant();
        return counties.save(entity).county();
    }

    public County setProfile(String code, String profile) {
        return Objects.requireNonNull(writing.execute(status -> {
            CountyEntity entity = entity(code);
            entity.profile = profile;
            return counties.save(entity).county();
        }));
    }

    public Optional<DataVersion> newest(String county) {
        return versions.findFirstByCountyOrderByIdDesc(county).map(this::version);
    }

    public Optional<DataVersion> findVersion(String county, long id) {
        return versions.findById(id).filter(v -> v.county.equals(county)).map(this::version);
    }

    /** Newest first. */
    public List<DataVersion> versions(String county) {
        return versions.findByCountyOrderByIdDesc(county).stream()
                .map(this::version)
                .toList();
    }

    /** Newest first. */
    public List<ImportRecord> imports(String county) {
        return imports.findByCountyOrderByIdDesc(county).stream()
                .map(ImportEntity::record)
                .toList();
    }

    /** What an import would do; nothing is written. */
    public <T> T preview(String county, Function<CountyEdit, T> work) {
        return Objects.requireNonNull(reading.execute(status -> {
            CountyEntity entity = counties.findById(county).orElseGet(CountyEntity::new);
            entity.code = county;
            T result = work.apply(edit(entity, Map.of(), false));
            status.setRollbackOnly();
            return result;
        }));
    }

    /**
     * Runs an import as one transaction. When the work throws, nothing of it stays. Two changes of one county come one after the
     * other, also from two programs on one database: each starts from what the one before has left.
     *
     * @return the new data version; empty when the content was the same as before
     */
    public Optional<DataVersion> change(String county, Consumer<CountyEdit> work) {
        return inTurn(county, entity -> changed(entity, work));
    }

    /** One transaction that nobody else's change of the county comes between. */
    <T> T inTurn(String county, Function<CountyEntity, T> work) {
        Lock inThisProgram = changing.computeIfAbsent(county, c -> new ReentrantLock());
        inThisProgram.lock();
        try {
            return Objects.requireNonNull(writing.execute(
                    status -> work.apply(counties.findHeld(county).orElseThrow(() -> missing(county)))));
        } finally {
            inThisProgram.unlock();
        }
    }

    private Optional<DataVersion> changed(CountyEntity entity, Consumer<CountyEdit> work) {
        String county = entity.code;
        Map<String, Long> manifest = new HashMap<>(versions.findFirstByCountyOrderByIdDesc(county)
                .map(v -> v.layers)
                .orElseGet(HashMap::new));
        CountyEdit edit = edit(entity, manifest, true);
        work.accept(edit);
        Map<String, Long> after = edit.finish();
        boolean changed = !after.equals(manifest);
        DataVersionEntity version = new DataVersionEntity();
        if (changed) {
            version.county = county;
            version.createdAt = now();
            version.layers.putAll(after);
            versions.saveAndFlush(version);
        }
        if (edit.epsg() != entity.epsg) {
            entity.epsg = edit.epsg();
            counties.save(entity);
        }
        edit.records().forEach(r -> imports.save(entityOf(r, county, changed ? version.id() : 0)));
        return changed ? Optional.of(version(version)) : Optional.empty();
    }

    private CountyEdit edit(CountyEntity entity, Map<String, Long> manifest, boolean writes) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return new CountyEdit(
                    entity.county(), manifest, connection, Dialect.of(connection), revisions, settings, now(), writes);
        } catch (SQLException e) {
            throw new StoreException("the database cannot be asked", e);
        }
    }

    private CountyEntity entity(String county) {
        return counties.findById(county).orElseThrow(() -> missing(county));
    }

    private static IllegalArgumentException missing(String county) {
        return new IllegalArgumentException("there is no county " + county);
    }

    private Instant now() {
        return clock.instant();
    }

    private DataVersion version(DataVersionEntity entity) {
        Map<String, LayerRevision> layers = new HashMap<>();
        revisions.findAllById(entity.layers.values()).forEach(r -> layers.put(r.layer, r.revision()));
        return new DataVersion(entity.id(), entity.county, entity.createdAt, layers);
    }

    private static ImportEntity entityOf(ImportRecord record, String county, long version) {
        ImportEntity entity = new ImportEntity();
        entity.county = county;
        entity.versionId = version;
        entity.token = record.token();
        entity.fileName = record.fileName();
        entity.fileFormat = record.format();
        entity.importMode = record.mode().id();
        entity.layers = String.join(",", record.layers());
        entity.effect = record.effect();
        entity.createdAt = record.createdAt();
        entity.add(record.issues());
        return entity;
    }
}
