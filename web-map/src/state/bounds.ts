import { detail, householdUnits, positions } from './county';
import { areaAt } from './filter';
import type { Place } from './view';

export type Box = readonly [number, number, number, number];

/** Of each hundred positions this many may be wrong on either side without spoiling the view. */
const STRAY_PERCENT = 0.5;

/**
 * Box of the households that pass; undefined when none has a position. A few households recorded in the wrong place (swapped digits,
 * another zone) must not shrink a county to a dot, so the outermost are left out when there are many.
 */
export function boxOf(lon: Float64Array, lat: Float64Array, holds: (row: number) => boolean): Box | undefined {
    const rows: number[] = [];
    for (let i = 0; i < lon.length; i++) if (!Number.isNaN(lon[i]) && holds(i)) rows.push(i);
    if (rows.length === 0) return undefined;
    const [w, e] = range(Float64Array.from(rows, (i) => lon[i]!));
    const [s, n] = range(Float64Array.from(rows, (i) => lat[i]!));
    return [w, s, e, n];
}

function range(values: Float64Array): [number, number] {
    values.sort();
    const stray = Math.floor((values.length * STRAY_PERCENT) / 100);
    return [values[stray]!, values[values.length - 1 - stray]!];
}

/** Where the chosen area lies, by its households; where people live in the county without an area. */
export function areaBox(): Box | undefined {
    const place = areaAt.value;
    const all = positions.value;
    const of = householdUnits.value;
    if (place && all && of) {
        const within = place.level === 'township' ? of.township : of.village;
        const box = boxOf(all.lon, all.lat, (i) => within[i] === place.at);
        if (box) return box;
    }
    return (all ? boxOf(all.lon, all.lat, () => true) : undefined) ?? detail.value?.bbox ?? undefined;
}

function positionsOf(geometry: GeoJSON.Geometry): readonly GeoJSON.Position[] {
    if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
    if (geometry.type === 'Point') return [geometry.coordinates];
    const depth = { MultiPoint: 0, LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[geometry.type];
    return (geometry.coordinates as unknown[]).flat(depth) as GeoJSON.Position[];
}

/** What spans less than this, some 200 m, is in sight as a whole at the zoom at which houses stand apart. */
const NEAR_DEG = 0.002;

/** Where the map goes to show all of some shapes: near to what is a point, as far as it takes for what is longer. */
export function placeToShow(shapes: readonly GeoJSON.Geometry[]): Place | null {
    const all = shapes.flatMap(positionsOf);
    if (all.length === 0) return null;
    const [lons, lats] = [all.map((p) => p[0]!), all.map((p) => p[1]!)];
    const bbox = [lons, lats, lons, lats].map((list, i) =>
        list.reduce((a, b) => (i < 2 ? Math.min(a, b) : Math.max(a, b))),
    ) as [number, number, number, number];
    const [w, south, e, n] = bbox;
    return Math.max(e - w, n - south) < NEAR_DEG ? { lon: (w + e) / 2, lat: (south + n) / 2, zoom: 17 } : { bbox };
}
