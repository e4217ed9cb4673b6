import { useSignal } from '@preact/signals';
import { FileUp, Globe, Sparkles } from 'lucide';
import { counties } from '../state/county';
import { job, loadSample, newCounty } from '../state/jobs';
import { mode } from '../state/view';
import { t } from '../state/words';
import { Icon } from './Icon';
import { Mark } from './TopBar';

/** No county, or one without households: the three ways to begin. */
export function Empty() {
    const code = useSignal('');
    const name = useSignal('');
    const none = (counties.value?.length ?? 0) === 0;
    const busy = job.value !== null;
    const make = async (event: Event) => {
        event.preventDefault();
        if (await newCounty(code.value.trim(), name.value.trim(), undefined)) mode.value = 'data';
    };
    return (
        <main class="begin">
            <h1>
                <Mark /> {t('begin.title')}
            </h1>
            <p>{t('begin.lead')}</p>
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
                        <form onSubmit={make}>
                            <label>
                                {t('begin.code')}
                                <input
                                    required
                                    pattern="[0-9A-Za-z_-]{2,12}"
                                    inputMode="numeric"
                                    placeholder="511824"
                                    value={code.value}
                                    onInput={(event) => (code.value = event.currentTarget.value)}
                                />
                            </label>
                            <label>
                                {t('begin.name')}
                                <input
                                    required
                                    value={name.value}
                                    onInput={(event) => (name.value = event.currentTarget.value)}
                                />
                            </label>
                            <button type="submit" class="secondary" disabled={busy}>
                                {t('begin.make')}
                            </button>
                        </form>
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
