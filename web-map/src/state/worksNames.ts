import { signal } from '@preact/signals';
import type { CountyApi } from '../api/county';
import { api } from './county';
import { placeName } from './placeNames';
import { lang } from './words';

const names = signal<ReadonlyMap<string, string>>(new Map());
const asked = new Set<string>();
let of: CountyApi | null = null;

/** A name on record in the language on screen; undefined where it is of another language only. */
export function nameHere(name: string): string | undefined {
    const half = placeName(name);
    return lang() !== 'zh-CN' && /\p{Script=Han}/u.test(half) ? undefined : half;
}

/** What a works is called on record; its code until the name is here, and where it has none in this language. */
export function worksName(code: string): string {
    return nameHere(names.value.get(code) ?? '') || code;
}

/** Starts looking up a works' name. */
export function wantWorksName(code: string): void {
    const from = api.peek();
    if (!from || code === '') return;
    if (of !== from) {
        of = from;
        asked.clear();
        names.value = new Map();
    }
    if (asked.has(code)) return;
    asked.add(code);
    from.search(code).then(
        (hits) => {
            const name = hits.find((hit) => hit.code === code)?.name;
            if (name && of === from) names.value = new Map(names.peek()).set(code, name);
        },
        () => undefined,
    );
}
