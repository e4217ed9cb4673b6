import { useEffect } from 'preact/hooks';
import type { ColumnInfo, Row } from '../api/types';
import { goToFeature } from '../state/features';
import { hoveredPlace, selectPlace, showRow } from '../state/household';
import { inOrder, isPlaceColumn, type ResultTable, rowsOf, wantRows } from '../state/results';
import { area, areaAt, classFilters } from '../state/filter';
import { integer } from '../state/format';
import { findingNumbers } from '../state/indicators';
import { isUnitColumn, rowsIn, UNIT_COLUMNS, unitName } from '../state/places';
import { goToProject, isProject } from '../state/project';
import { shownValue } from '../state/sentence';
import { sort, sortBy } from '../state/table';
import { listFilter, listKey, openTable } from '../state/tabs';
import { selection } from '../state/view';
import { t } from '../state/words';
import { Grid } from './Grid';
import { columnName, isNamed, reasonName, rowName, tableName } from './names';
import { Waiting } from './Sheet';
import { measureWords } from './power/lists';
import { ClassMark, className } from './verdicts';

const placeOf = (row: Row): { lon: number; lat: number } | null =>
    typeof row.lon === 'number' && typeof row.lat === 'number' ? { lon: row.lon, lat: row.lat } : null;

/** What matters most comes first: the most saved, the most who depend on it, the most beside it. */
const MOST: readonly string[] = ['saved_household_km', 'households_depending', 'households_near', 'people_gain'];

/** What a kind of rows is read for stands beside its name; the rest follows in the order of the table. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
    water_project: [
        'kind',
        'cost_yuan',
        'people_gain',
        'households_gain',
        'yuan_per_person',
        'reason',
        'certainty',
        'source_code',
        'length_m',
    ],
    pipe_finding: ['value', 'certainty', 'people', 'supply_code'],
    power_feeder: ['lowest_v', 'voltage_band', 'customers', 'households_unserved', 'households_collapsed', 'wire_km'],
    power_facility: ['loading', 'loading_percent', 'kva', 'customers', 'households_unserved', 'lowest_v', 'peak_kw'],
    power_line: ['voltage_band', 'end_v', 'drop_v', 'amperes', 'loading', 'loading_percent', 'customers', 'wire'],
    power_project: [
        'kind',
        'measures',
        'households_gain',
        'cost_yuan',
        'yuan_per_household',
        'lowest_before_v',
        'lowest_after_v',
        'reason',
    ],
    power_fault: ['kind', 'feature_code', 'households_near'],
};

/** Columns that another says too, or that the name of the row says: the limit stands with the value of a finding. */
const SAID: Readonly<Record<string, readonly string[]>> = {
    water_project: ['group_code'],
    pipe_finding: ['kind', 'limit', 'value_error', 'feature_code'],
    pipe_exposure: ['pipe_code', 'cause'],
    power_feeder: ['transformer_code', 'feeder', 'lowest_household'],
    power_project: ['transformer_code'],
    power_measure: ['project_code'],
    refuse_above_source: ['source_code', 'refuse_code'],
};

/** Columns of units that the server puts beside rows about works and lines. */
const UNITS: readonly ColumnInfo[] = UNIT_COLUMNS.map((id) => ({
    id,
    type: 'TEXT',
    unit: '',
    decimals: 0,
    scheme: '',
    codes: [],
}));

/** The columns of a table as they are shown: what matters first, units named, places left to the map. */
function columnsOf({ table }: ResultTable, rows: readonly Row[]): ColumnInfo[] {
    const first = FIRST[table.featureKind] ?? [];
    const said = ['road_name', 'road_code', ...(SAID[table.featureKind] ?? [])];
    const own = table.columns.filter((c) => !isPlaceColumn(c.id) && !said.includes(c.id));
    const units = UNITS.filter((c) => !own.some((o) => o.id === c.id) && rows.some((row) => c.id in row));
    const rank = (c: ColumnInfo): number => (first.includes(c.id) ? first.indexOf(c.id) : first.length);
    return [...own, ...units].sort((a, b) => rank(a) - rank(b));
}

