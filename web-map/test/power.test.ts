import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import type { Row } from '../src/api/types';
import { measureWords } from '../src/panels/power/lists';
import { isNamed, rowName } from '../src/panels/names';
import { pickedFeature } from '../src/state/household';
import { isPlacing, placeTransformer, startPlacing } from '../src/state/placing';
import { sectionName } from '../src/state/sentence';
import { worstFeeders, worstMembers } from '../src/state/transformerArea';
import { edits, endTrial } from '../src/state/trial';
import { closeTop, selection } from '../src/state/view';
import { inWireOrder, wireMm2 } from '../src/state/wires';
import { useWords } from '../src/state/words';

const feeder = (code: string, lowest_v: number | null, more: Partial<Row> = {}): Row => ({
    code,
    lowest_v,
    customers: 5,
    households_collapsed: 0,
    households_unserved: 0,
    ...more,
});

beforeEach(() =>
    useWords('en', {
        ...en,
        class: {
            power_section: { assumed_drop: 'Assumed service drop', lead: 'Lead' },
            power_measure: { tap: 'Another tap', rewire: 'Thicker wire' },
        },
    } as never),
);

describe('feeders by worst voltage', () => {
    it('have those first that hold no voltage, of them those with the most unserved, then the lowest volts', () => {
        const list = worstFeeders([
            feeder('T1:1', 201),
            feeder('T1:2', 187.5),
            feeder('T2:1', null, { households_collapsed: 2, households_unserved: 3 }),
            feeder('T3:1', null, { households_collapsed: 9, households_unserved: 9 }),
            feeder('T4:1', 187.5),
        ]);
        expect(list.map((row) => row.code)).toEqual(['T3:1', 'T2:1', 'T1:2', 'T4:1', 'T1:1']);
    });

    it('leave out who has no customers, and of whom nothing is known', () => {
        expect(worstFeeders([feeder('T1:1', 180, { customers: 0 }), feeder('T1:2', null)])).toEqual([]);
    });
});

describe('households of a transformer', () => {
    it('are those on its wires, the lowest volts first, and before them those that have none', () => {
        const house = (code: string, voltage_v: number | null, wire_m: number | null): Row => ({
            code,
            voltage_v,
            wire_m,
        });
        const list = worstMembers([
            house('S1', 210, 80),
            house('S2', null, 900),
            house('S3', 190, 400),
            house('S4', 220, null),
        ]);
        expect(list.map((row) => row.code)).toEqual(['S2', 'S3', 'S1']);
    });
});

describe('wires', () => {
    it('are told apart by their cross-section, whatever stands before and after it', () => {
        expect(wireMm2('JKLYJ-35')).toBe(35);
        expect(wireMm2('LGJ-50/8')).toBe(50);
        expect(wireMm2('BLV-16mm2')).toBe(16);
        expect(wireMm2('copper')).toBeNaN();
    });

    it('stand from thin to thick within one type, each once', () => {
        expect(inWireOrder(['JKLYJ-120', 'LGJ-50', 'JKLYJ-35', 'JKLYJ-35', 'JKLYJ-70'])).toEqual([
            'JKLYJ-35',
            'JKLYJ-70',
            'JKLYJ-120',
            'LGJ-50',
        ]);
    });
});

describe('names on the power screen', () => {
    it('say what a section, a feeder and a project are, without the codes they are put together from', () => {
        expect(sectionName('L0000125@3')).toBe('L0000125');
        expect(sectionName('S0000007:drop')).toBe('Assumed service drop S0000007');
        expect(sectionName('E0000102:lead')).toBe('Lead E0000102');
        expect(rowName(undefined, feeder('T7:2', 190), 'power_feeder')).toBe('T7 · feeder 2');
        expect(rowName(undefined, feeder('T7:0', 190), 'power_feeder')).toBe('T7 · directly at the transformer');
        const project = (code: string): Row => ({ code, transformer_code: 'T7' });
        expect(rowName(undefined, project('power:T7'), 'power_project')).toBe('T7: Whole area');
        expect(rowName(undefined, project('power:T7:part'), 'power_project')).toBe('T7: Cheapest gain');
        expect(isNamed('power_feeder')).toBe(true);
    });

    it('say measures in words, each once, and that there are none', () => {
        expect(measureWords('tap rewire rewire')).toBe('Another tap + Thicker wire');
        expect(measureWords(null)).toBe('nothing proposed');
    });
});

describe('a new transformer', () => {
    afterEach(() => {
        endTrial();
        selection.value = null;
    });

    it('is asked for, and Escape takes the question back', () => {
        startPlacing();
        expect(isPlacing()).toBe(true);
        expect(closeTop()).toBe(true);
        expect(isPlacing()).toBe(false);
        expect(edits.value).toEqual([]);
    });

    it('is one edit with its place, and its sheet opens', () => {
        startPlacing();
        placeTransformer(102.3, 29.2);
        expect(isPlacing()).toBe(false);
        expect(edits.value).toEqual([
            {
                layer: 'power_facility',
                code: 'NEW-1',
                add: true,
                lon: 102.3,
                lat: 29.2,
                attributes: { kind: 'transformer', kva: 100, tap_percent: 0 },
            },
        ]);
        expect(selection.value).toEqual({ kind: 'feature', layer: 'power_facility', code: 'NEW-1' });
        expect(pickedFeature.value?.feature.geometry).toEqual({ type: 'Point', coordinates: [102.3, 29.2] });
        placeTransformer(102.4, 29.2);
        expect(edits.value.map((one) => one.code)).toEqual(['NEW-1', 'NEW-2']);
    });
});
