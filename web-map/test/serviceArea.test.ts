import { describe, expect, it } from 'vitest';
import { membersOf, sortedMembers } from '../src/state/serviceArea';

const MEMBERS = membersOf(
    [
        {
            code: 'S3',
            verdict: 'served',
            round_trip_min: null,
            litres_per_person_day: 40,
            litres_dry_season: 90,
            people: 4,
        },
        { code: 'S1', verdict: 'unserved', round_trip_min: 12.5, litres_per_person_day: null, litres_dry_season: 33 },
    ],
    [{ code: 'S2', status: 'assigned', round_trip_min: 8 }],
    [
        { code: 'S3', tap: 'too_low', residual_head_m: 1.2 },
        { code: 'S4', tap: 'unknown', residual_head_m: null },
    ],
);

describe('the households of a works', () => {
    it('are each one, with how they hang on it and what each table says', () => {
        expect(MEMBERS.map((one) => [one.code, one.ties])).toEqual([
            ['S1', ['drinks']],
            ['S2', ['assigned']],
            ['S3', ['drinks', 'fed']],
            ['S4', ['fed']],
        ]);
        expect(MEMBERS[2]).toEqual({
            code: 'S3',
            ties: ['drinks', 'fed'],
            verdict: 'served',
            tap: 'too_low',
            residualM: 1.2,
            minutes: null,
            litres: 40,
            people: 4,
        });
        // What is on record for the household comes before what its source could give.
        expect(MEMBERS[0]!.litres).toBe(33);
    });

    it('are sorted by any column, and who has no value comes last whichever way', () => {
        const order = (sort: string) => sortedMembers(MEMBERS, sort, ['too_low', 'good', 'unknown']).map((m) => m.code);
        expect(order('minutes')).toEqual(['S2', 'S1', 'S3', 'S4']);
        expect(order('-minutes')).toEqual(['S1', 'S2', 'S3', 'S4']);
        expect(order('tap')).toEqual(['S3', 'S4', 'S1', 'S2']);
        expect(order('-tap')).toEqual(['S4', 'S3', 'S1', 'S2']);
        expect(order('-code')).toEqual(['S4', 'S3', 'S2', 'S1']);
    });
});
