import { batch, computed } from '@preact/signals';
import { type ColumnInfo, VERDICTS } from '../api/types';
import { householdUnits, summary, units } from './county';
import { analysisOf, type NeedId } from './needs';
import { colouring, type Colouring, type Measure, measure } from './view';

/**
 * Road access as it counts by village: every household has the verdict of its village's committee. It is worked out here from the
 * summary, and stands beside the columns of the server as if it were one of them, so that map, legend, bars and table all show it.
 */
export const COMMITTEE = 'road.committee';

const INFO: ColumnInfo = {
    id: 'verdict',
    type: 'CLASS',
    unit: '',
    decimals: 0,
    scheme: 'verdict',
    codes: [...VERDICTS],
};

const verdicts = computed(() => {
    const list = summary.value?.villages;
    return list?.some((v) => v.committeeRoad !== undefined)
        ? new Map(list.map((v) => [v.code, v.committeeRoad ?? 'unknown']))
        : undefined;
});

/** Whether any committee has been judged; without it there is only one way to count. */
export const hasCommittees = computed(() => verdicts.value !== undefined);

export const committeeInfo = (analysis: string, column: string): ColumnInfo | undefined =>
    analysis === COMMITTEE && column === 'verdict' && hasCommittees.value ? INFO : undefined;

/** Per household, as a position in {@link VERDICTS}; who belongs to no village is unknown. */
export const committeeColumn = computed<Uint8Array | undefined>(() => {
    const of = householdUnits.value?.village;
    const named = units.value?.villages;
    const judged = verdicts.value;
    if (!of || !named || !judged) return undefined;
    const byVillage = named.map((village) => VERDICTS.indexOf(judged.get(village.code) ?? 'unknown'));
    return Uint8Array.from(of, (at) => byVillage[at] ?? VERDICTS.indexOf('unknown'));
});

/** The analysis whose verdict counts for a need, by the way of counting that is chosen. */
export const verdictAnalysis = (need: NeedId): string =>
    need === 'road' && measure.value === 'committee' && hasCommittees.value ? COMMITTEE : analysisOf(need);

/** The colouring of a need by its verdict. */
export const verdictColouring = (need: NeedId): Colouring => ({ analysis: verdictAnalysis(need), column: 'verdict' });

/** Changes how access is counted; a map that shows the verdict of roads follows. */
export function countBy(way: Measure): void {
    batch(() => {
        const { analysis, column } = colouring.peek();
        measure.value = way;
        if (column === 'verdict' && (analysis === COMMITTEE || analysis === analysisOf('road')))
            colouring.value = verdictColouring('road');
    });
}
