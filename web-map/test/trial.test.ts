import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CountyApi } from '../src/api/county';
import type { ChangedTable, ColumnInfo, CountyDetail, Edit } from '../src/api/types';
import { classColumn, onTrial, putColumn } from '../src/state/columns';
import { api, codes, detail } from '../src/state/county';
import {
    edits,
    endTrial,
    findingChanges,
    followTrial,
    isOnTrial,
    newCode,
    trialExplanation,
    trialMoves,
    trialProblem,
    trialRefusal,
    trialRow,
    tryEdit,
    undoEdit,
    withEdit,
} from '../src/state/trial';
import { movesOf, TRIALS, withChanges } from '../src/state/trials';
import { colouring, selection } from '../src/state/view';

const [WATER, POWER] = [TRIALS[0]!, TRIALS[1]!];
const CODES = ['good', 'may_be_low', 'too_low', 'may_be_high', 'too_high', 'unknown', 'no_tap'];
const row = (tap: string, m: number | null) => ({ tap, residual_head_m: m });
const TABLES: ChangedTable[] = [
    {
        table: 'household',
        changed: [
            { code: 'S1', before: row('too_low', -3), after: row('good', 9) },
            { code: 'S2', before: row('good', 12), after: row('may_be_low', 4) },
            { code: 'S3', before: row('too_low', -9), after: row('too_high', 60) },
            { code: 'S4', before: row('unknown', null), after: row('good', 8) },
            { code: 'S5', before: row('good', 12), after: row('good', 14) },
        ],
    },
    { table: 'pipe', changed: [{ code: 'G1', before: { head_band: 'up_to_5' }, after: { head_band: 'up_to_40' } }] },
];
const DIAMETER: Edit = { layer: 'pipe', code: 'G1', attributes: { diameter_mm: 50 } };

