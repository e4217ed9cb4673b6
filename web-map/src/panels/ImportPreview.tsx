import { Download } from 'lucide';
import type { ImportChoices, ImportLayer, ImportPreview } from '../api/types';
import { api } from '../state/county';
import { integer } from '../state/format';
import { answer, commit, giveUp, type ImportState, isAnswered } from '../state/imports';
import { issueSentence, issueTitle, refusal, rowsOfZone, zoneText } from '../state/issues';
import { findWord, t } from '../state/words';
import { problemText } from './ErrorBar';
import { Icon } from './Icon';
import { SampleWarning, Working } from './ImportCard';
import { ColumnTable } from './ImportColumns';
import { CrsField, crsName } from './ImportCrs';
import { layerName } from './names';

const MODES = ['merge', 'replace', 'remove'] as const;
const choose = (choice: ImportChoices): void => void answer(choice, Date.now);

/** A file before it is written: what it becomes, how it is read (all of it can be changed), what it would change, what is wrong in it. */
export function ImportPreviewCard({ state }: { state: Extract<ImportState, { step: 'preview' }> }) {
    const { preview, choices, work, problem } = state;
    const busy = work !== null;
    const answered = isAnswered(state);
    const refused = refusal(preview, answered);
    // What the fields are is known when it is known what the rows are.
    const tables = preview.questions.some((q) => q.id === 'layer')
        ? []
        : preview.layers.filter((layer) => layer.fields.length > 0);
    return (
        <section class="block import-preview" aria-labelledby="preview-title" aria-busy={busy}>
            <div class="block-head">
                <h2 id="preview-title" class="wrap">
                    {preview.file}
                </h2>
            </div>
            <SampleWarning />
            {preview.questions.map((question) => (
                <label key={question.id} class="question-field">
                    <span>
                        {findWord(`import.question.${question.id}`) ??
                            findWord(`map.import.question.${question.id}`) ??
                            question.id}
                    </span>
                    <select
                        disabled={busy}
                        value={String(choices[question.id as keyof ImportChoices] ?? question.default ?? '')}
                        onChange={(event) => choose({ [question.id]: event.currentTarget.value })}
                    >
                        {!question.default && <option value="">{t('import.pick')}</option>}
                        {question.options.map((option) => (
                            <option key={option} value={option}>
                                {question.id === 'layer'
                                    ? layerName(option)
                                    : question.id === 'zone'
                                      ? zoneOption(preview, option)
                                      : optionName(preview, option)}
                            </option>
                        ))}
                    </select>
                </label>
            ))}
            {preview.effect && !refused && answered && preview.questions.length > 0 && (
                <p class="caption">{t('import.proposed')}</p>
            )}
            {preview.layers.map((layer) => (
                <LayerFacts
                    key={layer.sourceLayer}
                    layer={layer}
                    asked={preview.questions.map((q) => q.id)}
                    busy={busy}
                />
            ))}
            <fieldset class="mode-field" disabled={busy}>
                <legend>{t('import.mode')}</legend>
                {MODES.map((m) => (
                    <label key={m}>
                        <input
                            type="radio"
                            name="import-mode"
                            checked={preview.mode === m}
                            onChange={() => choose({ mode: m })}
                        />
                        <span>
                            {t(`import.modes.${m}`)} <small>{t(`import.modeHint.${m}`)}</small>
                        </span>
                    </label>
                ))}
            </fieldset>
            {tables.map((layer) => (
                <ColumnTable
                    key={`${layer.sourceLayer} ${layer.kinds.join()}`}
                    layer={layer}
                    titled={tables.length > 1}
                    busy={busy}
                />
            ))}
            {tables.length > 0 && (
                <a class="link" href={api.value?.mappingAddress(preview.importId)} download>
                    <Icon of={Download} size={16} />
                    {t('import.mappingFile')}
                </a>
            )}
            {refused && (
                <p role="alert" class="problem refused">
                    {issueSentence(refused.code, refused.first[0]?.params ?? {}) ?? issueTitle(refused.code)}
                </p>
            )}
            {preview.issues.length > 0 && <Issues preview={preview} />}
            {problem && (
                <p role="alert" class="problem">
                    {problemText(problem)}
                </p>
            )}
            {state.stopped && (
                <p role="status" class="note">
                    {t('import.stopped', { file: preview.file })}
                </p>
            )}
            {preview.effect && !refused && answered && (
                <p class="effect" role="status">
                    {preview.effect.sameAsBefore
                        ? t('import.same')
                        : t('import.effect', {
                              added: integer(preview.effect.added),
                              changed: integer(preview.effect.changed),
                              removed: integer(preview.effect.removed),
                              unchanged: integer(preview.effect.unchanged),
                          })}
                    {preview.rejected > 0 && ` ${t('import.rejected', { n: integer(preview.rejected) })}`}
                </p>
            )}
            {work ? (
                <Working work={work} />
            ) : (
                <div class="actions">
                    <button
                        type="button"
                        class="primary"
                        disabled={!(preview.canCommit || (preview.questions.length > 0 && answered && !refused))}
                        onClick={() => void commit(Date.now)}
                    >
                        {t('import.commit')}
                    </button>
                    <button type="button" class="secondary" onClick={() => void giveUp()}>
                        {t('import.giveUp')}
                    </button>
                </div>
            )}
        </section>
    );
}

