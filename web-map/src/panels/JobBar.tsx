import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { cancel, job, secondsLeft } from '../state/jobs';
import { findWord, t } from '../state/words';
import { ApiProblem } from '../api/http';
import { problemText } from './ErrorBar';

/** What the server is doing, how far it is, how long it may take, and the way to stop it. */
export function JobBar() {
    const now = useSignal(Date.now());
    const running = job.value;
    useEffect(() => {
        if (!running) return;
        const timer = setInterval(() => (now.value = Date.now()), 500);
        return () => clearInterval(timer);
    }, [running !== null]);
    if (!running) return null;
    const { job: one, since } = running;
    const failed = one.state === 'failed';
    const left = secondsLeft(one.share, now.value - since);
    return (
        <div class={`job-bar${failed ? ' failed' : ''}`} role="status">
            <div class="grow">
                <span>
                    {failed
                        ? problemText(
                              new ApiProblem(
                                  500,
                                  one.message || 'job_failed',
                                  (one.params ?? {}) as Record<string, string>,
                              ),
                          )
                        : (findWord(one.message, one.params as Record<string, string>) ??
                          findWord(`map.${one.message}`) ??
                          t('job.working'))}
                </span>
                <span class="num soft">
                    {Math.round(one.share * 100)}%
                    {left !== undefined && !failed ? ` · ${t('job.left', { s: String(left) })}` : ''}
                </span>
                <progress max={1} value={one.share} aria-label={t('job.progress')} />
            </div>
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
