import { beforeEach, describe, expect, it } from 'vitest';
import type { ColumnInfo, CountyDetail, Row, SchemeEntry } from '../src/api/types';
import { detail, schemes } from '../src/state/county';
import {
    chosen,
    isOn,
    lineClass,
    lineClasses,
    linesBy,
    type LayerInfo,
    resultLayers,
    showLinesBy,
    switchLayer,
} from '../src/state/layers';
import { classesOfKind, findPlaced, inOrder, numberFields, placedTables } from '../src/state/results';
import { readReach, sortedReach } from '../src/state/reach';

const column = (id: string, type: ColumnInfo['type'], more: Partial<ColumnInfo> = {}): ColumnInfo => ({
    id,
    type,
    unit: '',
    decimals: 0,
    scheme: '',
    codes: [],
    ...more,
});
const KIND = column('kind', 'CLASS', { scheme: 'road_fault', codes: ['near_miss', 'duplicate'] });
const PLACE = [column('east_m', 'NUMBER'), column('north_m', 'NUMBER')];
const field = (id: string, scheme = '') => ({ id, unit: 'minutes', scheme, codes: [] });
const analysis = (id: string, more: object) => ({
    id,
    engineVersion: 1,
    state: 'ready',
    tables: [],
    fields: [],
    links: [],
    facts: {},
    ...more,
});

const COUNTY = {
    layers: [{ kind: 'road_segment', count: 5 }],
    analyses: [
        analysis('road.access', {
            fields: [field('walk_to_min'), field('walk_back_min'), field('zone', 'altitude_zone')],
            tables: [
                { id: 'household', featureKind: 'household', rows: 9, columns: [column('distance_m', 'NUMBER')] },
                {
                    id: 'road_segment',
                    featureKind: 'road_segment',
                    rows: 5,
                    columns: [column('network', 'CLASS', { scheme: 'road_network', codes: ['connected'] })],
                },
            ],
        }),
        analysis('road.network', {
            tables: [
                { id: 'fault', featureKind: 'road_fault', rows: 3, columns: [KIND, ...PLACE] },
                { id: 'island', featureKind: 'road_island', rows: 400, columns: [...PLACE] },
                {
                    id: 'road_segment',
                    featureKind: 'road_segment',
                    rows: 5,
                    columns: [
                        column('network', 'CLASS', { scheme: 'road_network', codes: ['connected'] }),
                        column('vehicle', 'CLASS', { scheme: 'vehicle', codes: ['truck'] }),
                    ],
                },
            ],
        }),
        analysis('water.later', {
            state: 'stale',
            tables: [{ id: 'spring', featureKind: 'spring', rows: 1, columns: PLACE }],
        }),
    ],
} as unknown as CountyDetail;
const ROADS: LayerInfo = {
    id: 'roads',
    nameKey: 'layer.road_segment',
    group: 'networks',
    modes: ['roads'],
    minZoom: 0,
    swatches: [],
    hasOpacity: true,
    needs: { layer: 'road_segment' },
    ownClass: 'network',
};
const entry = (code: string): SchemeEntry => ({
    code,
    colour: '#000000',
    symbol: 'solid',
    served: false,
    unknown: false,
    upTo: null,
    colourDark: null,
    dash: [],
    width: 2,
});

beforeEach(() => {
    detail.value = COUNTY;
    schemes.value = {
        road_network: [entry('connected')],
        vehicle: [entry('truck')],
        road_segment_surface: [entry('cement')],
        power_line_kind: [entry('kv10')],
    };
    chosen.value = {};
    linesBy.value = {};
});

