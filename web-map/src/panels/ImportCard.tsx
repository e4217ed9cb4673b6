import { useSignal } from '@preact/signals';
import { Undo2, Upload } from 'lucide';
import { useRef } from 'preact/hooks';
import { api, detail } from '../state/county';
import { importing, startImport, stopWork, undo } from '../state/imports';
import { t } from '../state/words';
import { askForCounty } from './Counties';
import { problemText } from './ErrorBar';
import { Icon } from './Icon';
import { ImportPreviewCard } from './ImportPreview';
import { JobProgress } from './JobBar';

const ACCEPT = '.gpkg,.zip,.shp,.geojson,.json,.csv,.xlsx,.pbf,.tif,.tiff,.hgt,.asc';

/** Files come in here: dropped or chosen, shown before they are written. */
export function ImportCard() {
    const state = importing.value;
    const over = useSignal(false);
    const input = useRef<HTMLInputElement>(null);
    const take = (files: FileList | null | undefined) => {
        const file = files?.[0];
        if (file && importing.peek().step !== 'reading') void startImport(file, Date.now);
    };
    if (state.step === 'preview') return <ImportPreviewCard state={state} />;
    return (
        <section
            class={`drop${over.value ? ' over' : ''}`}
            onDragOver={(event) => {
                event.preventDefault();
                over.value = true;
            }}
            onDragLeave={() => (over.value = false)}
            onDrop={(event) => {
                event.preventDefault();
                over.value = false;
                take(event.dataTransfer?.files);
            }}
            aria-labelledby="import-title"
        >
            <Icon of={Upload} size={24} />
            <h2 id="import-title">{t('import.title')}</h2>
            {state.step === 'reading' ? (
                <>
                    <p class="caption wrap">{t('import.reading', { file: state.file })}</p>
                    <Working work={state.work} />
                </>
            ) : (
                <>
                    <SampleWarning />
                    <p class="caption">{t('import.formats')}</p>
                    <button type="button" class="primary" disabled={!api.value} onClick={() => input.current?.click()}>
                        {t('import.choose')}
                    </button>
                    <p class="caption">{t('import.orDrop')}</p>
                </>
            )}
            <input
                ref={input}
                type="file"
                accept={ACCEPT}
                disabled={!api.value}
                hidden
                aria-label={t('import.choose')}
                onChange={(event) => {
                    take(event.currentTarget.files);
                    // The same file, mended, may be chosen again.
                    event.currentTarget.value = '';
                }}
            />
            {state.step === 'refused' && (
                <p role="alert" class="problem">
                    <strong class="wrap">{state.file}</strong> {problemText(state.problem)}
                </p>
            )}
            {state.step === 'stopped' && (
                <p role="status" class="note">
                    {t('import.stopped', { file: state.file })}
                </p>
            )}
            {state.step === 'done' && (
                <div role="status" class="note done-note">
                    <span class="grow wrap">{t('import.done', { file: state.file })}</span>
                    <button type="button" class="secondary" onClick={() => void undo(state.importId, Date.now)}>
                        <Icon of={Undo2} size={16} />
                        {t('data.undo')}
                    </button>
                </div>
            )}
        </section>
    );
}

/** Files of a real county do not belong among made-up households. */
export function SampleWarning() {
    if (!detail.value?.synthetic) return null;
    return (
        <div class="note sample-warning" role="note">
            <span class="grow">{t('import.intoSample')}</span>
            <button type="button" class="secondary small" onClick={askForCounty}>
                {t('begin.new')}
            </button>
        </div>
    );
}

/** The server at work on the file, and the way to stop it. */
export function Working({ work }: { work: { job: Parameters<typeof JobProgress>[0]['job']; since: number } }) {
    return (
        <div class="working" role="status">
            <JobProgress job={work.job} since={work.since} />
            <button type="button" class="secondary" disabled={!work.job} onClick={() => void stopWork()}>
                {t('job.cancel')}
            </button>
        </div>
    );
}
