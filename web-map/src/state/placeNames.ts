import { lang } from './words';

/** Names in two languages side by side: Han characters, then Latin letters (长石坝村 Changshiba Village). */
const BOTH = /^([\p{Script=Han}\d·（）()]+)\s+([\p{Script=Latin}].*)$/u;

/** The half of a name that belongs to the language on screen; a name in one language is left as it is. */
export function placeName(name: string): string {
    const both = BOTH.exec(name);
    if (!both) return name;
    return lang() === 'zh-CN' ? both[1]! : both[2]!;
}

export const named = <T extends { name: string }>(places: readonly T[]): T[] =>
    places.map((place) => ({ ...place, name: placeName(place.name) }));
