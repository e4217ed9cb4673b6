import { useSignal } from '@preact/signals';
import type { Link, Value } from '../../api/types';
import { integer } from '../../state/format';
import { t } from '../../state/words';
import { FeatureLink } from '../FeatureLink';

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);

const FIRST = 15;

/** Who gains; each opens its household. */
export function Gains({
    gains,
    title,
    value,
}: {
    gains: readonly Link[];
    /** What the number that goes with each is called, and how it is written. */
    title: string;
    value: (n: number) => string;
}) {
    const all = useSignal(false);
    if (gains.length === 0) return null;
    const numbers = gains.some((gain) => known(gain.value));
    return (
        <section class="beside" data-part="gains">
            <h3>
                {t('project.gain')} <span class="num soft">{integer(gains.length)}</span>
            </h3>
            <table class="small-table members">
                <thead>
                    <tr>
                        <th scope="col">{t('project.household')}</th>
                        {numbers && (
                            <th scope="col" class="num">
                                {title}
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {gains.slice(0, all.value ? undefined : FIRST).map((gain) => (
                        <tr key={gain.from} data-code={gain.from}>
                            <th scope="row">
                                <FeatureLink layer="household" code={gain.from} />
                            </th>
                            {numbers && <td class="num">{known(gain.value) ? value(gain.value) : '–'}</td>}
                        </tr>
                    ))}
                </tbody>
            </table>
            {gains.length > FIRST && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {t('trial.all', { n: integer(gains.length) })}
                </button>
            )}
        </section>
    );
}
