import { signal } from '@preact/signals';
import { createCounty } from '../api/county';
import { cancelJob, followJob } from '../api/jobs';
import type { Job } from '../api/types';
import { api, countyCode, fail, loadCounties, loadCounty, counties } from './county';

/** The job under way, with when it was first seen (for the time left). */
export const job = signal<{ job: Job; since: number } | null>(null);

/** Seconds left by the pace so far; undefined while that would be a guess. */
export function secondsLeft(share: number, elapsedMs: number): number | undefined {
    if (share < 0.05 || elapsedMs < 2000) return undefined;
    return Math.max(1, Math.round(((elapsedMs / share) * (1 - share)) / 1000));
}

/** Follows a job to its end, then shows the new data version. @param now milliseconds */
export function follow(id: string, now: () => number): void {
    const since = now();
    job.value = { job: { id, state: 'queued', share: 0, message: '', params: {}, version: null }, since };
    followJob(id, (told) => {
        job.value = { job: told, since };
        if (told.state === 'done') {
            job.value = null;
            void reload();
        }
        if (told.state === 'cancelled') job.value = null;
    });
}

async function reload(): Promise<void> {
    await loadCounties();
    const code = countyCode.value ?? counties.value?.[0]?.code;
    if (code) await loadCounty(code, true);
}

export async function cancel(): Promise<void> {
    const id = job.value?.job.id;
    if (id) await cancelJob(id).catch(fail);
}

export async function assess(now: () => number): Promise<void> {
    try {
        const started = await api.value?.assess();
        if (started) follow(started.jobId, now);
    } catch (error) {
        fail(error);
    }
}

export async function loadSample(now: () => number): Promise<void> {
    try {
        const started = await createCounty({ sample: true });
        if (started.jobId) follow(started.jobId, now);
        else await reload();
    } catch (error) {
        fail(error);
    }
}

/** Makes an empty county and opens it. @return whether it was made */
export async function newCounty(code: string, name: string, epsg: number | undefined): Promise<boolean> {
    try {
        await createCounty(epsg ? { code, name, epsg } : { code, name });
        await loadCounties();
        await loadCounty(code, true);
        return true;
    } catch (error) {
        fail(error);
        return false;
    }
}

/** Takes up a job that was running before this page was opened. */
export async function takeUpRunning(now: () => number): Promise<void> {
    const from = api.value;
    if (!from || job.peek()) return;
    try {
        const running = (await from.jobs()).find((one) => one.state === 'running' || one.state === 'queued');
        if (running && api.peek() === from && !job.peek()) follow(running.id, now);
    } catch (error) {
        fail(error);
    }
}
