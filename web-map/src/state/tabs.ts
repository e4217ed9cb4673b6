import { batch, computed } from '@preact/signals';
import { hasReach } from './reach';
import { keyOf, modeOf, placedTables, type ResultTable } from './results';
import { sort } from './table';
import { AREAS, mode, tableOf, tableOpen } from './view';

/** The tables of places that go with the question on screen. */
export const placeTabs = computed<readonly ResultTable[]>(() =>
    placedTables.value.filter((one) => modeOf(one.analysis) === mode.value),
);

export const hasAreasTab = computed(() => mode.value === 'roads' && hasReach.value);

/** What the table lists now: a table that does not belong to the question gives way to the households. */
export const tableShown = computed<ResultTable | typeof AREAS | null>(() => {
    if (tableOf.value === AREAS) return hasAreasTab.value ? AREAS : null;
    return placeTabs.value.find((one) => keyOf(one) === tableOf.value) ?? null;
});

/** Opens the table with what it shall list; null = households. */
export function openTable(what: string | null): void {
    batch(() => {
        if (tableOf.value !== what) sort.value = what === AREAS ? 'door' : 'code';
        tableOf.value = what;
        tableOpen.value = true;
    });
}
