import { computed } from '@preact/signals';
import type { Row } from '../api/types';
import { schemes, units } from './county';
import { area, areaAt } from './filter';
import { findTable, inOrder, type ResultTable, rowsOf, wantRows } from './results';
import { word } from './words';

/** The analysis that counts how far the hardened road reaches: to the committee, to the groups, to the door. */
const REACH = 'road.reach';
const BANDS = 'road_distance_band';

export type Level = 'county' | 'township' | 'village';

/** How many of how many are reached; what is not known is neither. */
export interface Part {
    reached: number;
    total: number;
    unknown: number;
}

/** Ways of counting, from the coarsest to what counts. */
export const STEPS = ['committee', 'large_groups', 'small_groups', 'door'] as const;
/** The same by the rules of others, for comparison: the Rural Access Index of people, India's hill rule of households. */
export const OTHERS = ['rai', 'pmgsy'] as const;
export type Step = (typeof STEPS)[number] | (typeof OTHERS)[number];

export interface ReachRow {
    code: string;
    name: string;
    households: number;
    steps: Readonly<Record<Step, Part | undefined>>;
    /** Households by distance to the hardened road, in the order of the scheme. */
    bands: readonly { code: string; households: number }[];
    /** Of ways that are there, to be hardened; each metre once. */
    missingKm: number | null;
    /** Of ground without a road, to be built; each door's own. */
    buildKm: number | null;
    /** Unserved households without a road in reach: neither number speaks of them. */
    noRoad: number | null;
}

/** Names of the columns: everything that this file knows of the table. */
const COLUMNS: Readonly<Record<(typeof STEPS)[number], { reached: string; total: string; unknown: string }>> = {
    committee: { reached: 'committees_reached', total: 'committees', unknown: 'committees_unknown' },
    large_groups: { reached: 'groups_large_reached', total: 'groups_large', unknown: 'groups_large_unknown' },
    small_groups: { reached: 'groups_small_reached', total: 'groups_small', unknown: 'groups_small_unknown' },
    door: { reached: 'doors_served', total: 'households', unknown: 'doors_unknown' },
};

const table = (level: Level): ResultTable | undefined => findTable(REACH, level);
export const hasReach = computed(() => table('county') !== undefined && table('township') !== undefined);

export function wantReach(level: Level): void {
    const found = table(level);
    if (found) wantRows(found);
}

const number = (row: Row, column: string): number | null => {
    const v = row[column];
    return typeof v === 'number' ? v : null;
};

function part(row: Row, step: (typeof STEPS)[number]): Part | undefined {
    const names = COLUMNS[step];
    const total = number(row, names.total);
    if (total === null) return undefined;
    return { reached: number(row, names.reached) ?? 0, total, unknown: number(row, names.unknown) ?? 0 };
}

/** People within the index's distance; nobody is counted where nobody's number is on record. */
function raiPart(row: Row): Part | undefined {
    const [reached, total] = [number(row, 'rai_people'), number(row, 'people_registered')];
    return reached === null || total === null || number(row, 'rai_percent') === null
        ? undefined
        : { reached, total, unknown: number(row, 'rai_unknown_people') ?? 0 };
}

function pmgsyPart(row: Row): Part | undefined {
    const [reached, total] = [number(row, 'pmgsy_connected'), number(row, 'households')];
    return reached === null || total === null
        ? undefined
        : { reached, total, unknown: number(row, 'pmgsy_unknown') ?? 0 };
}

export function readReach(row: Row, name: string, bands: readonly string[]): ReachRow {
    return {
        code: row.code,
        name,
        households: number(row, 'households') ?? 0,
        steps: {
            committee: part(row, 'committee'),
            large_groups: part(row, 'large_groups'),
            small_groups: part(row, 'small_groups'),
            door: part(row, 'door'),
            rai: raiPart(row),
            pmgsy: pmgsyPart(row),
        },
        bands: bands.map((code) => ({ code, households: number(row, `band_${code}`) ?? 0 })),
        missingKm: number(row, 'missing_km'),
        buildKm: number(row, 'missing_off_road_km'),
        noRoad: number(row, 'no_way_known'),
    };
}

/** Rows of a level with their names; undefined until they have arrived. */
export function reachRows(level: Level): ReachRow[] | undefined {
    const found = table(level);
    const rows = found && rowsOf(found);
    if (!rows) return undefined;
    const all = [...(units.value?.townships ?? []), ...(units.value?.villages ?? [])];
    const names = new Map(all.map((unit) => [unit.code, unit.name]));
    const bands = (schemes.value[BANDS] ?? []).map((entry) => entry.code);
    return rows.map((row) =>
        readReach(row, names.get(row.code) ?? (row.code === 'unassigned' ? word('area.unassigned') : row.code), bands),
    );
}

/** Whether there is a share to speak of: something to reach, of which something is known. */
export const isKnown = (one: Part): boolean => one.total > 0 && one.unknown < one.total;

/** The part of a whole that a step reaches, as it is sorted by; absent where there is nothing to reach. */
const share = (one: Part | undefined): number | null => (one && isKnown(one) ? one.reached / one.total : null);

/** Sorted by what a column shows: shares by the share, bands by who is farthest. */
export function sortedReach(rows: readonly ReachRow[], sort: string): ReachRow[] {
    const far = (row: ReachRow): number => row.bands.filter((b) => b.code !== 'unknown').at(-1)?.households ?? 0;
    const flat: Row[] = rows.map((row, at) => ({
        code: row.code,
        at,
        name: row.name,
        households: row.households,
        committee: share(row.steps.committee),
        large_groups: share(row.steps.large_groups),
        small_groups: share(row.steps.small_groups),
        door: share(row.steps.door),
        rai: share(row.steps.rai),
        pmgsy: share(row.steps.pmgsy),
        bands: far(row),
        unknown: row.bands.find((b) => b.code === 'unknown')?.households ?? null,
        missing_km: row.missingKm,
        build_km: row.buildKm,
        no_road: row.noRoad,
    }));
    return inOrder(flat, sort, []).map((row) => rows[row.at as number]!);
}

/** The row of what is chosen: the county, or the township or village of the filter. */
export const chosenLevel = computed<Level>(() => {
    const level = areaAt.value?.level;
    return level !== undefined && table(level) ? level : 'county';
});

export function chosenReach(): ReachRow | undefined {
    const level = chosenLevel.value;
    const rows = reachRows(level);
    return level === 'county' ? rows?.[0] : rows?.find((row) => row.code === area.value);
}

/** Townships of the county; inside a chosen township its villages, as in the panel. */
export const levelInSight = computed<{ level: Level; township: string | null }>(() => {
    const place = areaAt.value;
    if (!place || !table('village')) return { level: 'township', township: null };
    const township =
        place.level === 'township' ? units.value?.townships[place.at]?.code : units.value?.villages[place.at]?.township;
    return township ? { level: 'village', township } : { level: 'township', township: null };
});

export function rowsInSight(): ReachRow[] | undefined {
    const { level, township } = levelInSight.value;
    const rows = reachRows(level);
    if (township === null) return rows;
    const inTownship = new Set(units.value?.villages.filter((v) => v.township === township).map((v) => v.code));
    return rows?.filter((row) => inTownship.has(row.code));
}
