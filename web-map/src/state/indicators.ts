import type { HouseholdDetail, Row, Value } from '../api/types';
import { decimals, quantity } from './format';
import { findThreshold } from './sentence';
import { findWord, t } from './words';

/** The four indicators of safe water in the order of the standard. */
export const INDICATORS = ['quantity', 'quality', 'convenience', 'guarantee'] as const;
export type Indicator = (typeof INDICATORS)[number];

type Values = Readonly<Record<string, Value>>;
export type Attributes = HouseholdDetail['attributes'];

const known = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v);
const litres = (v: number): string => quantity(v, 'L', 0);
const metres = (v: number): string => quantity(v, 'metres', v < 10 ? 1 : 0);
const minutes = (v: number): string => quantity(v, 'minutes', v < 9.95 ? 1 : 0);

/** A measured value beside its limit; the value alone where there is no limit. */
const against = (value: string, limit: unknown, text: (v: number) => string): string =>
    known(limit) ? t('water.against', { value, limit: text(limit) }) : value;

const code = (attributes: Attributes, name: string): string | undefined => {
    const v = attributes.find((a) => a.name === name)?.value;
    return typeof v === 'string' && v !== '' ? v : undefined;
};
const word = (name: string, of: string): string => findWord(`code.household.${name}.${of}`) ?? of;

/** The numbers that an indicator rests on, each as a short text; what is not on record is said once. */
export function indicatorNumbers(of: Indicator, row: Values, attributes: Attributes): string[] {
    switch (of) {
        case 'quantity': {
            const { litres_per_person_day: own, litres_dry_season: dry, litres_limit: limit } = row;
            const said = [
                known(own) && t('water.litresOwn', { n: litres(own) }),
                known(dry) && t('water.litresDry', { n: litres(dry) }),
            ].filter((text) => text !== false);
            return [
                ...(said.length > 0 ? said : [t('water.noLitres')]),
                ...(known(limit) ? [t('water.litresNeeded', { n: litres(limit) })] : []),
            ];
        }
        case 'quality': {
            const tested = code(attributes, 'water_quality');
            const { quality_basis: basis, quality_code: works } = row;
            if (basis === 'works' && typeof works === 'string') return [t('water.testedAtWorks', { works })];
            return [tested ? t('water.tested', { what: word('water_quality', tested) }) : t('water.notTested')];
        }
        case 'convenience': {
            const connection = code(attributes, 'water_connection');
            const { round_trip_min: trip, horizontal_m: along, vertical_m: up } = row;
            return [
                connection ? word('water_connection', connection) : t('water.noConnection'),
                ...(known(trip)
                    ? [t('water.trip', { n: against(minutes(trip), row.round_trip_limit_min, minutes) })]
                    : []),
                ...(known(along)
                    ? [t('water.along', { n: against(metres(along), row.horizontal_limit_m, metres) })]
                    : []),
                ...(known(up)
                    ? [t('water.up', { n: against(metres(Math.abs(up)), row.vertical_limit_m, metres) })]
                    : []),
            ];
        }
        case 'guarantee': {
            const limit = findThreshold('water.guarantee.basic.days_cut_per_year')?.value;
            return [
                known(row.days_cut)
                    ? t('water.cut', {
                          n: against(decimals(row.days_cut, 0), known(limit) ? limit : null, (v) => decimals(v, 0)),
                      })
                    : t('water.noDays'),
            ];
        }
    }
}

/** Another reading of an indicator that comes to another class: its column and the class. */
export interface Reading {
    column: string;
    code: string;
}

/** Readings that differ: the standard's letter for convenience, the other zone of rain for quantity. */
export function otherReadings(of: Indicator, row: Values): Reading[] {
    const columns =
        of === 'convenience'
            ? ['convenience_literal']
            : of === 'quantity'
              ? ['quantity_if_rich', 'quantity_if_short']
              : [];
    return columns.flatMap((column) => {
        const v = row[column];
        return typeof v === 'string' && v !== row[of] ? [{ column, code: v }] : [];
    });
}

/** What a works still has, as the sentence that matters: spare, just enough, lacking, or to be measured. */
export function leftSentence(source: Row): string {
    const { load, left_m3_per_day: left, people_sharing: people, people_waiting: waiting } = source;
    if (load === 'measure_first')
        return t(known(waiting) && waiting > 0 ? 'works.measureFirst' : 'works.measureFirstOnly', {
            people: known(people) ? decimals(people, 0) : t('unknown'),
            waiting: known(waiting) ? decimals(waiting, 0) : t('unknown'),
        });
    if (!known(left)) return t('works.leftUnknown');
    const n = quantity(Math.abs(left), 'm3/day', 1);
    return left < 0 ? t('works.lacking', { n }) : t('works.left', { n });
}

/** '20 m3 a day more here would serve 29 people'; undefined where more water would serve nobody more. */
export function moreSentence(source: Row): string | undefined {
    const step = findThreshold('water.assign.more_m3_per_day')?.value;
    const { people_more: more } = source;
    return known(more) && more > 0 && known(step)
        ? t('works.more', { n: quantity(step, 'm3/day', 0), people: quantity(more, 'people', 0) })
        : undefined;
}

/** Units of a finding's value, which has none of its own in the table: it depends on the kind. */
const UNIT: Readonly<Record<string, string>> = {
    too_fast: 'm/s',
    too_slow: 'm/s',
};

/** Value against limit of a finding, with the unit of its kind. */
export function findingNumbers(row: Row): string {
    const { value, limit, kind } = row;
    if (typeof value !== 'number') return '';
    const unit = UNIT[String(kind)] ?? 'm';
    const { value_error: error } = row;
    const digits = unit === 'm' ? 1 : 2;
    const said = decimals(value, digits) + (known(error) && error > 0 ? ` ± ${decimals(error, digits)}` : '');
    const name = findWord(`unit.${unit}`) ?? unit;
    return typeof limit === 'number'
        ? t('water.against', { value: `${said} ${name}`, limit: `${decimals(limit, digits)} ${name}` })
        : `${said} ${name}`;
}
