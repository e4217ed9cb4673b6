import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import type { CountyDetail } from '../src/api/types';
import { detail } from '../src/state/county';
import { indicatorNumbers, leftSentence, moreSentence, otherReadings } from '../src/state/indicators';
import { useWords } from '../src/state/words';

beforeEach(() => {
    useWords('en', en as never);
    detail.value = {
        analyses: [],
        standards: {
            id: 'x',
            thresholds: [
                { name: 'water.guarantee.basic.days_cut_per_year', value: 36, unit: 'days/year' },
                { name: 'water.assign.more_m3_per_day', value: 20, unit: 'm3/day' },
            ],
        },
    } as unknown as CountyDetail;
});

describe('the four indicators', () => {
    it('say their numbers beside the limits', () => {
        const row = { litres_per_person_day: 45, litres_dry_season: 33.4, litres_limit: 35, days_cut: 50 };
        expect(indicatorNumbers('quantity', row, [])).toEqual([
            '45 L a person and day on record',
            '33 L in the dry season by its source',
            '35 L needed',
        ]);
        expect(indicatorNumbers('guarantee', row, [])).toEqual(['cut on 50 (limit 36) days a year']);
        const way = { round_trip_min: 9.1, round_trip_limit_min: 20, horizontal_m: 1231.3, horizontal_limit_m: 800 };
        expect(indicatorNumbers('convenience', { ...way, vertical_m: -53.4, vertical_limit_m: 80 }, [])).toEqual([
            'connection not on record',
            '9.1 min (limit 20 min) there and back',
            '1,231 m (limit 800 m) along',
            '53 m (limit 80 m) up or down',
        ]);
    });

    it('say what is not on record, never a nought', () => {
        expect(indicatorNumbers('quantity', { litres_limit: 35 }, [])).toEqual(['no litres on record', '35 L needed']);
        expect(indicatorNumbers('quality', {}, [])).toEqual(['no test on record']);
        expect(indicatorNumbers('quality', { quality_basis: 'works', quality_code: 'W1' }, [])).toEqual([
            'by the record of the works W1',
        ]);
        expect(indicatorNumbers('guarantee', { days_cut: null }, [])).toEqual(['days without water not on record']);
        expect(indicatorNumbers('guarantee', { days_cut: 0 }, [])).toEqual(['cut on 0 (limit 36) days a year']);
    });

    it('name another reading only where it comes to another class', () => {
        const row = {
            quantity: 'basically_meets',
            quantity_if_rich: 'basically_meets',
            quantity_if_short: 'meets',
            convenience: 'fails',
            convenience_literal: 'basically_meets',
        };
        expect(otherReadings('quantity', row)).toEqual([{ column: 'quantity_if_short', code: 'meets' }]);
        expect(otherReadings('convenience', row)).toEqual([{ column: 'convenience_literal', code: 'basically_meets' }]);
        expect(otherReadings('convenience', { ...row, convenience_literal: 'fails' })).toEqual([]);
        expect(otherReadings('quality', row)).toEqual([]);
    });
});

describe('a works', () => {
    it('says what is left, what is lacking, or that it must be measured first', () => {
        expect(leftSentence({ code: 'W', load: 'spare', left_m3_per_day: 4.2 })).toMatch(/^4\.2 .*left/);
        expect(leftSentence({ code: 'W', load: 'over_promised', left_m3_per_day: -1.25 })).toMatch(/^1\.3 .*lacking/);
        expect(leftSentence({ code: 'W', load: 'measure_first', people_sharing: 156, people_waiting: 9 })).toMatch(
            /Measure first.*156 people.*9 in reach/,
        );
        expect(leftSentence({ code: 'W', load: 'broken', left_m3_per_day: null })).toMatch(/not known/);
    });

    it('says whom more water would serve, and nothing where it would serve nobody', () => {
        expect(moreSentence({ code: 'W', people_more: 29 })).toMatch(/^20 .* 29 people more/);
        expect(moreSentence({ code: 'W', people_more: 0 })).toBeUndefined();
        expect(moreSentence({ code: 'W', people_more: null })).toBeUndefined();
    });
});
