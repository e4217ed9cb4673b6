import { computed, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { Row } from '../api/types';
import { api, keep } from './county';
import { findTable, rowsOf, wantRows } from './results';

/** Rows of lines by code; absent ones are asked for once. */
const lines = signal<ReadonlyMap<string, Row>>(new Map());
const asked = new Set<string>();
let of: CountyApi | null = null;

const VOLTAGE = 'power.voltage';
/** So many codes fit into an address. */
const MOST_CODES = 100;

/** Starts fetching what is computed of some lines. */
export function wantLines(codes: readonly string[]): void {
    const from = api.peek();
    if (!from || !findTable(VOLTAGE, 'line')) return;
    if (of !== from) {
        of = from;
        asked.clear();
        lines.value = new Map();
    }
    const open = [...new Set(codes)].filter((code) => code !== '' && !asked.has(code));
    for (let i = 0; i < open.length; i += MOST_CODES) {
        const part = open.slice(i, i + MOST_CODES);
        for (const code of part) asked.add(code);
        from.rowsWhere(VOLTAGE, 'line', { code: part.join(',') }).then(
            (rows) =>
                keep(from, () => {
                    lines.value = new Map([...lines.peek(), ...rows.map((row) => [row.code, row] as const)]);
                }),
            () => undefined,
        );
    }
}

export const lineRow = (code: string): Row | undefined => lines.value.get(code);

/** Square millimetres at the end of a wire's name: JKLYJ-35 has 35. */
export const wireMm2 = (wire: string): number =>
    Number(/(\d+(?:\.\d+)?)(?:\/\d+)?(?:mm2)?$/.exec(wire)?.[1] ?? Number.NaN);

/** Kinds of wire from thin to thick within one type. */
export function inWireOrder(wires: Iterable<string>): string[] {
    const type = (wire: string): string => wire.replace(/[\d./-]+$/, '');
    return [...new Set(wires)].sort(
        (a, b) => (type(a) < type(b) ? -1 : type(a) > type(b) ? 1 : wireMm2(a) - wireMm2(b)) || (a < b ? -1 : 1),
    );
}

/** Starts fetching the kinds of wire that occur. */
export function wantWires(): void {
    for (const table of [findTable(VOLTAGE, 'line'), findTable('power.projects', 'measure')])
        if (table) wantRows(table);
}

const REWIRED: readonly string[] = ['rewire', 'three_phases'];

/** Kinds of wire that can be tried: those of the county's lines, and those that works propose. */
export const wires = computed<readonly string[]>(() => {
    const [line, measure] = [findTable(VOLTAGE, 'line'), findTable('power.projects', 'measure')];
    const used = ((line && rowsOf(line)) ?? []).map((row) => row.wire);
    const proposed = ((measure && rowsOf(measure)) ?? [])
        .filter((row) => REWIRED.includes(String(row.measure)))
        .flatMap((row) => [row.before, row.after]);
    return inWireOrder(
        [...used, ...proposed].filter((v): v is string => typeof v === 'string' && /[A-Za-z].*\d$/.test(v)),
    );
});