describe('what results bring along', () => {
    it('are places of rows and fields of numbers, of analyses that have run', () => {
        expect(placedTables.value.map((one) => one.table.id)).toEqual(['fault', 'island']);
        expect(numberFields.value.map((one) => one.field.id)).toEqual(['walk_to_min', 'walk_back_min']);
        expect(findPlaced('road_island')?.analysis).toBe('road.network');
        expect(findPlaced('road_segment')).toBeUndefined();
        detail.value = null;
        expect(resultLayers.value).toEqual([]);
    });

    it('become layers: few marks are on in their own mode, many wait for a person, and none is seen elsewhere', () => {
        const [fault, island, to, back] = resultLayers.value as [LayerInfo, LayerInfo, LayerInfo, LayerInfo];
        expect(isOn(fault, 'roads')).toBe(true);
        expect(isOn(island, 'roads')).toBe(false);
        switchLayer(island.id, true);
        expect(isOn(island, 'roads')).toBe(true);
        expect(isOn(island, 'water')).toBe(false);
        expect(fault.scheme).toBe('road_fault');
        // One raster of numbers at a time.
        switchLayer(to.id, true);
        switchLayer(back.id, true);
        expect([isOn(to, 'roads'), isOn(back, 'roads')]).toEqual([false, true]);
        expect(isOn(island, 'roads')).toBe(true);
    });

    it('give lines their classes: their own first, then attributes with a scheme, then what analyses say', () => {
        expect(classesOfKind('road_segment').map((c) => c.id)).toEqual(['network', 'vehicle']);
        expect(lineClasses(ROADS).map((one) => one.column)).toEqual(['network', 'surface', 'vehicle']);
        expect(lineClass(ROADS)).toBeUndefined();
        showLinesBy(ROADS, 'vehicle');
        expect(lineClass(ROADS)).toEqual({ column: 'vehicle', scheme: 'vehicle' });
        showLinesBy(ROADS, 'network');
        expect(linesBy.value).toEqual({});
    });
});

describe('rows of a result table', () => {
    const rows: Row[] = [
        { code: 'b', kind: 'duplicate', gap_m: 3 },
        { code: 'a', kind: 'duplicate', gap_m: null },
        { code: 'c', kind: 'near_miss', gap_m: 1 },
    ];
    const columns = [KIND, column('gap_m', 'NUMBER')];
    const order = (sort: string) => inOrder(rows, sort, columns).map((row) => row.code);

    it('are ordered by numbers, and by classes as the scheme has them; what is absent comes last both ways', () => {
        expect(order('gap_m')).toEqual(['c', 'b', 'a']);
        expect(order('-gap_m')).toEqual(['b', 'c', 'a']);
        expect(order('kind')).toEqual(['c', 'a', 'b']);
        expect(order('-code')).toEqual(['c', 'b', 'a']);
        expect(order('road.access:distance_m')).toEqual(['b', 'a', 'c']);
    });
});

describe('committee, group, door', () => {
    const BANDS = ['at_door', 'beyond', 'unknown'];
    const row = (code: string, more: Record<string, number>): Row => ({ code, households: 10, ...more });

    it('reads what is there and leaves out what is not', () => {
        const read = readReach(
            row('t1', {
                committees: 4,
                committees_reached: 3,
                committees_unknown: 1,
                band_at_door: 6,
                band_unknown: 2,
            }),
            'Upper',
            BANDS,
        );
        expect(read.steps.committee).toEqual({ reached: 3, total: 4, unknown: 1 });
        expect(read.steps.large_groups).toBeUndefined();
        expect(read.bands.map((band) => band.households)).toEqual([6, 0, 2]);
        expect(read.missingKm).toBeNull();
    });

    it('is sorted by shares, not by counts; an area without groups of a size comes last', () => {
        const rows = [
            readReach(row('a', { groups_large: 10, groups_large_reached: 5 }), 'A', BANDS),
            readReach(row('b', { groups_large: 2, groups_large_reached: 2 }), 'B', BANDS),
            readReach(row('c', { groups_large: 0 }), 'C', BANDS),
        ];
        expect(sortedReach(rows, 'large_groups').map((one) => one.code)).toEqual(['a', 'b', 'c']);
        expect(sortedReach(rows, '-large_groups').map((one) => one.code)).toEqual(['b', 'a', 'c']);
        expect(sortedReach(rows, '-name').map((one) => one.code)).toEqual(['c', 'b', 'a']);
    });
});
