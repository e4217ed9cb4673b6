import { useEffect } from 'preact/hooks';
import type { Row } from '../../api/types';
import { schemes } from '../../state/county';
import { area, areaAt } from '../../state/filter';
import { integer, quantity } from '../../state/format';
import { rowsIn } from '../../state/places';
import { findTable, rowsOf, wantRows } from '../../state/results';
import { suppliesOf } from '../../state/supplies';
import { listKey, openTable } from '../../state/tabs';
import { t } from '../../state/words';
import { Symbol } from '../Symbol';
import { className, colourOf } from '../verdicts';

/** Loads that ask for somebody to act, the worst first. */
const LOADS = [
    'over_promised',
    'strained',
    'full',
    'count_first',
    'measure_first',
    'quality_fails',
    'broken',
    'no_source',
    'spare',
] as const;

/** What a list of works is read for comes first in it. */
const SORT: Readonly<Record<string, string>> = {
    over_promised: 'left_m3_per_day',
    strained: 'left_m3_per_day',
    full: 'left_m3_per_day',
    count_first: '-people_reported',
    measure_first: '-people_more',
    spare: '-left_m3_per_day',
};

/** Works by what their water suffices for, of those that stand in the chosen area; each line opens the list. */
export function SourceLoads() {
    const table = findTable('water.sources', 'source');
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    const rows = table && rowsOf(table);
    if (!table || !rows) return null;
    const supplies = rowsIn(suppliesOf(rows), area.value);
    const entries = schemes.value.source_load ?? [];
    const of = (load: string) => supplies.filter((row) => row.load === load);
    const people = (list: readonly Row[]) => list.reduce((n, row) => n + Number(row.people_sharing ?? 0), 0);
    return (
        <section class="block" data-part="loads">
            <div class="block-head">
                <h2>{t('water.loads')}</h2>
            </div>
            <p class="caption">
                {t('water.loadsNote')} {areaAt.value && t('water.loadsHere', { name: areaAt.value.name })}
            </p>
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
