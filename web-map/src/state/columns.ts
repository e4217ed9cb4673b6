import { signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { ColumnInfo } from '../api/types';
import { api, detail, fail, keep } from './county';
import { COMMITTEE, committeeColumn, committeeInfo } from './measure';

/** Columns that have arrived, by {@code analysis/column} or {@code attribute}; all of household tables, in row order. */
const ready = signal<ReadonlyMap<string, Uint8Array | Float32Array>>(new Map());
/** Attributes that the server does not have. */
const lacking = signal<ReadonlySet<string>>(new Set());
const asked = new Set<string>();
let of: CountyApi | null = null;

function want(key: string, fetchIt: (from: CountyApi) => Promise<Uint8Array | Float32Array>): void {
    const from = api.peek();
    if (!from) return;
    if (of !== from) {
        of = from;
        asked.clear();
        ready.value = new Map();
        lacking.value = new Set();
    }
    if (asked.has(key)) return;
    asked.add(key);
    fetchIt(from).then(
        (column) => keep(from, () => (ready.value = new Map(ready.peek()).set(key, column))),
        (error) => {
            // An older server may lack an attribute: the map then says less, and works.
            if (!key.startsWith('@')) fail(error);
            else keep(from, () => (lacking.value = new Set(lacking.peek()).add(key)));
        },
    );
}

/** The description of a column of a household table. */
export function columnInfo(analysis: string, column: string): ColumnInfo | undefined {
    if (analysis === COMMITTEE) return committeeInfo(analysis, column);
    return detail.value?.analyses
        .find((a) => a.id === analysis)
        ?.tables.find((table) => table.id === 'household')
        ?.columns.find((c) => c.id === column);
}

export function wantClassColumn(analysis: string, column: string): void {
    if (analysis !== COMMITTEE && columnInfo(analysis, column))
        want(`${analysis}/${column}`, (from) => from.classColumn(analysis, 'household', column));
}

export function wantNumberColumn(analysis: string, column: string): void {
    if (columnInfo(analysis, column))
        want(`${analysis}/${column}`, (from) => from.numberColumn(analysis, 'household', column));
}

const CODE_ATTRIBUTES = new Set(['house_status', 'relocated']);
export function wantAttribute(name: string): void {
    want(`@${name}`, (from) => (CODE_ATTRIBUTES.has(name) ? from.codeAttribute(name) : from.numberAttribute(name)));
}

/** Columns as a trial makes them, in place of those of the server while it is on; keyed like {@link ready}. */
export const onTrial = signal<ReadonlyMap<string, Uint8Array | Float32Array>>(new Map());

/** A column as the server sent it, whatever is on trial. */
export const columnAsSent = (analysis: string, column: string): Uint8Array | Float32Array | undefined =>
    ready.value.get(`${analysis}/${column}`);

/** Reading a column subscribes to its arrival; {@link wantClassColumn} and its like start the fetch. */
export const classColumn = (analysis: string, column: string): Uint8Array | undefined =>
    analysis === COMMITTEE ? committeeColumn.value : (shown(analysis, column) as Uint8Array | undefined);
export const numberColumn = (analysis: string, column: string): Float32Array | undefined =>
    shown(analysis, column) as Float32Array | undefined;
const shown = (analysis: string, column: string): Uint8Array | Float32Array | undefined =>
    onTrial.value.get(`${analysis}/${column}`) ?? ready.value.get(`${analysis}/${column}`);
export const attribute = (name: string): Uint8Array | Float32Array | undefined => ready.value.get(`@${name}`);

/** Whether an attribute is still on its way; counts wait for it, because a count that changes by itself is not believed. */
export const isWaiting = (name: string): boolean => !ready.value.has(`@${name}`) && !lacking.value.has(`@${name}`);

/** For tests and benchmarks: columns without a server. */
export function putColumn(key: string, column: Uint8Array | Float32Array): void {
    ready.value = new Map(ready.peek()).set(key, column);
}

/** Every class column by which households can be coloured, in the order of the analyses. */
export function colourings(): { analysis: string; column: ColumnInfo }[] {
    const all = (detail.value?.analyses ?? []).flatMap((a) =>
        a.tables
            .filter((table) => table.id === 'household')
            .flatMap((table) =>
                table.columns.filter((c) => c.type === 'CLASS').map((column) => ({ analysis: a.id, column })),
            ),
    );
    const committee = committeeInfo(COMMITTEE, 'verdict');
    return committee ? [...all, { analysis: COMMITTEE, column: committee }] : all;
}
