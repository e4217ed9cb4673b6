import type { ChangedTable, Edit, Value } from '../api/types';

/** Values of a row by column, as a trial tells them. */
export type ChangedValues = Readonly<Record<string, Value>>;

/** What a trial of an analysis is about: what may be edited, and by which class of the household's row it is better or worse. */
export interface TrialKind {
    id: 'water' | 'power';
    analysis: string;
    layers: readonly Edit['layer'][];
    /** Class column of the households: colours them while something is tried. */
    column: string;
    scheme: string;
    /** Number that goes with the class. */
    value: string;
    unit: string;
    digits: number;
    /** How good a class is, 0 the best; a class that is not here says nothing. */
    rank: Readonly<Record<string, number>>;
}

export const TRIALS: readonly TrialKind[] = [
    {
        id: 'water',
        analysis: 'water.pipes',
        layers: ['pipe', 'water_facility'],
        column: 'tap',
        scheme: 'tap_head',
        value: 'residual_head_m',
        unit: 'metres',
        digits: 1,
        // What the height error leaves open lies between.
        rank: {
            good: 0,
            may_be_low: 1,
            may_be_high: 1,
            may_run_part_full: 1,
            may_not_pass: 1,
            source_too_weak: 1,
            too_low: 2,
            too_high: 2,
            no_water_passes: 2,
        },
    },
    {
        id: 'power',
        analysis: 'power.voltage',
        layers: ['power_line', 'power_facility', 'household'],
        column: 'voltage_band',
        scheme: 'voltage_band',
        value: 'voltage_v',
        unit: 'V',
        digits: 1,
        // Within the limits, near the lower one, then ever farther outside.
        rank: { up_to_235: 0, below_209: 1, below_198: 2, above_235: 2, below_187: 3, below_176: 4, collapsed: 5 },
    },
];

export const trialKindOf = (layer: Edit['layer']): TrialKind => TRIALS.find((one) => one.layers.includes(layer))!;

export interface Move {
    code: string;
    from: string | null;
    to: string | null;
    fromValue: number | null;
    toValue: number | null;
}
export interface Moves {
    better: readonly Move[];
    worse: readonly Move[];
    /** Of another class that is neither better nor worse: known now, unknown now, too high instead of too low. */
    other: readonly Move[];
    /** Same class, another number. */
    sameClass: number;
    /** How many more (less: negative) have the verdict unserved; null where the rows have no verdict. */
    unserved: number | null;
}

export const changedOf = (tables: readonly ChangedTable[], table: string): ChangedTable['changed'] =>
    tables.find((one) => one.table === table)?.changed ?? [];

/** Who gets better or worse by the class; ties in the order of codes. */
export function movesOf(tables: readonly ChangedTable[], kind: TrialKind): Moves {
    const better: Move[] = [];
    const worse: Move[] = [];
    const other: Move[] = [];
    let sameClass = 0;
    let unserved: number | null = null;
    for (const { code, before, after } of changedOf(tables, 'household')) {
        const text = (row: ChangedValues | null, id: string) => (typeof row?.[id] === 'string' ? row[id] : null);
        const number = (row: ChangedValues | null) => (typeof row?.[kind.value] === 'number' ? row[kind.value] : null);
        const [was, is] = [text(before, 'verdict'), text(after, 'verdict')];
        // What was measured before the works says nothing of what would be computed after them: neither better nor worse.
        const isCompared = text(before, 'voltage_basis') !== 'measured' || text(after, 'voltage_basis') === 'measured';
        if (isCompared && (was !== null || is !== null))
            unserved = (unserved ?? 0) + Number(is === 'unserved') - Number(was === 'unserved');
        const [from, to] = [text(before, kind.column), text(after, kind.column)];
        if (from === to) {
            sameClass++;
            continue;
        }
        const move = {
            code,
            from,
            to,
            fromValue: number(before) as number | null,
            toValue: number(after) as number | null,
        };
        const [x, y] = [kind.rank[from ?? ''], kind.rank[to ?? '']];
        if (!isCompared || x === undefined || y === undefined || x === y) other.push(move);
        else (y < x ? better : worse).push(move);
    }
    return { better, worse, other, sameClass, unserved };
}

/** A column of households with what changes put in; a code that the column does not know, or no row, leaves it empty. */
export function withChanges<C extends Uint8Array | Float32Array>(
    column: C,
    info: { id: string; codes: readonly string[] },
    changed: ChangedTable['changed'],
    row: (code: string) => number,
): C {
    const out = column.slice() as C;
    for (const { code, after } of changed) {
        const at = row(code);
        if (at < 0 || at >= out.length || (after !== null && !(info.id in after))) continue;
        const v = after?.[info.id];
        if (out instanceof Float32Array) out[at] = typeof v === 'number' ? v : Number.NaN;
        else out[at] = info.codes.indexOf(String(v ?? '')) & 255;
    }
    return out;
}
