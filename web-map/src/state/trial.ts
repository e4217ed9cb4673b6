import { batch, computed, effect, signal } from '@preact/signals';
import type { ApiProblem } from '../api/http';
import type { ChangedTable, Edit, Explanation, Value, WhatIf } from '../api/types';
import { columnAsSent, columnInfo, onTrial, wantClassColumn } from './columns';
import { api, problemOf } from './county';
import { rowOf } from './household';
import { type Colouring, colouring, selection } from './view';

/** Values of a row by column, as a trial tells them. */
export type ChangedValues = Readonly<Record<string, Value>>;

/** The analysis whose heads a trial computes anew. */
const PIPES = 'water.pipes';
const TAP = 'tap';

/** What is tried, one edit per pipe or works; nothing of it is saved. */
export const edits = signal<readonly Edit[]>([]);
/** What was tried before each step, for undo. */
const steps = signal<readonly (readonly Edit[])[]>([]);
export const isOnTrial = computed(() => edits.value.length > 0);
export const trialBusy = signal(false);
export const trialProblem = signal<ApiProblem | null>(null);
/** What the server would not try, and why: it is taken back, so that what is said to be on trial is what is computed. */
export const trialRefusal = signal<{ edit: Edit; problem: ApiProblem } | null>(null);
const answer = signal<WhatIf | null>(null);
/** The explanation of the household that was asked about, as it would be. */
const explained = signal<{ code: string; explanation: Explanation } | null>(null);
/** What coloured the households before the trial. */
let before: Colouring | null = null;

const same = (a: Edit, b: Edit): boolean => a.layer === b.layer && a.code === b.code;

/** Edits with one more; what is said twice of one thing holds as said last. */
export function withEdit(all: readonly Edit[], edit: Edit): Edit[] {
    const old = all.find((one) => same(one, edit));
    const attributes = { ...old?.attributes, ...edit.attributes };
    const merged: Edit = { ...old, ...edit, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) };
    return [...all.filter((one) => !same(one, edit)), merged];
}

export const editOf = (layer: Edit['layer'], code: string): Edit | undefined =>
    edits.value.find((one) => one.layer === layer && one.code === code);

/** Tries something; a trial that begins colours the households by the head at their taps. */
export function tryEdit(edit: Edit): void {
    batch(() => {
        if (!isOnTrial.peek()) {
            before = colouring.peek();
            if (columnInfo(PIPES, TAP)) colouring.value = { analysis: PIPES, column: TAP };
        }
        trialRefusal.value = null;
        steps.value = [...steps.peek(), edits.peek()];
        edits.value = withEdit(edits.peek(), edit);
    });
}

/** Back by one step; back before the first is the end. */
export function undoEdit(): void {
    const last = steps.peek().at(-1);
    if (!last || last.length === 0) return endTrial();
    batch(() => {
        steps.value = steps.peek().slice(0, -1);
        edits.value = last;
    });
}

export function endTrial(): void {
    batch(() => {
        if (before && colouring.peek().analysis === PIPES) colouring.value = before;
        before = null;
        steps.value = [];
        edits.value = [];
    });
}

/** How good a class is: 0 good, 1 left open (height error, part-full main), 2 bad; undefined where unknown. */
const RANK: Readonly<Record<string, number>> = {
    good: 0,
    may_be_low: 1,
    may_be_high: 1,
    may_run_part_full: 1,
    source_too_weak: 1,
    too_low: 2,
    too_high: 2,
};

export interface TapMove {
    code: string;
    from: string | null;
    to: string | null;
    fromM: number | null;
    toM: number | null;
}
export interface TapMoves {
    better: readonly TapMove[];
    worse: readonly TapMove[];
    /** Of another class that is neither better nor worse: known now, unknown now, too high instead of too low. */
    other: readonly TapMove[];
    /** Same class, another head. */
    sameClass: number;
}

const changedOf = (tables: readonly ChangedTable[], table: string): ChangedTable['changed'] =>
    tables.find((one) => one.table === table)?.changed ?? [];

/** Whose tap gets better or worse by its class; ties in the order of codes. */
export function tapMoves(tables: readonly ChangedTable[]): TapMoves {
    const better: TapMove[] = [];
    const worse: TapMove[] = [];
    const other: TapMove[] = [];
    let sameClass = 0;
    for (const { code, before: old, after } of changedOf(tables, 'household')) {
        const text = (row: ChangedValues | null) => (typeof row?.tap === 'string' ? row.tap : null);
        const metres = (row: ChangedValues | null) =>
            typeof row?.residual_head_m === 'number' ? row.residual_head_m : null;
        const [from, to] = [text(old), text(after)];
        if (from === to) {
            sameClass++;
            continue;
        }
        const move = { code, from, to, fromM: metres(old), toM: metres(after) };
        const [x, y] = [RANK[from ?? ''], RANK[to ?? '']];
        if (x === undefined || y === undefined || x === y) other.push(move);
        else (y < x ? better : worse).push(move);
    }
    return { better, worse, other, sameClass };
}

