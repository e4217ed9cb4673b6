import { computed } from '@preact/signals';
import { VERDICTS, type VerdictCode } from '../api/types';
import { attribute, classColumn, columnInfo, isWaiting } from './columns';
import { householdUnits, positions, summary, units } from './county';
import { areaAt, classMask, classMaskWithout, filteredCodes } from './filter';
import { COMMITTEE, verdictAnalysis } from './measure';
import { NEEDS, type NeedId } from './needs';

export interface Tally {
    households: number;
    people: number;
}
export type ByVerdict = Record<VerdictCode, Tally>;
export interface AreaCount {
    code: string;
    name: string;
    total: Tally;
    /** At the door. */
    needs: Record<NeedId, ByVerdict>;
    /** Roads as they count by village: by the verdict of its committee. */
    committee: ByVerdict;
}

const NONE = 0xffff;

/** Houses nobody lives in are left out of every count, as in the server's area summary: a road to nobody serves nobody. */
const EMPTY_HOUSE = 2;

const zero = (): Tally => ({ households: 0, people: 0 });
export const noVerdicts = (): ByVerdict => ({ served: zero(), borderline: zero(), unserved: zero(), unknown: zero() });

/** Sums per place; the last place gathers households that belong to none. */
export interface PlaceSums {
    households: Int32Array;
    people: Float64Array;
}

/**
 * Adds households and people per place and class in one pass.
 * @param place per household, 0xffff = none
 * @param classes per household, 255 = absent, counted under the last class (unknown)
 * @return households and people at {@code place * classCount + class}
 */
export function tally(
    place: Uint16Array,
    places: number,
    classes: Uint8Array,
    classCount: number,
    counted: Uint8Array | undefined,
    people: Float32Array | undefined,
): PlaceSums {
    const households = new Int32Array((places + 1) * classCount);
    const sums = new Float64Array((places + 1) * classCount);
    const known = new Uint8Array(sums.length);
    for (let i = 0; i < place.length; i++) {
        if (counted && !counted[i]) continue;
        const p = place[i] === NONE ? places : place[i]!;
        const at = p * classCount + Math.min(classes[i]!, classCount - 1);
        households[at]!++;
        const who = people ? people[i]! : Number.NaN;
        if (who >= 0) {
            sums[at]! += who;
            known[at] = 1;
        }
    }
    // Where nobody's number of people is on record the sum is not nought, it is not known.
    for (let at = 0; at < sums.length; at++) if (households[at]! > 0 && !known[at]) sums[at] = Number.NaN;
    return { households, people: sums };
}

/** 1 where the house is lived in and the household passes the mask. */
function countedOf(classes: Uint8Array | undefined): Uint8Array | undefined {
    const status = attribute('house_status') as Uint8Array | undefined;
    if (!status) return classes;
    const out = new Uint8Array(status.length);
    for (let i = 0; i < out.length; i++) {
        const empty = status[i]! >= EMPTY_HOUSE && status[i] !== 255;
        out[i] = !empty && (!classes || classes[i]) ? 1 : 0;
    }
    return out;
}

/** Households that count under all filters. */
const counted = computed(() => countedOf(classMask.value));

function countedFor(analysis: string, column: string): Uint8Array | undefined {
    const mask = classMaskWithout(analysis, column);
    return mask === classMask.value ? counted.value : countedOf(mask);
}

/** Houses not lived in, in the whole county. */
export const notLivedIn = computed(() => {
    const status = attribute('house_status') as Uint8Array | undefined;
    let n = 0;
    if (status) for (const s of status) if (s >= EMPTY_HOUSE && s !== 255) n++;
    return n;
});

