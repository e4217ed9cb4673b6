import { signal } from '@preact/signals';
import { ApiProblem } from '../api/http';
import { cancelJob } from '../api/jobs';
import type { ColumnChoice, ImportChoices, ImportLayer, ImportPreview, ImportStarted, Job } from '../api/types';
import { api, dataState, fail, loadCounty, loadData, problemOf } from './county';
import { follow, takeUpRunning } from './jobs';

/** The server at work on a file: how far, since when, and the way to stop it. */
export interface Work {
    job: Job | null;
    since: number;
}

/** Where an upload stands: nothing, being read, shown before commit, written, given up, or refused. */
export type ImportState =
    | { step: 'none' }
    | { step: 'reading'; file: string; work: Work }
    | {
          step: 'preview';
          preview: ImportPreview;
          choices: ImportChoices;
          work: Work | null;
          writing: boolean;
          problem: ApiProblem | null;
          stopped: boolean;
      }
    | { step: 'done'; file: string; importId: string }
    | { step: 'stopped'; file: string }
    | { step: 'refused'; file: string; problem: ApiProblem };

type Preview = Extract<ImportState, { step: 'preview' }>;

export const importing = signal<ImportState>({ step: 'none' });

const shown = (preview: ImportPreview, choices: ImportChoices): Preview => ({
    step: 'preview',
    preview,
    choices,
    work: null,
    writing: false,
    problem: null,
    stopped: false,
});

/** Follows a job of the import on screen. @return the preview when it is done, undefined when it was stopped */
async function outcome(started: ImportStarted, since: number): Promise<ImportPreview | undefined> {
    const from = api.value!;
    const end = await from.finished(started.jobId, (job) => {
        const now = importing.value;
        if (now.step === 'reading' || (now.step === 'preview' && now.work))
            importing.value = { ...now, work: { job, since } };
    });
    if (end.state === 'cancelled') return undefined;
    if (end.state === 'failed') throw new ApiProblem(500, 'job_failed', end.params);
    return from.lookAtImport(started.importId);
}

export async function startImport(file: File, clock: () => number): Promise<void> {
    const from = api.value;
    if (!from) return;
    const since = clock();
    importing.value = { step: 'reading', file: file.name, work: { job: null, since } };
    try {
        const preview = await outcome(await from.startImport(file), since);
        if (!preview) {
            importing.value = { step: 'stopped', file: file.name };
            return;
        }
        const why = preview.layers.length === 0 && !preview.canCommit ? preview.issues[0] : undefined;
        importing.value = why
            ? { step: 'refused', file: file.name, problem: new ApiProblem(422, why.code, why.first[0]?.params ?? {}) }
            : shown(preview, {});
    } catch (error) {
        importing.value = { step: 'refused', file: file.name, problem: problemOf(error) };
    }
}

/** Changes an answer and shows the preview that follows from it; a refused answer leaves all as it was, and says why. */
export async function answer(choice: ImportChoices, clock: () => number): Promise<void> {
    const now = importing.value;
    const from = api.value;
    if (now.step !== 'preview' || now.work || !from) return;
    const choices = { ...now.choices, ...choice };
    // Other letters give the columns other names, another layer has other fields.
    if (choice.encoding !== undefined || choice.layer !== undefined) delete choices.mapping;
    const since = clock();
    importing.value = { ...now, work: { job: null, since }, problem: null, stopped: false };
    try {
        const preview = await outcome(await from.changeImport(now.preview.importId, choices), since);
        importing.value = preview ? shown(preview, choices) : { ...now, work: null, problem: null, stopped: true };
    } catch (error) {
        importing.value = { ...now, work: null, problem: problemOf(error) };
    }
}

/** Reads a field from another column, or from none (''). */
export const chooseColumn = (choice: ColumnChoice, clock: () => number): Promise<void> =>
    chooseColumns([choice], clock);

