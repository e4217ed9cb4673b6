package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Place;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.RegionLoader;

/**
 * How much of a county an elevation model covers: its households that have a position, and its area where its boundary is on record.
 * A place counts as covered where the cell that holds it has a height.
 */
@Component
final class ElevationCoverage {
    /** The boundary's box is looked at in 500 x 500 places: the share of the area is right to a fraction of a percent. */
    private static final int PLACES = 500;

    private final CountyStore store;
    private final RegionLoader regions;

    ElevationCoverage(CountyStore store, RegionLoader regions) {
        this.store = store;
        this.regions = regions;
    }

    /** @param of how many there are; 0 = nothing is known */
    record Share(long inside, long of) {
        static final Share NONE = new Share(0, 0);

        boolean isKnown() {
            return of > 0;
        }

        /** Rounded down: 100 is all of it, and of nearly all a tenth is told, so that two of seven thousand do not read as one in a hundred. */
        String percent() {
            long tenths = inside * 1000 / of;
            return tenths > 990 && tenths < 1000 ? tenths / 10 + "." + tenths % 10 : Long.toString(tenths / 10);
        }

        long outside() {
            return of - inside;
        }
    }

    /** A note when all is covered, a warning when something lies outside, an error when all does; empty while the county has neither households with a position nor a boundary. */
    Optional<Issue> issue(String county, String file, ElevationGrid grid, Crs crs) {
        Optional<DataVersion> newest = store.newest(county);
        Optional<County> known = store.findCounty(county);
        if (newest.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Share households = newest.get()
                .layer(LayerKind.HOUSEHOLD)
                .map(r -> households(regions.table(county, LayerKind.HOUSEHOLD, r.id(), crs), grid))
                .orElse(Share.NONE);
        Share area = newest.get()
                .layer(LayerKind.ADMIN_BOUNDARY)
                .map(r -> area(regions.table(county, LayerKind.ADMIN_BOUNDARY, r.id(), crs), grid))
                .orElse(Share.NONE);
        return issue(Place.file(file), households, area);
    }

    private static Optional<Issue> issue(Place place, Share households, Share area) {
        if (!households.isKnown() && !area.isKnown()) {
            return Optional.empty();
        }
        String code = !area.isKnown()
                ? "elevation_covers_households"
                : households.isKnown() ? "elevation_covers" : "elevation_covers_area";
        if (households.inside() == 0 && area.inside() == 0) {
            return Optional.of(Issue.error("elevation_elsewhere", place));
        }
        boolean all = households.outside() == 0 && area.outside() == 0;
        Issue issue = all ? Issue.note(code, place) : Issue.warning(code + "_part", place);
        if (households.isKnown()) {
            issue = issue.with("households", households.percent())
                    .with("inside", number(households.inside()))
                    .with("outside", number(households.outside()))
                    .with("of", number(households.of()));
        }
        return Optional.of(area.isKnown() ? issue.with("area", area.percent()) : issue);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static Share households(FeatureTable households, ElevationGrid grid) {
        long inside = 0;
        long of = 0;
        for (int i = 0; i < households.size(); i++) {
            if (households.hasGeometry(i)) {
                of++;
                inside += Double.isNaN(grid.nearest(households.x(i), households.y(i))) ? 0 : 1;
            }
        }
        return new Share(inside, of);
    }

    /** Of the county's own boundary; those of its townships may leave gaps. */
    static Share area(FeatureTable boundaries, ElevationGrid grid) {
        List<Geometry> county = new ArrayList<>();
        for (int i = 0; i < boundaries.size(); i++) {
            if (boundaries.codesOf("level").code(i).equals("county")) {
                boundaries.geometry(i).ifPresent(county::add);
            }
        }
        if (county.isEmpty()) {
            return Share.NONE;
        }
        Geometry whole = UnaryUnionOp.union(county);
        Envelope box = whole.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(whole);
        long inside = 0;
        long of = 0;
        for (int row = 0; row < PLACES; row++) {
            double y = box.getMinY() + (row + 0.5) * box.getHeight() / PLACES;
            for (int column = 0; column < PLACES; column++) {
                double x = box.getMinX() + (column + 0.5) * box.getWidth() / PLACES;
                if (locator.locate(new Coordinate(x, y)) != Location.EXTERIOR) {
                    of++;
                    inside += Double.isNaN(grid.nearest(x, y)) ? 0 : 1;
                }
            }
        }
        return new Share(inside, of);
    }
}
