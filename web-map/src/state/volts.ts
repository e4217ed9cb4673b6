import type { Stretch } from '../api/types';
import { limits } from './way';

/** A place along the wire: volts to neutral in the middle, the unfavourable and the favourable case; null where none hold or none are known. */
export interface VoltStation {
    m: number;
    middleV: number | null;
    leastV: number | null;
    mostV: number | null;
}

/** A stretch of wire between two places. */
export interface VoltSection {
    from: VoltStation;
    to: VoltStation;
    kind: string;
    /** The line on record; empty where nobody drew one. */
    code: string;
    numbers: Readonly<Record<string, number | null>>;
}

type Points = readonly (readonly [m: number, volts: number])[];

/** Volts from the transformer to the door. */
export interface VoltProfile {
    lengthM: number;
    sections: readonly VoltSection[];
    /** The middle line in parts without gaps. */
    middle: readonly Points[];
    /** Corners of the bands between the unfavourable and the favourable case. */
    band: readonly Points[];
    /** Metres at which the middle line falls below the lower limit for good; null where it does not. */
    belowFromM: number | null;
}

export function voltProfileOf(way: readonly Stretch[], lowLimitV: number | null): VoltProfile {
    const ends = limits(way);
    const sections = way.map((stretch, i): VoltSection => {
        const { volts, numbers = {}, kind, code } = stretch;
        const at = (m: number, which: 0 | -1): VoltStation => ({
            m,
            middleV: volts?.middleV.at(which) ?? null,
            leastV: volts?.leastV.at(which) ?? null,
            mostV: volts?.mostV.at(which) ?? null,
        });
        return { from: at(ends[i]!.from, 0), to: at(ends[i]!.to, -1), kind, code, numbers };
    });
    return {
        lengthM: ends.at(-1)?.to ?? 0,
        sections,
        middle: partsOf(sections),
        band: sections.flatMap(({ from, to }): Points[] =>
            from.mostV === null || to.mostV === null
                ? []
                : [
                      [
                          [from.m, from.mostV],
                          [to.m, to.mostV],
                          // Where the unfavourable case collapses the band reaches down to nothing.
                          [to.m, to.leastV ?? 0],
                          [from.m, from.leastV ?? 0],
                      ],
                  ],
        ),
        belowFromM: lowLimitV === null ? null : belowFrom(sections, lowLimitV),
    };
}

function partsOf(sections: readonly VoltSection[]): Points[] {
    const parts: [number, number][][] = [];
    let end: number | undefined;
    for (const { from, to } of sections) {
        if (from.middleV === null || to.middleV === null) {
            end = undefined;
            continue;
        }
        if (end !== from.m) parts.push([[from.m, from.middleV]]);
        parts.at(-1)!.push([to.m, to.middleV]);
        end = to.m;
    }
    return parts;
}

/** From the far end backwards: as long as the volts are below the limit, or hold no more. */
function belowFrom(sections: readonly VoltSection[], limit: number): number | null {
    let found: number | null = null;
    for (const { from, to } of [...sections].reverse()) {
        const [a, b] = [from.middleV, to.middleV];
        if (b !== null && b >= limit) return found;
        if (b === null && a === null) {
            // Not known at either end is no finding by itself; a collapse shows at the ends that are known.
            continue;
        }
        if (a === null || b === null) {
            found = from.m;
            continue;
        }
        if (a >= limit) return from.m + ((to.m - from.m) * (a - limit)) / (a - b);
        found = from.m;
    }
    return found;
}

/** The place at a distance, and the stretch that it lies on. */
export function voltsAt(profile: VoltProfile, m: number): { at: VoltStation; section: VoltSection } | null {
    const section = profile.sections.find((one) => m <= one.to.m) ?? profile.sections.at(-1);
    if (!section) return null;
    const { from, to } = section;
    const share = to.m > from.m ? Math.min(1, Math.max(0, (m - from.m) / (to.m - from.m))) : 1;
    const between = (a: number | null, b: number | null): number | null =>
        share <= 0 ? a : share >= 1 ? b : a === null || b === null ? null : a + share * (b - a);
    return {
        section,
        at: {
            m: Math.min(to.m, Math.max(from.m, m)),
            middleV: between(from.middleV, to.middleV),
            leastV: between(from.leastV, to.leastV),
            mostV: between(from.mostV, to.mostV),
        },
    };
}

/** Lowest and highest volts of the picture: all that is drawn, the legal limits, and some room. */
export function voltRange(
    profile: VoltProfile,
    marks: readonly (number | null)[],
): readonly [low: number, high: number] {
    const all = [
        ...profile.sections.flatMap(({ from, to }) => [from, to]).flatMap((s) => [s.middleV, s.leastV, s.mostV]),
        ...marks,
    ].filter((v): v is number => v !== null);
    if (all.length === 0) return [0, 1];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const room = Math.max(2, (high - low) * 0.06);
    return [low - room, high + room];
}
