import { area } from './filter';
import { isUnitColumn, rowsIn } from './places';
import { MOST_ROWS, type ResultTable, rowsOf, wantRows } from './results';

/** How many rows of a table lie in the chosen area. */
export interface CountHere {
    /** null = not counted yet. */
    n: number | null;
    /** The table does not say where its rows belong: the number is that of the whole county, and must be called so. */
    whole: boolean;
}

/** Starts fetching what is counted: an area needs the rows, the county is told with the table. */
export function wantHere(one: ResultTable): void {
    if (area.value !== null && one.table.rows <= MOST_ROWS) wantRows(one);
}

export function countHere(one: ResultTable): CountHere {
    const { rows: all } = one.table;
    if (area.value === null) return { n: all, whole: false };
    if (all === 0) return { n: 0, whole: false };
    if (all > MOST_ROWS) return { n: all, whole: true };
    const rows = rowsOf(one);
    if (!rows) return { n: null, whole: false };
    return Object.keys(rows[0] ?? {}).some(isUnitColumn)
        ? { n: rowsIn(rows, area.value).length, whole: false }
        : { n: all, whole: true };
}
