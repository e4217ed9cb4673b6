import { describe, expect, it } from 'vitest';
import type { Stretch } from '../src/api/types';
import { headProfileOf, mainStations, stationAt } from '../src/state/heads';

const stretch = (
    kind: string,
    code: string,
    alongM: number[],
    heightM: (number | null)[],
    headM: (number | null)[],
): Stretch => ({
    kind,
    code,
    line: {
        type: 'LineString',
        coordinates: [
            [alongM[0]! / 111_195, 0],
            [alongM.at(-1)! / 111_195, 0],
        ],
    },
    alongM,
    heightM,
    headM,
    numbers: {},
    volts: null,
});

/** From a tank at 900 m through a valley and over a shoulder of 898 m, where the head line at 896 m runs below the ground. */
const WAY = [
    stretch('pipe', 'G1', [0, 100, 200], [900, 860, 880], [900, 899, 898]),
    stretch('surface_pipe', 'G2', [200, 300, 400], [880, 898, 850], [898, 896, 895]),
    stretch('service', '', [400, 420], [850, 852], [895, null]),
];

describe('a head profile', () => {
    it('has ground and head without the places where stretches meet counted twice', () => {
        const profile = headProfileOf(WAY);
        expect(profile.lengthM).toBe(420);
        expect(profile.stations.map((s) => s.m)).toEqual([0, 100, 200, 300, 400, 420]);
        expect(profile.ground).toHaveLength(1);
        // The head at the tap is not known: the line ends before it.
        expect(profile.head[0]!.at(-1)).toEqual([400, 895]);
        expect(profile.kinds).toEqual([
            { kind: 'pipe', from: 0, to: 200 },
            { kind: 'surface_pipe', from: 200, to: 400 },
            { kind: 'service', from: 400, to: 420 },
        ]);
    });

    it('says where there is no pressure, from crossing to crossing', () => {
        const { below } = headProfileOf(WAY);
        expect(below).toHaveLength(1);
        // 18 m of pressure fall to -2 m over 100 m: the lines cross after 90 m; then -2 m rise to 45 m.
        expect(below[0]!.from).toBeCloseTo(290, 6);
        expect(below[0]!.to).toBeCloseTo(300 + (100 * 2) / 47, 6);
    });

    it('knows each place between its neighbours, and says nothing where one of them is not known', () => {
        const profile = headProfileOf(WAY);
        expect(stationAt(profile, 50)).toMatchObject({ groundM: 880, headM: 899.5, code: 'G1' });
        expect(stationAt(profile, 410)).toMatchObject({ groundM: 851, headM: null });
        expect(stationAt(profile, 9999)).toMatchObject({ m: 420 });
        expect(stationAt(headProfileOf([]), 5)).toBeNull();
    });

    it('lists in its table the ends, the changes of pipe, and the least and most pressure', () => {
        expect(mainStations(headProfileOf(WAY)).map((s) => s.m)).toEqual([0, 200, 300, 400, 420]);
        expect(mainStations(headProfileOf([]))).toEqual([]);
    });

    it('is ground only where the head is not known', () => {
        const dry = headProfileOf([stretch('pipe', 'G1', [0, 50], [900, 880], [])]);
        expect(dry.head).toEqual([]);
        expect(dry.below).toEqual([]);
        expect(dry.ground).toHaveLength(1);
    });
});