/** Rows of a result table that lie somewhere (faults, islands, missing links) or are works and pipes of the map: a click goes there and marks the place. */
export function PlaceTable({ of }: { of: ResultTable }) {
    useEffect(() => wantRows(of), [of.analysis, of.table.id]);
    useEffect(() => () => void (hoveredPlace.value = null), []);
    const rows = rowsOf(of);
    if (!rows) return <Waiting />;
    // Name and code of the road stand in the first column.
    const shown = columnsOf(of, rows);
    const hasUnits = shown.some((c) => isUnitColumn(c.id));
    const filter = listFilter.value;
    const limited = filter ? rows.filter((row) => filter.codes.includes(String(row[filter.column]))) : rows;
    const within = hasUnits ? rowsIn(limited, area.value) : limited;
    // What has no place of its own is a feature of the map, which knows where it is.
    const isFeature = !of.table.columns.some((c) => isPlaceColumn(c.id));
    const most = of.table.columns.find((c) => MOST.includes(c.id));
    const by = sort.value === 'code' && most ? `-${most.id}` : sort.value;
    const list = inOrder(within, by, of.table.columns);
    const kind = of.table.featureKind;
    const what = selection.value;
    const classed = of.table.columns.filter((c) => c.type === 'CLASS');
    const go = (at: number): void => {
        const row = list[at]!;
        if (isFeature) return goToFeature(kind, row.code);
        if (!placeOf(row)) return;
        if (isProject(kind)) return goToProject(kind, row);
        selectPlace(kind, row);
        showRow(row);
    };
    // Works and pipes go by their codes; places by what they are.
    const nameOf = (row: Row): string => (isFeature ? row.code : rowName(of, row, kind));
    const hovered = hoveredPlace.value;
    const notes = [
        areaAt.value &&
            (hasUnits
                ? t('table.onlyArea', {
                      name: areaAt.value.name,
                      n: integer(within.length),
                      of: integer(rows.length),
                  })
                : t('table.wholeCounty')),
        classFilters.value.length > 0 && t('table.notFiltered'),
    ].filter(Boolean);
    return (
        <>
            {classed.length > 0 && (
                <p class="table-note list-filters">
                    {classed.map((c) => (
                        <label key={c.id}>
                            <span>{columnName(of.analysis, c)}</span>
                            <select
                                data-column={c.id}
                                value={filter?.column === c.id && filter.codes.length === 1 ? filter.codes[0] : ''}
                                onChange={(event) => {
                                    const code = event.currentTarget.value;
                                    openTable(
                                        listKey(of, code === '' ? undefined : { column: c.id, codes: [code] }),
                                        sort.peek(),
                                    );
                                }}
                            >
                                <option value="">{t('table.all')}</option>
                                {c.codes.map((code) => (
                                    <option key={code} value={code}>
                                        {className(c.scheme, code)}
                                    </option>
                                ))}
                            </select>
                        </label>
                    ))}
                    <span class="num soft">
                        {notes.length > 0
                            ? notes.join(' ')
                            : t('table.rowsShown', { n: integer(within.length), of: integer(rows.length) })}
                    </span>
                </p>
            )}
            {classed.length === 0 && notes.length > 0 && <p class="table-note">{notes.join(' ')}</p>}
            <Grid
                label={tableName(of)}
                columns={[
                    { key: 'code', title: t('table.place'), kind: 'place-name', isNumber: false },
                    ...shown.map((c) => ({
                        key: c.id,
                        title:
                            c.id === 'township_code'
                                ? t('table.township')
                                : c.id === 'village_code'
                                  ? t('table.village')
                                  : columnName(of.analysis, c),
                        kind:
                            c.type === 'CLASS'
                                ? 'result class'
                                : kind === 'pipe_finding' && c.id === 'value'
                                  ? 'result measured'
                                  : 'result',
                        isNumber: c.type === 'NUMBER',
                    })),
                ]}
                count={list.length}
                cell={(at, i) => {
                    const row = list[at]!;
                    const column = shown[i - 1];
                    if (!column) return <span title={isNamed(kind) ? nameOf(row) : row.code}>{nameOf(row)}</span>;
                    const v = row[column.id];
                    if (v === null || v === undefined || v === '') return <span class="soft">–</span>;
                    if (column.type === 'CLASS') return <ClassMark scheme={column.scheme} code={String(v)} />;
                    if (column.type === 'REASON') return reasonName(of.analysis, String(v));
                    if (kind === 'pipe_finding' && column.id === 'value') return findingNumbers(row);
                    if (column.id === 'measures') return measureWords(String(v));
                    if (isUnitColumn(column.id)) return unitName(column.id, String(v));
                    return shownValue(v, column.id, column);
                }}
                nameOf={(at) => nameOf(list[at]!)}
                codeOf={(at) => list[at]!.code}
                sort={by}
                sortBy={sortBy}
                selected={
                    what?.kind === 'feature' && what.layer === kind
                        ? list.findIndex((row) => row.code === what.code)
                        : -1
                }
                hovered={hovered ? list.findIndex((row) => row.lon === hovered.lon && row.lat === hovered.lat) : -1}
                hover={(at) => (hoveredPlace.value = list[at] ? placeOf(list[at]!) : null)}
                choose={go}
                show={(at) => (isFeature || placeOf(list[at]!) ? () => go(at) : undefined)}
                none={t('table.noRows')}
            />
        </>
    );
}
