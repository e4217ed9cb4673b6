import { useSignal } from '@preact/signals';
import { Plus } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Row } from '../../api/types';
import { detail } from '../../state/county';
import { goToFeature } from '../../state/features';
import { area, classFilters, filteredCodes, mask, toggleCode } from '../../state/filter';
import { integer, quantity } from '../../state/format';
import { rowOf } from '../../state/household';
import { rowsIn } from '../../state/places';
import { isPlacing, startPlacing, stopPlacing } from '../../state/placing';
import { findTable, type ResultTable, rowsOf, rowsWhereOf, wantRows, wantRowsWhere } from '../../state/results';
import { listKey, openTable } from '../../state/tabs';
import { worstFeeders } from '../../state/transformerArea';
import { selection, tableOpen } from '../../state/view';
import { findWord, t } from '../../state/words';
import { Icon } from '../Icon';
import { Distribution } from '../Needs';
import { PlacesOnMap } from '../PlacesOnMap';
import { OnTheMap } from '../RoadMap';
import { ClassMark, className } from '../verdicts';
import { feederNumber, known } from './facts';
import { computedRange } from './VoltageCard';
import { FaultPlaces, FeederPlaces, Lines, ProjectPlaces } from './lists';

const VOLTAGE = 'power.voltage';

/** Rows of a table in the chosen area; undefined until they are here. */
function useRows(analysis: string, id: string): { table: ResultTable; rows: readonly Row[] } | undefined {
    const table = findTable(analysis, id);
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    const rows = table && rowsOf(table);
    return table && rows && { table, rows: rowsIn(rows, area.value) };
}

function Block({ part, title, n, children }: { part: string; title: string; n?: number; children: ComponentChildren }) {
    return (
        <section class="block" data-part={part}>
            <div class="block-head">
                <h2>
                    {title} {n !== undefined && <small class="num soft">{integer(n)}</small>}
                </h2>
            </div>
            {children}
        </section>
    );
}

const None = ({ text }: { text: string }) => <p class="caption">{text}</p>;

/** Where the voltage sags most: a click opens the feeder with the volts along its wire. */
function Feeders() {
    const found = useRows(VOLTAGE, 'feeder');
    if (!found) return null;
    const worst = worstFeeders(found.rows);
    return (
        <Block part="feeders" title={t('power.worstFeeders')} n={worst.length}>
            {worst.length === 0 ? (
                <None text={t('power.noFeeders')} />
            ) : (
                <FeederPlaces
                    rows={worst}
                    first={6}
                    name={(row) => `${String(row.transformer_code)} · ${feederNumber(row)}`}
                />
            )}
            {worst.length > 0 && <AsTable of={found.table} by="lowest_v" />}
        </Block>
    );
}

function AsTable({ of, by }: { of: ResultTable; by: string }) {
    return (
        <button type="button" class="link" data-do="table" onClick={() => openTable(listKey(of), by)}>
            {t('power.asTable')}
        </button>
    );
}

/** A transformer that is on no record, tried where one clicks. */
function AddTransformer() {
    const on = isPlacing();
    return (
        <Block part="add" title={t('trial.whatIf')}>
            <button
                type="button"
                class="secondary"
                aria-pressed={on}
                data-do="place"
                onClick={on ? stopPlacing : startPlacing}
            >
                <Icon of={Plus} size={16} />
                {t('power.add')}
            </button>
            <p class="caption">{t('power.addNote')}</p>
        </Block>
    );
}

const OVERLOADED = ['exceeded', 'may_be_exceeded'] as const;

