import { effect, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { Explanation, Link, Row } from '../api/types';
import { placeToShow } from './bounds';
import { api, detail } from './county';
import { selectPlace } from './household';
import { findTable } from './results';
import { selection, showPlace } from './view';

/** Proposed projects of a question: the kind of their rows, and where what belongs to them stands. */
interface ProjectKind {
    layer: string;
    analysis: string;
    /** Table of what a project is made of. */
    parts: string;
    /** Link from the households that gain. */
    gains: string;
}

const KINDS: readonly ProjectKind[] = [
    { layer: 'water_project', analysis: 'water.projects', parts: 'pipe', gains: 'household_project' },
    { layer: 'power_project', analysis: 'power.projects', parts: 'measure', gains: 'household_power_project' },
];
const kindOf = (layer: string): ProjectKind | undefined => KINDS.find((kind) => kind.layer === layer);
/** Whether rows of this kind are proposed projects. */
export const isProject = (layer: string): boolean => kindOf(layer) !== undefined;

/** A proposed project with all that belongs to it. */
export interface ProjectDetail {
    code: string;
    layer: string;
    analysis: string;
    row: Row;
    /** Pipes, or measures on the grid. */
    parts: readonly Row[];
    costs: readonly Row[];
    /** Households that gain. */
    gains: readonly Link[];
    explanation: Explanation;
}

/** Of the project in the sheet; the last one stays until the next has arrived. */
export const project = signal<ProjectDetail | null>(null);

async function load(from: CountyApi, kind: ProjectKind, code: string): Promise<ProjectDetail | undefined> {
    const where = { project_code: code };
    const { layer, analysis } = kind;
    const [row, parts, costs, gains, explanation] = await Promise.all([
        from.row(analysis, 'project', code),
        from.rowsWhere(analysis, kind.parts, where),
        from.rowsWhere(analysis, 'cost_line', where),
        from.linksTo(analysis, kind.gains, code),
        from.explanation(analysis, 'project', code),
    ]);
    return row && { code, layer, analysis, row, parts, costs, gains, explanation };
}

/** A project that was chosen from a list is looked at whole when it has arrived. */
let toShow: string | null = null;

export function goToProject(layer: string, row: Row): void {
    toShow = row.code;
    selectPlace(layer, row);
    if (project.peek()?.code === row.code) show(project.peek()!);
}

function show(one: ProjectDetail): void {
    toShow = null;
    const place = one.explanation.drawing && placeToShow([one.explanation.drawing as GeoJSON.Geometry]);
    if (place) showPlace.value = place;
}

/** Keeps what belongs to the selected project in step with what is selected. */
export function followProject(): () => void {
    return effect(() => {
        const what = selection.value;
        const from = api.value;
        const kind = what?.kind === 'feature' ? kindOf(what.layer) : undefined;
        if (what?.kind !== 'feature' || !kind || !from || !detail.value) return;
        if (!findTable(kind.analysis, 'project')) return;
        const { code } = what;
        let current = true;
        load(from, kind, code).then(
            (one) => {
                if (!current || !one) return;
                project.value = one;
                if (toShow === code) show(one);
            },
            () => undefined,
        );
        return () => {
            current = false;
        };
    });
}

/** Where something of a project is built. */
export interface Site {
    kind: 'tank' | 'break';
    lon: number;
    lat: number;
}

/** Below this the head line goes on; at a tank it begins anew at the tank's level. */
const SAME_HEAD_M = 0.3;

const place = (lon: unknown, lat: unknown): string => `${lon} ${lat}`;

/**
 * The tanks of a project, found along its pipes: where the head line breaks off there is one. The storage tank stands at the place of
 * the project itself; the others break the pressure. Nothing is shown when they are not as many as the project counts.
 */
export function tanksOf(row: Row, pipes: readonly Row[]): Site[] {
    const ending = new Map(pipes.map((pipe) => [place(pipe.to_lon, pipe.to_lat), pipe]));
    const found = new Map<string, Site>();
    for (const pipe of pipes) {
        const { lon, lat, head_from_m: begins } = pipe;
        const ends = ending.get(place(lon, lat))?.head_to_m;
        if (typeof lon !== 'number' || typeof lat !== 'number') continue;
        if (typeof begins !== 'number' || typeof ends !== 'number' || ends - begins <= SAME_HEAD_M) continue;
        const key = place(lon, lat);
        found.set(key, { kind: key === place(row.lon, row.lat) ? 'tank' : 'break', lon, lat });
    }
    const sites = [...found.values()];
    const breaks = sites.filter((site) => site.kind === 'break').length;
    return breaks === row.break_pressure_tanks && sites.length === breaks + 1 ? sites : [];
}

/** Metres of pipe of one diameter and pressure class. */
export interface PipeSum {
    mm: number;
    classMpa: number;
    m: number;
}

/** The widest first. */
export function pipesBySize(pipes: readonly Row[]): PipeSum[] {
    const sums = new Map<string, PipeSum>();
    for (const { diameter_mm: mm, class_mpa: classMpa, length_m: m } of pipes) {
        if (typeof mm !== 'number' || typeof classMpa !== 'number' || typeof m !== 'number') continue;
        const key = `${mm} ${classMpa}`;
        sums.set(key, { mm, classMpa, m: (sums.get(key)?.m ?? 0) + m });
    }
    return [...sums.values()].sort((a, b) => b.mm - a.mm || b.classMpa - a.classMpa);
}
