import { FileUp, Globe, Sparkles } from 'lucide';
import { counties, county } from '../state/county';
import { job, loadSample } from '../state/jobs';
import { mode } from '../state/view';
import { t } from '../state/words';
import { NewCounty } from './Counties';
import { Icon } from './Icon';
import { countyName } from './names';
import { Mark } from './TopBar';

/** No county, or one without households: the three ways to begin. */
export function Empty() {
    const none = (counties.value?.length ?? 0) === 0;
    const busy = job.value !== null;
    return (
        <main class="begin">
            <h1>
                <Mark /> {t('begin.title')}
            </h1>
            <p>{none ? t('begin.lead') : t('begin.leadEmpty', { name: countyName(county.value) })}</p>
            <div class="ways">
                <section>
                    <Icon of={Sparkles} size={24} />
                    <h2>{t('begin.sample')}</h2>
                    <p>{t('begin.sampleHint')}</p>
                    <button type="button" class="primary" disabled={busy} onClick={() => void loadSample(Date.now)}>
                        {t('begin.sampleDo')}
                    </button>
                </section>
                <section>
                    <Icon of={FileUp} size={24} />
                    <h2>{t('begin.files')}</h2>
                    <p>{t('begin.filesHint')}</p>
                    {none ? (
                        <NewCounty />
                    ) : (
                        <button type="button" class="secondary" onClick={() => (mode.value = 'data')}>
                            {t('begin.toUpload')}
                        </button>
                    )}
                </section>
                <section>
                    <Icon of={Globe} size={24} />
                    <h2>{t('begin.osm')}</h2>
                    <p>{t('begin.osmHint')}</p>
                    <p class="caption">{t('begin.osmHow')}</p>
                </section>
            </div>
        </main>
    );
}
