import { effect, signal } from '@preact/signals';
import type { ApiProblem } from '../api/http';
import type { HouseholdDetail, PointAnswer, Row } from '../api/types';
import { api, codes, positions, problemOf } from './county';
import { selection } from './view';

/** The household in the sheet; the last one stays until the next has arrived. */
export const household = signal<HouseholdDetail | null>(null);
export const pointAnswer = signal<PointAnswer | null>(null);
export const sheetProblem = signal<ApiProblem | null>(null);
export const sheetLoading = signal(false);

export interface PickedFeature {
    layer: string;
    feature: GeoJSON.Feature;
}
/** Line or works that was clicked; the map puts it here together with the selection. */
export const pickedFeature = signal<PickedFeature | null>(null);

/** Place of a row that is no household, under the pointer in the table. */
export const hoveredPlace = signal<{ lon: number; lat: number } | null>(null);

/** Selects a place that a result table names, as a click on its mark would. */
export function selectPlace(layer: string, row: Row): void {
    const { lon, lat, to_lon: toLon, to_lat: toLat } = row;
    if (typeof lon !== 'number' || typeof lat !== 'number') return;
    const geometry: GeoJSON.Geometry =
        typeof toLon === 'number' && typeof toLat === 'number'
            ? {
                  type: 'LineString',
                  coordinates: [
                      [lon, lat],
                      [toLon, toLat],
                  ],
              }
            : { type: 'Point', coordinates: [lon, lat] };
    pickedFeature.value = { layer, feature: { type: 'Feature', geometry, properties: { ...row } } };
    selection.value = { kind: 'feature', layer, code: row.code };
}

/** Rows that lie under one symbol of the last click on the map. */
export const here = signal<readonly number[]>([]);

/** Row of a household code; codes are sorted. -1 = not there (yet). */
export function rowOf(code: string): number {
    const list = codes.value;
    if (!list) return -1;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const at = list[middle]!;
        if (at === code) return middle;
        if (at < code) low = middle + 1;
        else high = middle - 1;
    }
    return list.indexOf(code);
}

export function positionOf(row: number): { lon: number; lat: number } | null {
    const all = positions.value;
    if (!all || row < 0 || !(row < all.count) || Number.isNaN(all.lon[row])) return null;
    return { lon: all.lon[row]!, lat: all.lat[row]! };
}

export function selectRow(row: number): void {
    const code = codes.value?.[row];
    if (code) selection.value = { kind: 'household', code };
}

/** Keeps the sheet's content in step with what is selected. */
export function followSelection(): () => void {
    return effect(() => {
        const what = selection.value;
        const from = api.value;
        sheetProblem.value = null;
        if (!what || !from || what.kind === 'feature') return;
        let current = true;
        sheetLoading.value = true;
        const asked = what.kind === 'household' ? from.household(what.code) : from.point(what.lon, what.lat);
        asked.then(
            (answer) => {
                if (!current) return;
                if (what.kind === 'household') household.value = answer as HouseholdDetail;
                else pointAnswer.value = answer as PointAnswer;
                sheetLoading.value = false;
            },
            (error) => {
                if (!current) return;
                sheetLoading.value = false;
                sheetProblem.value = problemOf(error);
            },
        );
        return () => {
            current = false;
        };
    });
}
