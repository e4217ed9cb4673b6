import { batch, computed, signal } from '@preact/signals';
import * as server from '../api/county';
import { ApiProblem } from '../api/http';
import { named } from './placeNames';
import type { ColumnInfo, County, CountyDetail, DataState, Schemes, Summary, Units } from '../api/types';

export const counties = signal<readonly County[] | undefined>(undefined);
export const countyCode = signal<string | null>(null);
export const schemes = signal<Schemes>({});

/** What is loaded belongs to one data version; it stays on screen until the next is complete. */
export const api = signal<server.CountyApi | null>(null);
export const detail = signal<CountyDetail | null>(null);
const unitsAsSent = signal<Units | null>(null);
/** Names in the language on screen. */
export const units = computed<Units | null>(() => {
    const sent = unitsAsSent.value;
    return (
        sent && {
            townships: named(sent.townships),
            villages: named(sent.villages),
            groups: named(sent.groups),
        }
    );
});
export const takeUnits = (sent: Units | null): void => {
    unitsAsSent.value = sent;
};
export const summary = signal<Summary | null>(null);
export const dataState = signal<DataState | null>(null);
export const positions = signal<{ count: number; lon: Float64Array; lat: Float64Array } | null>(null);
export const householdUnits = signal<{ township: Uint16Array; village: Uint16Array; group: Uint16Array } | null>(null);
export const codes = signal<readonly string[] | null>(null);

/** What is being fetched now; words of the progress line. */
export const loading = signal<string | null>('counties');
export const failure = signal<ApiProblem | null>(null);

export const county = computed<County | undefined>(
    () => detail.value ?? counties.value?.find((c) => c.code === countyCode.value),
);
export const isEmpty = computed(() => (detail.value ? detail.value.households === 0 : counties.value?.length === 0));

/** A problem as it can be shown; anything else is a slip of ours and is thrown on. */
export function problemOf(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    throw error;
}

export async function loadCounties(): Promise<void> {
    loading.value = 'counties';
    try {
        const [all, classes] = await Promise.all([server.counties(), server.schemes()]);
        schemes.value = classes;
        counties.value = all;
        failure.value = null;
    } catch (error) {
        failure.value = problemOf(error);
    }
    loading.value = null;
}

/** Loads a county, the newest data version unless one is named. Positions first: they are what the eye waits for. */
let underway: string | null = null;

export async function loadCounty(code: string, fresh = false): Promise<void> {
    if (!fresh && (api.value?.code === code || underway === code)) return;
    underway = code;
    loading.value = 'county';
    countyCode.value = code;
    try {
        const whole = await new server.CountyApi(code, undefined).detail();
        const next = new server.CountyApi(code, whole.version?.id);
        const none = whole.households === 0;
        const [places, where, belongs, counts] = await Promise.all([
            next.units().catch((error) => unlessNotThere(error) ?? { townships: [], villages: [], groups: [] }),
            none ? { count: 0, lon: new Float64Array(), lat: new Float64Array() } : next.positions(),
            none ? null : next.householdUnits().catch(unlessNotThere),
            none ? null : next.summary().catch(unlessNotThere),
        ]);
        if (countyCode.value !== code) return;
        batch(() => {
            api.value = next;
            detail.value = whole;
            takeUnits(places);
            positions.value = where;
            householdUnits.value = belongs;
            summary.value = counts;
            codes.value = null;
            dataState.value = null;
            failure.value = null;
        });
        if (!none) void next.codes().then((list) => keep(next, () => (codes.value = list)), fail);
    } catch (error) {
        failure.value = problemOf(error);
    } finally {
        if (underway === code) underway = null;
    }
    loading.value = null;
}

/** A county that has not been assessed yet has no summary; that is a state of its own, not a failure. */
function unlessNotThere(error: unknown): null {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 409)) return null;
    throw error;
}

export function fail(error: unknown): void {
    const problem = problemOf(error);
    // A new county has nothing to draw yet: the screen says what to do, and nothing has failed.
    if (problem.code !== 'county_empty') failure.value = problem;
}

/** Answers that come after the county was changed are dropped. */
export function keep(asked: server.CountyApi, then: () => void): void {
    if (api.value === asked) then();
}

export function loadData(): void {
    const asked = api.value;
    if (!asked || dataState.value) return;
    void asked.data().then((state) => keep(asked, () => (dataState.value = state)), fail);
}

/** The description of a column of any table of an analysis. */
export function columnInfoOf(analysis: string, column: string): ColumnInfo | undefined {
    const tables = detail.value?.analyses.find((a) => a.id === analysis)?.tables ?? [];
    for (const table of tables) {
        const found = table.columns.find((c) => c.id === column);
        if (found) return found;
    }
    return undefined;
}
