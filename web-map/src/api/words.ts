/**
 * The dictionaries, one per language, compiled in and loaded one at a time. The map's own words are type-checked: a language that
 * lacks a key does not compile.
 */
import type enOfTheMap from '../../../data/words/parts/web.en.json';

export type Lang = 'en' | 'zh-CN';
export const LANGS: readonly Lang[] = ['zh-CN', 'en'];

export type MapWords = typeof enOfTheMap;
export interface Dictionary {
    readonly [key: string]: string | Dictionary;
}

const ofTheMap: Record<Lang, () => Promise<{ default: MapWords }>> = {
    en: () => import('../../../data/words/parts/web.en.json'),
    'zh-CN': () => import('../../../data/words/parts/web.zh-CN.json'),
};

/** The common dictionaries of server, command line and map; where one is missing, codes stand in its place. */
const common = import.meta.glob<Dictionary>(
    [
        '../../../data/words/*.json',
        '../../../data/words/parts/*.json',
        '!../../../data/words/parts/{web,engine}.*.json',
    ],
    {
        import: 'default',
    },
);

function merge(into: { [key: string]: string | Dictionary }, from: Dictionary): Dictionary {
    for (const [key, value] of Object.entries(from)) {
        const there = into[key];
        into[key] = typeof there === 'object' && typeof value === 'object' ? merge({ ...there }, value) : value;
    }
    return into;
}

export async function loadWords(lang: Lang): Promise<Dictionary> {
    const files = Object.entries(common)
        .filter(([path]) => path.endsWith(`/${lang}.json`) || path.endsWith(`.${lang}.json`))
        .map(([, load]) => load());
    const own = ofTheMap[lang]().then((module) => module.default as unknown as Dictionary);
    const all = await Promise.all([...files, own]);
    return all.reduce<Dictionary>((sum, one) => merge({ ...sum }, one), {});
}
