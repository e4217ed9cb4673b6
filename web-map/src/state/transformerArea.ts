import { effect, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { Row } from '../api/types';
import { api, detail } from './county';
import { findTable } from './results';
import { isNewCode } from './trial';
import { selection } from './view';

/** What hangs on one transformer. */
export interface TransformerArea {
    code: string;
    /** The lowest volts first. */
    feeders: readonly Row[];
    /** Households fed by it along a wire, the lowest volts first. */
    members: readonly Row[];
    /** What is wrong in the drawing of its lines, or at itself. */
    faults: readonly Row[];
    projects: readonly Row[];
}

/** Of the transformer in the sheet; the last one stays until the next has arrived. */
export const transformerArea = signal<TransformerArea | null>(null);

/** Of the line in the sheet: the feeder that it belongs to, and what is wrong in its drawing. */
export interface LineArea {
    code: string;
    feeder: Row | null;
    faults: readonly Row[];
}
export const lineArea = signal<LineArea | null>(null);

const VOLTAGE = 'power.voltage';
const NETWORK = 'power.network';
/** So many codes fit into an address. */
const MOST_CODES = 100;

const volts = (row: Row): number => (typeof row.voltage_v === 'number' ? row.voltage_v : Number.NEGATIVE_INFINITY);
const lowest = (row: Row): number => (typeof row.lowest_v === 'number' ? row.lowest_v : Number.NEGATIVE_INFINITY);

/** Feeders that have customers, the lowest volts first; one that collapses has none, and is the worst. */
export const worstFeeders = (rows: readonly Row[]): Row[] =>
    rows
        .filter(
            (row) => Number(row.customers ?? 0) > 0 && (row.lowest_v !== null || Number(row.households_collapsed) > 0),
        )
        .sort(
            (a, b) =>
                Number(Number(b.households_collapsed) > 0) - Number(Number(a.households_collapsed) > 0) ||
                lowest(a) - lowest(b) ||
                Number(b.households_unserved ?? 0) - Number(a.households_unserved ?? 0) ||
                (a.code < b.code ? -1 : 1),
        );

/** Households that hang on a wire, the lowest volts first. */
export const worstMembers = (rows: readonly Row[]): Row[] =>
    rows
        .filter((row) => typeof row.wire_m === 'number')
        .sort((a, b) => volts(a) - volts(b) || (a.code < b.code ? -1 : 1));

const rowsIfThere = async (from: CountyApi, analysis: string, table: string, where: Record<string, string>) =>
    findTable(analysis, table) ? from.rowsWhere(analysis, table, where) : [];

/** Faults that name one of these as the faulty thing or as the other one, each once. */
async function faultsOf(from: CountyApi, codes: readonly string[]): Promise<Row[]> {
    const found = new Map<string, Row>();
    for (let i = 0; i < codes.length; i += MOST_CODES) {
        const part = codes.slice(i, i + MOST_CODES).join(',');
        for (const column of ['feature_code', 'with_code'])
            for (const row of await rowsIfThere(from, NETWORK, 'fault', { [column]: part })) found.set(row.code, row);
    }
    return [...found.values()];
}

export async function loadTransformerArea(from: CountyApi, code: string): Promise<TransformerArea> {
    const where = { transformer_code: code };
    const [feeders, members, lines, projects] = await Promise.all([
        rowsIfThere(from, VOLTAGE, 'feeder', where),
        rowsIfThere(from, VOLTAGE, 'household', where),
        rowsIfThere(from, VOLTAGE, 'line', where),
        rowsIfThere(from, 'power.projects', 'project', where),
    ]);
    const faults = await faultsOf(from, [code, ...lines.map((row) => row.code)]);
    return { code, feeders: worstFeeders(feeders), members: worstMembers(members), faults, projects };
}

export async function loadLineArea(from: CountyApi, code: string): Promise<LineArea> {
    const [sections, faults] = await Promise.all([
        rowsIfThere(from, NETWORK, 'section', { line_code: code }),
        faultsOf(from, [code]),
    ]);
    const fed = sections.find((row) => row.transformer_code && row.feeder !== null);
    const key = fed && `${fed.transformer_code}:${fed.feeder}`;
    const feeder = key && findTable(VOLTAGE, 'feeder') ? await from.row(VOLTAGE, 'feeder', key) : undefined;
    return { code, feeder: feeder ?? null, faults };
}

/** Keeps what hangs on the selected transformer or line in step with what is selected. */
export function followTransformerArea(): () => void {
    return effect(() => {
        const what = selection.value;
        const from = api.value;
        if (what?.kind !== 'feature' || !from || !detail.value || isNewCode(what.code)) {
            transformerArea.value = null;
            lineArea.value = null;
            return;
        }
        let current = true;
        const { code } = what;
        const nothing = () => undefined;
        if (what.layer === 'power_facility')
            loadTransformerArea(from, code).then((area) => {
                if (current) transformerArea.value = area;
            }, nothing);
        if (what.layer === 'power_line')
            loadLineArea(from, code).then((area) => {
                if (current) lineArea.value = area;
            }, nothing);
        return () => {
            current = false;
        };
    });
}
