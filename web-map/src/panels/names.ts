import type { ColumnInfo, FieldValue, Row } from '../api/types';
import { placeName } from '../state/placeNames';
import { quantity } from '../state/format';
import { unitName } from '../state/places';
import type { NumberField, ResultTable } from '../state/results';
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

/** What one feature of a kind is called; layers are called by all of theirs. */
export const oneName = (kind: string): string =>
    findWord(`map.one.${kind}`) ?? findWord(`map.layer.${kind}`) ?? layerName(kind);

const groupText = (code: string, n: string): string => t('project.ofGroup', { group: unitName('group_code', code), n });

/** A project is called by the group that it is for and its number there, or by the source whose hoses it buries. */
function projectName(code: string, row: Row): string | undefined {
    const [, group, n] = /^water:(.+)-(\d+)$/.exec(code) ?? [];
    if (group && n) return groupText(group, n);
    if (typeof row.source_code !== 'string') return undefined;
    return t(code.startsWith('source:') ? 'project.protectOf' : 'project.hoseOf', { source: row.source_code });
}

/** What rows are called whose code is put together from others: nobody knows such a code. */
const OWN_NAME: Readonly<Record<string, (row: Row) => string | undefined>> = {
    water_project: (row) => projectName(row.code, row),
    water_project_pipe: (row) => {
        const [, project = '', n] = /^(.+)-pipe-(\d+)$/.exec(row.code) ?? [];
        const name = projectName(project, row);
        return name && n ? t('project.pipeOf', { project: name, n: String(Number(n)) }) : undefined;
    },
    pipe_exposure: (row) => {
        const [, pipe, cause, n] = /^(.+):(\w+)#(\d+)$/.exec(row.code) ?? [];
        const what = cause && findWord(`class.exposure_cause.${cause}`);
        return pipe && what ? t('place.exposure', { pipe, what, n: String(Number(n)) }) : undefined;
    },
    power_feeder: (row) => {
        const [transformer, n] = row.code.split(':');
        return transformer && n !== undefined
            ? `${transformer} · ${Number(n) === 0 ? t('power.feederDirect') : t('power.feederNo', { n })}`
            : undefined;
    },
    power_project: (row) =>
        typeof row.transformer_code === 'string'
            ? t('power.projectOf', {
                  transformer: row.transformer_code,
                  what: t(row.code.endsWith(':part') ? 'power.kind.cheapest_gain' : 'power.kind.whole_area'),
              })
            : undefined,
    power_measure: ({ measure, feature_code: code }) => {
        const what = findWord(`class.power_measure.${String(measure)}`);
        return what && typeof code === 'string' ? `${code} · ${what}` : what;
    },
    power_fault: ({ feature_code: code, kind }) => {
        const what = findWord(`class.power_fault.${String(kind)}`);
        return what && typeof code === 'string' && code !== '' ? `${code} · ${what}` : what;
    },
    // What it is about first: the kind is the same in many rows.
    pipe_finding: ({ feature_code: code, kind }) => {
        const what = findWord(`class.pipe_finding.${String(kind)}`);
        return typeof code === 'string' && code !== '' && what ? `${code} · ${what}` : undefined;
    },
    refuse_above_source: ({ source_code: source, refuse_code: refuse }) =>
        typeof source === 'string' && typeof refuse === 'string' ? t('place.refuse', { source, refuse }) : undefined,
};

/** Whether a row goes by a code that is put together from others, and is told by its name alone. */
export const isNamed = (featureKind: string): boolean => featureKind in OWN_NAME;

/** What a place of a list is called: by its road's name and code; without a name by what it is and the code. */
export function rowName(of: ResultTable | undefined, row: Row, featureKind: string): string {
    const own = OWN_NAME[featureKind]?.(row);
    if (own !== undefined) return own;
    const road = typeof row.road_name === 'string' ? placeName(row.road_name) : '';
    // A finding has no code that anybody knows: it goes by the pipe, works or household that it is about.
    const known = [row.road_code, row.feature_code].find((v) => typeof v === 'string' && v !== '');
    const code = typeof known === 'string' ? known : row.code;
    if (road !== '') return road.includes(code) ? road : `${road} · ${code}`;
    const column = of?.table.columns.find((c) => c.type === 'CLASS' && typeof row[c.id] === 'string');
    const what = column && findWord(`class.${column.scheme}.${String(row[column.id])}`);
    return `${what ?? oneName(featureKind)} · ${code}`;
}

/** A result column: a verdict column is called by its analysis, because every analysis has one. */
export function columnName(analysis: string, column: ColumnInfo): string {
    // A class for every crop is called by the crop; another column may begin so too (class_check of a pipe).
    const crop = analysis.startsWith('crop.') && column.id.startsWith('class_') ? column.id.slice(6) : undefined;
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

export const fieldName = ({ field }: NumberField): string => findWord(`layer.${field.id}`) ?? field.id;
/** What a field says of a place, with its unit; that it knows nothing there is said too. */
export const fieldText = ({ value, unit }: FieldValue): string =>
    value === null || value === undefined ? t('point.noField') : quantity(value, unit, value < 10 ? 1 : 0);

/** A code of an attribute of a layer. */
export const codeWord = (layer: string, attribute: string, code: string): string =>
    findWord(`code.${layer}.${attribute}.${code}`) ??
    findWord(`code.${attribute}.${code}`) ??
    findWord(`code.${code}`) ??
    code;
