import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ApiProblem } from '../api/http';
import type { Job } from '../api/types';
import { cancel, job, secondsLeft } from '../state/jobs';
import { findWord, t } from '../state/words';
import { problemText } from './ErrorBar';
import { analysisName } from './names';

/** What the server is doing, how far it is, how long it may take, and the way to stop it. */
export function JobBar() {
    const running = job.value;
    if (!running) return null;
    const failed = running.job.state === 'failed';
    return (
        <div class={`job-bar${failed ? ' failed' : ''}`} role="status">
            <JobProgress job={running.job} since={running.since} />
            {failed ? (
                <button type="button" onClick={() => (job.value = null)}>
                    {t('close')}
                </button>
            ) : (
                <button type="button" onClick={() => void cancel()}>
                    {t('job.cancel')}
                </button>
            )}
        </div>
    );
}

/** A job in words and as a bar. @param job null before the server has named it */
export function JobProgress({ job: one, since }: { job: Job | null; since: number }) {
    const now = useSignal(Date.now());
    useEffect(() => {
        const timer = setInterval(() => (now.value = Date.now()), 500);
        return () => clearInterval(timer);
    }, []);
    const share = one?.share ?? 0;
    const failed = one?.state === 'failed';
    const left = secondsLeft(share, now.value - since);
    const unknown = share === 0;
    return (
        <div class="grow job-progress">
            <span>{one ? jobText(one) : t('job.working')}</span>
            <span class="num soft">
                {unknown ? '' : `${Math.round(share * 100)}%`}
                {left !== undefined && !failed ? ` · ${t('job.left', { s: String(left) })}` : ''}
            </span>
            <progress max={1} value={unknown ? undefined : share} aria-label={t('job.progress')} />
        </div>
    );
}

function jobText(one: Job): string {
    if (one.state === 'failed') return problemText(new ApiProblem(500, one.message || 'job_failed', one.params));
    const { analysis } = one.params;
    const params =
        typeof analysis === 'string' && analysis !== ''
            ? { ...one.params, analysis: analysisName(analysis) }
            : one.params;
    return findWord(one.message, params) ?? findWord(`map.${one.message}`) ?? t('job.working');
}