/** A zone with how many rows lie in it, as the issue about it counts them. */
function zoneOption(preview: ImportPreview, option: string): string {
    const zone = zoneText(option);
    const n = rowsOfZone(preview, option);
    return n === undefined ? zone : t('import.zoneRows', { zone, n: integer(n) });
}

/** A coordinate system by its name, where the server told it. */
function optionName(preview: ImportPreview, option: string): string {
    const crs = preview.layers.flatMap((l) => l.crs?.options ?? []).find((o) => `EPSG:${o.epsg}` === option);
    return findWord(`import.option.${option}`) ?? (crs ? crsName(crs) : option);
}

/** What one layer of the file becomes, and how its coordinates and letters were read. */
function LayerFacts({ layer, asked, busy }: { layer: ImportLayer; asked: string[]; busy: boolean }) {
    const kinds =
        layer.kinds.length > 0 ? layer.kinds.map(layerName).join(t('data.listComma')) : t('import.unknownLayer');
    return (
        <dl class="facts read-as">
            <dt>{t('import.becomes')}</dt>
            <dd>
                {kinds} ·{' '}
                <span class="num">
                    {layer.taken === null || layer.taken === undefined
                        ? t('import.rows', { n: integer(layer.features) })
                        : t('import.rowsTaken', { n: integer(layer.taken), of: integer(layer.features) })}
                </span>
            </dd>
            {layer.crs && !asked.includes('crs') && (
                <>
                    <dt>{t('import.crs')}</dt>
                    <dd>
                        <CrsField crs={layer.crs} busy={busy} choose={(crs) => choose({ crs })} />
                        <small>{how(layer.crs.how)}</small>
                    </dd>
                </>
            )}
            {layer.encoding && !asked.includes('encoding') && (
                <>
                    <dt>{t('import.encoding')}</dt>
                    <dd>
                        <select
                            aria-label={t('import.encoding')}
                            disabled={busy}
                            value={layer.encoding.name}
                            onChange={(event) => choose({ encoding: event.currentTarget.value })}
                        >
                            {layer.encoding.options.map((one) => (
                                <option key={one} value={one}>
                                    {one}
                                </option>
                            ))}
                        </select>
                        <small>{how(layer.encoding.how)}</small>
                    </dd>
                </>
            )}
        </dl>
    );
}

const how = (code: string): string => findWord(`map.import.how.${code}`) ?? code;

function Issues({ preview }: { preview: ImportPreview }) {
    return (
        <div class="issue-list">
            <h3>{t('import.issues')}</h3>
            {preview.issues.map((issue) => (
                <details key={issue.code}>
                    <summary>
                        <span class={`issue issue-${issue.severity.toLowerCase()}`}>
                            {issueTitle(issue.code)} <b class="num">{integer(issue.count)}</b>
                        </span>
                    </summary>
                    <ul>
                        {issue.first.map((one, i) => (
                            <li key={i} class="wrap">
                                {issueSentence(issue.code, one.params) ??
                                    [one.where, one.field, one.value && `“${one.value}”`].filter(Boolean).join(' · ')}
                            </li>
                        ))}
                    </ul>
                </details>
            ))}
            {preview.rejected > 0 && (
                <a class="link bad-rows" href={api.value?.badRowsAddress(preview.importId)} download>
                    <Icon of={Download} size={16} />
                    {t('import.badRows')}
                </a>
            )}
        </div>
    );
}
