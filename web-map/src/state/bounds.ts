import { detail, householdUnits, positions } from './county';
import { areaAt } from './filter';

export type Box = readonly [number, number, number, number];

/** Box of the households that pass; undefined when none has a position. */
export function boxOf(lon: Float64Array, lat: Float64Array, holds: (row: number) => boolean): Box | undefined {
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < lon.length; i++) {
        if (Number.isNaN(lon[i]) || !holds(i)) continue;
        w = Math.min(w, lon[i]!);
        e = Math.max(e, lon[i]!);
        s = Math.min(s, lat[i]!);
        n = Math.max(n, lat[i]!);
    }
    return w <= e ? [w, s, e, n] : undefined;
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
