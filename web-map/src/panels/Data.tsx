import { Check, Circle, Download, RefreshCw, Undo2 } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { IssueTotal } from '../api/types';
import { api, dataState, detail, loadData } from '../state/county';
import { notLivedIn } from '../state/counts';
import { date, integer } from '../state/format';
import { undo } from '../state/imports';
import { issueTitle } from '../state/issues';
import { assess, job } from '../state/jobs';
import { lang, type MapKey, t } from '../state/words';
import { Icon } from './Icon';
import { ImportCard } from './ImportCard';
import { crsName } from './ImportCrs';
import { analysisName, layerName } from './names';

export function Data() {
    const from = api.value;
    useEffect(loadData, [from]);
    const state = dataState.value;
    return (
        <>
            <header class="panel-head">
                <p class="question">{t('question.data')}</p>
            </header>
            <ImportCard />
            {state ? (
                <Levels />
            ) : (
                <div class="skeleton" role="status" aria-label={t('state.loading')}>
                    <span />
                    <span />
                    <span />
                </div>
            )}
            {state && <Layers />}
            {state && <Imports />}
            <section class="block">
                <div class="block-head">
                    <h2>{t('data.export')}</h2>
                </div>
                <p class="caption">{t('data.exportHint')}</p>
                <p class="caption">{t('data.exportHouses', { n: integer(notLivedIn.value) })}</p>
                <div class="choices">
                    {['gpkg', 'geojson', 'csv'].map((format) => (
                        <a key={format} class="button" href={from?.exportAddress(format, lang())} download>
                            <Icon of={Download} size={16} />
                            {t(`data.format.${format}` as MapKey)}
                        </a>
                    ))}
                </div>
            </section>
            <section class="block">
                <button
                    type="button"
                    class="secondary"
                    disabled={job.value !== null}
                    onClick={() => void assess(Date.now)}
                >
                    <Icon of={RefreshCw} size={16} />
                    {t('data.again')}
                </button>
                <p class="caption">
                    {t('data.crs', {
                        name: detail.value ? crsName({ epsg: detail.value.epsg, name: detail.value.crsName }) : '–',
                    })}
                </p>
            </section>
        </>
    );
}

/** The ladder of data levels: where the county stands, and what the next file would unlock. */
function Levels() {
    const state = dataState.value!;
    const next = state.levels.find((l) => l.level > state.level && l.missing.length > 0);
    return (
        <section class="block">
            <div class="block-head">
                <h2>{t('data.level', { level: state.level })}</h2>
            </div>
            {next && (
                <p class="tip">
                    {t('data.next', {
                        files: next.missing.map(layerName).join(t('data.listComma')),
                        unlocks: next.unlocks.map(analysisName).join(t('data.listComma')),
                    })}
                </p>
            )}
            <ol class="levels">
                {state.levels.map((l) => {
                    const reached = l.missing.length === 0;
                    return (
                        <li key={l.level} class={reached ? 'reached' : l === next ? 'next' : ''}>
                            <span class="badge">{l.level}</span>
                            <div>
                                <strong>{t(`data.levels.${l.level}` as MapKey)}</strong>
                                <span class="have">
                                    {l.have.map((kind) => (
                                        <span key={kind}>
                                            <Icon of={Check} size={14} />
                                            {layerName(kind)}
                                        </span>
                                    ))}
                                    {l.missing.map((kind) => (
                                        <span key={kind} class="missing">
                                            <Icon of={Circle} size={14} />
                                            {layerName(kind)}
                                        </span>
                                    ))}
                                </span>
                            </div>
                        </li>
                    );
                })}
            </ol>
        </section>
    );
}

function Layers() {
    const state = dataState.value!;
    return (
        <section class="block">
            <div class="block-head">
                <h2>{t('data.layers')}</h2>
            </div>
            <table class="small-table">
                <thead>
                    <tr>
                        <th scope="col">{t('data.layer')}</th>
                        <th scope="col" class="num">
                            {t('data.count')}
                        </th>
                        <th scope="col" class="num">
                            {t('data.updated')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {state.layers.map((l) => (
                        <>
                            <tr key={l.kind}>
                                <th scope="row">{layerName(l.kind)}</th>
                                <td class="num">{integer(l.count)}</td>
                                <td class="num">{date(l.importedAt)}</td>
                            </tr>
                            {l.issuesByCode.length > 0 && (
                                <tr key={`${l.kind}-issues`} class="issues">
                                    <td colSpan={3}>
                                        <LayerIssues issues={l.issuesByCode} />
                                    </td>
                                </tr>
                            )}
                        </>
                    ))}
                </tbody>
            </table>
        </section>
    );
}

/** Issues of a layer: how many in all; opened, each kind in plain words with its number. */
function LayerIssues({ issues }: { issues: readonly IssueTotal[] }) {
    const all = issues.reduce((n, issue) => n + issue.count, 0);
    return (
        <details>
            <summary>{t('data.layerIssues', { n: integer(all) })}</summary>
            <ul class="issue-groups">
                {[...issues]
                    .sort((a, b) => b.count - a.count)
                    .map((issue) => (
                        <li key={issue.code} class={`issue-${issue.severity.toLowerCase()}`}>
                            <span class="grow">{issueTitle(issue.code)}</span>
                            <b class="num">{integer(issue.count)}</b>
                        </li>
                    ))}
            </ul>
            <p class="caption wrap">{t('data.issuesHow')}</p>
        </details>
    );
}

function Imports() {
    const state = dataState.value!;
    return (
        <section class="block">
            <div class="block-head">
                <h2>{t('data.imports')}</h2>
            </div>
            {state.imports.length === 0 && <p class="caption">{t('data.noImports')}</p>}
            <ul class="plain-list imports">
                {state.imports.slice(0, 10).map((one, i) => (
                    <li key={one.id}>
                        <span class="grow">
                            <strong class="wrap">
                                {one.wentBack
                                    ? one.file === '0'
                                        ? t('data.wentBackEmpty')
                                        : t('data.wentBack', { version: one.file })
                                    : one.file}
                            </strong>
                            <span class="caption">
                                {t('data.importLine', {
                                    date: date(one.at),
                                    layer: one.layer
                                        .split(',')
                                        .filter((l) => l !== '')
                                        .map(layerName)
                                        .join(t('data.listComma')),
                                    added: integer(one.added),
                                    changed: integer(one.changed),
                                    removed: integer(one.removed),
                                    issues: integer(one.issues),
                                })}
                            </span>
                        </span>
                        {one.before !== null && (
                            <button
                                type="button"
                                class="secondary small"
                                disabled={job.value !== null}
                                title={t('data.undoHint')}
                                onClick={() => void undo(one.id, Date.now)}
                            >
                                <Icon of={Undo2} size={16} />
                                {i === 0 ? t('data.undo') : t('data.goBack')}
                            </button>
                        )}
                    </li>
                ))}
            </ul>
        </section>
    );
}
