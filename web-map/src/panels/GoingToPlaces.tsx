import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ApiProblem } from '../api/http';
import type { Row } from '../api/types';
import { api, problemOf } from '../state/county';
import { goings, PLACES, seatWay } from '../state/going';
import { findTable } from '../state/results';
import { findWord, t } from '../state/words';
import { problemText } from './ErrorBar';
import { codeWord } from './names';

/** Minutes and yuan for a tonne from a door to where its people go, asked for when the panel shows it. */
export function GoingToPlaces({ code }: { code: string }) {
    const from = api.value;
    const table = findTable(PLACES.analysis, PLACES.table)?.table;
    /** Undefined while asked for. */
    const answer = useSignal<{ row?: Row | undefined; problem?: ApiProblem } | undefined>(undefined);
    const there = table !== undefined;
    useEffect(() => {
        answer.value = undefined;
        if (!from || !there) return undefined;
        let current = true;
        from.row(PLACES.analysis, PLACES.table, code).then(
            (row) => void (current && (answer.value = { row })),
            (error) => void (current && (answer.value = { problem: problemOf(error) })),
        );
        return () => {
            current = false;
        };
    }, [from, there, code]);
    if (!table) return null;
    const got = answer.value;
    const seat = seatWay(got?.row);
    return (
        <section class="going">
            <h3>{t('going.title')}</h3>
            {!got ? (
                <p class="caption" role="status">
                    {t('state.loading')}
                </p>
            ) : got.problem ? (
                <p class="caption">{problemText(got.problem)}</p>
            ) : (
                <>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t('table.place')}</th>
                                <th scope="col">{t('going.dryMin')}</th>
                                <th scope="col">{t('going.rainyMin')}</th>
                                <th scope="col">{t('going.dryYuan')}</th>
                                <th scope="col">{t('going.rainyYuan')}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {goings(
                                got.row,
                                table.columns.map((c) => c.id),
                            ).map(({ goal, minutes, yuan }) => (
                                <tr key={goal} data-goal={goal}>
                                    <th scope="row">{codeWord('facility', 'kind', goal)}</th>
                                    {[...minutes, ...yuan].map((text, i) => (
                                        <td key={i} class={text === t('unknown') ? 'soft' : 'num'}>
                                            {text}
                                        </td>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                    <dl class="facts">
                        <dt>{findWord('column.seat_way_m') ?? 'seat_way_m'}</dt>
                        <dd class="num">{seat.way}</dd>
                        <dt>{findWord('column.detour_factor') ?? 'detour_factor'}</dt>
                        <dd class="num">{seat.factor}</dd>
                    </dl>
                    <p class="caption">{t('going.note')}</p>
                </>
            )}
        </section>
    );
}