/** @param filtered whether the class filters hold; without them all households whose house is lived in are counted */
function countAll(
    level: 'county' | 'township' | 'village',
    filtered = true,
): { areas: AreaCount[]; outside: AreaCount } | null {
    const of = householdUnits.value;
    const named =
        level === 'county'
            ? [{ code: '', name: '' }]
            : level === 'township'
              ? units.value?.townships
              : units.value?.villages;
    if (!of || !named) return null;
    const place = level === 'county' ? new Uint16Array(of.township.length) : of[level];
    if (isWaiting('house_status') || isWaiting('people_registered')) return null;
    const people = attribute('people_registered') as Float32Array | undefined;
    const list: AreaCount[] = [...named, { code: '', name: '' }].map(({ code, name }) => ({
        code,
        name,
        total: zero(),
        needs: { road: noVerdicts(), water: noVerdicts(), voltage: noVerdicts() },
        committee: noVerdicts(),
    }));
    let any = false;
    const judgedBy = [
        ...NEEDS.map((need) => ({ analysis: need.analysis as string, of: (a: AreaCount) => a.needs[need.id] })),
        { analysis: COMMITTEE, of: (a: AreaCount) => a.committee },
    ];
    for (const need of judgedBy) {
        const judged = columnInfo(need.analysis, 'verdict') !== undefined;
        // A need that no analysis has judged is unknown for everybody.
        const column = judged ? classColumn(need.analysis, 'verdict') : new Uint8Array(place.length).fill(255);
        if (!column) return null;
        any ||= judged;
        const who = filtered ? countedFor(need.analysis, 'verdict') : countedOf(undefined);
        const sums = tally(place, named.length, column, 4, who, people);
        list.forEach((areaCount, p) => {
            VERDICTS.forEach((verdict, v) => {
                const at = p * 4 + v;
                need.of(areaCount)[verdict] = { households: sums.households[at]!, people: sums.people[at]! };
            });
        });
    }
    const who = filtered ? counted.value : countedOf(undefined);
    const all = tally(place, named.length, new Uint8Array(place.length), 1, who, people);
    list.forEach((areaCount, p) => {
        areaCount.total = { households: all.households[p]!, people: all.people[p]! };
    });
    return any ? { areas: list.slice(0, -1), outside: list.at(-1)! } : null;
}

export const townshipCounts = computed(() => countAll('township'));
export const villageCounts = computed(() => countAll('village'));

const countyCount = computed(() => countAll('county'));

/** Counts of what is on screen: the chosen area under the chosen filters. */
export const shownCount = computed<AreaCount | null>(() => {
    const place = areaAt.value;
    if (place) {
        const all = place.level === 'township' ? townshipCounts.value : villageCounts.value;
        return all?.areas[place.at] ?? null;
    }
    return countyCount.value?.areas[0] ?? null;
});

const wholes = {
    county: computed(() => countAll('county', false)),
    township: computed(() => countAll('township', false)),
    village: computed(() => countAll('village', false)),
};

/** Counts of the chosen area whatever is filtered: two shares that stand beside each other must be of the same households. */
export const unfilteredCount = computed<AreaCount | null>(() => {
    const place = areaAt.value;
    return wholes[place?.level ?? 'county'].value?.areas[place?.at ?? 0] ?? null;
});

/** The part that is served of all; null where of nobody anything is known: then there is no number, least of all nought. */
export function servedShare(counts: ByVerdict): { part: number; whole: number } | null {
    const whole = sumOf(counts).households;
    return whole === counts.unknown.households ? null : { part: counts.served.households, whole };
}

export const townshipOfVillage = computed(() => {
    const at = new Map(units.value?.townships.map((township, i) => [township.code, i]));
    return units.value?.villages.map((village) => at.get(village.township) ?? -1) ?? [];
});

/** What counts for a need, by the way of counting that is chosen. */
export const countsOf = (area: AreaCount, need: NeedId): ByVerdict =>
    verdictAnalysis(need) === COMMITTEE ? area.committee : area.needs[need];

/**
 * How many of each verdict the bar shows: all, or only those that its own filter lets through, so that every card adds up to the same
 * households.
 */
