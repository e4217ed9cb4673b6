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

/** The common dictionaries of server, command line and map; a build without them shows codes in their place. */
const common = import.meta.glob<Dictionary>('../../../data/words/{en,zh-CN}.json', { import: 'default' });

export async function loadWords(lang: Lang): Promise<Dictionary> {
    const shared = common[`../../../data/words/${lang}.json`];
    const [own, all] = await Promise.all([ofTheMap[lang](), shared ? shared() : {}]);
    return { ...all, ...(own.default as unknown as Dictionary) };
}
