import { beforeEach, describe, expect, it } from 'vitest';
import type { CountyDetail, Row } from '../src/api/types';
import { api, detail, takeUnits } from '../src/state/county';
import { area } from '../src/state/filter';
import { countHere, wantHere } from '../src/state/here';
import { findTable } from '../src/state/results';
import { suppliesOf } from '../src/state/supplies';

const column = { id: 'length_m', type: 'NUMBER', unit: 'm', decimals: 0, scheme: '', codes: [] };
const table = (id: string, rows: number) => ({ id, featureKind: id, rows, columns: [column] });

const PLACES: Row[] = [
    { code: 'a', township_code: 'T1', village_code: 'T1V1' },
    { code: 'b', township_code: 'T1', village_code: 'T1V2' },
    { code: 'c', township_code: 'T2', village_code: 'T2V1' },
    { code: 'd', township_code: '', village_code: '' },
];
const ROWS: Readonly<Record<string, Row[]>> = { place: PLACES, supply: [{ code: 'x' }, { code: 'y' }], none: [] };

/** A county with three lists: one whose rows say where they belong, one whose rows do not, one that is too long to fetch. */
beforeEach(() => {
    area.value = null;
    detail.value = {
        layers: [],
        analyses: [
            {
                id: 'water.x',
                state: 'ready',
                fields: [],
                tables: [table('place', 4), table('supply', 2), table('long', 20_000), table('none', 0)],
            },
        ],
    } as unknown as CountyDetail;
    takeUnits({
        townships: [{ code: 'T1', name: 'One' }],
        villages: [{ code: 'T1V1', name: 'First', township: 'T1' }],
        groups: [],
    } as never);
    api.value = {
        rows: async (_: string, id: string) => ({ total: ROWS[id]!.length, columns: [], rows: ROWS[id] }),
    } as never;
});

async function here(id: string) {
    const one = findTable('water.x', id)!;
    wantHere(one);
    await new Promise((done) => setTimeout(done));
    return countHere(one);
}

describe('a list in the chosen area', () => {
    it('has all its rows where no area is chosen', async () => {
        expect(await here('place')).toEqual({ n: 4, whole: false });
        expect(await here('long')).toEqual({ n: 20_000, whole: false });
    });

    it('has the rows that lie in the township or village', async () => {
        area.value = 'T1';
        expect(countHere(findTable('water.x', 'place')!)).toEqual({ n: null, whole: false });
        expect(await here('place')).toEqual({ n: 2, whole: false });
        area.value = 'T1V1';
        expect(await here('place')).toEqual({ n: 1, whole: false });
        expect(await here('none')).toEqual({ n: 0, whole: false });
    });

    it('is called that of the whole county where it cannot be split', async () => {
        area.value = 'T1';
        expect(await here('supply')).toEqual({ n: 2, whole: true });
        expect(await here('long')).toEqual({ n: 20_000, whole: true });
    });
});

describe('supplies', () => {
    it('stand for all their works by the first, which is where they lie', () => {
        const rows: Row[] = [
            { code: 'W1', supply_code: 'W3', village_code: 'V1' },
            { code: 'W2', supply_code: null, village_code: 'V2' },
            { code: 'W3', supply_code: 'W3', village_code: 'V3' },
        ];
        expect(suppliesOf(rows).map((row) => row.code)).toEqual(['W3', 'W2']);
    });
});
