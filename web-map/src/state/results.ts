import { computed, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { AnalysisInfo, ColumnInfo, FieldInfo, FieldLegend, Row, TableInfo } from '../api/types';
import { api, detail, fail, keep } from './county';
import type { Mode } from './view';

/**
 * What analyses return besides columns of households: tables of areas, of places (faults, gaps), rasters of numbers. Everything here
 * goes by what the analyses declare, so that one that comes or goes needs no change.
 */
export interface ResultTable {
    analysis: string;
    table: TableInfo;
}

export interface NumberField {
    analysis: string;
    field: FieldInfo;
}

const computedOnes = computed<readonly AnalysisInfo[]>(
    () => detail.value?.analyses.filter((a) => a.state === 'ready') ?? [],
);

/** The question that an analysis belongs to, by the first word of its id. */
const MODE_OF: Readonly<Record<string, Mode>> = { road: 'roads', water: 'water', power: 'power', crop: 'crops' };
export const modeOf = (analysis: string): Mode | undefined => MODE_OF[analysis.split('.')[0]!];

export const keyOf = ({ analysis, table }: ResultTable): string => `${analysis}:${table.id}`;

const isNumber = (table: TableInfo, id: string): boolean =>
    table.columns.some((c) => c.id === id && c.type === 'NUMBER');
/** Columns that say where a row lies, and with to_ in front where it leads; the map shows them as a place. */
const PLACE = ['east_m', 'north_m'] as const;
const DEGREES = ['lon', 'lat'] as const;
export const isPlaceColumn = (id: string): boolean =>
    [...PLACE, ...DEGREES].some((place) => id === place || id === `to_${place}`);
/** Whether the rows lead somewhere: lines, not points. */
export const isOfLinks = ({ table }: ResultTable): boolean => PLACE.every((id) => isNumber(table, `to_${id}`));

/** Tables whose rows lie somewhere. */
export const placedTables = computed<readonly ResultTable[]>(() =>
    computedOnes.value.flatMap((a) =>
        a.tables
            .filter((table) => PLACE.every((id) => isNumber(table, id)))
            .map((table) => ({ analysis: a.id, table })),
    ),
);

export function findTable(analysis: string, table: string): ResultTable | undefined {
    const found = computedOnes.value.find((a) => a.id === analysis)?.tables.find((one) => one.id === table);
    return found && { analysis, table: found };
}

export const findPlaced = (featureKind: string): ResultTable | undefined =>
    placedTables.value.find((one) => one.table.featureKind === featureKind);

/** Fields of numbers (minutes on foot), which the map shows as a raster with a legend of its own. */
export const numberFields = computed<readonly NumberField[]>(() =>
    computedOnes.value.flatMap((a) =>
        a.fields.filter((f) => f.scheme === '').map((field) => ({ analysis: a.id, field })),
    ),
);

/** The description of a column among the tables about a kind of feature. */
export function columnOfKind(featureKind: string, id: string): { analysis: string; column: ColumnInfo } | undefined {
    for (const a of computedOnes.value)
        for (const table of a.tables) {
            const column = table.featureKind === featureKind ? table.columns.find((c) => c.id === id) : undefined;
            if (column) return { analysis: a.id, column };
        }
    return undefined;
}

/** The tables with a row for each feature of a layer, of those whose rows lie where the features do. */
export const tablesOf = (featureKind: string): readonly ResultTable[] =>
    computedOnes.value.flatMap((a) =>
        a.tables
            .filter((table) => table.featureKind === featureKind && !PLACE.every((id) => isNumber(table, id)))
            .map((table) => ({ analysis: a.id, table })),
    );

/** Class columns of the tables about a kind of feature, each once. */
export function classesOfKind(featureKind: string): ColumnInfo[] {
    const found = new Map<string, ColumnInfo>();
    for (const a of computedOnes.value)
        for (const table of a.tables)
            if (table.featureKind === featureKind)
                for (const c of table.columns) if (c.type === 'CLASS' && !found.has(c.id)) found.set(c.id, c);
    return [...found.values()];
}

/** Schemes of what analyses say: a scheme of a result that begins like a layer's name is not one of its attributes. */
export const schemesOfResults = (): ReadonlySet<string> =>
    new Set(computedOnes.value.flatMap((a) => a.tables.flatMap((table) => table.columns.map((c) => c.scheme))));

/** More than this a person does not read; the export has all. */
export const MOST_ROWS = 10_000;

type Answer = readonly Row[] | FieldLegend;
const ready = signal<ReadonlyMap<string, Answer>>(new Map());
const asked = new Set<string>();
let of: CountyApi | null = null;

function want(key: string, fetchIt: (from: CountyApi) => Promise<Answer>): void {
    const from = api.peek();
    if (!from) return;
    if (of !== from) {
        of = from;
        asked.clear();
        ready.value = new Map();
    }
    if (asked.has(key)) return;
    asked.add(key);
    fetchIt(from).then((answer) => keep(from, () => (ready.value = new Map(ready.peek()).set(key, answer))), fail);
}

async function allRows(from: CountyApi, analysis: string, table: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
        const page = await from.rows(analysis, table, rows.length);
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= Math.min(page.total, MOST_ROWS)) return rows;
    }
}

