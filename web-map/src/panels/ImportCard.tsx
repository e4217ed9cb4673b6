import { useSignal } from '@preact/signals';
import { Download, Upload } from 'lucide';
import { useRef } from 'preact/hooks';
import type { ImportChoices, ImportPreview } from '../api/types';
import { api } from '../state/county';
import { integer } from '../state/format';
import { answer, commit, giveUp, importing, isAnswered, startImport } from '../state/imports';
import { findWord, type MapKey, t } from '../state/words';
import { issueName } from './Data';
import { problemText } from './ErrorBar';
import { Icon } from './Icon';
import { layerName } from './names';

const ACCEPT = '.gpkg,.zip,.shp,.geojson,.json,.csv,.xlsx,.pbf,.tif,.tiff,.hgt,.asc';

/** Files come in here: dropped or chosen, shown before they are written. */
export function ImportCard() {
    const state = importing.value;
    const over = useSignal(false);
    const input = useRef<HTMLInputElement>(null);
    const take = (files: FileList | null | undefined) => {
        const file = files?.[0];
        if (file) void startImport(file);
    };
    if (state.step === 'preview') return <Preview />;
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
                <p role="status" class="busy">
                    {t('import.reading', { file: state.file })}
                </p>
            ) : (
                <>
                    <p class="caption">{t('import.formats')}</p>
                    <button type="button" class="primary" onClick={() => input.current?.click()}>
                        {t('import.choose')}
                    </button>
                    <p class="caption">{t('import.orDrop')}</p>
                </>
            )}
            <input
                ref={input}
                type="file"
                accept={ACCEPT}
                hidden
                aria-label={t('import.choose')}
                onChange={(event) => take(event.currentTarget.files)}
            />
            {state.step === 'refused' && (
                <p role="alert" class="problem">
                    <strong class="wrap">{state.file}</strong> {problemText(state.problem)}
                </p>
            )}
            {state.step === 'done' && (
                <p role="status" class="note">
                    {t('import.done', { file: state.file })}
                </p>
            )}
        </section>
    );
}

const MODES = ['merge', 'replace', 'remove'] as const;

function Preview() {
    const state = importing.value;
    if (state.step !== 'preview') return null;
    const { preview, choices, busy, problem } = state;
    return (
        <section class="block import-preview" aria-labelledby="preview-title">
            <div class="block-head">
                <h2 id="preview-title" class="wrap">
                    {preview.file}
                </h2>
            </div>
            {preview.layers.map((layer) => (
                <LayerFacts key={layer.sourceLayer} layer={layer} />
            ))}
            {preview.questions.map((question) => (
                <label key={question.id} class="question-field">
                    <span>
                        {findWord(`import.question.${question.id}`) ??
                            findWord(`map.import.question.${question.id}`) ??
                            question.id}
                    </span>
                    <select
                        disabled={busy}
                        value={choices[question.id as keyof ImportChoices] ?? question.default ?? ''}
                        onChange={(event) => void answer({ [question.id]: event.currentTarget.value })}
                    >
                        {!question.default && <option value="">{t('import.pick')}</option>}
                        {question.options.map((option) => (
                            <option key={option} value={option}>
                                {question.id === 'layer'
                                    ? layerName(option)
                                    : (findWord(`import.option.${option}`) ?? option)}
                            </option>
                        ))}
                    </select>
                </label>
            ))}
            <fieldset class="mode-field">
                <legend>{t('import.mode')}</legend>
                {MODES.map((m) => (
                    <label key={m}>
                        <input
                            type="radio"
                            name="import-mode"
                            checked={(choices.mode ?? 'merge') === m}
                            disabled={busy}
                            onChange={() => void answer({ mode: m })}
                        />
                        <span>
                            {t(`import.modes.${m}`)} <small>{t(`import.modeHint.${m}`)}</small>
                        </span>
                    </label>
                ))}
            </fieldset>
            {preview.effect && (
                <p class="effect">
                    {preview.effect.sameAsBefore
                        ? t('import.same')
                        : t('import.effect', {
                              added: integer(preview.effect.added),
                              changed: integer(preview.effect.changed),
                              removed: integer(preview.effect.removed),
                              unchanged: integer(preview.effect.unchanged),
                          })}
                </p>
            )}
            {preview.layers
                .filter((layer) => layer.mapping.length > 0)
                .map((layer) => (
                    <Mapping key={layer.sourceLayer} layer={layer} />
                ))}
            {preview.issues.length > 0 && <Issues preview={preview} />}
            {problem && (
                <p role="alert" class="problem">
                    {problemText(problem)}
                </p>
            )}
            <div class="actions">
                <button
                    type="button"
                    class="primary"
                    disabled={busy || !(preview.canCommit || isAnswered(state))}
                    onClick={() => void commit(Date.now)}
                >
                    {busy ? t('import.busy') : t('import.commit')}
                </button>
                <button type="button" class="secondary" onClick={() => void giveUp()}>
                    {t('import.giveUp')}
                </button>
            </div>
        </section>
    );
}

