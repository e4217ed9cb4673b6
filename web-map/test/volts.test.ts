import { describe, expect, it } from 'vitest';
import type { Stretch } from '../src/api/types';
import { voltProfileOf, voltRange, voltsAt } from '../src/state/volts';

type Ends = readonly [number | null, number | null];

/** A stretch of wire with volts at both ends; the band is 4 V lower and 2 V higher. */
function wire(alongM: [number, number], middleV: Ends, code = 'L1'): Stretch {
    const by = (d: number) => middleV.map((v) => (v === null ? null : v + d));
    return {
        kind: code === '' ? 'assumed_drop' : 'power_line',
        code,
        line: {
            type: 'LineString',
            coordinates: [
                [102, 29],
                [102.001, 29],
            ],
        },
        alongM,
        heightM: [],
        headM: [],
        numbers: code === '' ? {} : { amperes: 12, wire_mm2: 35 },
        volts: { middleV: [...middleV], leastV: by(-4), mostV: by(2) },
    } as Stretch;
}

describe('volts along the wire', () => {
    it('make one line from the transformer to the door, with a band between the cases', () => {
        const profile = voltProfileOf([wire([0, 100], [230, 210]), wire([100, 150], [210, 205], '')], 198);
        expect(profile.lengthM).toBe(150);
        expect(profile.middle).toEqual([
            [
                [0, 230],
                [100, 210],
                [150, 205],
            ],
        ]);
        expect(profile.band[0]).toEqual([
            [0, 232],
            [100, 212],
            [100, 206],
            [0, 226],
        ]);
        expect(profile.belowFromM).toBeNull();
    });

    it('fall below the limit where the line crosses it', () => {
        // 230 to 190 over 400 m: 198 V is reached after 32 of 40 V, at 320 m.
        const profile = voltProfileOf([wire([0, 400], [230, 190]), wire([400, 420], [190, 189], '')], 198);
        expect(profile.belowFromM).toBeCloseTo(320, 6);
        // On the limit is inside it.
        expect(voltProfileOf([wire([0, 400], [230, 198])], 198).belowFromM).toBeNull();
    });

    it('break off where the voltage collapses, and all beyond is below the limit', () => {
        const profile = voltProfileOf([wire([0, 100], [225, 200]), wire([100, 300], [200, null])], 198);
        expect(profile.middle).toHaveLength(1);
        expect(profile.middle[0]!.at(-1)).toEqual([100, 200]);
        expect(profile.belowFromM).toBe(100);
    });

    it('are read between the ends of the stretch that one points at', () => {
        const profile = voltProfileOf([wire([0, 100], [230, 210]), wire([100, 150], [210, 205], '')], 198);
        expect(voltsAt(profile, 25)).toMatchObject({ at: { m: 25, middleV: 225, leastV: 221, mostV: 227 } });
        expect(voltsAt(profile, 120)!.section.kind).toBe('assumed_drop');
        expect(voltsAt(profile, 999)!.at).toMatchObject({ m: 150, middleV: 205 });
        expect(voltsAt(voltProfileOf([], 198), 0)).toBeNull();
    });

    it('are unknown where nobody computed them, and then nothing is drawn', () => {
        const bare = { ...wire([0, 100], [230, 210]), volts: null } as Stretch;
        const profile = voltProfileOf([bare], 198);
        expect(profile.middle).toEqual([]);
        expect(profile.band).toEqual([]);
        expect(profile.belowFromM).toBeNull();
    });

    it('have both legal limits in the picture, however good they are', () => {
        const [low, high] = voltRange(voltProfileOf([wire([0, 10], [225, 224])], 198), [198, 235.4]);
        expect(low).toBeLessThan(198);
        expect(high).toBeGreaterThan(235.4);
    });
});
