import type { Row } from '../../api/types';
import { decimals } from '../../state/format';
import { findWord, t } from '../../state/words';
import { ClassMark } from '../verdicts';
import { Places } from './Places';

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
    const said = `${decimals(value, unit === 'm' ? 1 : 2)}`;
    const name = findWord(`unit.${unit}`) ?? unit;
    return typeof limit === 'number'
        ? t('water.against', { value: `${said} ${name}`, limit: `${decimals(limit, unit === 'm' ? 1 : 2)} ${name}` })
        : `${said} ${name}`;
}

/** What an engineer finds wrong along a pipe or in a supply, the sure before the possible; a click goes there. */
export function Findings({ rows, title }: { rows: readonly Row[]; title: string }) {
    // Taps stand with their households.
    const shown = rows
        .filter((row) => !String(row.kind).startsWith('tap_'))
        .sort((a, b) => Number(a.certainty === 'possible') - Number(b.certainty === 'possible'));
    if (shown.length === 0) return null;
    return (
        <section class="beside" data-part="findings">
            <h3>
                {title} <span class="num soft">{shown.length}</span>
            </h3>
            <Places
                kind="pipe_finding"
                rows={shown}
                line={(row) => (
                    <>
                        <span class="grow">
                            <ClassMark scheme="pipe_finding" code={String(row.kind)} />
                            <small>
                                {' '}
                                {row.certainty === 'possible' ? findWord('class.certainty.possible') : ''}{' '}
                                <span class="num">{String(row.feature_code ?? '')}</span>
                            </small>
                        </span>
                        <span class="num">{findingNumbers(row)}</span>
                    </>
                )}
            />
        </section>
    );
}
