import type { Row } from '../api/types';
import { units } from './county';

/** Columns that say which unit a place lies in. */
export const UNIT_COLUMNS = ['township_code', 'village_code'] as const;
export const isUnitColumn = (id: string): boolean => UNIT_COLUMNS.some((column) => column === id);

/** The unit's name; its code where it has none. */
export function unitName(column: string, code: string): string {
    const list =
        column === 'township_code'
            ? units.value?.townships
            : column === 'village_code'
              ? units.value?.villages
              : units.value?.groups;
    return list?.find((unit) => unit.code === code)?.name ?? code;
}

/** Rows that lie in a township or village; all of them where no area is chosen. */
export function rowsIn(rows: readonly Row[], area: string | null): readonly Row[] {
    return area === null ? rows : rows.filter((row) => UNIT_COLUMNS.some((column) => row[column] === area));
}
