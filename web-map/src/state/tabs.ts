import { batch, computed } from '@preact/signals';
import { hasReach } from './reach';
import { findTable, keyOf, modeOf, placedTables, type ResultTable } from './results';
import { sort } from './table';
import { AREAS, mode, tableOf, tableOpen } from './view';

/** The tables of places that go with the question on screen. */
export const placeTabs = computed<readonly ResultTable[]>(() =>
    placedTables.value.filter((one) => modeOf(one.analysis) === mode.value),
);

/** A list limited to rows of some classes. */
export interface ListFilter {
    column: string;
    codes: readonly string[];
}

/** What a link says of a list: its table, and what it is limited to. */
export const listKey = (one: ResultTable, filter?: ListFilter): string =>
    filter ? `${keyOf(one)}:${filter.column}:${filter.codes.join(',')}` : keyOf(one);

/** Tables of works and pipes, whose rows are features of the map: not places of their own, but lists all the same. */
const FEATURE_TABLES: readonly [analysis: string, table: string][] = [
    ['water.sources', 'source'],
    ['water.pipes', 'pipe'],
    ['power.voltage', 'transformer'],
    ['power.voltage', 'line'],
];

export const featureTabs = computed<readonly ResultTable[]>(() =>
    FEATURE_TABLES.flatMap(([analysis, table]) => {
        const found = modeOf(analysis) === mode.value ? findTable(analysis, table) : undefined;
        return found && found.table.rows > 0 ? [found] : [];
    }),
);

/** What the list on screen is limited to. */
export const listFilter = computed<ListFilter | null>(() => {
    const [, , column, codes] = tableOf.value?.split(':') ?? [];
    return column && codes ? { column, codes: codes.split(',') } : null;
});

export const hasAreasTab = computed(() => mode.value === 'roads' && hasReach.value);

/** What the table lists now: a table that does not belong to the question gives way to the households. */
export const tableShown = computed<ResultTable | typeof AREAS | null>(() => {
    if (tableOf.value === AREAS) return hasAreasTab.value ? AREAS : null;
    const key = tableOf.value?.split(':').slice(0, 2).join(':');
    return [...placeTabs.value, ...featureTabs.value].find((one) => keyOf(one) === key) ?? null;
});

/** Opens the table with what it shall list; null = households. @param by what it is sorted by at first */
export function openTable(what: string | null, by?: string): void {
    batch(() => {
        if (tableOf.value !== what) sort.value = by ?? (what === AREAS ? 'door' : 'code');
        tableOf.value = what;
        tableOpen.value = true;
    });
}
