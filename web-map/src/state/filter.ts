import { computed, signal } from '@preact/signals';
import { classColumn, columnInfo, wantClassColumn } from './columns';
import { householdUnits, positions, units } from './county';

/** Only households whose class is one of the codes. Several filters must all hold. */
export interface ClassFilter {
    analysis: string;
    column: string;
    codes: readonly string[];
}

/** Township or village code; null = the whole county. */
export const area = signal<string | null>(null);
export const classFilters = signal<readonly ClassFilter[]>([]);

const same = (f: ClassFilter, analysis: string, column: string) => f.analysis === analysis && f.column === column;

export function filteredCodes(analysis: string, column: string): readonly string[] {
    return classFilters.value.find((f) => same(f, analysis, column))?.codes ?? [];
}

/** Adds or takes away one code; a filter without codes goes. */
export function toggleCode(analysis: string, column: string, code: string): void {
    const now = filteredCodes(analysis, column);
    const codes = now.includes(code) ? now.filter((c) => c !== code) : [...now, code];
    const others = classFilters.value.filter((f) => !same(f, analysis, column));
    classFilters.value = codes.length ? [...others, { analysis, column, codes }] : others;
    wantClassColumn(analysis, column);
}

export function clearFilters(): void {
    area.value = null;
    classFilters.value = [];
}

/** Position of the chosen area in the list of its level. */
export const areaAt = computed(() => {
    const code = area.value;
    const u = units.value;
    if (!code || !u) return null;
    const township = u.townships.findIndex((x) => x.code === code);
    if (township >= 0) return { level: 'township' as const, at: township, name: u.townships[township]!.name };
    const village = u.villages.findIndex((x) => x.code === code);
    return village >= 0 ? { level: 'village' as const, at: village, name: u.villages[village]!.name } : null;
});

function passing(filters: readonly ClassFilter[]): Uint8Array | undefined {
    const n = positions.value?.count;
    if (n === undefined || filters.length === 0) return undefined;
    const mask = new Uint8Array(n).fill(1);
    for (const f of filters) {
        const column = classColumn(f.analysis, f.column);
        const info = columnInfo(f.analysis, f.column);
        if (!column || !info) continue;
        const keep = new Uint8Array(256);
        for (const code of f.codes) keep[info.codes.indexOf(code) & 255] = 1;
        keep[255] = 0;
        for (let i = 0; i < n; i++) if (!keep[column[i]!]) mask[i] = 0;
    }
    return mask;
}

/** 1 where the household passes every class filter; undefined when there is none. A column that has not arrived yet lets all pass. */
export const classMask = computed<Uint8Array | undefined>(() => passing(classFilters.value));

/**
 * As {@link classMask}, without the filters of one column: the counts of that column's own classes are switches, and a switch must
 * show what the others would give.
 */
export function classMaskWithout(analysis: string, column: string): Uint8Array | undefined {
    const others = classFilters.value.filter((f) => !same(f, analysis, column));
    return others.length === classFilters.value.length ? classMask.value : passing(others);
}

/** 1 where the household is shown; undefined = all are. */
export const mask = computed<Uint8Array | undefined>(() => {
    const place = areaAt.value;
    const of = householdUnits.value;
    if (!place || !of) return classMask.value;
    const within = place.level === 'township' ? of.township : of.village;
    const out = new Uint8Array(within.length);
    const classes = classMask.value;
    for (let i = 0; i < out.length; i++) out[i] = within[i] === place.at && (!classes || classes[i]) ? 1 : 0;
    return out;
});