/** How many findings of a kind a trial makes, and how many it mends. */
export interface FindingChange {
    kind: string;
    made: number;
    gone: number;
}

export function findingChanges(tables: readonly ChangedTable[]): FindingChange[] {
    const found = new Map<string, FindingChange>();
    for (const { before: old, after } of changedOf(tables, 'finding')) {
        const kind = String((after ?? old)?.kind ?? '');
        // Taps are told household by household.
        if (kind === '' || kind.startsWith('tap_') || (old !== null && after !== null)) continue;
        const one = found.get(kind) ?? { kind, made: 0, gone: 0 };
        found.set(kind, { ...one, made: one.made + (old === null ? 1 : 0), gone: one.gone + (after === null ? 1 : 0) });
    }
    return [...found.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

export const trialFindings = computed<readonly FindingChange[]>(() => findingChanges(answer.value?.tables ?? []));

export const trialMoves = computed<TapMoves | null>(() => (answer.value ? tapMoves(answer.value.tables) : null));

/** Rows of a table as they would be, by code. */
export const trialRows = computed<Readonly<Record<string, ReadonlyMap<string, ChangedValues | null>>>>(() =>
    Object.fromEntries(
        (answer.value?.tables ?? []).map(({ table, changed }) => [
            table,
            new Map(changed.map((one) => [one.code, one.after])),
        ]),
    ),
);

/** A class or number of a pipe or household as it would be; undefined where the trial leaves it as it is. */
export const trialRow = (table: string, code: string): ChangedValues | undefined =>
    trialRows.value[table]?.get(code) ?? undefined;

export const trialExplanation = (code: string): Explanation | undefined =>
    explained.value?.code === code ? explained.value.explanation : undefined;

/** The column of tap classes with what changes put in. */
export function withMoves(
    column: Uint8Array,
    codes: readonly string[],
    changed: ChangedTable['changed'],
    row: (code: string) => number,
): Uint8Array {
    const out = column.slice();
    for (const { code, after } of changed) {
        const at = row(code);
        const position = codes.indexOf(String(after?.tap ?? ''));
        if (at >= 0 && at < out.length) out[at] = position < 0 ? 255 : position;
    }
    return out;
}

/** The value is at fault, not the server: tried again it would be refused again. */
const isRefused = (problem: ApiProblem): boolean => problem.status === 400;

/** Asks for the heads of what is tried, at once; and once more when a household is opened meanwhile, for its profile. */
export function followTrial(): () => void {
    let askedFor: readonly Edit[] = [];
    let of = api.peek();
    let stop: AbortController | undefined;
    const asking = effect(() => {
        const all = edits.value;
        const from = api.value;
        const what = selection.value;
        // Edits belong to the data they were made on.
        if (of !== from) {
            of = from;
            if (all.length > 0) return endTrial();
        }
        if (all.length === 0 || !from) {
            askedFor = [];
            stop?.abort();
            batch(() => {
                answer.value = null;
                explained.value = null;
                trialProblem.value = null;
                trialBusy.value = false;
            });
            return;
        }
        const code = what?.kind === 'household' ? what.code : undefined;
        if (askedFor === all && code === undefined) return;
        askedFor = all;
        stop?.abort();
        const mine = (stop = new AbortController());
        trialBusy.value = true;
        from.whatIf(PIPES, all, code, mine.signal).then(
            (told) => {
                if (mine.signal.aborted) return;
                batch(() => {
                    answer.value = told;
                    explained.value = code && told.explanation ? { code, explanation: told.explanation } : null;
                    trialProblem.value = null;
                    trialBusy.value = false;
                });
            },
            (error) => {
                if (mine.signal.aborted) return;
                const problem = problemOf(error);
                const edit = all.at(-1);
                batch(() => {
                    trialBusy.value = false;
                    if (isRefused(problem) && edit) {
                        trialRefusal.value = { edit, problem };
                        undoEdit();
                        return;
                    }
                    answer.value = null;
                    explained.value = null;
                    trialProblem.value = problem;
                });
            },
        );
    });
    const colouringIt = effect(() => {
        const told = answer.value;
        if (isOnTrial.value) wantClassColumn(PIPES, TAP);
        const column = columnAsSent(PIPES, TAP) as Uint8Array | undefined;
        const info = columnInfo(PIPES, TAP);
        onTrial.value =
            told && column && info
                ? new Map([
                      [`${PIPES}/${TAP}`, withMoves(column, info.codes, changedOf(told.tables, 'household'), rowOf)],
                  ])
                : new Map();
    });
    return () => {
        stop?.abort();
        asking();
        colouringIt();
    };
}
