import { computed } from '@preact/signals';
import { positions } from './county';
import { mask } from './filter';

/** Households at one and the same point. */
export interface Stack {
    lon: number;
    lat: number;
    households: number;
}

/** Of two a map shows as much as of one; from three on it hides something. */
const FEW = 3;

/** Rows by their exact position; worked out once per data version. */
const groups = computed<number[][]>(() => {
    const all = positions.value;
    if (!all) return [];
    const at = new Map<string, number[]>();
    for (let i = 0; i < all.count; i++) {
        if (Number.isNaN(all.lon[i])) continue;
        const key = `${all.lon[i]} ${all.lat[i]}`;
        const there = at.get(key);
        if (there) there.push(i);
        else at.set(key, [i]);
    }
    return [...at.values()].filter((rows) => rows.length >= FEW);
});

/** Houses without a survey stand at the centre of their group, one on the other; only those that the filter shows are counted. */
export const stacks = computed<readonly Stack[]>(() => {
    const all = positions.value;
    const shown = mask.value;
    return groups.value
        .map((rows) => ({
            lon: all!.lon[rows[0]!]!,
            lat: all!.lat[rows[0]!]!,
            households: shown ? rows.filter((row) => shown[row]).length : rows.length,
        }))
        .filter((stack) => stack.households >= FEW);
});