/** Starts fetching the rows of a table; {@link rowsOf} has them when they are there. */
export function wantRows({ analysis, table }: ResultTable): void {
    want(`${analysis}:${table.id}`, (from) => allRows(from, analysis, table.id));
}

export const rowsOf = (one: ResultTable): readonly Row[] | undefined =>
    ready.value.get(keyOf(one)) as readonly Row[] | undefined;

const whereKey = (one: ResultTable, where: Readonly<Record<string, string>>): string =>
    `${keyOf(one)}?${JSON.stringify(where)}`;

/** Starts fetching the rows whose columns hold some values; {@link rowsWhereOf} has them when they are there. */
export function wantRowsWhere(one: ResultTable, where: Readonly<Record<string, string>>): void {
    want(whereKey(one, where), (from) => from.rowsWhere(one.analysis, one.table.id, where));
}

export const rowsWhereOf = (one: ResultTable, where: Readonly<Record<string, string>>): readonly Row[] | undefined =>
    ready.value.get(whereKey(one, where)) as readonly Row[] | undefined;

export function wantLegend({ analysis, field }: NumberField): void {
    want(`${analysis}/${field.id}`, (from) => from.fieldLegend(analysis, field.id));
}

export const legendOf = ({ analysis, field }: NumberField): FieldLegend | undefined =>
    ready.value.get(`${analysis}/${field.id}`) as FieldLegend | undefined;

/** A value to sort by: numbers as they are, classes by their order in the scheme, texts as texts. */
function rank(row: Row, id: string, column: ColumnInfo | undefined): number | string | null {
    const v = row[id] ?? null;
    if (v === null || v === '') return null;
    if (typeof v === 'number') return v;
    if (column && column.codes.length > 0) return column.codes.indexOf(String(v));
    return String(v);
}

/** Rows in the order of a column (a minus in front: falling); absent values last whichever way, ties by code. */
export function inOrder(rows: readonly Row[], sort: string, columns: readonly ColumnInfo[]): Row[] {
    const falling = sort.startsWith('-');
    const id = falling ? sort.slice(1) : sort;
    const column = columns.find((c) => c.id === id);
    if (id !== 'code' && !column && !rows.some((row) => id in row)) return [...rows];
    const sign = falling ? -1 : 1;
    const byCode = (a: Row, b: Row) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
    return [...rows].sort((a, b) => {
        const [x, y] = [rank(a, id, column), rank(b, id, column)];
        if (x === null || y === null) return x === y ? byCode(a, b) : x === null ? 1 : -1;
        return x === y ? byCode(a, b) : sign * (x < y ? -1 : 1);
    });
}
