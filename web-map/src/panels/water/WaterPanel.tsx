import { useEffect } from 'preact/hooks';
import type { Row } from '../../api/types';
import { classColumn, columnInfo, wantClassColumn } from '../../state/columns';
import { classCounts } from '../../state/counts';
import { schemes } from '../../state/county';
import { filteredCodes, toggleCode } from '../../state/filter';
import { decimals, integer, percent, quantity } from '../../state/format';
import { INDICATORS } from '../../state/indicators';
import { resultLayers, isOn, switchLayer } from '../../state/layers';
import { findTable, rowsOf, wantRows } from '../../state/results';
import { listKey, openTable } from '../../state/tabs';
import { colouring, mode } from '../../state/view';
import { findWord, t } from '../../state/words';
import { Distribution } from '../Needs';
import { columnName } from '../names';
import { OnTheMap } from '../RoadMap';
import { Symbol } from '../Symbol';
import { className, colourOf } from '../verdicts';

/** One line: a stacked bar of a class column. Each part filters; the name colours the map. */
function IndicatorBar({ column }: { column: string }) {
    const analysis = 'water.access';
    const info = columnInfo(analysis, column);
    wantClassColumn(analysis, column);
    const values = classColumn(analysis, column);
    if (!info || !values) return null;
    const counts = classCounts(analysis, column, values, info.codes.length);
    const all = counts.reduce((n, one) => n + one.households, 0);
    const on = filteredCodes(analysis, column);
    const entries = schemes.value[info.scheme] ?? [];
    const coloured = colouring.value.analysis === analysis && colouring.value.column === column;
    const order = ['fails', 'basically_meets', 'unknown', 'meets'].filter((code) => info.codes.includes(code));
    return (
        <div class="indicator-bar" data-indicator={column}>
            <div class="head">
                <span class="grow">{columnName(analysis, info)}</span>
                <button
                    type="button"
                    class="on-map-switch"
                    aria-pressed={coloured}
                    aria-label={`${columnName(analysis, info)}: ${coloured ? t('overview.onMap') : t('overview.showOnMap')}`}
                    onClick={() => (colouring.value = { analysis, column: coloured ? 'verdict' : column })}
                >
                    {coloured ? t('overview.onMap') : t('overview.showOnMap')}
                </button>
            </div>
            <div class="parts" role="group" aria-label={columnName(analysis, info)}>
                {order.map((code) => {
                    const n = counts[info.codes.indexOf(code)]!.households;
                    const entry = entries.find((e) => e.code === code);
                    if (n === 0 && !on.includes(code)) return null;
                    const text = `${className(info.scheme, code)}: ${integer(n)} (${percent(n, all)})`;
                    return (
                        <button
                            key={code}
                            type="button"
                            data-code={code}
                            aria-pressed={on.includes(code)}
                            aria-label={text}
                            title={text}
                            class={entry?.unknown ? 'unknown' : ''}
                            style={{ flexGrow: Math.max(n, all * 0.04), background: entry && colourOf(entry) }}
                            onClick={() => toggleCode(analysis, column, code)}
                        >
                            {integer(n)}
                        </button>
                    );
                })}
            </div>
        </div>
    );
}

/** The four indicators under one legend. */
export function IndicatorBars() {
    const entries = schemes.value.water_indicator ?? [];
    if (!columnInfo('water.access', 'quantity')) return null;
    return (
        <section class="block indicators-block">
            <div class="block-head">
                <h2>{t('water.indicators')}</h2>
            </div>
            {INDICATORS.map((id) => (
                <IndicatorBar key={id} column={id} />
            ))}
            <p class="caption indicator-key">
                {entries.map((entry) => (
                    <span key={entry.code}>
                        <Symbol shape={entry.symbol} colour={colourOf(entry)} />{' '}
                        {className('water_indicator', entry.code)}
                    </span>
                ))}
            </p>
        </section>
    );
}

/** Loads that ask for somebody to act, the worst first. */
const LOADS = [
    'over_promised',
    'strained',
    'full',
    'measure_first',
    'quality_fails',
    'broken',
    'no_source',
    'spare',
] as const;

