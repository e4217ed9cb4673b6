import { beforeEach, describe, expect, it } from 'vitest';
import type { CountyDetail, SchemeEntry } from '../src/api/types';
import { detail, schemes } from '../src/state/county';
import { type LayerInfo, lineClass, lineClasses, linesBy, showLinesBy } from '../src/state/layers';
import { featureTabs, listFilter, listKey, openTable, tableShown } from '../src/state/tabs';
import { sort } from '../src/state/table';
import { decodeLink, EMPTY_LINK, encodeLink } from '../src/state/url';
import { mode, tableOf } from '../src/state/view';

const CLASS = { type: 'CLASS', unit: '', decimals: 0, codes: ['a', 'b'] };
const COUNTY = {
    layers: [{ kind: 'pipe', count: 5 }],
    analyses: [
        {
            id: 'water.pipes',
            state: 'ready',
            fields: [],
            tables: [
                {
                    id: 'pipe',
                    featureKind: 'pipe',
                    rows: 5,
                    columns: [
                        { ...CLASS, id: 'head_band', scheme: 'head_band' },
                        { ...CLASS, id: 'class_check', scheme: 'pipe_class_check' },
                    ],
                },
                {
                    id: 'finding',
                    featureKind: 'pipe_finding',
                    rows: 2,
                    columns: [{ ...CLASS, id: 'kind', scheme: 'pipe_finding' }],
                },
            ],
        },
        {
            id: 'water.sources',
            state: 'ready',
            fields: [],
            tables: [
                {
                    id: 'source',
                    featureKind: 'water_facility',
                    rows: 3,
                    columns: [{ ...CLASS, id: 'load', scheme: 'source_load' }],
                },
            ],
        },
    ],
} as unknown as CountyDetail;
const PIPES: LayerInfo = {
    id: 'pipes',
    nameKey: 'layer.pipe',
    group: 'networks',
    modes: ['water'],
    minZoom: 0,
    swatches: [],
    hasOpacity: false,
    needs: { layer: 'pipe' },
    ownClass: 'head_band',
    ownByScheme: true,
};

beforeEach(() => {
    detail.value = COUNTY;
    const some: SchemeEntry[] = [];
    schemes.value = { head_band: some, pipe_class_check: some, pipe_finding: some, source_load: some };
    linesBy.value = {};
    mode.value = 'water';
    tableOf.value = null;
});

describe('a layer that is drawn by the scheme of its own class', () => {
    it('shows it without a choice, another when chosen, and its own way where nothing has judged it', () => {
        expect(lineClass(PIPES)).toEqual({ column: 'head_band', scheme: 'head_band' });
        showLinesBy(PIPES, 'class_check');
        expect(lineClass(PIPES)).toEqual({ column: 'class_check', scheme: 'pipe_class_check' });
        showLinesBy(PIPES, 'head_band');
        expect(linesBy.value).toEqual({});
        detail.value = { ...COUNTY, analyses: [] };
        expect(lineClass(PIPES)).toBeUndefined();
    });

    it('is not offered schemes of results that begin like its name', () => {
        expect(lineClasses(PIPES).map((one) => one.column)).toEqual(['head_band', 'class_check']);
    });
});

describe('lists of works and pipes', () => {
    it('open limited to a class, sorted as they are read, and a link brings them back', () => {
        const source = featureTabs.value.find((one) => one.table.id === 'source')!;
        openTable(listKey(source, { column: 'load', codes: ['a', 'b'] }), '-left');
        expect(tableShown.value).toEqual(source);
        expect(listFilter.value).toEqual({ column: 'load', codes: ['a', 'b'] });
        expect(sort.value).toBe('-left');
        const link = encodeLink({ ...EMPTY_LINK, county: 'x', mode: 'water', table: true, list: tableOf.value });
        expect(decodeLink(link).list).toBe('water.sources:source:load:a,b');
        openTable(listKey(source));
        expect(listFilter.value).toBeNull();
    });

    it('belong to the water screen only', () => {
        openTable('water.pipes:pipe');
        expect(tableShown.value).toMatchObject({ table: { id: 'pipe' } });
        mode.value = 'roads';
        expect(featureTabs.value).toEqual([]);
        expect(tableShown.value).toBeNull();
    });
});