/** Transformers that carry more than they may. */
function Transformers() {
    const found = useRows(VOLTAGE, 'transformer');
    if (!found) return null;
    const of = (loading: string) => found.rows.filter((row) => row.loading === loading);
    const most = (row: Row): number => (known(row.loading_percent) ? row.loading_percent : Number.POSITIVE_INFINITY);
    const worst = OVERLOADED.flatMap((loading) => [...of(loading)].sort((a, b) => most(b) - most(a)));
    return (
        <Block part="transformers" title={t('power.transformers')}>
            <ul class="plain-list">
                {OVERLOADED.map((loading) => (
                    <li key={loading}>
                        <button
                            type="button"
                            class="line"
                            data-loading={loading}
                            disabled={of(loading).length === 0}
                            onClick={() =>
                                openTable(
                                    listKey(found.table, { column: 'loading', codes: [loading] }),
                                    '-loading_percent',
                                )
                            }
                        >
                            <span class="grow">
                                <ClassMark scheme="loading" code={loading} />
                            </span>
                            <span class="num strong">{integer(of(loading).length)}</span>
                        </button>
                    </li>
                ))}
            </ul>
            {worst.length > 0 && (
                <Lines
                    rows={worst}
                    first={4}
                    kind="power_facility"
                    go={(row) => goToFeature('power_facility', row.code)}
                    line={(row) => (
                        <>
                            <span class="grow num">
                                {row.code}
                                <small>
                                    {known(row.kva) ? quantity(row.kva, 'kVA', 0) : t('unknown')}
                                    {known(row.customers) && ` · ${quantity(row.customers, 'households', 0)}`}
                                </small>
                            </span>
                            <span class="num strong">
                                {known(row.loading_percent)
                                    ? quantity(row.loading_percent, '%', 0)
                                    : t('power.beyondAll')}
                            </span>
                        </>
                    )}
                />
            )}
        </Block>
    );
}

/** Classes in which record, measurement and computation disagree, the gravest first. */
const DIFFER = ['measured_lower', 'measured_higher', 'declared_but_low'] as const;
const WHERE = { comparison: DIFFER.join(',') };

/** Households whose record, measurement and computation disagree; filters of households hold here too. */
function Discrepancies() {
    const table = findTable(VOLTAGE, 'household');
    const has = table?.table.columns.some((c) => c.id === 'comparison') === true;
    useEffect(() => {
        if (table && has) wantRowsWhere(table, WHERE);
    }, [table?.analysis, table?.table.rows, has]);
    const all = table && has ? rowsWhereOf(table, WHERE) : undefined;
    if (!all) return null;
    const shown = mask.value;
    const rows = shown ? all.filter((row) => shown[rowOf(row.code)] === 1) : all;
    const list = DIFFER.flatMap((code) => rows.filter((row) => row.comparison === code));
    const on = filteredCodes(VOLTAGE, 'comparison');
    return (
        <Block part="discrepancies" title={t('power.discrepancies')} n={rows.length}>
            <p class="caption">{t('power.discrepanciesNote')}</p>
            <ul class="plain-list">
                {DIFFER.map((code) => {
                    const n = rows.filter((row) => row.comparison === code).length;
                    return (
                        <li key={code}>
                            <button
                                type="button"
                                class="line"
                                data-comparison={code}
                                aria-pressed={on.includes(code)}
                                title={findWord(`class_note.voltage_comparison.${code}`)}
                                onClick={() => toggleCode(VOLTAGE, 'comparison', code)}
                            >
                                <span class="grow">
                                    <ClassMark scheme="voltage_comparison" code={code} />
                                </span>
                                <span class="num strong">{integer(n)}</span>
                            </button>
                        </li>
                    );
                })}
            </ul>
            {list.length > 0 && (
                <Lines
                    rows={list}
                    first={4}
                    kind="household"
                    go={(row) => (selection.value = { kind: 'household', code: row.code })}
                    line={(row) => (
                        <>
                            <span class="grow num">
                                {row.code}
                                <small>{className('voltage_comparison', String(row.comparison))}</small>
                            </span>
                            <span class="num">
                                <small>
                                    {t('power.measuredIs', {
                                        v: known(row.measured_v) ? quantity(row.measured_v, 'V', 0) : '–',
                                    })}
                                </small>
                                <small>
                                    {t('power.computedIs', {
                                        v: computedRange(row.unfavourable_v, row.favourable_v),
                                    })}
                                </small>
                            </span>
                        </>
                    )}
                />
            )}
            {list.length > 0 && (
                <button
                    type="button"
                    class="link"
                    data-do="table"
                    onClick={() => {
                        for (const code of DIFFER) if (!on.includes(code)) toggleCode(VOLTAGE, 'comparison', code);
                        openTable(null);
                        tableOpen.value = true;
                    }}
                >
                    {t('power.asTable')}
                </button>
            )}
        </Block>
    );
}

