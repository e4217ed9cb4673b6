import type { ColumnInfo } from '../api/types';
import { placeName } from '../state/placeNames';
import type { ResultTable } from '../state/results';
import { findWord, t, word } from '../state/words';

/** A county is stored with one name; where the dictionaries know it (the sample) it has one in each language. */
export const countyName = (of: { code: string; name: string } | null | undefined): string =>
    of ? (findWord(`county.${of.code}`) ?? placeName(of.name)) : '';

/** Names of things that come from data. */
export const cropName = (id: string): string => findWord(`crop.${id}.name`) ?? word(`crop.${id}`);
export const industryName = (id: string): string =>
    findWord(`industry.${id}.name`) ?? findWord(`industry.${id}`) ?? cropName(id);
export const zoneName = (id: string): string =>
    findWord(`class.altitude_zone.${id}`) ?? findWord(`zone.${id}.name`) ?? word(`zone.${id}`);
export const layerName = (kind: string): string => findWord(`layer.${kind}`) ?? findWord(`map.layer.${kind}`) ?? kind;
export const analysisName = (id: string): string => findWord(`analysis.${id}`) ?? findWord(`map.analysis.${id}`) ?? id;
export const profileName = (id: string): string => findWord(`standard.${id}.name`) ?? findWord(`standard.${id}`) ?? id;

/** A table of results: by what its rows are. */
export const tableName = ({ table }: ResultTable): string =>
    findWord(`map.layer.${table.featureKind}`) ?? layerName(table.featureKind);

/** A result column: a verdict column is called by its analysis, because every analysis has one. */
export function columnName(analysis: string, column: ColumnInfo): string {
    const crop = column.id.startsWith('class_') ? column.id.slice(6) : undefined;
    if (crop) return cropName(crop);
    if (column.id === 'verdict') return analysisName(analysis);
    return findWord(`column.${column.id}`) ?? column.id;
}

const WORDS_OF_LIMIT = ['limiting_factor'];
/** What limits a crop at a place. */
export function limitingName(code: string | null): string {
    if (!code) return t('crops.nothingLimits');
    for (const at of WORDS_OF_LIMIT) {
        const found = findWord(`class.${at}.${code}`) ?? findWord(`reason.crop.suitability.${code}`);
        if (found) return found;
    }
    return code;
}

/** A reason as a label, without the numbers that its sentence holds. */
export const reasonName = (analysis: string, code: string): string => findWord(`map.why.${analysis}.${code}`) ?? code;

/** A code of an attribute of a layer. */
export const codeWord = (layer: string, attribute: string, code: string): string =>
    findWord(`code.${layer}.${attribute}.${code}`) ??
    findWord(`code.${attribute}.${code}`) ??
    findWord(`code.${code}`) ??
    code;
