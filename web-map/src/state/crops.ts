import { classColumn, columnInfo, wantClassColumn } from './columns';

/** How much a column says: the entropy of its classes in bits; 0 when all are the same. @param not code that says nothing */
export function entropy(classes: Uint8Array, not: number): number {
    const n = new Float64Array(256);
    let all = 0;
    for (const one of classes) {
        if (one === 255 || one === not) continue;
        n[one]!++;
        all++;
    }
    let sum = 0;
    for (const part of n) if (part > 0) sum -= (part / all) * Math.log2(part / all);
    return sum;
}

/**
 * The crop whose classes differ most between households: a map of one colour teaches nothing. Undefined while the columns are on their
 * way; the first crop where there are none.
 */
export function mostTelling(ids: readonly string[]): string | undefined {
    const judged = ids.filter((id) => columnInfo('crop.suitability', `class_${id}`));
    if (judged.length === 0) return ids[0];
    for (const id of judged) wantClassColumn('crop.suitability', `class_${id}`);
    let best: string | undefined;
    let most = -1;
    for (const id of judged) {
        const column = `class_${id}`;
        const classes = classColumn('crop.suitability', column);
        if (!classes) return undefined;
        const says = entropy(classes, columnInfo('crop.suitability', column)!.codes.indexOf('unknown'));
        if (says > most) {
            most = says;
            best = id;
        }
    }
    return best;
}