/** Coordinates are chosen together: one column alone is no place. */
export function choosePosition(
    layer: ImportLayer,
    axis: 'x' | 'y',
    column: string,
    clock: () => number,
): Promise<void> {
    const chosen = { x: layer.position?.x ?? '', y: layer.position?.y ?? '', [axis]: column };
    return chooseColumns(
        (['x', 'y'] as const).map((attribute) => ({ kind: '', attribute, column: chosen[attribute] })),
        clock,
    );
}

async function chooseColumns(changed: ColumnChoice[], clock: () => number): Promise<void> {
    const now = importing.value;
    if (now.step !== 'preview') return;
    const others = (now.choices.mapping ?? []).filter(
        (one) => !changed.some((c) => c.kind === one.kind && c.attribute === one.attribute),
    );
    await answer({ mapping: [...others, ...changed] }, clock);
}

/** Answers as they stand: what was chosen, else what the server proposes. */
function answersOf(state: Preview): ImportChoices {
    const proposed = state.preview.questions.filter((q) => q.default !== null).map((q) => [q.id, q.default]);
    return { ...Object.fromEntries(proposed), ...state.choices };
}

/** Whether everything that was asked has an answer. */
export function isAnswered(state: Preview): boolean {
    const answers = answersOf(state);
    return state.preview.questions.every((q) => answers[q.id as keyof ImportChoices]);
}

/** Whether two previews of a file say the same of what would come of it. */
export function isSame(a: ImportPreview, b: ImportPreview): boolean {
    const said = ({ effect, issues, rejected }: ImportPreview): string =>
        JSON.stringify([effect, rejected, issues.map(({ code, count }) => [code, count])]);
    return said(a) === said(b);
}

/** Writes what the preview shows. Proposals that the user just agrees with are sent first, as the user's answers. */
export async function commit(clock: () => number): Promise<void> {
    const now = importing.value;
    const from = api.value;
    if (now.step !== 'preview' || now.work || !from) return;
    const since = clock();
    const { importId, file } = now.preview;
    let ready = { ...now, problem: null, stopped: false };
    importing.value = { ...ready, work: { job: null, since }, writing: true };
    try {
        const choices = answersOf(now);
        if (!now.preview.canCommit) {
            const preview = await outcome(await from.changeImport(importId, choices), since);
            // What comes of the answers is shown before it is written, unless it stood there already.
            if (!preview?.canCommit || !isSame(preview, now.preview)) {
                importing.value = preview ? shown(preview, choices) : { ...ready, stopped: true };
                return;
            }
            ready = shown(preview, choices) as typeof ready;
            importing.value = { ...ready, work: { job: null, since }, writing: true };
        }
        const after = await outcome(await from.commitImport(importId), since);
        if (!after?.committed) {
            importing.value = after ? shown(after, choices) : { ...ready, stopped: true };
            return;
        }
        importing.value = { step: 'done', file, importId };
        await loadCounty(from.code, true);
        refresh();
        await takeUpRunning(clock);
    } catch (error) {
        importing.value = { ...ready, problem: problemOf(error) };
    }
}

function refresh(): void {
    dataState.value = null;
    loadData();
}

/** Stops what the server is doing with the file. What was there before stays. */
export async function stopWork(): Promise<void> {
    const now = importing.value;
    const id = now.step === 'reading' || now.step === 'preview' ? now.work?.job?.id : undefined;
    if (id) await cancelJob(id).catch(fail);
}

export async function giveUp(): Promise<void> {
    const now = importing.value;
    importing.value = { step: 'none' };
    if (now.step === 'preview') await api.value?.dropImport(now.preview.importId).catch(() => undefined);
}

/** Takes an import back: the county is again what it was before it. */
export async function undo(importId: string, clock: () => number): Promise<void> {
    const from = api.value;
    if (!from) return;
    try {
        const back = await from.undoImport(importId);
        if (importing.value.step === 'done') importing.value = { step: 'none' };
        await loadCounty(from.code, true);
        refresh();
        if (back.jobId) follow(back.jobId, clock);
    } catch (error) {
        fail(error);
    }
}