describe('what is tried', () => {
    it('is one edit per thing; what is said twice holds as said last', () => {
        const both = withEdit([DIAMETER], { layer: 'pipe', code: 'G1', attributes: { material: 'steel' } });
        expect(both).toEqual([{ layer: 'pipe', code: 'G1', attributes: { diameter_mm: 50, material: 'steel' } }]);
        expect(withEdit(both, { ...DIAMETER, attributes: { diameter_mm: 63 } })[0]!.attributes).toEqual({
            diameter_mm: 63,
            material: 'steel',
        });
        const moved: Edit = { layer: 'water_facility', code: 'W1', lon: 102, lat: 29 };
        expect(withEdit([moved], { layer: 'water_facility', code: 'W1', attributes: { elevation_m: 870 } })).toEqual([
            { ...moved, attributes: { elevation_m: 870 } },
        ]);
        expect(withEdit([DIAMETER], moved)).toHaveLength(2);
    });

    it('makes taps better, worse, or other than they were', () => {
        const moves = movesOf(TABLES, WATER);
        expect(moves.better.map((m) => m.code)).toEqual(['S1']);
        expect(moves.worse.map((m) => m.code)).toEqual(['S2']);
        // Too high instead of too low is no gain; what becomes known is neither gain nor loss.
        expect(moves.other.map((m) => m.code)).toEqual(['S3', 'S4']);
        expect(moves.sameClass).toBe(1);
        expect(moves.better[0]).toEqual({ code: 'S1', from: 'too_low', to: 'good', fromValue: -3, toValue: 9 });
        expect(moves.unserved).toBeNull();
        expect(movesOf([], WATER)).toEqual({ better: [], worse: [], other: [], sameClass: 0, unserved: null });
    });

    it('makes and mends findings, taps apart', () => {
        const finding = (kind: string) => ({ kind, feature_code: 'G1' });
        expect(
            findingChanges([
                {
                    table: 'finding',
                    changed: [
                        { code: 'a', before: null, after: finding('too_fast') },
                        { code: 'b', before: finding('too_slow'), after: null },
                        { code: 'c', before: finding('too_slow'), after: null },
                        { code: 'd', before: finding('air_lock'), after: finding('air_lock') },
                        { code: 'e', before: null, after: finding('tap_too_low') },
                    ],
                },
            ]),
        ).toEqual([
            { kind: 'too_fast', made: 1, gone: 0 },
            { kind: 'too_slow', made: 0, gone: 2 },
        ]);
    });

    it('of a wire makes households better or worse by the band of their volts, and counts who is outside the limits', () => {
        const house = (voltage_band: string, voltage_v: number | null, verdict: string) => ({
            voltage_band,
            voltage_v,
            verdict,
        });
        const moves = movesOf(
            [
                {
                    table: 'household',
                    changed: [
                        {
                            code: 'S1',
                            before: house('below_187', 180, 'unserved'),
                            after: house('up_to_235', 212, 'served'),
                        },
                        {
                            code: 'S2',
                            before: house('collapsed', null, 'unserved'),
                            after: house('below_187', 184, 'unserved'),
                        },
                        {
                            code: 'S3',
                            before: house('below_209', 201, 'served'),
                            after: house('below_198', 197, 'unserved'),
                        },
                        {
                            code: 'S4',
                            before: house('below_187', 178, 'unserved'),
                            after: house('below_187', 186, 'borderline'),
                        },
                        {
                            code: 'S5',
                            before: house('below_198', 190, 'unserved'),
                            after: house('above_235', 240, 'unserved'),
                        },
                    ],
                },
            ],
            POWER,
        );
        expect(moves.better.map((m) => m.code)).toEqual(['S1', 'S2']);
        expect(moves.worse.map((m) => m.code)).toEqual(['S3']);
        // Too high instead of too low is no gain.
        expect(moves.other.map((m) => m.code)).toEqual(['S5']);
        expect(moves.sameClass).toBe(1);
        expect(moves.unserved).toBe(1 - 2);
    });

    it('changes columns of numbers too, and leaves what a row does not say', () => {
        const volts = Float32Array.from([180, 210, 230]);
        const at = (code: string) => Number(code.slice(1)) - 1;
        const changed: ChangedTable['changed'] = [
            { code: 'S1', before: { voltage_v: 180 }, after: { voltage_v: 212 } },
            { code: 'S2', before: { voltage_v: 210 }, after: { voltage_v: null } },
            { code: 'S3', before: { hours_below: 3 }, after: { hours_below: 2 } },
        ];
        expect([...withChanges(volts, { id: 'voltage_v', codes: [] }, changed, at)]).toEqual([212, Number.NaN, 230]);
    });

    it('changes the column only where taps change', () => {
        const column = Uint8Array.from([2, 0, 2, 5, 0, 6]);
        const at = (code: string) => Number(code.slice(1)) - 1;
        expect([...withChanges(column, { id: 'tap', codes: CODES }, TABLES[0]!.changed, at)]).toEqual([
            0, 1, 4, 0, 0, 6,
        ]);
        expect([...column]).toEqual([2, 0, 2, 5, 0, 6]);
        expect([
            ...withChanges(
                column,
                { id: 'tap', codes: CODES },
                [{ code: 'S9', before: null, after: row('good', 1) }],
                at,
            ),
        ]).toEqual([...column]);
    });
});