export function shownParts(counts: ByVerdict, analysis: string): Record<VerdictCode, number> {
    const on = filteredCodes(analysis, 'verdict');
    const n = (verdict: VerdictCode) => (on.length === 0 || on.includes(verdict) ? counts[verdict].households : 0);
    return { served: n('served'), borderline: n('borderline'), unserved: n('unserved'), unknown: n('unknown') };
}

/** Whether anybody's number of people is on record; without it no screen speaks of people. */
export const hasPeople = computed(() => {
    const people = attribute('people_registered') as Float32Array | undefined;
    return people !== undefined && people.some((n) => n >= 0);
});

export interface CommitteeCount {
    /** Villages on screen by the measured verdict of their committee. */
    villages: Record<VerdictCode, number>;
    /** Villages whose committee is served with households that the road does not reach. */
    leftOut: { areas: AreaCount[]; households: number };
    /** Villages that the county reports as connected: a claim, shown apart from what is measured. */
    reported: { villages: number; households: number };
}

/**
 * Road access by village. A village counts as connected, with all its households, when the hardened road is measured to reach its
 * committee; what the county reports of the committee stands apart. Only roads are counted so.
 */
export const committeeCount = computed<CommitteeCount | null>(() => {
    const list = summary.value?.villages;
    const counts = villageCounts.value;
    if (!list || !counts) return null;
    const place = areaAt.value;
    const sum: CommitteeCount = {
        villages: { served: 0, borderline: 0, unserved: 0, unknown: 0 },
        leftOut: { areas: [], households: 0 },
        reported: { villages: 0, households: 0 },
    };
    const of = new Map(list.map((v) => [v.code, v]));
    counts.areas.forEach((village, i) => {
        if (place?.level === 'township' && townshipOfVillage.value[i] !== place.at) return;
        if (place?.level === 'village' && i !== place.at) return;
        const { committeeRoad = 'unknown', committeeReported } = of.get(village.code) ?? {};
        const left = village.needs.road.unserved.households;
        sum.villages[committeeRoad]++;
        if (committeeRoad === 'served' && left > 0) {
            sum.leftOut.areas.push(village);
            sum.leftOut.households += left;
        }
        if (committeeReported === 'yes') {
            sum.reported.villages++;
            sum.reported.households += left;
        }
    });
    sum.leftOut.areas.sort((a, b) => b.needs.road.unserved.households - a.needs.road.unserved.households);
    return sum;
});

/** All households of one need. */
export function sumOf(counts: ByVerdict): Tally {
    const all = VERDICTS.map((verdict) => counts[verdict]);
    const known = all.filter((one) => !Number.isNaN(one.people));
    const households = all.reduce((sum, one) => sum + one.households, 0);
    const people = known.reduce((sum, one) => sum + one.people, 0);
    return { households, people: households > 0 && known.every((one) => one.households === 0) ? Number.NaN : people };
}

/**
 * Counts of any class column over what is on screen, in the order of its codes; its own filters do not count.
 * @param people per household, where others count than those who are registered
 */
export function classCounts(
    analysis: string,
    id: string,
    column: Uint8Array,
    codes: number,
    people = attribute('people_registered') as Float32Array | undefined,
): Tally[] {
    const place = areaAt.value;
    const of = householdUnits.value;
    const n = positions.value?.count ?? 0;
    const within = place && of ? (place.level === 'township' ? of.township : of.village) : undefined;
    const out = Array.from({ length: codes }, zero);
    const who = countedFor(analysis, id);
    const known = new Uint8Array(codes);
    for (let i = 0; i < n; i++) {
        if (within && within[i] !== place!.at) continue;
        if (who && !who[i]) continue;
        const tallyOf = out[column[i]!];
        if (!tallyOf) continue;
        tallyOf.households++;
        const count = people?.[i] ?? Number.NaN;
        if (count >= 0) {
            tallyOf.people += count;
            known[column[i]!] = 1;
        }
    }
    out.forEach((one, code) => {
        if (one.households > 0 && !known[code]) one.people = Number.NaN;
    });
    return out;
}
