import { signal } from '@preact/signals';
import { type Dictionary, type Lang, loadWords, type MapWords } from '../api/words';

/** The language on screen and its dictionary. They change together, so that no frame mixes two languages. */
const current = signal<{ lang: Lang; words: Dictionary }>({ lang: 'zh-CN', words: {} });

export const lang = (): Lang => current.value.lang;

export async function setLang(to: Lang): Promise<void> {
    current.value = { lang: to, words: await loadWords(to) };
}

/** For tests: a dictionary without a file. */
export function useWords(to: Lang, words: Dictionary): void {
    current.value = { lang: to, words };
}

type Paths<T> = {
    [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];
export type MapKey = Paths<MapWords['map']>;

export type Params = Record<string, string | number>;

/** Puts values into {braces}; a placeholder without a value stays visible, so that the slip is seen. */
export function fill(template: string, params: Params = {}): string {
    return template.replace(/\{([^{}]+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The words at a path of dots. Codes themselves may hold dots ({@code road.access}), so every split is tried. */
export function lookUp(words: Dictionary, path: string): string | undefined {
    const step = (at: string | Dictionary | undefined, parts: string[]): string | undefined => {
        if (parts.length === 0) return typeof at === 'string' ? at : undefined;
        if (at === undefined || typeof at === 'string') return undefined;
        for (let take = parts.length; take > 0; take--) {
            const found = step(at[parts.slice(0, take).join('.')], parts.slice(take));
            if (found !== undefined) return found;
        }
        return undefined;
    };
    return step(words, path.split('.'));
}

/** The map's own words; the key is checked by the compiler. */
export function t(key: MapKey, params?: Params): string {
    return fill(lookUp(current.value.words, `map.${key}`) ?? key, params);
}

/** Words of the common dictionaries whose key is made from data; undefined when there are none. */
export function findWord(path: string, params?: Params): string | undefined {
    const found = lookUp(current.value.words, path);
    return found === undefined ? undefined : fill(found, params);
}

/** As {@link findWord}, falling back to the code itself: a code on screen is ugly, a wrong word would be worse. */
export function word(path: string, params?: Params): string {
    return findWord(path, params) ?? path.slice(path.lastIndexOf('.') + 1);
}
