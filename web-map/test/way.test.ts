import { describe, expect, it } from 'vitest';
import type { Stretch } from '../src/api/types';
import { heightTicks, limits, placeOn, profileOf, ticks } from '../src/state/way';

/** A stretch to the east along the equator, where a degree is 111,195 m. */
const DEGREE = 111_195;
const stretch = (kind: string, from: number, to: number, alongM: number[], heightM: (number | null)[]): Stretch => ({
    kind,
    code: '',
    line: {
        type: 'LineString',
        coordinates: [
            [from / DEGREE, 0],
            [to / DEGREE, 0],
        ],
    },
    alongM,
    heightM,
    headM: [],
    numbers: {},
    volts: null,
});

/** 100 m over the field, rising 10 m; then 200 m of path: down 4 m, unknown in the middle, level at the end. */
const WAY = [
    stretch('off_road', 0, 100, [0, 50, 100], [1200, 1204, 1210]),
    stretch('path', 100, 300, [100, 150, 200, 250, 300], [1210, 1206, null, 1207, 1207]),
];

describe('a way', () => {
    it('has its length by kind, its rise and fall, and gaps where the height is not known', () => {
        const profile = profileOf(WAY);
        expect(profile.lengthM).toBe(300);
        expect(profile.lengths).toEqual([
            { kind: 'off_road', m: 100 },
            { kind: 'path', m: 200 },
        ]);
        expect([profile.lowM, profile.highM]).toEqual([1200, 1210]);
        // Up 4 + 6 over the field; down 4 on the path. Over the gap nothing is counted.
        expect([profile.upM, profile.downM]).toEqual([10, 4]);
        expect(profile.gaps).toEqual([{ kind: 'path', from: 150, to: 250 }]);
        expect(profile.parts.map((part) => [part.kind, part.points.map(([m]) => m)])).toEqual([
            ['off_road', [0, 50, 100]],
            ['path', [100, 150]],
            ['path', [250, 300]],
        ]);
    });

    it('knows the place at any metre, with the height between its neighbours or none', () => {
        expect(placeOn(WAY, 25)).toMatchObject({ m: 25, heightM: 1202, kind: 'off_road' });
        expect(placeOn(WAY, 25)!.lon * DEGREE).toBeCloseTo(25, 0);
        expect(placeOn(WAY, 125)).toMatchObject({ heightM: 1208, kind: 'path' });
        expect(placeOn(WAY, 180)!.heightM).toBeNull();
        expect(placeOn(WAY, 250)!.heightM).toBe(1207);
        expect(placeOn(WAY, 9999)).toMatchObject({ m: 300, kind: 'path' });
        expect(placeOn([], 5)).toBeNull();
    });

    it('is as long as its line where no metres are named, and is then one gap', () => {
        const bare = [stretch('unknown', 0, 120, [], [])];
        const [{ from, to }] = limits(bare) as [{ from: number; to: number }];
        expect(from).toBe(0);
        expect(to).toBeCloseTo(120, 0);
        const profile = profileOf(bare);
        expect(profile.parts).toEqual([]);
        expect(profile.gaps).toHaveLength(1);
        expect(profile.lowM).toBeNaN();
    });

    it('has round numbers at its axes', () => {
        expect(ticks(0, 452, 4)).toEqual([0, 200, 400]);
        expect(ticks(2373, 2396, 3)).toEqual([2380, 2390]);
        expect(ticks(0, 3, 3)).toEqual([0, 1, 2, 3]);
    });
});

describe('the heights beside a profile', () => {
    it('are two at least, whatever the way climbs', () => {
        for (let low = 980; low < 1100; low += 7)
            for (let range = 20; range < 2000; range = Math.ceil(range * 1.17)) {
                const found = heightTicks(low, low + range);
                expect(found.length, `${low} + ${range}`).toBeGreaterThan(1);
                expect(found.length, `${low} + ${range}`).toBeLessThan(7);
            }
    });
});
