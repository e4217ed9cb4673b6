import type { Row, Value } from '../../api/types';
import { decimals, quantity } from '../../state/format';
import { findWord, t } from '../../state/words';
import { ClassMark } from '../verdicts';

export const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);

export type Values = Readonly<Record<string, Value | undefined>>;

/** A number of a row with its name; while a trial changes it, what it was. */
export function NumberFact({
    row,
    was,
    id,
    unit,
    digits,
    strong,
    title,
    note,
}: {
    row: Values;
    /** The row on record, where {@code row} is what would be. */
    was?: Values | null | undefined;
    id: string;
    unit: string;
    digits: number;
    strong?: boolean;
    title?: string | undefined;
    note?: string | undefined;
}) {
    const v = row[id];
    const old = was?.[id];
    return (
        <>
            <dt>{title ?? findWord(`column.${id}`) ?? id}</dt>
            <dd class={strong ? 'num strong' : 'num'} data-fact={id}>
                {known(v) ? quantity(v, unit, digits) : t('unknown')}
                {known(old) && old !== v && (
                    <small class="was">
                        {t('trial.was')} {quantity(old, unit, digits)}
                    </small>
                )}
                {note && <small>{note}</small>}
            </dd>
        </>
    );
}

/** A class of a row with its name; while a trial changes it, what it was. */
export function ClassFact({
    row,
    was,
    id,
    scheme,
    note,
}: {
    row: Values;
    was?: Values | null | undefined;
    id: string;
    scheme: string;
    note?: string | undefined;
}) {
    const v = row[id];
    const old = was?.[id];
    if (typeof v !== 'string') return null;
    return (
        <>
            <dt>{findWord(`column.${id}`) ?? id}</dt>
            <dd>
                <ClassMark scheme={scheme} code={v} />
                {typeof old === 'string' && old !== v && (
                    <small class="was">
                        {t('trial.was')} <ClassMark scheme={scheme} code={old} />
                    </small>
                )}
                {note && <small>{note}</small>}
            </dd>
        </>
    );
}

/** '187.3 V', with what it is against 220 V. */
export function voltsAndPercent(v: Value | undefined): string {
    if (!known(v)) return t('power.none');
    return `${quantity(v, 'V', 1)} (${v >= 220 ? '+' : '−'}${decimals(Math.abs((100 * (v - 220)) / 220), 1)}${'\u00a0'}%)`;
}

export const feederNumber = (row: Row): string =>
    Number(row.feeder) === 0 ? t('power.feederDirect') : t('power.feederNo', { n: String(row.feeder ?? '') });
