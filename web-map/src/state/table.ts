import { computed, signal } from '@preact/signals';
import type { ColumnInfo } from '../api/types';
import {
    attribute,
    classColumn,
    columnInfo,
    numberColumn,
    wantAttribute,
    wantClassColumn,
    wantNumberColumn,
} from './columns';
import { codes, householdUnits, positions, units } from './county';
import { mask } from './filter';
import { COMMITTEE, verdictAnalysis } from './measure';
import { NEEDS } from './needs';
import { colouring, type Mode, mode } from './view';

/** A column of the table: a result column, an attribute, or where the household belongs. */
export type TableColumn =
    | { kind: 'code' }
    | { kind: 'unit'; level: 'township' | 'village' | 'group' }
    | { kind: 'attribute'; name: string; unit: string }
    | { kind: 'result'; analysis: string; column: ColumnInfo };

/** Result columns that go with each question, besides the three verdicts. */
const EXTRA: Record<Mode, readonly [string, string][]> = {
    overview: [],
    roads: [
        ['road.access', 'distance_m'],
        ['road.access', 'band'],
        ['road.access', 'missing_m'],
        ['road.access', 'walk_to_min'],
    ],
    water: [
        ['water.access', 'quantity'],
        ['water.access', 'quality'],
        ['water.access', 'convenience'],
        ['water.access', 'guarantee'],
        ['water.sources', 'status'],
        ['water.pipes', 'tap'],
        ['water.pipes', 'residual_head_m'],
        ['water.access', 'horizontal_m'],
        ['water.access', 'vertical_m'],
    ],
    power: [
        ['power.voltage', 'voltage_v'],
        ['power.voltage', 'voltage_basis'],
        ['power.voltage', 'unfavourable_v'],
        ['power.voltage', 'measured_v'],
        ['power.voltage', 'comparison'],
        ['power.voltage', 'hours_below'],
        ['power.voltage', 'wire_m'],
        ['power.voltage', 'transformer_distance_m'],
        ['power.voltage', 'radius_screen'],
    ],
    crops: [],
    plans: [],
    data: [],
};

export const columnKey = (c: TableColumn): string =>
    c.kind === 'code'
        ? 'code'
        : c.kind === 'unit'
          ? c.level
          : c.kind === 'attribute'
            ? c.name
            : `${c.analysis}:${c.column.id}`;

/** The analysis of a question stands first among the results. */
const FIRST: Partial<Record<Mode, string>> = { roads: 'road.access', water: 'water.access', power: 'power.voltage' };

export const tableColumns = computed<TableColumn[]>(() => {
    const first = FIRST[mode.value];
    const verdicts: [string, string][] = NEEDS.map((need) => [need.analysis, 'verdict']);
    const own = verdicts.filter(([analysis]) => analysis === first);
    // The way of counting that the screen follows stands before what is measured at the door.
    if (verdictAnalysis('road') === COMMITTEE) own.unshift([COMMITTEE, 'verdict']);
    const colour: [string, string] = [colouring.value.analysis, colouring.value.column];
    const seen = new Set<string>();
    const results: TableColumn[] = [];
    for (const [analysis, id] of [...own, ...EXTRA[mode.value], ...verdicts, colour]) {
        const column = columnInfo(analysis, id);
        if (!column || seen.has(`${analysis}:${id}`)) continue;
        seen.add(`${analysis}:${id}`);
        results.push({ kind: 'result', analysis, column });
    }
    return [
        { kind: 'code' },
        { kind: 'unit', level: 'township' },
        { kind: 'unit', level: 'village' },
        ...results,
        { kind: 'unit', level: 'group' },
        { kind: 'attribute', name: 'people_registered', unit: 'people' },
    ];
});

/** Starts fetching what the open table shows. */
export function wantTableColumns(): void {
    for (const c of tableColumns.value) {
        if (c.kind === 'attribute') wantAttribute(c.name);
        if (c.kind !== 'result') continue;
        if (c.column.type === 'NUMBER') wantNumberColumn(c.analysis, c.column.id);
        else if (c.column.type !== 'TEXT') wantClassColumn(c.analysis, c.column.id);
    }
}

/** Values to sort by: numbers, positions of classes (worst order of the scheme), or row order for text that is sorted already. */
function sortValues(c: TableColumn): ArrayLike<number> | undefined {
    const of = householdUnits.value;
    if (c.kind === 'unit') return of?.[c.level];
    if (c.kind === 'attribute') return attribute(c.name);
    if (c.kind === 'result')
        return c.column.type === 'NUMBER'
            ? numberColumn(c.analysis, c.column.id)
            : classColumn(c.analysis, c.column.id);
    return undefined;
}

/** Column key, with a minus in front for falling order. */
export const sort = signal<string>('code');

export function sortBy(key: string): void {
    sort.value = sort.value === key ? `-${key}` : key;
}

/**
 * Rows in order; absent values last whichever way, ties by code.
 * @param values undefined keeps the order of codes
 */
export function sortedRows(
    n: number,
    shown: Uint8Array | undefined,
    values: ArrayLike<number> | undefined,
    falling: boolean,
    absent: (v: number) => boolean,
): Int32Array {
    const rows = new Int32Array(n);
    let k = 0;
    for (let i = 0; i < n; i++) if (!shown || shown[i]) rows[k++] = i;
    const out = rows.subarray(0, k);
    if (!values) return falling ? out.reverse() : out;
    const sign = falling ? -1 : 1;
    return out.sort((a, b) => {
        const x = values[a]!;
        const y = values[b]!;
        const ax = absent(x);
        const ay = absent(y);
        if (ax || ay) return ax === ay ? a - b : ax ? 1 : -1;
        return x === y ? a - b : sign * (x - y);
    });
}

export const rows = computed<Int32Array>(() => {
    const n = positions.value?.count ?? 0;
    const falling = sort.value.startsWith('-');
    const key = falling ? sort.value.slice(1) : sort.value;
    const column = tableColumns.value.find((c) => columnKey(c) === key);
    const values = column ? sortValues(column) : undefined;
    const absentClass = values instanceof Uint8Array ? 255 : values instanceof Uint16Array ? 0xffff : Number.NaN;
    return sortedRows(n, mask.value, values, falling, (v) => Number.isNaN(v) || v === absentClass);
});

/** What a cell holds: a code of a class, a number, or text. */
export function cell(c: TableColumn, row: number): string | number | null {
    switch (c.kind) {
        case 'code':
            return codes.value?.[row] ?? null;
        case 'unit': {
            const at = householdUnits.value?.[c.level][row] ?? 0xffff;
            const list =
                c.level === 'township'
                    ? units.value?.townships
                    : c.level === 'village'
                      ? units.value?.villages
                      : units.value?.groups;
            return list?.[at]?.name ?? null;
        }
        case 'attribute': {
            const v = attribute(c.name)?.[row];
            return v === undefined || Number.isNaN(v) ? null : v;
        }
        case 'result': {
            if (c.column.type === 'NUMBER') {
                const v = numberColumn(c.analysis, c.column.id)?.[row];
                return v === undefined || Number.isNaN(v) ? null : v;
            }
            const position = classColumn(c.analysis, c.column.id)?.[row];
            return position === undefined ? null : (c.column.codes[position] ?? null);
        }
    }
}
