import { signal } from '@preact/signals';
import { ApiProblem } from '../api/http';
import type { ImportChoices, ImportPreview } from '../api/types';
import { api, dataState, loadCounty, loadData, problemOf } from './county';
import { follow } from './jobs';

/** Where an upload stands: nothing, being read, shown before commit, being written, or refused. */
export type ImportState =
    | { step: 'none' }
    | { step: 'reading'; file: string }
    | { step: 'preview'; preview: ImportPreview; choices: ImportChoices; busy: boolean; problem: ApiProblem | null }
    | { step: 'done'; file: string }
    | { step: 'refused'; file: string; problem: ApiProblem };

export const importing = signal<ImportState>({ step: 'none' });

export async function startImport(file: File): Promise<void> {
    const from = api.value;
    if (!from) return;
    importing.value = { step: 'reading', file: file.name };
    try {
        const preview = await from.previewImport(file, {});
        const why = preview.layers.length === 0 && !preview.canCommit ? preview.issues[0] : undefined;
        importing.value = why
            ? { step: 'refused', file: file.name, problem: new ApiProblem(422, why.code, why.first?.[0]?.params ?? {}) }
            : { step: 'preview', preview, choices: {}, busy: false, problem: null };
    } catch (error) {
        importing.value = { step: 'refused', file: file.name, problem: problemOf(error) };
    }
}

/** Changes an answer and shows the preview that follows from it. */
export async function answer(choice: ImportChoices): Promise<void> {
    const now = importing.value;
    const from = api.value;
    if (now.step !== 'preview' || !from) return;
    const choices = { ...now.choices, ...choice };
    importing.value = { ...now, choices, busy: true, problem: null };
    try {
        const preview = await from.changeImport(now.preview.importId, choices);
        importing.value = { step: 'preview', preview, choices, busy: false, problem: null };
    } catch (error) {
        importing.value = { ...now, choices, busy: false, problem: problemOf(error) };
    }
}

/** Answers as they stand: what was chosen, else what the server proposes. */
function answersOf(state: Extract<ImportState, { step: 'preview' }>): ImportChoices {
    const proposed = state.preview.questions.filter((q) => q.default !== null).map((q) => [q.id, q.default]);
    return { ...Object.fromEntries(proposed), ...state.choices };
}

/** Whether everything that was asked has an answer. */
export function isAnswered(state: Extract<ImportState, { step: 'preview' }>): boolean {
    const answers: Record<string, string | undefined> = { ...answersOf(state) };
    return state.preview.questions.every((q) => answers[q.id]);
}

/** Writes what the preview shows. Proposals that the user just agrees with are sent first, as the user's answers. */
export async function commit(clock: () => number): Promise<void> {
    const now = importing.value;
    const from = api.value;
    if (now.step !== 'preview' || !from) return;
    importing.value = { ...now, busy: true, problem: null };
    try {
        const choices = answersOf(now);
        if (!now.preview.canCommit) {
            const preview = await from.changeImport(now.preview.importId, choices);
            if (!preview.canCommit) {
                importing.value = { step: 'preview', preview, choices, busy: false, problem: null };
                return;
            }
        }
        const done = await from.commitImport(now.preview.importId);
        importing.value = { step: 'done', file: now.preview.file };
        if (done.jobId) follow(done.jobId, clock);
        else await loadCounty(from.code, true);
        dataState.value = null;
        loadData();
    } catch (error) {
        importing.value = { ...now, busy: false, problem: problemOf(error) };
    }
}

export async function giveUp(): Promise<void> {
    const now = importing.value;
    importing.value = { step: 'none' };
    if (now.step === 'preview') await api.value?.dropImport(now.preview.importId).catch(() => undefined);
}
