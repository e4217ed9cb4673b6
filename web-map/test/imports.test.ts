import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../src/api/http';
import type { ImportPreview, Job } from '../src/api/types';
import { api } from '../src/state/county';
import { answer, chooseColumn, commit, importing, isAnswered, startImport } from '../src/state/imports';
import { secondsLeft } from '../src/state/jobs';

const preview = (canCommit: boolean, standard: string | null, rejected = 0): ImportPreview => ({
    importId: 'i1',
    file: 'a.csv',
    format: 'csv',
    mode: 'merge',
    layers: [],
    questions: canCommit ? [] : [{ id: 'encoding', options: ['GB18030', 'UTF-8'], default: standard }],
    issues: [],
    effect: null,
    effects: {},
    rejected,
    canCommit,
    committed: false,
});

const job = (state: Job['state'], params: Job['params'] = {}): Job => ({
    id: 'j',
    state,
    share: 0.5,
    message: 'job.import_look',
    params,
    version: null,
});

let sent: unknown[];
/** A server whose jobs end as told, one after the other; then they are done. */
function server(standard: string | null, ends: Job[] = [], rejectedThen = 0) {
    sent = [];
    let now = preview(false, standard);
    const started = { importId: 'i1', jobId: 'j' };
    api.value = {
        code: 'c',
        startImport: async () => started,
        changeImport: async (_: string, choices: unknown) => {
            sent.push(choices);
            now = preview(true, null, rejectedThen);
            return started;
        },
        commitImport: async () => {
            sent.push('commit');
            throw new ApiProblem(409, 'county_busy', {});
        },
        finished: async (_: string, told: (job: Job) => void) => {
            told(job('running'));
            return ends.shift() ?? job('done');
        },
        lookAtImport: async () => now,
    } as never;
}
const clock = () => 0;
const file = { name: 'a.csv' } as File;

const state = () => {
    const now = importing.value;
    if (now.step !== 'preview') throw new Error(now.step);
    return now;
};

describe('an import', () => {
    beforeEach(() => {
        importing.value = { step: 'none' };
    });

    it('sends a proposal that the user just agrees with before it writes', async () => {
        server('GB18030');
        await startImport(file, clock);
        expect(isAnswered(state())).toBe(true);
        await commit(clock);
        expect(sent).toEqual([{ encoding: 'GB18030' }, 'commit']);
    });

    it('is shown again, and not written, when the answers come to something else than stood there', async () => {
        server('GB18030', [], 5);
        await startImport(file, clock);
        await commit(clock);
        expect(sent).toEqual([{ encoding: 'GB18030' }]);
        expect(state().preview.rejected).toBe(5);
        await commit(clock);
        expect(sent).toEqual([{ encoding: 'GB18030' }, 'commit']);
    });

    it('cannot be written while a question has neither answer nor proposal', async () => {
        server(null);
        await startImport(file, clock);
        expect(isAnswered(state())).toBe(false);
        await answer({ encoding: 'UTF-8' }, clock);
        expect(sent).toEqual([{ encoding: 'UTF-8' }]);
        expect(state().preview.canCommit).toBe(true);
    });

    it('keeps the preview and says why when the server refuses to write', async () => {
        server('UTF-8');
        await startImport(file, clock);
        await commit(clock);
        expect(state().problem?.code).toBe('county_busy');
        expect(state().work).toBeNull();
    });

    it('that is stopped while it is read leaves nothing, and says so', async () => {
        server('UTF-8', [job('cancelled')]);
        await startImport(file, clock);
        expect(importing.value).toEqual({ step: 'stopped', file: 'a.csv' });
    });

    it('that is stopped while a change is tried stays as it was', async () => {
        server('UTF-8', [job('done'), job('cancelled')]);
        await startImport(file, clock);
        const before = state().preview;
        await answer({ crs: 'EPSG:4490' }, clock);
        expect(state()).toMatchObject({ stopped: true, work: null, choices: {} });
        expect(state().preview).toBe(before);
    });

    it('says why when the server fails over a file', async () => {
        server('UTF-8', [job('failed', { detail: 'disk full' })]);
        await startImport(file, clock);
        expect(importing.value).toMatchObject({ step: 'refused', problem: { code: 'job_failed' } });
    });

    it('collects the columns that were chosen, the last choice of a field counts', async () => {
        server('UTF-8');
        await startImport(file, clock);
        await chooseColumn({ kind: 'household', attribute: 'people_registered', column: 'a' }, clock);
        await chooseColumn({ kind: 'household', attribute: 'code', column: 'c' }, clock);
        await chooseColumn({ kind: 'household', attribute: 'people_registered', column: '' }, clock);
        expect(state().choices.mapping).toEqual([
            { kind: 'household', attribute: 'code', column: 'c' },
            { kind: 'household', attribute: 'people_registered', column: '' },
        ]);
    });

    it('forgets the chosen columns when the letters are read in another way', async () => {
        server('UTF-8');
        await startImport(file, clock);
        await chooseColumn({ kind: 'household', attribute: 'code', column: 'c' }, clock);
        await answer({ encoding: 'GB18030' }, clock);
        expect(state().choices).toEqual({ encoding: 'GB18030' });
    });
});

describe('the time left', () => {
    it('is not guessed before there is something to judge by', () => {
        expect(secondsLeft(0.01, 10_000)).toBeUndefined();
        expect(secondsLeft(0.5, 500)).toBeUndefined();
        expect(secondsLeft(0.25, 10_000)).toBe(30);
    });
});
