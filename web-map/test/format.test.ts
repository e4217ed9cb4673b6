import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import zh from '../../data/words/parts/web.zh-CN.json';
import * as format from '../src/state/format';
import { useWords } from '../src/state/words';

describe('numbers in English', () => {
    beforeEach(() => useWords('en', en as never));

    it('groups thousands and keeps the asked digits', () => {
        expect(format.integer(1284)).toBe('1,284');
        expect(format.decimals(-0.01, 1)).toBe('0.0');
        expect(format.integer(Number.NaN)).toBe('–');
    });

    it('never rounds a part to nothing or to all', () => {
        expect(format.percent(1284, 6000)).toBe('21.4 %');
        expect(format.percent(1, 35000)).toBe('<0.1 %');
        expect(format.percent(34999, 35000)).toBe('>99.9 %');
        expect(format.percent(0, 10)).toBe('0 %');
        expect(format.percent(10, 10)).toBe('100 %');
        expect(format.percent(0, 0)).toBe('–');
    });

    it('says metres below a kilometre and kilometres above', () => {
        expect(format.distance(742.4)).toBe('742 m');
        expect(format.distance(999.6)).toBe('1.00 km');
        expect(format.distance(1234)).toBe('1.23 km');
        expect(format.distance(12345)).toBe('12.3 km');
        expect(format.quantity(210.55, 'V', 1)).toBe('210.6 V');
        expect(format.quantity(2963, 'metres')).toBe('2,963 m');
    });

    it('counts one as one', () => {
        expect(format.quantity(1, 'segments', 0)).toBe('1 segment');
        expect(format.quantity(2, 'people', 0)).toBe('2 people');
        expect(format.quantity(1, 'people', 0)).toBe('1 person');
    });

    it('writes dates so that nobody can mistake them', () => {
        expect(format.date('2026-11-23T12:00:00')).toBe('2026-11-23');
        expect(format.date(null)).toBe('–');
    });

    it('counts households and people', () => {
        expect(format.householdsText(1284)).toBe('1,284 households');
    });
});

describe('numbers in Chinese', () => {
    beforeEach(() => useWords('zh-CN', zh as never));

    it('puts no space before a Chinese unit or the percent sign', () => {
        expect(format.percent(1284, 6000)).toBe('21.4%');
        expect(format.householdsText(1284)).toBe('1,284 户');
        expect(format.quantity(2.4, 'mu', 1)).toBe('2.4亩');
        expect(format.quantity(198, 'V')).toBe('198 V');
    });
});
