import { effect, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { Row } from '../api/types';
import { api, detail } from './county';
import { findTable } from './results';
import { selection } from './view';

/** How a household hangs on a works: it drinks from it, it could be given it, its tap gets its head from it. */
export type Tie = 'drinks' | 'assigned' | 'fed';

export interface Member {
    code: string;
    ties: readonly Tie[];
    /** Verdict of its drinking water. */
    verdict: string | null;
    /** Class of the head at its tap. */
    tap: string | null;
    residualM: number | null;
    /** There and back, where it has to fetch. */
    minutes: number | null;
    litres: number | null;
    /** Who live there, as the source counts them. */
    people: number | null;
}

/** What hangs on one works, and what threatens it. */
export interface ServiceArea {
    code: string;
    /** Works that feeds it; its own code where it is the first of its supply. */
    supply: string;
    /** Codes of the works that are counted with it: all of its supply where it is the first. */
    works: readonly string[];
    members: readonly Member[];
    source: Row | null;
    contamination: Row | null;
    refuse: readonly Row[];
    findings: readonly Row[];
    exposures: readonly Row[];
}

const text = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null);
const number = (v: unknown): number | null => (typeof v === 'number' ? v : null);

/** One member per household, in the order of codes, with what each table says of it. */
export function membersOf(access: readonly Row[], assigned: readonly Row[], fed: readonly Row[]): Member[] {
    const found = new Map<string, Member>();
    const add = (row: Row, tie: Tie, what: Partial<Member>) => {
        const one = found.get(row.code) ?? {
            code: row.code,
            ties: [],
            verdict: null,
            tap: null,
            residualM: null,
            minutes: null,
            litres: null,
            people: null,
        };
        const known = Object.fromEntries(Object.entries(what).filter(([, v]) => v !== null));
        found.set(row.code, { ...one, ...known, ties: [...one.ties, tie] });
    };
    for (const row of access)
        add(row, 'drinks', {
            verdict: text(row.verdict),
            minutes: number(row.round_trip_min),
            litres: number(row.litres_per_person_day) ?? number(row.litres_dry_season),
            people: number(row.people),
        });
    for (const row of assigned) add(row, 'assigned', { minutes: number(row.round_trip_min) });
    for (const row of fed) add(row, 'fed', { tap: text(row.tap), residualM: number(row.residual_head_m) });
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export type MemberColumn = 'code' | 'tie' | 'tap' | 'residualM' | 'minutes';

/** Classes of tap heads from good to bad, as the scheme has them, then who has none. */
const TIES: readonly Tie[] = ['fed', 'drinks', 'assigned'];

/** Members in the order of a column (a minus in front: falling); who has no value comes last whichever way. */
export function sortedMembers(list: readonly Member[], sort: string, taps: readonly string[]): Member[] {
    const falling = sort.startsWith('-');
    const column = (falling ? sort.slice(1) : sort) as MemberColumn;
    const rank = (one: Member): number | string | null => {
        if (column === 'tie') return TIES.indexOf(one.ties[0]!);
        if (column === 'tap') return one.tap === null ? null : taps.indexOf(one.tap);
        return one[column];
    };
    return [...list].sort((a, b) => {
        const [x, y] = [rank(a), rank(b)];
        if (x === y) return a.code < b.code ? -1 : 1;
        if (x === null || y === null) return x === null ? 1 : -1;
        return (x < y ? -1 : 1) * (falling ? -1 : 1);
    });
}

/** So many codes fit into an address. */
const MOST_CODES = 120;

async function rowsOfCodes(from: CountyApi, analysis: string, table: string, column: string, codes: readonly string[]) {
    const rows: Row[] = [];
    for (let i = 0; i < codes.length; i += MOST_CODES)
        rows.push(
            ...(await rowsIfThere(from, analysis, table, { [column]: codes.slice(i, i + MOST_CODES).join(',') })),
        );
    return rows;
}

/** No rows where the analysis has not run. */
const rowsIfThere = async (from: CountyApi, analysis: string, table: string, where: Record<string, string>) =>
    findTable(analysis, table) ? from.rowsWhere(analysis, table, where) : [];

export async function loadArea(from: CountyApi, code: string): Promise<ServiceArea> {
    const source = findTable('water.sources', 'source') ? await from.row('water.sources', 'source', code) : undefined;
    const supply = text(source?.supply_code) ?? code;
    const first = supply === code;
    const all = first ? await rowsIfThere(from, 'water.sources', 'source', { supply_code: code }) : [];
    const works = [...new Set([code, ...all.map((row) => row.code)])];
    const [access, assigned, fed, pipes, findings, contamination, refuse] = await Promise.all([
        rowsIfThere(from, 'water.access', 'household', first ? { supply_code: code } : { source_code: code }),
        rowsIfThere(from, 'water.sources', 'household', { source_code: works.join(','), status: 'assigned' }),
        rowsIfThere(from, 'water.pipes', 'household', first ? { supply_code: code } : { level_code: code }),
        rowsIfThere(from, 'water.pipes', 'pipe', { supply_code: supply }),
        rowsIfThere(from, 'water.pipes', 'finding', { supply_code: supply }),
        rowsIfThere(from, 'water.contamination', 'water_facility', { code }),
        rowsIfThere(from, 'water.contamination', 'refuse_above', { source_code: works.join(',') }),
    ]);
    const pipeCodes = pipes.map((row) => row.code);
    const exposures = await rowsOfCodes(from, 'water.exposure', 'place', 'pipe_code', pipeCodes);
    return {
        code,
        supply,
        works,
        members: membersOf(access, assigned, fed),
        source: source ?? null,
        contamination: contamination[0] ?? null,
        refuse,
        findings,
        exposures,
    };
}

/** Of the works in the sheet; the last one stays until the next has arrived. */
export const serviceArea = signal<ServiceArea | null>(null);

/** Of the pipe in the sheet: what was found on it, and where it is exposed. */
export const pipeFindings = signal<{ code: string; findings: readonly Row[]; exposures: readonly Row[] } | null>(null);

/** Keeps what hangs on the selected works or pipe in step with what is selected. */
export function followServiceArea(): () => void {
    return effect(() => {
        const what = selection.value;
        const from = api.value;
        if (what?.kind !== 'feature' || !from || !detail.value) {
            serviceArea.value = null;
            pipeFindings.value = null;
            return;
        }
        let current = true;
        const { code } = what;
        const nothing = () => undefined;
        if (what.layer === 'water_facility')
            loadArea(from, code).then((area) => {
                if (current) serviceArea.value = area;
            }, nothing);
        if (what.layer === 'pipe')
            Promise.all([
                rowsIfThere(from, 'water.pipes', 'finding', { feature_code: code }),
                rowsIfThere(from, 'water.exposure', 'place', { pipe_code: code }),
            ]).then(([findings, exposures]) => {
                if (current) pipeFindings.value = { code, findings, exposures };
            }, nothing);
        return () => {
            current = false;
        };
    });
}
