import type { Value } from '../../api/types';
import { integer, quantity } from '../../state/format';
import { isOnTrial, trialRow } from '../../state/trial';
import { findWord, t } from '../../state/words';
import { FeatureLink } from '../FeatureLink';
import { ClassFact, feederNumber, known, NumberFact, type Values, voltsAndPercent } from './facts';
import { FeederProfile } from './FeederProfile';

/** A feeder: its lowest volts, who hangs on it, and the volts along the wire to its worst house. */
export function FeederSheet({ properties }: { properties: Readonly<Record<string, Value>> & { code: string } }) {
    const tried = isOnTrial.value ? trialRow('feeder', properties.code) : undefined;
    const row: Values = { ...properties, ...tried };
    const was = tried && properties;
    const worst = properties.lowest_household;
    const transformer = String(properties.transformer_code ?? '');
    return (
        <>
            <h1 class="big">{feederNumber(properties)}</h1>
            <p class="where">
                {t('power.transformer')} <FeatureLink layer="power_facility" code={transformer} />
            </p>
            <dl class="facts" data-part="feeder">
                <ClassFact row={row} was={was} id="voltage_band" scheme="voltage_band" />
                <dt>{findWord('column.lowest_v')}</dt>
                <dd class="num strong">
                    {voltsAndPercent(row.lowest_v)}
                    {known(row.lowest_unfavourable_v) && (
                        <small>{t('power.unfavourable', { v: quantity(row.lowest_unfavourable_v, 'V', 1) })}</small>
                    )}
                </dd>
                <NumberFact row={row} was={was} id="customers" unit="households" digits={0} />
                <NumberFact
                    row={row}
                    was={was}
                    id="households_unserved"
                    unit="households"
                    digits={0}
                    note={
                        known(row.households_collapsed) && row.households_collapsed > 0
                            ? t('power.collapsedOf', { n: integer(row.households_collapsed) })
                            : undefined
                    }
                />
                <NumberFact row={row} id="wire_km" unit="km" digits={2} />
            </dl>
            {typeof worst === 'string' && worst !== '' && (
                <FeederProfile code={worst} title={t('power.profileOfWorst')} />
            )}
        </>
    );
}
