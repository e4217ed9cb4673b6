import { signal } from '@preact/signals';
import type { Stretch } from '../api/types';

/** A place on a way: how far along it is, how high if that is known, and what is walked on there. */
export interface WayPlace {
    m: number;
    heightM: number | null;
    kind: string;
    lon: number;
    lat: number;
}

/** Heights of one kind that follow each other without a gap. */
export interface ProfilePart {
    kind: string;
    points: readonly (readonly [m: number, heightM: number])[];
}

export interface WayProfile {
    lengthM: number;
    /** Lowest and highest known height; NaN where none is known. */
    lowM: number;
    highM: number;
    /** Metres gained and lost between known heights. */
    upM: number;
    downM: number;
    parts: readonly ProfilePart[];
    /** Where the height is not known. */
    gaps: readonly { kind: string; from: number; to: number }[];
    /** In the order in which the way first meets each kind. */
    lengths: readonly { kind: string; m: number }[];
}

/** Where the pointer is on a profile; the map marks it. */
export const wayCursor = signal<{ lon: number; lat: number } | null>(null);

const EARTH_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres between two positions in degrees, near enough for stretches of a way. */
function metres(a: readonly number[], b: readonly number[]): number {
    const north = (b[1]! - a[1]!) * RADIANS;
    const east = (b[0]! - a[0]!) * RADIANS * Math.cos(((a[1]! + b[1]!) / 2) * RADIANS);
    return EARTH_M * Math.hypot(north, east);
}

const positionsOf = (stretch: Stretch): readonly number[][] => (stretch.line as GeoJSON.LineString).coordinates;

function lineLength(stretch: Stretch): number {
    const line = positionsOf(stretch);
    let sum = 0;
    for (let i = 1; i < line.length; i++) sum += metres(line[i - 1]!, line[i]!);
    return sum;
}

/** Where each stretch begins and ends along the way; one that names no metres is as long as its line. */
export function limits(way: readonly Stretch[]): { from: number; to: number }[] {
    let end = 0;
    return way.map((stretch) => {
        const from = stretch.alongM[0] ?? end;
        end = stretch.alongM.length > 1 ? stretch.alongM.at(-1)! : from + lineLength(stretch);
        return { from, to: end };
    });
}

export function profileOf(way: readonly Stretch[]): WayProfile {
    const parts: { kind: string; points: [number, number][] }[] = [];
    const gaps: { kind: string; from: number; to: number }[] = [];
    const lengths = new Map<string, number>();
    let [lowM, highM, upM, downM] = [Number.NaN, Number.NaN, 0, 0];
    const gap = (kind: string, from: number, to: number) => {
        const last = gaps.at(-1);
        if (last && last.kind === kind && last.to === from) last.to = to;
        else if (to > from) gaps.push({ kind, from, to });
    };
    const ends = limits(way);
    way.forEach((stretch, s) => {
        const { from, to } = ends[s]!;
        lengths.set(stretch.kind, (lengths.get(stretch.kind) ?? 0) + to - from);
        if (stretch.alongM.length < 2) return gap(stretch.kind, from, to);
        let part: (typeof parts)[number] | undefined;
        for (let i = 0; i < stretch.alongM.length; i++) {
            const m = stretch.alongM[i]!;
            const height = stretch.heightM[i] ?? null;
            const before = i > 0 ? (stretch.heightM[i - 1] ?? null) : null;
            if (i > 0 && (height === null || before === null)) gap(stretch.kind, stretch.alongM[i - 1]!, m);
            if (height === null) {
                part = undefined;
                continue;
            }
            if (before !== null) {
                if (height > before) upM += height - before;
                else downM += before - height;
            }
            if (!part) parts.push((part = { kind: stretch.kind, points: [] }));
            part.points.push([m, height]);
            lowM = height < lowM || Number.isNaN(lowM) ? height : lowM;
            highM = height > highM || Number.isNaN(highM) ? height : highM;
        }
    });
    return {
        lengthM: ends.at(-1)?.to ?? 0,
        lowM,
        highM,
        upM,
        downM,
        parts,
        gaps,
        lengths: [...lengths].map(([kind, m]) => ({ kind, m })),
    };
}

/** The place at a distance along the way; before its start and after its end, its ends. */
export function placeOn(way: readonly Stretch[], m: number): WayPlace | null {
    const ends = limits(way);
    const found = ends.findIndex((end) => m <= end.to);
    const at = found < 0 ? way.length - 1 : found;
    const stretch = way[at];
    if (!stretch) return null;
    const { from, to } = ends[at]!;
    const within = Math.min(to, Math.max(from, m));
    const [lon, lat] = positionOn(stretch, to > from ? (within - from) / (to - from) : 0);
    return { m: within, heightM: heightOn(stretch, within), kind: stretch.kind, lon: lon!, lat: lat! };
}

function heightOn(stretch: Stretch, m: number): number | null {
    const { alongM, heightM } = stretch;
    for (let i = 0; i < alongM.length; i++) {
        if (alongM[i] === m) return heightM[i] ?? null;
        if (i === 0 || alongM[i]! < m) continue;
        const [a, b] = [heightM[i - 1] ?? null, heightM[i] ?? null];
        if (a === null || b === null) return null;
        return a + ((b - a) * (m - alongM[i - 1]!)) / (alongM[i]! - alongM[i - 1]!);
    }
    return null;
}

function positionOn(stretch: Stretch, share: number): readonly number[] {
    const line = positionsOf(stretch);
    let left = share * lineLength(stretch);
    for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1]!, line[i]!];
        const length = metres(a, b);
        if (left <= length && length > 0) {
            const part = left / length;
            return [a[0]! + part * (b[0]! - a[0]!), a[1]! + part * (b[1]! - a[1]!)];
        }
        left -= length;
    }
    return line.at(-1)!;
}

/** Round numbers of 1, 2 or 5 times a power of ten, about as many as asked for. */
export function ticks(from: number, to: number, about: number): number[] {
    const step0 = (to - from) / Math.max(1, about);
    const power = 10 ** Math.floor(Math.log10(step0));
    const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= step0 * 0.999) ?? 10 * power;
    const out: number[] = [];
    for (let v = Math.ceil(from / step) * step; v <= to + step * 1e-6; v += step) out.push(Math.round(v * 1e6) / 1e6);
    return out;
}

/** Round heights beside a profile: never a single one, from which no scale can be read. */
export function heightTicks(bottom: number, top: number): number[] {
    for (let about = 3; about < 12; about++) {
        const found = ticks(bottom, top, about);
        if (found.length > 1) return found;
    }
    return [bottom, top];
}
