import { batch, computed, effect, signal } from '@preact/signals';
import type { ApiProblem } from '../api/http';
import type { ChangedTable, Edit, Explanation, WhatIf } from '../api/types';
import { columnAsSent, columnInfo, onTrial, wantClassColumn } from './columns';
import { api, detail, problemOf } from './county';
import { rowOf } from './household';
import { tablesOf } from './results';
import { type ChangedValues, changedOf, type Moves, movesOf, type TrialKind, trialKindOf, withChanges } from './trials';
import { type Colouring, colouring, selection } from './view';

/** What is tried, one edit per thing; nothing of it is saved. All are of one analysis. */
export const edits = signal<readonly Edit[]>([]);
/** What was tried before each step, for undo. */
const steps = signal<readonly (readonly Edit[])[]>([]);
export const isOnTrial = computed(() => edits.value.length > 0);
/** What the trial is about; null while nothing is tried. */
export const trialKind = computed<TrialKind | null>(() => (edits.value[0] ? trialKindOf(edits.value[0].layer) : null));
export const trialBusy = signal(false);
export const trialProblem = signal<ApiProblem | null>(null);
/** What the server would not try, and why: it is taken back, so that what is said to be on trial is what is computed. */
export const trialRefusal = signal<{ edit: Edit; problem: ApiProblem } | null>(null);
const answer = signal<WhatIf | null>(null);
/** The explanation of the household that was asked about, as it would be. */
const explained = signal<{ code: string; explanation: Explanation } | null>(null);
/** A household whose profile is on the screen without being selected: the worst of a feeder. */
export const watched = signal<string | null>(null);
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

/** Things that are on no record and stand only for the trial. */
export const added = computed<readonly Edit[]>(() => edits.value.filter((one) => one.add === true));

/** Tries something; a trial that begins colours the households by its class. Another question's trial ends before. */
export function tryEdit(edit: Edit): void {
    const kind = trialKindOf(edit.layer);
    batch(() => {
        if (trialKind.peek() && trialKind.peek() !== kind) endTrial();
        if (!isOnTrial.peek()) {
            before = colouring.peek();
            if (columnInfo(kind.analysis, kind.column))
                colouring.value = { analysis: kind.analysis, column: kind.column };
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
        leaveAdded();
    });
}

export function endTrial(): void {
    batch(() => {
        if (before && colouring.peek().analysis === trialKind.peek()?.analysis) colouring.value = before;
        before = null;
        steps.value = [];
        edits.value = [];
        leaveAdded();
    });
}

/** What stood only for the trial cannot stay selected after it. */
function leaveAdded(): void {
    const what = selection.peek();
    if (what?.kind === 'feature' && isNewCode(what.code) && !added.value.some((one) => one.code === what.code))
        selection.value = null;
}

const NEW = /^NEW-\d+$/;
export const isNewCode = (code: string): boolean => NEW.test(code);

/** A code for a thing that is added on trial. */
export function newCode(): string {
    const taken = new Set(added.peek().map((one) => one.code));
    for (let n = 1; ; n++) if (!taken.has(`NEW-${n}`)) return `NEW-${n}`;
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

export const trialMoves = computed<Moves | null>(() =>
    answer.value && trialKind.value ? movesOf(answer.value.tables, trialKind.value) : null,
);

/** Rows of a table as they would be, by code. */
const trialRows = computed<Readonly<Record<string, ReadonlyMap<string, ChangedValues | null>>>>(() =>
    Object.fromEntries(
        (answer.value?.tables ?? []).map(({ table, changed }) => [
            table,
            new Map(changed.map((one) => [one.code, one.after])),
        ]),
    ),
);

/** A row of the trial's analysis as it would be; undefined where the trial leaves it as it is. */
export const trialRow = (table: string, code: string): ChangedValues | undefined =>
    trialRows.value[table]?.get(code) ?? undefined;

/** As {@link trialRow}, for a feature of a layer, whatever the table about it is called. */
export function triedFeatures(layer: string): ((code: string) => ChangedValues | undefined) | undefined {
    const analysis = trialKind.value?.analysis;
    const table = tablesOf(layer).find((one) => one.analysis === analysis)?.table.id;
    const rows = table === undefined ? undefined : trialRows.value[table];
    return rows && ((code) => rows.get(code) ?? undefined);
}

export const trialExplanation = (code: string): Explanation | undefined =>
    explained.value?.code === code ? explained.value.explanation : undefined;

/** The values are at fault, not the server: tried again they would be refused again. */
const isRefused = (problem: ApiProblem): boolean => problem.status >= 400 && problem.status < 500;

/** Asks for what is tried, at once; and once more when a household is opened or watched meanwhile, for its profile. */
export function followTrial(): () => void {
    let askedFor: readonly Edit[] = [];
    let of = api.peek();
    let stop: AbortController | undefined;
    const asking = effect(() => {
        const all = edits.value;
        const from = api.value;
        const what = selection.value;
        const kind = trialKind.value;
        const code = what?.kind === 'household' ? what.code : (watched.value ?? undefined);
        // Edits belong to the data they were made on.
        if (of !== from) {
            of = from;
            if (all.length > 0) return endTrial();
        }
        if (all.length === 0 || !from || !kind) {
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
        if (askedFor === all && (code === undefined || explained.peek()?.code === code)) return;
        askedFor = all;
        stop?.abort();
        const mine = (stop = new AbortController());
        trialBusy.value = true;
        from.whatIf(kind.analysis, all, code, mine.signal).then(
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
    const changing = effect(() => {
        const kind = trialKind.value;
        const told = answer.value;
        if (!kind) {
            onTrial.value = new Map();
            return;
        }
        wantClassColumn(kind.analysis, kind.column);
        const changed = changedOf(told?.tables ?? [], 'household');
        const table = detail.value?.analyses
            .find((a) => a.id === kind.analysis)
            ?.tables.find((one) => one.id === 'household');
        // Every column that is on the screen, so that map, bars and table say the same.
        onTrial.value = new Map(
            (told ? (table?.columns ?? []) : []).flatMap((info) => {
                const column = columnAsSent(kind.analysis, info.id);
                return column
                    ? [[`${kind.analysis}/${info.id}`, withChanges(column, info, changed, rowOf)] as const]
                    : [];
            }),
        );
    });
    return () => {
        stop?.abort();
        asking();
        changing();
    };
}
