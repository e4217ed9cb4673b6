import type { ColumnInfo, ExplanationStep, ThresholdInfo, Value } from '../api/types';
import { columnInfoOf, detail } from './county';
import { quantity } from './format';
import { placeName } from './placeNames';
import { findWord, t, word } from './words';

/** Unit of a value by the last part of its name; the names of the domain put the unit last. */
const UNIT_BY_SUFFIX: Record<string, string> = {
    m: 'm',
    km: 'km',
    v: 'V',
    percent: '%',
    c: '°C',
    deg: '°',
    mu: 'mu',
    days: 'days',
    kva: 'kVA',
    mm: 'mm',
    yuan: 'yuan',
};

/** Names under which sentences hold codes of a layer's attribute. */
const CODED_AS: Record<string, string> = { source_kind: 'kind' };

/** Heights stay in metres, however large. */
const HEIGHT = /elevation|altitude|vertical|height/;

const WIDTH = /width/;

export function unitOf(name: string): string {
    return UNIT_BY_SUFFIX[name.slice(name.lastIndexOf('_') + 1)] ?? '';
}

/** One value of a row as people read it: numbers with their unit, classes by their label. */
export function shownValue(v: Value | undefined, name: string, info?: ColumnInfo): string {
    if (v === null || v === undefined || v === '') return '—';
    if (typeof v === 'number') {
        const unit = info?.unit || unitOf(name);
        // Half a metre decides whether a lorry passes.
        if (unit === 'm' && WIDTH.test(name)) return quantity(v, 'metres', Number.isInteger(v) ? 0 : 1);
        return Number.isFinite(v)
            ? quantity(v, unit === 'm' && HEIGHT.test(name) ? 'metres' : unit, info?.decimals)
            : '—';
    }
    if (info?.type === 'CLASS') return word(`class.${info.scheme}.${v}`);
    if (name === 'limiting_section') return sectionName(v);
    // Codes of an attribute stand under their layer; a row names only the attribute.
    for (const layer of ['household', 'road_segment', 'water_facility', 'power_facility', 'plot']) {
        const found = findWord(`code.${layer}.${CODED_AS[name] ?? name}.${v}`);
        if (found !== undefined) return found;
    }
    return v;
}

/** A section of low-voltage line goes by its line; a drop or a lead that nobody drew by what it is. */
export function sectionName(code: string): string {
    const [, line = code, part] = /^(.+?)(?:@\d+|:(\w+))?$/.exec(code) ?? [];
    const kind = part === 'drop' ? 'assumed_drop' : part;
    const what = kind && findWord(`class.power_section.${kind}`);
    return what ? `${what} ${line}` : line;
}

/** The value of a rule: mostly a number with its unit, sometimes a code or a list of codes. */
export function thresholdValue({ name, value, unit }: Pick<ThresholdInfo, 'name' | 'value' | 'unit'>): string {
    if (typeof value === 'number') return quantity(value, unit);
    if (Array.isArray(value))
        return value.map((one) => thresholdValue({ name, value: one, unit })).join(t('data.listComma'));
    if (value === true || value === false) return t(value ? 'yes' : 'no');
    return typeof value === 'string' ? codeName(name, value) : '—';
}

/** A code that a rule says: what it means there, else what it means in the first list of codes that has it. */
function codeName(rule: string, code: string): string {
    const here = findWord(`value.${rule}.${code}`);
    if (here !== undefined) return here;
    for (const attribute of ['road_segment.surface', 'road_segment.road_class', 'household.water_connection']) {
        const found = findWord(`code.${attribute}.${code}`);
        if (found !== undefined) return found;
    }
    return code;
}

function thresholdText(name: string, thresholds: readonly ThresholdInfo[]): string {
    const found = thresholds.find((threshold) => threshold.name === name);
    return found ? thresholdValue(found) : '—';
}

/**
 * Fills a sentence of the dictionaries. Placeholders are names of the row's columns, or {@code threshold:<name>}; what is absent
 * reads as a dash.
 */
export function fillSentence(
    template: string,
    row: Readonly<Record<string, Value>>,
    infoOf: (name: string) => ColumnInfo | undefined,
    thresholds: readonly ThresholdInfo[],
): string {
    return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
        name.startsWith('threshold:')
            ? thresholdText(name.slice(10), thresholds)
            : shownValue(row[name], name, infoOf(name)),
    );
}

const thresholds = (): readonly ThresholdInfo[] => detail.value?.standards?.thresholds ?? [];

/** Why a row has its verdict, in one sentence; the bare code when the dictionaries lack it. */
export function reasonSentence(analysis: string, code: string, row: Readonly<Record<string, Value>>): string {
    const template = findWord(`reason.${analysis}.${code}`);
    return template === undefined
        ? code
        : fillSentence(template, row, (name) => columnInfoOf(analysis, name), thresholds());
}

/** Stands for what a sentence says already; taken out with the space beside it. */
const SAID = '\u200b';

/** Names in the language on screen; a code that stands in the name already (县道X901) is not said twice. */
function named(texts: ExplanationStep['texts']): Record<string, Value> {
    const out: Record<string, Value> = { ...texts };
    for (const [key, text] of Object.entries(texts)) {
        if (!key.endsWith('_name') || typeof text !== 'string') continue;
        const code = `${key.slice(0, -'name'.length)}code`;
        out[key] = placeName(text);
        if (typeof out[code] === 'string' && out[code] !== '' && text.includes(out[code])) out[code] = SAID;
    }
    return out;
}

/** A step of an explanation as a sentence. */
export function stepSentence(step: ExplanationStep): string {
    const template = findWord(`reason.${step.key}`);
    const row: Record<string, Value> = { ...named(step.texts), ...step.numbers };
    const analysis = step.key.split('.').slice(0, 2).join('.');
    return template === undefined
        ? step.key
        : fillSentence(template, row, (name) => columnInfoOf(analysis, name), thresholds())
              .replaceAll(` ${SAID}`, '')
              .replaceAll(`${SAID} `, '')
              .replaceAll(SAID, '');
}

export function findThreshold(name: string): ThresholdInfo | undefined {
    return thresholds().find((threshold) => threshold.name === name);
}

export const thresholdsOf = (analysis: string): ThresholdInfo[] =>
    thresholds().filter((threshold) => threshold.name.startsWith(`${analysis.split('.')[0]}.`));
