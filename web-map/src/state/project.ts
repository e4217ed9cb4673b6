import { effect, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { Explanation, Link, Row } from '../api/types';
import { placeToShow } from './bounds';
import { api, detail } from './county';
import { selectPlace } from './household';
import { findTable } from './results';
import { selection, showPlace } from './view';

/** The kind of the rows that are proposed projects. */
export const PROJECT = 'water_project';
const PROJECTS = 'water.projects';

/** A proposed project with all that belongs to it. */
export interface ProjectDetail {
    code: string;
    row: Row;
    pipes: readonly Row[];
    costs: readonly Row[];
    /** Households that gain. */
    gains: readonly Link[];
    explanation: Explanation;
}

/** Of the project in the sheet; the last one stays until the next has arrived. */
export const project = signal<ProjectDetail | null>(null);

async function load(from: CountyApi, code: string): Promise<ProjectDetail | undefined> {
    const where = { project_code: code };
    const [row, pipes, costs, gains, explanation] = await Promise.all([
        from.row(PROJECTS, 'project', code),
        from.rowsWhere(PROJECTS, 'pipe', where),
        from.rowsWhere(PROJECTS, 'cost_line', where),
        from.linksTo(PROJECTS, 'household_project', code),
        from.explanation(PROJECTS, 'project', code),
    ]);
    return row && { code, row, pipes, costs, gains, explanation };
}

/** A project that was chosen from a list is looked at whole when it has arrived. */
let toShow: string | null = null;

export function goToProject(row: Row): void {
    toShow = row.code;
    selectPlace(PROJECT, row);
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
        if (what?.kind !== 'feature' || what.layer !== PROJECT || !from || !detail.value) return;
        if (!findTable(PROJECTS, 'project')) return;
        const { code } = what;
        let current = true;
        load(from, code).then(
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
