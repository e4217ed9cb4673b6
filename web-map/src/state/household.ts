import { effect, signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import type { ApiProblem } from '../api/http';
import type { HouseholdDetail, PointAnswer, Row, Stretch } from '../api/types';
import { api, codes, positions, problemOf } from './county';
import { findTable, tablesOf } from './results';
import { selection, showPlace } from './view';

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

/** What analyses have computed for the selected feature of a layer, by its code. */
export const featureNumbers = signal<Row | null>(null);
/** All segments of the island that is selected. */
export const islandShape = signal<readonly GeoJSON.Geometry[]>([]);

/** Metres of a degree of latitude; a degree of longitude is shorter, so a box of so many degrees is large enough only with room to spare. */
const DEGREE_M = 111_000;

async function segmentsOf(from: CountyApi, island: Row): Promise<GeoJSON.Geometry[]> {
    const { lon, lat, length_m: length, road_code: road, code } = island;
    if (typeof lon !== 'number' || typeof lat !== 'number') return [];
    const d = Math.min(1, ((typeof length === 'number' ? length : 1000) * 1.5 + 200) / DEGREE_M);
    const near = await from.features('road_segment', [lon - d, lat - d, lon + d, lat + d], { limit: 20_000 });
    return near.features
        .filter((f) => f.properties?.island_code !== undefined && [code, road].includes(f.properties.island_code))
        .map((f) => f.geometry);
}

/** Keeps the numbers of the selected feature, and the whole of a selected island, in step with what is selected. */
export function followFeature(): () => void {
    return effect(() => {
        const what = selection.value;
        const from = api.value;
        const picked = pickedFeature.value?.feature.properties;
        featureNumbers.value = null;
        islandShape.value = [];
        if (what?.kind !== 'feature' || !from) return;
        let current = true;
        const nothing = () => undefined;
        for (const one of tablesOf(what.layer))
            from.row(one.analysis, one.table.id, what.code).then((row) => {
                if (current && row) featureNumbers.value = { ...featureNumbers.peek(), ...row };
            }, nothing);
        // A fault that is an island is the same island.
        const island = what.layer === 'road_island' || picked?.kind === 'hardened_island';
        const at = pickedFeature.value?.feature.geometry;
        if (island && picked?.code === what.code && at?.type === 'Point') {
            const [lon, lat] = at.coordinates;
            segmentsOf(from, { ...picked, code: what.code, lon: lon!, lat: lat! }).then((shapes) => {
                if (current) islandShape.value = shapes;
            }, nothing);
        }
        return () => {
            current = false;
        };
    });
}

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

/** The way of a household that a sheet shows the profile of, without its being selected; the map draws it. */
export const watchedWay = signal<readonly Stretch[]>([]);

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

/** Goes to the place that a row of a result table names, by its code. */
export function goToRow(analysis: string, table: string, code: string): void {
    const from = api.peek();
    const kind = findTable(analysis, table)?.table.featureKind;
    if (!from || !kind) return;
    from.row(analysis, table, code).then(
        (row) => {
            if (!row) return;
            selectPlace(kind, row);
            showRow(row);
        },
        () => undefined,
    );
}

/** Shows where a row lies: the whole of what leads somewhere, a place near by. */
export function showRow({ lon, lat, to_lon: toLon, to_lat: toLat }: Row): void {
    if (typeof lon !== 'number' || typeof lat !== 'number') return;
    showPlace.value =
        typeof toLon === 'number' && typeof toLat === 'number'
            ? { bbox: [Math.min(lon, toLon), Math.min(lat, toLat), Math.max(lon, toLon), Math.max(lat, toLat)] }
            : { lon, lat, zoom: 16 };
}
