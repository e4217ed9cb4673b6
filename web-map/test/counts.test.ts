import { beforeEach, describe, expect, it } from 'vitest';
import { detail, householdUnits, positions, summary, takeUnits } from '../src/state/county';
import { classColumn, colourings, putColumn } from '../src/state/columns';
import {
    classCounts,
    committeeCount,
    countsOf,
    hasPeople,
    notLivedIn,
    shownCount,
    shownParts,
    sumOf,
    tally,
    townshipCounts,
} from '../src/state/counts';
import { area, classFilters, clearFilters, mask, toggleCode } from '../src/state/filter';
import { COMMITTEE, countBy } from '../src/state/measure';
import { entropy, mostTelling } from '../src/state/crops';
import { stacks } from '../src/state/stacks';
import { sortedRows, tableColumns } from '../src/state/table';
import { colouring } from '../src/state/view';

const VERDICTS = ['served', 'borderline', 'unserved', 'unknown'];
const verdict = { id: 'verdict', type: 'CLASS' as const, unit: '', decimals: 0, scheme: 'verdict', codes: VERDICTS };
const analysis = (id: string) => ({
    id,
    engineVersion: 1,
    state: 'ready' as const,
    tables: [{ id: 'household', featureKind: 'household', rows: 6, columns: [verdict] }],
    fields: [],
    links: [],
    facts: {},
});

/** Six households: three in township T1 (two villages), two in T2, one nowhere; the fifth house is empty. */
beforeEach(() => {
    clearFilters();
    summary.value = null;
    countBy('door');
    detail.value = { analyses: ['road.access', 'water.access'].map(analysis), layers: [] } as never;
    takeUnits({
        townships: [
            { code: 'T1', name: 'one' },
            { code: 'T2', name: 'two' },
        ],
        villages: [
            { code: 'V1', name: 'a', township: 'T1', lon: null, lat: null },
            { code: 'V2', name: 'b', township: 'T1', lon: null, lat: null },
            { code: 'V3', name: 'c', township: 'T2', lon: null, lat: null },
        ],
        groups: [],
    });
    positions.value = { count: 6, lon: new Float64Array(6), lat: new Float64Array(6) };
    householdUnits.value = {
        township: Uint16Array.of(0, 0, 0, 1, 1, 0xffff),
        village: Uint16Array.of(0, 0, 1, 2, 2, 0xffff),
        group: Uint16Array.of(0, 0, 0, 0, 0, 0),
    };
    putColumn('@people_registered', Float32Array.of(4, 2, Number.NaN, 5, 3, 1));
    putColumn('@house_status', Uint8Array.of(0, 1, 255, 0, 2, 0));
    putColumn('road.access/verdict', Uint8Array.of(2, 0, 2, 1, 2, 255));
    putColumn('water.access/verdict', Uint8Array.of(0, 2, 2, 0, 0, 0));
});

describe('counts', () => {
    it('leave out empty houses, and count an absent verdict as unknown', () => {
        const road = shownCount.value!.needs.road;
        expect(road.unserved).toEqual({ households: 2, people: 4 });
        expect(road.unknown).toEqual({ households: 1, people: 1 });
        expect(shownCount.value!.total).toEqual({ households: 5, people: 12 });
        expect(notLivedIn.value).toBe(1);
    });

    it('call a need that nobody judged unknown for everybody', () => {
        expect(shownCount.value!.needs.voltage.unknown.households).toBe(5);
        expect(shownCount.value!.needs.voltage.served.households).toBe(0);
    });

    it('follow the chosen township and village', () => {
        area.value = 'T1';
        expect(shownCount.value!.total.households).toBe(3);
        expect([...mask.value!]).toEqual([1, 1, 1, 0, 0, 0]);
        area.value = 'V2';
        expect(shownCount.value!.needs.road.unserved.households).toBe(1);
    });

    it('filter by verdict everywhere but on the bar that is the switch', () => {
        toggleCode('road.access', 'verdict', 'unserved');
        expect([...mask.value!]).toEqual([1, 0, 1, 0, 1, 0]);
        expect(shownCount.value!.total.households).toBe(2);
        expect(shownCount.value!.needs.water.unserved.households).toBe(1);
        expect(sumOf(shownCount.value!.needs.road).households).toBe(5);
        toggleCode('road.access', 'verdict', 'unserved');
        expect(classFilters.value).toEqual([]);
    });

    it('add up: townships and nowhere make the county', () => {
        const sum = townshipCounts.value!.areas.reduce(
            (n, a) => n + a.total.households,
            townshipCounts.value!.outside.total.households,
        );
        expect(sum).toBe(shownCount.value!.total.households);
        expect(
            classCounts('road.access', 'verdict', Uint8Array.of(2, 0, 2, 1, 2, 255), 4).map((c) => c.households),
        ).toEqual([1, 1, 2, 0]);
    });

    it('say that people are not known where no count of people is on record', () => {
        const sums = tally(Uint16Array.of(0), 1, Uint8Array.of(0), 1, undefined, undefined);
        expect(sums.households[0]).toBe(1);
        expect(sums.people[0]).toBeNaN();
        const absent = tally(
            Uint16Array.of(0, 0),
            1,
            Uint8Array.of(0, 1),
            2,
            undefined,
            Float32Array.of(Number.NaN, 3),
        );
        expect([...absent.people.slice(0, 2)]).toEqual([Number.NaN, 3]);
    });
});