type ImportLayer = ImportPreview['layers'][number];

/** What one layer of the file becomes, and how its coordinates and letters were read. */
function LayerFacts({ layer }: { layer: ImportLayer }) {
    const kinds = layer.kind
        ? layer.kind.split(',').map(layerName).join(t('data.listComma'))
        : t('import.unknownLayer');
    return (
        <dl class="facts">
            <dt>{t('import.becomes')}</dt>
            <dd>
                {kinds} · <span class="num">{t('import.features', { n: integer(layer.features) })}</span>
            </dd>
            {layer.crs && (
                <>
                    <dt>{t('import.crs')}</dt>
                    <dd>
                        {layer.crs.name} <small>{how(layer.crs.how)}</small>
                    </dd>
                </>
            )}
            {layer.encoding && (
                <>
                    <dt>{t('import.encoding')}</dt>
                    <dd>
                        {layer.encoding.name} <small>{how(layer.encoding.how)}</small>
                    </dd>
                </>
            )}
        </dl>
    );
}

const how = (code: string): string => findWord(`map.import.how.${code}`) ?? code;

function Mapping({ layer }: { layer: ImportLayer }) {
    const sample = layer.preview[0];
    return (
        <details>
            <summary>
                {t('import.mapping', {
                    n: integer(layer.mapping.filter((m) => m.attribute).length),
                    of: integer(layer.mapping.length),
                })}
            </summary>
            <table class="small-table">
                <tbody>
                    {layer.mapping.map((m) => (
                        <tr key={m.column}>
                            <th scope="row">{m.column}</th>
                            <td>
                                {m.dropped
                                    ? t('import.dropped')
                                    : m.attribute
                                      ? m.attribute === 'code'
                                          ? t('sheet.code')
                                          : (findWord(`attribute.${m.attribute}`) ?? m.attribute)
                                      : t('import.notRead')}
                            </td>
                            <td class="soft">{m.dropped ? '' : String(sample?.[m.column] ?? '')}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </details>
    );
}

function Issues({ preview }: { preview: ImportPreview }) {
    return (
        <div class="issue-list">
            <h3>{t('import.issues')}</h3>
            {preview.issues.map((issue) => (
                <details key={issue.code}>
                    <summary>
                        <span class={`issue issue-${issue.severity.toLowerCase()}`}>
                            {issueName(issue.code)} <b class="num">{integer(issue.count)}</b>
                        </span>
                    </summary>
                    <ul>
                        {(issue.first ?? []).map((one, i) => (
                            <li key={i} class="wrap">
                                {[
                                    one.where,
                                    one.field && (findWord(`attribute.${one.field}`) ?? one.field),
                                    one.value && `“${one.value}”`,
                                ]
                                    .filter(Boolean)
                                    .join(' · ')}
                                {findWord(`issue.${issue.code}.hint` as MapKey) && (
                                    <small> {findWord(`issue.${issue.code}.hint`)}</small>
                                )}
                            </li>
                        ))}
                    </ul>
                </details>
            ))}
            <a class="link" href={api.value?.badRowsAddress(preview.importId)} download>
                <Icon of={Download} size={16} />
                {t('import.badRows')}
            </a>
        </div>
    );
}
