import { describe, expect, it } from 'vitest';
import { noVerdicts, servedShare } from '../src/state/counts';
import { rowsIn } from '../src/state/places';
import { isKnown, readReach } from '../src/state/reach';
import { shownValue } from '../src/state/sentence';

describe('a share', () => {
    it('is no number where nothing is known, and nought only where it is', () => {
        const counts = noVerdicts();
        counts.unknown.households = 12;
        expect(servedShare(counts)).toBeNull();
        counts.unserved.households = 3;
        expect(servedShare(counts)).toEqual({ part: 0, whole: 15 });
    });

    it('is known of a step only where some of it is', () => {
        expect(isKnown({ reached: 0, total: 0, unknown: 0 })).toBe(false);
        expect(isKnown({ reached: 0, total: 4, unknown: 4 })).toBe(false);
        expect(isKnown({ reached: 0, total: 4, unknown: 3 })).toBe(true);
    });
});

describe('an area', () => {
    it('tells what is to be hardened, to be built, and of whom neither is known, beside the rules of others', () => {
        const row = readReach(
            {
                code: '1',
                households: 10,
                people_registered: 40,
                rai_people: 30,
                rai_unknown_people: 0,
                rai_percent: 75,
                pmgsy_connected: 6,
                pmgsy_unknown: 1,
                missing_km: 2.5,
                missing_off_road_km: 1.25,
                no_way_known: 3,
            },
            'one',
            [],
        );
        expect([row.missingKm, row.buildKm, row.noRoad]).toEqual([2.5, 1.25, 3]);
        expect(row.steps.rai).toEqual({ reached: 30, total: 40, unknown: 0 });
        expect(row.steps.pmgsy).toEqual({ reached: 6, total: 10, unknown: 1 });
        expect(readReach({ code: '1', rai_people: 0, rai_percent: null }, '', []).steps.rai).toBeUndefined();
    });

    it('limits a list of places to those that lie in it', () => {
        const rows = [
            { code: 'a', township_code: 'T1', village_code: 'V1' },
            { code: 'b', township_code: 'T1', village_code: 'V2' },
            { code: 'c', township_code: '', village_code: '' },
        ];
        expect(rowsIn(rows, 'T1').map((row) => row.code)).toEqual(['a', 'b']);
        expect(rowsIn(rows, 'V2').map((row) => row.code)).toEqual(['b']);
        expect(rowsIn(rows, null)).toHaveLength(3);
    });
});

it('half a metre of width is said', () => {
    expect(shownValue(8.5, 'width_m')).toMatch(/^8\.5/);
    expect(shownValue(742.4, 'distance_m')).toBe('742 m');
});
