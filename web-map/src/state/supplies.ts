import type { Row } from '../api/types';

/** One row for each supply: its first works, or what stands for it where that is not in the list. All works of a supply say the same. */
export function suppliesOf(rows: readonly Row[]): Row[] {
    const supplies = new Map<string, Row>();
    for (const row of rows) {
        const supply = String(row.supply_code ?? row.code);
        if (!supplies.has(supply) || row.code === supply) supplies.set(supply, row);
    }
    return [...supplies.values()];
}
