import { useEffect } from 'preact/hooks';
import type { Row, Value } from '../../api/types';
import { distance } from '../../state/format';
import { featureNumbers } from '../../state/household';
import { lineArea } from '../../state/transformerArea';
import { editOf, isOnTrial, trialRow } from '../../state/trial';
import { wantWires, wires } from '../../state/wires';
import { findWord, t } from '../../state/words';
import { FeatureLink } from '../FeatureLink';
import { codeWord } from '../names';
import { TrialOutcome, TryChoice } from '../trial/TrialPart';
import { ClassMark } from '../verdicts';
import { ClassFact, known, NumberFact, type Values } from './facts';
import { FaultPlaces } from './lists';
import { FeederProfile } from './FeederProfile';

/** A low-voltage line: its wire, what flows in it, what it takes, and what if it were thicker or had three phases. */
export function LineSheet({ properties }: { properties: Readonly<Record<string, Value>> & { code: string } }) {
    const { code } = properties;
    useEffect(wantWires, []);
    const recorded: Row | null = featureNumbers.value?.code === code ? featureNumbers.value : null;
    const tried = isOnTrial.value ? trialRow('line', code) : undefined;
    const row: Values = { ...properties, ...recorded, ...tried };
    const was = tried && recorded;
    const area = lineArea.value?.code === code ? lineArea.value : null;
    const edit = { layer: 'power_line', code } as const;
    const attributes = editOf('power_line', code)?.attributes;
    const conductor = properties.conductor;
    const phases = attributes?.phases ?? properties.phases;
    const worst = area?.feeder?.lowest_household;
    const usable = ['fed', 'shared'].includes(String(row.line_supply));
    return (
        <>
            <h1 class="big">
                {typeof row.kind === 'string' ? codeWord('power_line', 'kind', row.kind) : t('power.line')}{' '}
                <span class="num">{code}</span>
            </h1>
            <p class="load">
                {typeof row.voltage_band === 'string' && <ClassMark scheme="voltage_band" code={row.voltage_band} />}{' '}
                {typeof row.line_supply === 'string' && !usable && (
                    <ClassMark scheme="line_supply" code={row.line_supply} />
                )}
            </p>
            <dl class="facts" data-part="line">
                <dt>{findWord('column.wire')}</dt>
                <dd class="num strong" data-fact="wire">
                    {typeof row.wire === 'string' && row.wire !== '' ? row.wire : t('unknown')}
                    {typeof row.wire_source === 'string' && (
                        <small>
                            <ClassMark scheme="wire_source" code={row.wire_source} />
                        </small>
                    )}
                    {was && typeof was.wire === 'string' && was.wire !== row.wire && (
                        <small class="was">
                            {t('trial.was')} {was.wire}
                        </small>
                    )}
                </dd>
                <dt>{findWord('attribute.phases')}</dt>
                <dd class="num">{known(phases) ? String(phases) : t('pipe.notOnRecord')}</dd>
                {known(row.length_m) && (
                    <>
                        <dt>{findWord('column.length_m')}</dt>
                        <dd class="num">{distance(row.length_m)}</dd>
                    </>
                )}
                <NumberFact row={row} was={was} id="amperes" unit="A" digits={0} />
                <NumberFact row={row} was={was} id="loading_percent" unit="%" digits={0} />
                <ClassFact row={row} was={was} id="loading" scheme="loading" />
                <NumberFact row={row} was={was} id="drop_v" unit="V" digits={1} strong />
                <NumberFact row={row} was={was} id="end_v" unit="V" digits={1} />
                <NumberFact row={row} was={was} id="customers" title={t('power.beyond')} unit="households" digits={0} />
                {typeof row.transformer_code === 'string' && row.transformer_code !== '' && (
                    <>
                        <dt>{t('power.transformer')}</dt>
                        <dd>
                            <FeatureLink layer="power_facility" code={row.transformer_code} />
                        </dd>
                    </>
                )}
            </dl>
            <section class="beside" data-part="trial">
                <h3>{t('trial.whatIf')}</h3>
                <TryChoice
                    edit={edit}
                    attribute="conductor"
                    recorded={conductor}
                    options={wires.value.map((wire) => ({ value: wire, label: wire }))}
                    label={findWord('attribute.conductor') ?? ''}
                    none={t('pipe.notOnRecord')}
                />
                <TryChoice
                    edit={edit}
                    attribute="phases"
                    recorded={properties.phases}
                    options={[1, 2, 3].map((n) => ({ value: n, label: String(n) }))}
                    label={findWord('attribute.phases') ?? ''}
                    none={t('pipe.notOnRecord')}
                />
                <p class="caption">{t('power.wiresNote')}</p>
                <TrialOutcome />
            </section>
            {typeof worst === 'string' && worst !== '' && (
                <FeederProfile code={worst} title={t('power.profileOfWorst')} />
            )}
            {area && area.faults.length > 0 && (
                <section class="beside" data-part="faults">
                    <h3>{t('power.faults')}</h3>
                    <FaultPlaces rows={area.faults} />
                </section>
            )}
        </>
    );
}
