import { address, call, json } from './http';
import type { Job } from './types';

export const cancelJob = async (id: string): Promise<void> => {
    await call(`api/jobs/${id}`, { method: 'DELETE' });
};

export const isOver = (job: Job): boolean => job.state !== 'running' && job.state !== 'queued';

/** Follows a job by server-sent events, or by asking every second where those do not come through. Ends by itself. */
export function followJob(id: string, told: (job: Job) => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const tell = (job: Job) => {
        if (!stopped) told(job);
        if (isOver(job)) stop();
    };
    const ask = async () => {
        if (stopped) return;
        try {
            tell(await json<Job>(`api/jobs/${id}`));
        } catch {
            // The server may be restarting; the next question tells.
        }
        if (!stopped) timer = setTimeout(ask, 1000);
    };
    const events = new EventSource(address(`api/jobs/${id}/events`));
    const read = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as Job);
    events.onmessage = read;
    events.addEventListener('job', read);
    events.onerror = () => {
        events.close();
        if (!stopped) void ask();
    };
    function stop() {
        stopped = true;
        events.close();
        clearTimeout(timer);
    }
    return stop;
}