/** V1 and V2 are measured to have the road at the committee; V3 has not, though the county reports it. */
describe('counted by village', () => {
    beforeEach(() => {
        summary.value = {
            villages: [
                { code: 'V1', committeeRoad: 'served', committeeReported: 'yes' },
                { code: 'V2', committeeRoad: 'served', committeeReported: 'no' },
                { code: 'V3', committeeRoad: 'unserved', committeeReported: 'yes' },
            ],
        } as never;
        colouring.value = { analysis: 'road.access', column: 'verdict' };
    });

    it('every household has the measured verdict of its committee, whatever is reported', () => {
        expect([...classColumn(COMMITTEE, 'verdict')!]).toEqual([0, 0, 0, 2, 2, 3]);
        const count = committeeCount.value!;
        expect(count.villages).toEqual({ served: 2, borderline: 0, unserved: 1, unknown: 0 });
        // Households 1 and 3 are unserved at the door, one in each village whose committee is served.
        expect(count.leftOut.areas.map((a) => a.code)).toEqual(['V1', 'V2']);
        expect(count.leftOut.households).toBe(2);
        expect(count.reported).toEqual({ villages: 2, households: 1 });
    });

    it('bars, townships, map, table and legend change together', () => {
        const road = () => countsOf(shownCount.value!, 'road');
        expect(road().unserved.households).toBe(2);
        countBy('committee');
        expect(road()).toEqual({
            served: { households: 3, people: 6 },
            borderline: { households: 0, people: 0 },
            unserved: { households: 1, people: 5 },
            unknown: { households: 1, people: 1 },
        });
        expect(townshipCounts.value!.areas.map((a) => countsOf(a, 'road').unserved.households)).toEqual([0, 1]);
        expect(colouring.value).toEqual({ analysis: COMMITTEE, column: 'verdict' });
        expect(tableColumns.value.find((c) => c.kind === 'result')).toMatchObject({ analysis: COMMITTEE });
        expect(colourings().map((c) => c.analysis)).toContain(COMMITTEE);
        toggleCode(COMMITTEE, 'verdict', 'unserved');
        expect([...mask.value!]).toEqual([0, 0, 0, 1, 1, 0]);
        countBy('door');
        expect(colouring.value.analysis).toBe('road.access');
    });
});

describe('a card', () => {
    it('with a filter of its own adds up to the same households as all others', () => {
        toggleCode('road.access', 'verdict', 'unserved');
        toggleCode('water.access', 'verdict', 'unserved');
        const { needs, total } = shownCount.value!;
        const sum = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
        expect(total.households).toBe(1);
        expect(sum(shownParts(needs.road, 'road.access'))).toBe(1);
        expect(sum(shownParts(needs.water, 'water.access'))).toBe(1);
        expect(sum(shownParts(needs.voltage, 'power.voltage'))).toBe(1);
    });

    it('does not speak of people where nobody counted them', () => {
        expect(hasPeople.value).toBe(true);
        putColumn('@people_registered', new Float32Array(6).fill(Number.NaN));
        expect(hasPeople.value).toBe(false);
        const [served] = classCounts('road.access', 'verdict', Uint8Array.of(0, 0, 0, 1, 1, 2), 4);
        expect(served).toEqual({ households: 3, people: Number.NaN });
    });
});

describe('the table', () => {
    const nan = Number.isNaN;
    it('sorts both ways, the absent always last, ties by code', () => {
        const values = Float32Array.of(3, Number.NaN, 1, 3);
        expect([...sortedRows(4, undefined, values, false, nan)]).toEqual([2, 0, 3, 1]);
        expect([...sortedRows(4, undefined, values, true, nan)]).toEqual([0, 3, 2, 1]);
    });
    it('shows only what the filter lets through', () => {
        expect([...sortedRows(4, Uint8Array.of(1, 0, 0, 1), undefined, true, nan)]).toEqual([3, 0]);
    });
});

describe('crops', () => {
    it('open on the one whose classes differ most', () => {
        const columns = ['class_bee', 'class_tea'].map((id) => ({
            ...verdict,
            id,
            scheme: 'suitability',
            codes: ['S1', 'S2', 'unknown'],
        }));
        const crops = { ...analysis('crop.suitability') };
        crops.tables = [{ id: 'household', featureKind: 'household', rows: 6, columns }];
        detail.value = { analyses: [crops], layers: [] } as never;
        putColumn('crop.suitability/class_bee', Uint8Array.of(0, 0, 0, 0, 0, 2));
        putColumn('crop.suitability/class_tea', Uint8Array.of(0, 1, 0, 1, 0, 2));
        expect(mostTelling(['bee', 'tea'])).toBe('tea');
        expect(entropy(Uint8Array.of(0, 1, 2, 255), 2)).toBe(1);
        expect(mostTelling(['goat'])).toBe('goat');
    });
});

describe('households at one point', () => {
    it('are a stack from three on, by what the filter shows', () => {
        positions.value = { count: 6, lon: Float64Array.of(1, 1, 1, 1, 2, 2), lat: Float64Array.of(3, 3, 3, 3, 4, 4) };
        expect(stacks.value).toEqual([{ lon: 1, lat: 3, households: 4 }]);
        toggleCode('road.access', 'verdict', 'unserved');
        expect(stacks.value).toEqual([]);
    });
});
