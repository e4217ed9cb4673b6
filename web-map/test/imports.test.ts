import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../src/api/http';
import type { ImportPreview } from '../src/api/types';
import { api } from '../src/state/county';
import { answer, commit, importing, isAnswered, startImport } from '../src/state/imports';
import { secondsLeft } from '../src/state/jobs';

const preview = (canCommit: boolean, standard: string | null): ImportPreview => ({
    importId: 'i1',
    file: 'a.csv',
    format: 'csv',
    mode: 'merge',
    layers: [],
    questions: canCommit ? [] : [{ id: 'encoding', options: ['GB18030', 'UTF-8'], default: standard }],
    issues: [],
    effect: null,
    effects: {},
    rejected: 0,
    canCommit,
});

let sent: unknown[];
function server(standard: string | null) {
    sent = [];
    api.value = {
        code: 'c',
        previewImport: async () => preview(false, standard),
        changeImport: async (_: string, choices: unknown) => {
            sent.push(choices);
            return preview(true, null);
        },
        commitImport: async () => {
            sent.push('commit');
            throw new ApiProblem(409, 'county_busy', {});
        },
    } as never;
}

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
        await startImport({ name: 'a.csv' } as File);
        expect(isAnswered(state())).toBe(true);
        await commit(() => 0);
        expect(sent).toEqual([{ encoding: 'GB18030' }, 'commit']);
    });

    it('cannot be written while a question has neither answer nor proposal', async () => {
        server(null);
        await startImport({ name: 'a.csv' } as File);
        expect(isAnswered(state())).toBe(false);
        await answer({ encoding: 'UTF-8' });
        expect(sent).toEqual([{ encoding: 'UTF-8' }]);
        expect(state().preview.canCommit).toBe(true);
    });

    it('keeps the preview and says why when the server refuses to write', async () => {
        server('UTF-8');
        await startImport({ name: 'a.csv' } as File);
        await commit(() => 0);
        expect(state().problem?.code).toBe('county_busy');
        expect(state().busy).toBe(false);
    });
});

describe('the time left', () => {
    it('is not guessed before there is something to judge by', () => {
        expect(secondsLeft(0.01, 10_000)).toBeUndefined();
        expect(secondsLeft(0.5, 500)).toBeUndefined();
        expect(secondsLeft(0.25, 10_000)).toBe(30);
    });
});
