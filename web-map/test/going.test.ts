import { beforeEach, describe, expect, it } from 'vitest';
import { GOALS, goings, minutesText, seatWay, walkText } from '../src/state/going';
import { useWords } from '../src/state/words';

const columns = GOALS.flatMap((goal) =>
    ['dry', 'rainy'].flatMap((season) => [
        `${goal}_${season}_min`,
        ...(goal === 'market' || goal === 'township_seat' ? [`${goal}_${season}_yuan_per_tonne`] : []),
    ]),
);

describe('getting to places', () => {
    beforeEach(() =>
        useWords('en', {
            map: { unknown: 'Unknown', unit: { minutes: 'min' }, going: { walkBoth: '{to} there, {back} back' } },
        }),
    );

    it('gives minutes and yuan of both seasons, rounded as people say them', () => {
        const row = {
            code: 'S1',
            township_seat_dry_min: 19.2,
            township_seat_rainy_min: 2.06,
            township_seat_dry_yuan_per_tonne: 183.4,
            township_seat_rainy_yuan_per_tonne: 1466,
        };
        expect(goings(row, columns)[0]).toEqual({
            goal: 'township_seat',
            minutes: ['19', '2.1'],
            yuan: ['183', '1,466'],
        });
    });

    it('says unknown for what is absent, and nothing where the table has no such number', () => {
        const [, market, school] = goings({ code: 'S1', market_dry_min: null }, columns);
        expect(market).toEqual({
            goal: 'market',
            minutes: ['Unknown', 'Unknown'],
            yuan: ['Unknown', 'Unknown'],
        });
        expect(school!.yuan).toEqual([undefined, undefined]);
        expect(goings(undefined, columns)[0]!.minutes).toEqual(['Unknown', 'Unknown']);
    });

    it('leaves out a kind of place of which the table does not speak', () => {
        expect(goings(undefined, ['school_dry_min']).map((one) => one.goal)).toEqual(['school']);
    });

    it('does not round to a number of another look', () => {
        expect(minutesText(9.94)).toBe('9.9');
        expect(minutesText(9.96)).toBe('10');
        expect(minutesText(0)).toBe('0.0');
    });

    it('names the way to the seat and how much longer than the straight line it is', () => {
        expect(seatWay({ code: 'S1', seat_way_m: 4142, detour_factor: 1.174 })).toEqual({
            way: '4.14 km',
            factor: '1.17',
        });
        expect(seatWay({ code: 'S1', seat_way_m: null })).toEqual({ way: 'Unknown', factor: 'Unknown' });
    });

    it('tells the walk to the hardened road and back, and once that it is unknown', () => {
        expect(walkText({ walk_to_min: 12.4, walk_back_min: 9.1 })).toBe('12 min there, 9.1 min back');
        expect(walkText({ walk_to_min: 12.4, walk_back_min: null })).toBe('12 min there, Unknown back');
        expect(walkText({})).toBe('Unknown');
    });
});
