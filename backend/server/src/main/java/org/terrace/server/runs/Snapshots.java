package org.terrace.server.runs;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Derived;
import org.terrace.formats.crs.Crs;
import org.terrace.region.AdminCompletion;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.LayerRevision;
import org.terrace.server.store.RegionLoader;

/**
 * The few snapshots in memory, given up when memory is short. A new version takes over every layer that did not change, so a small
 * import costs the loading of one layer and the comparing of two versions almost nothing.
 */
@Component
public final class Snapshots {
    private static final int KEPT = 4;

    private final CountyStore store;
    private final RegionLoader loader;
    private final Map<Long, SoftReference<Snapshot>> kept = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SoftReference<Snapshot>> eldest) {
            return size() > KEPT;
        }
    };

    Snapshots(CountyStore store, RegionLoader loader) {
        this.store = store;
        this.loader = loader;
    }

    /** The newest version; empty while nothing with a position has been imported. */
    public Optional<Snapshot> newest(County county) {
        return store.newest(county.code()).filter(v -> county.epsg() != 0).map(v -> load(county, v));
    }

    /** One snapshot is loaded at a time: two at once would need the memory twice. */
    public synchronized Snapshot load(County county, DataVersion version) {
        Snapshot found = inMemory(version.id());
        if (found != null && found.county().epsg() == county.epsg()) {
            return found.county().equals(county)
                    ? found
                    : keep(new Snapshot(
                            county,
                            version,
                            found.region(),
                            found.recorded(),
                            found.derived(),
                            found.toMetric(),
                            found.toDegrees()));
        }
        return keep(assemble(county, version));
    }

    private Snapshot keep(Snapshot snapshot) {
        kept.put(snapshot.version().id(), new SoftReference<>(snapshot));
        return snapshot;
    }

    private @org.jspecify.annotations.Nullable Snapshot inMemory(long version) {
        SoftReference<Snapshot> reference = kept.get(version);
        return reference == null ? null : reference.get();
    }

    /** The newest older snapshot of the county that is still in memory. */
    synchronized Optional<Snapshot> earlierInMemory(Snapshot now) {
        return kept.values().stream()
                .map(SoftReference::get)
                .filter(Objects::nonNull)
                .filter(s -> s.county().code().equals(now.county().code())
                        && s.region().epsg() == now.region().epsg()
                        && s.version().id() < now.version().id())
                .max((a, b) -> Long.compare(a.version().id(), b.version().id()));
    }

    private Snapshot assemble(County county, DataVersion version) {
        Crs metric = Crs.epsg(county.epsg());
        Optional<Snapshot> relative = kept.values().stream()
                .map(SoftReference::get)
                .filter(Objects::nonNull)
                .filter(s ->
                        s.county().code().equals(county.code()) && s.region().epsg() == county.epsg())
                .max((a, b) -> Long.compare(a.version().id(), b.version().id()));
        Map<LayerKind, FeatureTable> recorded = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            version.layer(kind)
                    .ifPresent(revision -> recorded.put(
                            kind,
                            relative.filter(s -> same(s, version, kind.id()))
                                    .map(s ->
                                            Objects.requireNonNull(s.recorded().get(kind)))
                                    .orElseGet(() -> loader.table(county.code(), kind, revision.id(), metric))));
        }
        Optional<ElevationGrid> elevation = version.elevation()
                .map(revision -> relative.filter(s -> same(s, version, LayerRevision.ELEVATION))
                        .flatMap(s -> s.region().elevation())
                        .orElseGet(() -> loader.elevation(revision.contentHash(), metric)));
        Region asRecorded = new Region(county.code(), county.epsg(), recorded, elevation);
        Optional<Region> samePlaces = relative.filter(s -> same(s, version, LayerKind.HOUSEHOLD.id())
                        && same(s, version, LayerKind.ADMIN_UNIT.id())
                        && same(s, version, LayerKind.ADMIN_BOUNDARY.id()))
                .map(Snapshot::region);
        Region region = samePlaces
                .map(known -> withPlaces(asRecorded, known))
                .orElseGet(() -> HouseholdPlacement.place(AdminCompletion.complete(asRecorded)));
        Derived derived = relative.map(s -> new Derived(s.derived())).orElseGet(Derived::new);
        return Snapshot.of(county, version, region, recorded, derived);
    }

    /** Units and households as they were placed before: both follow from the same records. */
    private static Region withPlaces(Region recorded, Region known) {
        Region region = known.has(LayerKind.ADMIN_UNIT) ? recorded.with(known.adminUnits()) : recorded;
        return known.has(LayerKind.HOUSEHOLD) ? region.with(known.households()) : region;
    }

    private static boolean same(Snapshot s, DataVersion version, String layer) {
        LayerRevision mine = s.version().layers().get(layer);
        LayerRevision theirs = version.layers().get(layer);
        return mine == null ? theirs == null : theirs != null && mine.id() == theirs.id();
    }
}