describe('a trial', () => {
    let stop: () => void;
    const asked: { edits: Edit[]; explain?: { code: string } }[] = [];
    let answer: () => Response;
    const tap: ColumnInfo = { id: 'tap', type: 'CLASS', unit: '', decimals: 0, scheme: 'tap_head', codes: CODES };

    beforeEach(() => {
        asked.length = 0;
        answer = () => Response.json({ tables: TABLES, explanation: { steps: [], drawing: null, way: [] } });
        vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
            if (!path.includes('/what-if')) return Promise.resolve(new Response(Uint8Array.from([2, 0, 2, 5, 0, 6])));
            asked.push(JSON.parse(String(init?.body)));
            return Promise.resolve(answer());
        });
        detail.value = {
            analyses: [
                {
                    id: 'water.pipes',
                    state: 'ready',
                    tables: [{ id: 'household', featureKind: 'household', rows: 6, columns: [tap] }],
                },
            ],
        } as unknown as CountyDetail;
        api.value = new CountyApi('990001', '7');
        codes.value = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'];
        colouring.value = { analysis: 'water.access', column: 'verdict' };
        selection.value = null;
        stop = followTrial();
        putColumn('water.pipes/tap', Uint8Array.from([2, 0, 2, 5, 0, 6]));
    });
    afterEach(() => {
        endTrial();
        stop();
        vi.unstubAllGlobals();
        api.value = null;
        detail.value = null;
        codes.value = null;
    });
    const told = () => vi.waitFor(() => expect(trialMoves.value).not.toBeNull());

    it('asks at once, recolours households and pipes, and leaves nothing behind', async () => {
        tryEdit(DIAMETER);
        await told();
        expect(asked).toEqual([{ analysis: 'water.pipes', edits: [DIAMETER] }]);
        expect(colouring.value).toEqual({ analysis: 'water.pipes', column: 'tap' });
        await vi.waitFor(() => expect([...classColumn('water.pipes', 'tap')!]).toEqual([0, 1, 4, 0, 0, 6]));
        expect(trialRow('pipe', 'G1')).toEqual({ head_band: 'up_to_40' });
        endTrial();
        expect(isOnTrial.value).toBe(false);
        expect(onTrial.value.size).toBe(0);
        expect(trialRow('pipe', 'G1')).toBeUndefined();
        expect(colouring.value).toEqual({ analysis: 'water.access', column: 'verdict' });
    });

    it('goes back step by step, and ends with the first', async () => {
        tryEdit(DIAMETER);
        tryEdit({ ...DIAMETER, attributes: { diameter_mm: 75 } });
        await told();
        undoEdit();
        expect(edits.value).toEqual([DIAMETER]);
        undoEdit();
        expect(isOnTrial.value).toBe(false);
    });

    it('asks for the profile of a household that is opened meanwhile', async () => {
        tryEdit(DIAMETER);
        await told();
        selection.value = { kind: 'household', code: 'S2' };
        await vi.waitFor(() => expect(trialExplanation('S2')).toBeDefined());
        expect(asked.at(-1)).toMatchObject({ explain: { table: 'household', code: 'S2' } });
        expect(trialExplanation('S1')).toBeUndefined();
    });

    it('says what the server refuses, and takes it back: nothing is on trial that was not computed', async () => {
        tryEdit(DIAMETER);
        await told();
        const good = answer;
        answer = () => Response.json({ code: 'out_of_range', params: { attribute: 'diameter_mm' } }, { status: 400 });
        const wrong = { ...DIAMETER, attributes: { diameter_mm: 99_999 } };
        tryEdit(wrong);
        answer = good;
        await vi.waitFor(() => expect(trialRefusal.value?.problem.code).toBe('out_of_range'));
        expect(trialRefusal.value?.edit).toEqual(wrong);
        expect(edits.value).toEqual([DIAMETER]);
        await told();
        expect(trialMoves.value).not.toBeNull();
        tryEdit({ ...DIAMETER, attributes: { diameter_mm: 75 } });
        expect(trialRefusal.value).toBeNull();
    });

    it('shows nothing as if it were known while the server fails', async () => {
        answer = () => Response.json({ code: 'unexpected', params: {} }, { status: 500 });
        tryEdit(DIAMETER);
        await vi.waitFor(() => expect(trialProblem.value?.code).toBe('unexpected'));
        expect(trialMoves.value).toBeNull();
        expect(onTrial.value.size).toBe(0);
        expect(isOnTrial.value).toBe(true);
    });

    it('of another question ends the one before: nothing is half water and half power', async () => {
        tryEdit(DIAMETER);
        await told();
        tryEdit({ layer: 'power_line', code: 'L1', attributes: { conductor: 'JKLYJ-70' } });
        expect(edits.value.map((one) => one.layer)).toEqual(['power_line']);
        await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ analysis: 'power.voltage' }));
    });

    it('takes away what it had added when it ends, and nothing of it stays selected', async () => {
        const code = newCode();
        tryEdit({ layer: 'power_facility', code, add: true, lon: 102, lat: 29, attributes: { kva: 100 } });
        expect(newCode()).not.toBe(code);
        selection.value = { kind: 'feature', layer: 'power_facility', code };
        undoEdit();
        expect(isOnTrial.value).toBe(false);
        expect(selection.value).toBeNull();
    });

    it('ends when the data behind it changes', async () => {
        tryEdit(DIAMETER);
        await told();
        api.value = new CountyApi('990001', '8');
        expect(isOnTrial.value).toBe(false);
    });
});