const KINDS = ['whole_area', 'cheapest_gain'] as const;

/** Works on the grid: those that bring whole areas inside the limits, and those with the most for the money. */
function Projects() {
    const found = useRows('power.projects', 'project');
    const kind = useSignal<(typeof KINDS)[number]>('whole_area');
    if (!found) return null;
    const of = (code: string) => found.rows.filter((row) => row.kind === code);
    const each = (row: Row): number => (known(row.yuan_per_household) ? row.yuan_per_household : Number.MAX_VALUE);
    const list = [...of(kind.value)].sort((a, b) => each(a) - each(b) || (a.code < b.code ? -1 : 1));
    const none = of('none').length;
    return (
        <Block part="projects" title={t('power.projects')}>
            <div class="segments" role="radiogroup" aria-label={t('power.projects')}>
                {KINDS.map((code) => (
                    <button
                        key={code}
                        type="button"
                        role="radio"
                        data-kind={code}
                        aria-checked={kind.value === code}
                        onClick={() => (kind.value = code)}
                    >
                        {t(`power.kind.${code}`)} <span class="num">{integer(of(code).length)}</span>
                    </button>
                ))}
            </div>
            {list.length === 0 ? (
                <None text={t('power.noProjects')} />
            ) : (
                <ProjectPlaces key={kind.value} rows={list} first={5} />
            )}
            {none > 0 && <p class="caption">{t('power.nothingFound', { n: integer(none) })}</p>}
            {found.rows.length > 0 && (
                <button
                    type="button"
                    class="link"
                    data-do="table"
                    onClick={() =>
                        openTable(listKey(found.table, { column: 'kind', codes: [kind.value] }), 'yuan_per_household')
                    }
                >
                    {t('power.asTable')}
                </button>
            )}
        </Block>
    );
}

/** Faults of the drawing by kind; each unfolds to its places. */
function Faults() {
    const found = useRows('power.network', 'fault');
    if (!found) return null;
    const kinds = [...new Set(found.rows.map((row) => String(row.kind)))]
        .map((kind) => ({ kind, rows: found.rows.filter((row) => row.kind === kind) }))
        .sort((a, b) => b.rows.length - a.rows.length || (a.kind < b.kind ? -1 : 1));
    return (
        <Block part="faults" title={t('power.faults')} n={found.rows.length}>
            {kinds.length === 0 && <None text={t('power.noFaults')} />}
            {kinds.map(({ kind, rows }) => (
                <details key={kind} class="by-kind" data-kind={kind}>
                    <summary>
                        <ClassMark scheme="power_fault" code={kind} />{' '}
                        <span class="num strong">{integer(rows.length)}</span>
                    </summary>
                    <p class="caption">{findWord(`map.fault.power_fault.${kind}`)}</p>
                    <FaultPlaces rows={rows} />
                </details>
            ))}
        </Block>
    );
}

const count = (kind: string): number => detail.value?.layers.find((layer) => layer.kind === kind)?.count ?? 0;

/** All that the power screen shows beside the verdict; what is missing is said, with what to import. */
export function PowerPanel() {
    if (count('power_facility') === 0) return <p class="sentence missing-data">{t('power.importTransformers')}</p>;
    return (
        <>
            {count('power_line') === 0 && <p class="sentence missing-data">{t('power.importLines')}</p>}
            {classFilters.value.length > 0 && <p class="caption">{t('need.listsWhole')}</p>}
            <Feeders />
            <AddTransformer />
            <Transformers />
            <Discrepancies />
            <Projects />
            <Faults />
            <Distribution title={t('power.bands')} analysis={VOLTAGE} column="voltage_band" />
            <Distribution title={t('power.loadSources')} analysis={VOLTAGE} column="load_source" />
            <OnTheMap lines="power-lines" more={['power-works']} />
            <PlacesOnMap title={t('need.lists')} />
        </>
    );
}
