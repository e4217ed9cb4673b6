import { detail } from '../state/county';
import { assess, job } from '../state/jobs';
import { t } from '../state/words';

/** A county with households whose analyses have not run, or are still arriving. */
export function NotAssessed() {
    if (!detail.value || detail.value.analyses.some((a) => a.state === 'ready'))
        return (
            <div class="skeleton" role="status" aria-label={t('state.loading')}>
                <span />
                <span />
                <span />
                <span />
            </div>
        );
    return (
        <div class="empty">
            <h1>{t('state.notAssessed')}</h1>
            <p>{t('state.notAssessedHint')}</p>
            <button type="button" class="primary" disabled={job.value !== null} onClick={() => void assess(Date.now)}>
                {t('state.assess')}
            </button>
        </div>
    );
}
