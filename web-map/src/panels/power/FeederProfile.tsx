import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Explanation, Row, Stretch } from '../../api/types';
import { api } from '../../state/county';
import { watchedWay } from '../../state/household';
import { isOnTrial, trialExplanation, trialRow, watched } from '../../state/trial';
import { t } from '../../state/words';
import { FeatureLink } from '../FeatureLink';
import { Waiting } from '../Sheet';
import { VoltProfile } from './VoltProfile';

const NONE: readonly Stretch[] = [];

/** Volts along the wire to one household, the worst of a feeder; the map draws its wire, and a trial moves it. */
export function FeederProfile({ code, title }: { code: string; title: string }) {
    const got = useSignal<{ code: string; explanation: Explanation; row: Row | undefined } | null>(null);
    const from = api.value;
    useEffect(() => {
        let current = true;
        watched.value = code;
        if (from)
            Promise.all([
                from.explanation('power.voltage', 'household', code),
                from.row('power.voltage', 'household', code),
            ]).then(
                ([explanation, row]) => {
                    if (current) got.value = { code, explanation, row };
                },
                () => undefined,
            );
        return () => {
            current = false;
            if (watched.peek() === code) watched.value = null;
        };
    }, [from, code]);
    const told = isOnTrial.value ? trialExplanation(code) : undefined;
    const one = got.value?.code === code ? got.value : null;
    const way: readonly Stretch[] = told?.way ?? one?.explanation.way ?? NONE;
    useEffect(() => {
        watchedWay.value = way;
        return () => {
            if (watchedWay.peek() === way) watchedWay.value = NONE;
        };
    }, [way]);
    if (!one) return <Waiting />;
    const row = { ...one.row, ...(isOnTrial.value ? trialRow('household', code) : {}) };
    const limit = (id: string): number | null => {
        const v = row[id];
        return typeof v === 'number' ? v : null;
    };
    return (
        <section class="beside" data-part="profile">
            <h3>
                {title} <FeatureLink layer="household" code={code} />
            </h3>
            {way.length === 0 ? (
                <p class="caption">{t('power.noProfile')}</p>
            ) : (
                <VoltProfile
                    way={way}
                    was={told ? one.explanation.way : undefined}
                    lowV={limit('voltage_low_limit_v')}
                    highV={limit('voltage_high_limit_v')}
                    transformer={typeof row.transformer_code === 'string' ? row.transformer_code : ''}
                />
            )}
        </section>
    );
}
