import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Row, Value } from '../../api/types';
import { integer, quantity } from '../../state/format';
import { selectPlace, showRow } from '../../state/household';
import { goToProject } from '../../state/project';
import { isOnTrial, trialRow } from '../../state/trial';
import { findWord, t } from '../../state/words';
import { Places } from '../Places';
import { ClassMark } from '../verdicts';
import { known, voltsAndPercent } from './facts';

/** The first of a list, each a line that leads somewhere; the rest unfolds. */
export function Lines({
    rows,
    first,
    go,
    line,
    kind,
}: {
    rows: readonly Row[];
    first: number;
    go: (row: Row) => void;
    line: (row: Row) => ComponentChildren;
    kind: string;
}) {
    const all = useSignal(false);
    return (
        <>
            <ul class="plain-list places" data-places={kind}>
                {rows.slice(0, all.value ? MOST : first).map((row) => (
                    <li key={row.code}>
                        <button type="button" class="line" data-code={row.code} onClick={() => go(row)}>
                            {line(row)}
                        </button>
                    </li>
                ))}
            </ul>
            {rows.length > first && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {rows.length > MOST
                        ? t('power.firstOf', { n: integer(MOST) })
                        : t('trial.all', { n: integer(rows.length) })}
                </button>
            )}
        </>
    );
}

/** So many lines a panel takes; the table lists them all. */
const MOST = 200;

export function goToFeeder(row: Row): void {
    selectPlace('power_feeder', row);
    showRow(row);
}

/** Feeders with their lowest volts and who is outside the limits. @param name what each is called beside its transformer */
export function FeederPlaces({
    rows,
    name,
    first = 8,
}: {
    rows: readonly Row[];
    name: (row: Row) => string;
    first?: number;
}) {
    return (
        <Lines
            rows={rows}
            kind="power_feeder"
            first={first}
            go={goToFeeder}
            line={(given) => {
                const tried = isOnTrial.value ? trialRow('feeder', given.code) : undefined;
                const row = { ...given, ...tried };
                return (
                    <>
                        <span class="grow">
                            {name(given)}
                            <small class="num">
                                {t('power.ofCustomers', {
                                    unserved: known(row.households_unserved) ? integer(row.households_unserved) : '–',
                                    customers: known(row.customers) ? integer(row.customers) : '–',
                                })}
                            </small>
                        </span>
                        <span class="num strong">
                            {Number(row.households_collapsed) > 0 && !known(row.lowest_v)
                                ? t('power.none')
                                : voltsAndPercent(row.lowest_v)}
                        </span>
                    </>
                );
            }}
        />
    );
}

/** Faults of the drawing with what is wrong; a click goes to the place. */
export function FaultPlaces({ rows }: { rows: readonly Row[] }) {
    return (
        <Places
            kind="power_fault"
            rows={rows}
            line={(row) => (
                <>
                    <span class="grow">
                        <ClassMark scheme="power_fault" code={String(row.kind)} />
                        <small class="num"> {String(row.feature_code ?? '')}</small>
                    </span>
                    <span class="num">
                        {known(row.households_near) && row.households_near > 0
                            ? quantity(row.households_near, 'households', 0)
                            : ''}
                    </span>
                </>
            )}
        />
    );
}

/** Measures of a project in words. */
export const measureWords = (codes: Value | undefined): string =>
    typeof codes === 'string' && codes !== ''
        ? [...new Set(codes.split(' '))]
              .map((code) => findWord(`class.power_measure.${code}`) ?? code)
              .join(t('power.plus'))
        : t('power.noWorks');

const yuan = (v: Value | undefined): string => (known(v) ? quantity(v, 'yuan', 0) : t('unknown'));

/** Projects with their works, who gains and the cost. @param ofOne all of one transformer: their kind tells them apart */
export function ProjectPlaces({ rows, ofOne, first = 6 }: { rows: readonly Row[]; ofOne?: boolean; first?: number }) {
    return (
        <Lines
            rows={rows}
            kind="power_project"
            first={first}
            go={(row) => goToProject('power_project', row)}
            line={(row) => (
                <>
                    <span class="grow">
                        {ofOne ? (
                            <ClassMark scheme="power_project" code={String(row.kind)} />
                        ) : (
                            <span class="num">{String(row.transformer_code)}</span>
                        )}
                        <small>{measureWords(row.measures)}</small>
                        {known(row.cost_low_yuan) && known(row.cost_high_yuan) && (
                            <small class="num">
                                {t('project.range', { low: yuan(row.cost_low_yuan), high: yuan(row.cost_high_yuan) })}
                                {known(row.yuan_per_household) &&
                                    ` · ${quantity(row.yuan_per_household, 'yuan/household', 0)}`}
                            </small>
                        )}
                    </span>
                    <span class="num">
                        {known(row.households_gain)
                            ? t('project.gainCount', { n: quantity(row.households_gain, 'households', 0) })
                            : ''}
                    </span>
                </>
            )}
        />
    );
}
