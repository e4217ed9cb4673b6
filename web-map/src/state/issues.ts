import type { ImportPreview, IssueCount } from '../api/types';
import { findWord, lang, t } from './words';

/** Codes of the elevation reader hold a dot. */
const titled = (code: string): string | undefined => findWord(`map.issueTitle.${code}`);

/** What all issues of a code have in common, in plain words; without them their sentence with dots for what differs. */
export function issueTitle(code: string): string {
    const sentence = titled(code) ?? findWord(`issue.${code}`) ?? code;
    return sentence.replace(/^\{file\}(\s*\{(id|layer)\})*\s*[:：]?\s*/, '').replace(/\{\w+\}/g, '…');
}

/** Coordinate systems as surveyors write them in the language on screen; the server names them in English. */
export function crsText(name: string): string {
    const gauss = /^(.*?) \/ (\d)-degree Gauss-Kruger (?:CM (\d+)E|zone (\d+))(.*)$/.exec(name);
    if (!gauss || lang() === 'en') return name;
    const [, datum = '', width = '', meridian, zone, rest = ''] = gauss;
    return t(meridian ? 'crs.meridian' : 'crs.zone', { datum, width, n: meridian ?? zone ?? '' }) + rest;
}

/** The zone in which a county is computed, by its code: as surveyors call it. */
export function zoneText(option: string): string {
    const epsg = Number(option.replace('EPSG:', ''));
    if (epsg > 32600 && epsg <= 32660) return `UTM ${epsg - 32600}N`;
    if (epsg > 32700 && epsg <= 32760) return `UTM ${epsg - 32700}S`;
    if (epsg >= 4534 && epsg <= 4554) return crsText(`CGCS2000 / 3-degree Gauss-Kruger CM ${75 + 3 * (epsg - 4534)}E`);
    return option;
}

/** How many rows of the file lie in a zone, as the issue that asks for it says; undefined where it does not. */
export function rowsOfZone(preview: ImportPreview, option: string): number | undefined {
    const zones = preview.issues.find((issue) => issue.code === 'several_zones')?.first[0]?.params.zones;
    const found = String(zones ?? '')
        .split(', ')
        .find((one) => one.startsWith(`${option}: `));
    return found === undefined ? undefined : Number(found.slice(option.length + 2));
}

/** What a reader said of a broken file, from inside the program: translated where it is known, else told to be technical. */
function detailText(detail: string): string {
    const inside = /^ends inside a block at byte (\d+)$/.exec(detail);
    if (inside) return t('issueDetail.inside', { byte: Number(inside[1]).toLocaleString('en-US') });
    return lang() === 'en' || /[\u3000-\u9fff]/.test(detail) ? detail : t('issueDetail.technical', { detail });
}

/** The parameters of an issue in the language on screen: units by their names, details of readers, coordinate systems. */
export function issueParams(params: Readonly<Record<string, string | number | null>>): Record<string, string | number> {
    const out: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(params)) {
        const text = value ?? '–';
        if (typeof text === 'number') out[name] = text;
        else if (name === 'unit') out[name] = findWord(`unit.${text}`) ?? text;
        else if (name === 'attribute') out[name] = findWord(`attribute.${text}`) ?? text;
        else if (name === 'detail') out[name] = detailText(text);
        else if (name === 'crs') out[name] = crsText(text);
        else out[name] = text;
    }
    return out;
}

/** An issue as its whole sentence; undefined when the dictionaries lack it. */
export const issueSentence = (
    code: string,
    params: Readonly<Record<string, string | number | null>>,
): string | undefined => findWord(`issue.${code}`, issueParams(params));

/** What forbids to take anything of a file in: an error of the file as a whole. */
export function refusal(preview: ImportPreview, answered: boolean): IssueCount | undefined {
    if (preview.canCommit) return undefined;
    return preview.issues.find(
        (issue) =>
            issue.severity.toLowerCase() === 'error' &&
            issue.first[0]?.params.id === '' &&
            // Where the coordinates lie cannot be said before their system is.
            (answered || issue.code !== 'mostly_elsewhere'),
    );
}
