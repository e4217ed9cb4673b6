import type { Row } from '../../api/types';
import { findingNumbers } from '../../state/indicators';
import { findWord } from '../../state/words';
import { ClassMark } from '../verdicts';
import { Places } from '../Places';

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
