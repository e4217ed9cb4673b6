import type { Stretch } from '../api/types';
import { limits } from './way';

/** A place along the pipe: ground and head line above sea level, and what the pipe is there. */
export interface Station {
    m: number;
    groundM: number | null;
    headM: number | null;
    kind: string;
    code: string;
}

type Points = readonly (readonly [m: number, heightM: number])[];

/** Ground and head line from the works to the tap; each in parts without gaps. */
export interface HeadProfile {
    lengthM: number;
    stations: readonly Station[];
    ground: readonly Points[];
    head: readonly Points[];
    /** Stretches of one kind, for what the pipe is along the way. */
    kinds: readonly { kind: string; from: number; to: number }[];
    /** Where the head line runs below the ground. */
    below: readonly { from: number; to: number }[];
}

function partsOf(stations: readonly Station[], value: (s: Station) => number | null): Points[] {
    const parts: [number, number][][] = [];
    let open: [number, number][] | undefined;
    for (const station of stations) {
        const v = value(station);
        if (v === null) {
            open = undefined;
            continue;
        }
        if (!open) parts.push((open = []));
        open.push([station.m, v]);
    }
    return parts.filter((part) => part.length > 1);
}

/** Stretches between neighbouring stations where there is no pressure; limits lie where the lines cross. */
function belowGround(stations: readonly Station[]): { from: number; to: number }[] {
    const out: { from: number; to: number }[] = [];
    const add = (from: number, to: number) => {
        const last = out.at(-1);
        if (last && from - last.to < 1e-6) last.to = to;
        else if (to > from) out.push({ from, to });
    };
    for (let i = 1; i < stations.length; i++) {
        const [a, b] = [stations[i - 1]!, stations[i]!];
        if (a.headM === null || a.groundM === null || b.headM === null || b.groundM === null) continue;
        const [x, y] = [a.headM - a.groundM, b.headM - b.groundM];
        const cross = a.m + ((b.m - a.m) * x) / (x - y);
        if (x < 0 && y < 0) add(a.m, b.m);
        else if (x < 0) add(a.m, cross);
        else if (y < 0) add(cross, b.m);
    }
    return out;
}

export function headProfileOf(way: readonly Stretch[]): HeadProfile {
    const ends = limits(way);
    const stations: Station[] = [];
    way.forEach((stretch) =>
        stretch.alongM.forEach((m, i) => {
            const station: Station = {
                m,
                groundM: stretch.heightM[i] ?? null,
                headM: stretch.headM[i] ?? null,
                kind: stretch.kind,
                code: stretch.code,
            };
            const last = stations.at(-1);
            // Where two stretches meet, their common place is one.
            if (last && last.m === m && last.groundM === station.groundM && last.headM === station.headM)
                stations[stations.length - 1] = station;
            else stations.push(station);
        }),
    );
    const kinds: { kind: string; from: number; to: number }[] = [];
    way.forEach(({ kind }, i) => {
        const { from, to } = ends[i]!;
        const last = kinds.at(-1);
        if (last?.kind === kind) last.to = to;
        else kinds.push({ kind, from, to });
    });
    return {
        lengthM: ends.at(-1)?.to ?? 0,
        stations,
        ground: partsOf(stations, (s) => s.groundM),
        head: partsOf(stations, (s) => s.headM),
        kinds,
        below: belowGround(stations),
    };
}

/** The place at a distance, between its neighbours; a height that one of them lacks is not known. */
export function stationAt(profile: HeadProfile, m: number): Station | null {
    const all = profile.stations;
    const found = all.findIndex((s) => s.m >= m);
    const at = found < 0 ? all.length - 1 : found;
    const b = all[at];
    const a = all[Math.max(0, at - 1)];
    if (!a || !b) return null;
    if (b.m <= m || a === b || b.m === a.m) return b;
    const share = (m - a.m) / (b.m - a.m);
    const between = (x: number | null, y: number | null) => (x === null || y === null ? null : x + share * (y - x));
    return { ...b, m, groundM: between(a.groundM, b.groundM), headM: between(a.headM, b.headM) };
}

/** The places that a table lists: the ends, where the pipe changes, the least and the greatest pressure. */
export function mainStations(profile: HeadProfile): Station[] {
    const all = profile.stations;
    if (all.length === 0) return [];
    const keep = new Set<number>([0, all.length - 1]);
    all.forEach((s, i) => {
        const next = all[i + 1];
        // The place where two meet is told as the beginning of the second.
        if (next && next.code !== s.code) keep.add(i + 1);
    });
    const pressed = all
        .map((s, i) => ({ i, p: s.headM === null || s.groundM === null ? Number.NaN : s.headM - s.groundM }))
        .filter((one) => !Number.isNaN(one.p))
        .sort((a, b) => a.p - b.p);
    if (pressed.length > 0) {
        keep.add(pressed[0]!.i);
        keep.add(pressed.at(-1)!.i);
    }
    return [...keep].sort((a, b) => a - b).map((i) => all[i]!);
}
