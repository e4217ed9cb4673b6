import type { Row, Value } from '../api/types';
import { decimals, distance, quantity } from './format';
import { t } from './words';

/** The analysis and its table that say what it takes from a door to the places that people go to. */
export const PLACES = { analysis: 'road.places', table: 'household' } as const;

/** Kinds of facility, in the order in which people go there most. */
export const GOALS = ['township_seat', 'market', 'school', 'clinic'] as const;
const SEASONS = ['dry', 'rainy'] as const;

/** One kind of place as texts; undefined where the table does not speak of such a number at all. */
export interface Going {
    goal: (typeof GOALS)[number];
    /** Dry season, rainy season. */
    minutes: readonly (string | undefined)[];
    yuan: readonly (string | undefined)[];
}

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);
/** Whole minutes, below ten with a decimal. */
export const minutesText = (v: Value | undefined): string => (known(v) ? decimals(v, v < 9.95 ? 1 : 0) : t('unknown'));

/** What it takes to each kind of place; what the row does not know is said to be unknown. */
export function goings(row: Row | undefined, columns: readonly string[]): Going[] {
    const texts = (goal: string, what: string, text: (v: Value | undefined) => string): (string | undefined)[] =>
        SEASONS.map((season) => {
            const column = `${goal}_${season}_${what}`;
            return columns.includes(column) ? text(row?.[column]) : undefined;
        });
    return GOALS.map((goal) => ({
        goal,
        minutes: texts(goal, 'min', minutesText),
        yuan: texts(goal, 'yuan_per_tonne', (v) => (known(v) ? decimals(v, 0) : t('unknown'))),
    })).filter((one) => [...one.minutes, ...one.yuan].some((text) => text !== undefined));
}

/** Length of the shortest way along roads to the seat of the township, and how many times the straight line it is. */
export const seatWay = (row: Row | undefined): { way: string; factor: string } => ({
    way: known(row?.seat_way_m) ? distance(row.seat_way_m) : t('unknown'),
    factor: known(row?.detour_factor) ? decimals(row.detour_factor, 2) : t('unknown'),
});

const minutes = (v: Value | undefined): string => (known(v) ? quantity(v, 'minutes', v < 9.95 ? 1 : 0) : t('unknown'));

/** On foot from a door to the hardened road and back, as one text; unknown once where neither is known. */
export const walkText = (row: Readonly<Record<string, Value>>): string =>
    known(row.walk_to_min) || known(row.walk_back_min)
        ? t('going.walkBoth', { to: minutes(row.walk_to_min), back: minutes(row.walk_back_min) })
        : t('unknown');