/** Works by what their water suffices for; each line opens the list. */
export function SourceLoads() {
    const table = findTable('water.sources', 'source');
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    const rows = table && rowsOf(table);
    if (!table || !rows) return null;
    // A supply counts once: all its works say the same.
    const supplies = new Map<string, Row>();
    for (const row of rows) {
        const supply = String(row.supply_code ?? row.code);
        if (!supplies.has(supply) || row.code === supply) supplies.set(supply, row);
    }
    const entries = schemes.value.source_load ?? [];
    const of = (load: string) => [...supplies.values()].filter((row) => row.load === load);
    const people = (list: readonly Row[]) => list.reduce((n, row) => n + Number(row.people_on_record ?? 0), 0);
    return (
        <section class="block" data-part="loads">
            <div class="block-head">
                <h2>{t('water.loads')}</h2>
            </div>
            <p class="caption">{t('water.loadsNote')}</p>
            <ul class="plain-list">
                {LOADS.map((load) => {
                    const list = of(load);
                    const entry = entries.find((e) => e.code === load);
                    if (list.length === 0 && load !== 'over_promised') return null;
                    return (
                        <li key={load}>
                            <button
                                type="button"
                                class="line"
                                data-load={load}
                                disabled={list.length === 0}
                                onClick={() => openTable(listKey(table, { column: 'load', codes: [load] }), SORT[load])}
                            >
                                {entry && <Symbol shape={entry.symbol} colour={colourOf(entry)} />}
                                <span class="grow">{className('source_load', load)}</span>
                                <span class="num strong">{integer(list.length)}</span>
                                <span class="num soft people">{quantity(people(list), 'people', 0)}</span>
                            </button>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}

/** What a list of works is read for comes first in it. */
const SORT: Readonly<Record<string, string>> = {
    over_promised: 'left_m3_per_day',
    strained: 'left_m3_per_day',
    full: 'left_m3_per_day',
    measure_first: '-people_more',
    spare: '-left_m3_per_day',
};

/** How many could be given a source, and how good that number is proven to be. */
export function AssignmentTotal() {
    const table = findTable('water.sources', 'total');
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    const row = table && rowsOf(table)?.[0];
    if (!row) return null;
    const n = (v: unknown): string => (typeof v === 'number' ? integer(Math.floor(v + 1e-6)) : t('unknown'));
    const proven = row.people_proven === 'yes';
    return (
        <section class="block" data-part="assignment">
            <div class="block-head">
                <h2>{t('water.assignment')}</h2>
            </div>
            <p class="sentence num">
                {t('water.assignable', {
                    waiting: n(row.people_to_assign),
                    households: n(row.households_to_assign),
                    given: n(row.people_assigned),
                })}
            </p>
            <p class="caption num">
                {proven
                    ? t('water.proven')
                    : t('water.bound', {
                          bound: n(row.people_bound),
                          gap: typeof row.people_gap_percent === 'number' ? decimals(row.people_gap_percent, 1) : '–',
                      })}
            </p>
            <Distribution title={t('water.status')} analysis="water.sources" column="status" />
        </section>
    );
}

/** Findings and exposed places: on the map with one click, and as lists. */
export function PlacesOnMap() {
    const layers = resultLayers.value.filter((l) => l.points && l.only?.includes(mode.value));
    if (layers.length === 0) return null;
    return (
        <section class="block" data-part="places">
            <div class="block-head">
                <h2>{t('water.places')}</h2>
            </div>
            <ul class="plain-list">
                {layers.map((layer) => {
                    const shown = isOn(layer, mode.value);
                    const name = findWord(layer.nameKey) ?? layer.id;
                    return (
                        <li key={layer.id} class="two">
                            <button
                                type="button"
                                class="line"
                                data-layer={layer.id}
                                onClick={() => openTable(listKey(layer.points!))}
                            >
                                <span class="grow">{name}</span>
                                <span class="num">{integer(layer.points!.table.rows)}</span>
                            </button>
                            <button
                                type="button"
                                class="on-map-switch"
                                aria-pressed={shown}
                                aria-label={`${name}: ${shown ? t('overview.onMap') : t('overview.showOnMap')}`}
                                onClick={() => switchLayer(layer.id, !shown)}
                            >
                                {shown ? t('overview.onMap') : t('overview.showOnMap')}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}

/** All that the water screen shows beside the verdict. */
export function WaterPanel() {
    return (
        <>
            <IndicatorBars />
            <SourceLoads />
            <AssignmentTotal />
            <Distribution title={t('water.taps')} analysis="water.pipes" column="tap" />
            <Distribution title={t('water.exposedPipes')} analysis="water.exposure" column="exposure" />
            <OnTheMap lines="pipes" more={['water-works']} />
            <PlacesOnMap />
        </>
    );
}
