import type { VerdictCode } from '../api/types';

/** The three needs judged at the door, with the analysis that judges each. */
export const NEEDS = [
    { id: 'road', analysis: 'road.access' },
    { id: 'water', analysis: 'water.access' },
    { id: 'voltage', analysis: 'power.voltage' },
] as const;
export type NeedId = (typeof NEEDS)[number]['id'];
export const NEED_IDS: readonly NeedId[] = NEEDS.map((need) => need.id);

export const analysisOf = (need: NeedId): string => NEEDS.find((n) => n.id === need)!.analysis;

/** Colours and symbols of the four verdicts; the same on map, bars, table and print. The server's scheme says the same. */
export const VERDICT_COLOUR: Record<VerdictCode, string> = {
    served: '#0072B2',
    borderline: '#E69F00',
    unserved: '#D55E00',
    unknown: '#767676',
};
