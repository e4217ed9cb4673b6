import type { Value } from '../../api/types';
import { decimals, distance, quantity } from '../../state/format';
import { featureNumbers } from '../../state/household';
import { reasonSentence } from '../../state/sentence';
import { pipeFindings } from '../../state/serviceArea';
import { editOf, isOnTrial, trialRow } from '../../state/trial';
import { findWord, t } from '../../state/words';
import { codeWord } from '../names';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { Findings } from './Findings';
import { TrialOutcome, TryChoice, TryNumber } from '../trial/TrialPart';
import { ExposurePlaces } from './WorksSheet';

const MATERIALS = ['pe', 'pvc', 'steel', 'iron', 'rubber'] as const;

/** A pipe: what it is, what the water in it does, what is wrong with it, and what if it were another. */
export function PipeSheet({ properties }: { properties: Readonly<Record<string, Value>> & { code: string } }) {
    const { code } = properties;
    const recorded = featureNumbers.value?.code === code ? featureNumbers.value : null;
    const tried = isOnTrial.value ? trialRow('pipe', code) : undefined;
    const row: Readonly<Record<string, Value | undefined>> = { ...properties, ...recorded, ...tried };
    const was = (id: string): Value | undefined => recorded?.[id] ?? properties[id];
    const found = pipeFindings.value?.code === code ? pipeFindings.value : null;
    const number = (id: string, unit: string, digits: number): string =>
        typeof row[id] === 'number' ? quantity(row[id], unit, digits) : t('unknown');
    const withError = (id: string): string =>
        typeof row[id] !== 'number'
            ? t('unknown')
            : typeof row.head_error_m === 'number' && row.head_error_m > 0
              ? `${decimals(row[id], 1)} ± ${quantity(row.head_error_m, 'metres', 1)}`
              : quantity(row[id], 'metres', 1);
    const coded = (id: string): string =>
        typeof row[id] === 'string' ? codeWord('pipe', id, row[id]) : t('pipe.notOnRecord');
    const edit = { layer: 'pipe', code } as const;
    const triedDiameter = editOf('pipe', code)?.attributes?.diameter_mm;
    const classes = [
        { id: 'head_band', scheme: 'head_band' },
        { id: 'class_check', scheme: 'pipe_class_check' },
        { id: 'exposure', scheme: 'exposure' },
    ];
    return (
        <>
            <h1 class="big">
                {typeof row.kind === 'string' ? codeWord('pipe', 'kind', row.kind) : t('pipe.one')}{' '}
                <span class="num">{code}</span>
            </h1>
            <dl class="facts" data-part="pipe">
                <dt>{findWord('attribute.diameter_mm')}</dt>
                <dd class="num">
                    {typeof properties.diameter_mm === 'number'
                        ? quantity(properties.diameter_mm, 'mm', 0)
                        : t('pipe.notOnRecord')}
                    {typeof triedDiameter === 'number' && (
                        <small>{t('trial.tried', { what: quantity(triedDiameter, 'mm', 0) })}</small>
                    )}
                    {typeof row.bore_mm === 'number' && (
                        <small>{t('pipe.bore', { n: quantity(row.bore_mm, 'mm', 1) })}</small>
                    )}
                </dd>
                <dt>{findWord('attribute.material')}</dt>
                <dd>{coded('material')}</dd>
                <dt>{findWord('attribute.laying')}</dt>
                <dd>{coded('laying')}</dd>
                {typeof row.length_m === 'number' && (
                    <>
                        <dt>{findWord('column.length_m')}</dt>
                        <dd class="num">{distance(row.length_m)}</dd>
                    </>
                )}
                <dt>{findWord('attribute.pressure_class_mpa')}</dt>
                <dd class="num">
                    {typeof properties.pressure_class_mpa === 'number'
                        ? quantity(properties.pressure_class_mpa, 'MPa', 2)
                        : t('pipe.notOnRecord')}
                    {typeof row.needed_class_mpa === 'number' && (
                        <small>{t('pipe.neededClass', { n: quantity(row.needed_class_mpa, 'MPa', 2) })}</small>
                    )}
                </dd>
                <dt>{t('pipe.mostStatic')}</dt>
                <dd class="num">{withError('most_static_m')}</dd>
                <dt>{t('pipe.leastHead')}</dt>
                <dd class="num strong">{withError('least_head_m')}</dd>
                {typeof row.end_head_m === 'number' && (
                    <>
                        <dt>{findWord('column.end_head_m')}</dt>
                        <dd class="num">{withError('end_head_m')}</dd>
                    </>
                )}
                <dt>{t('pipe.flow')}</dt>
                <dd class="num">{number('flow_l_per_s', 'L/s', 2)}</dd>
                <dt>{t('pipe.velocity')}</dt>
                <dd class="num">{number('velocity_m_per_s', 'm/s', 2)}</dd>
                <dt>{t('pipe.loss')}</dt>
                <dd class="num">{number('head_loss_m', 'metres', 1)}</dd>
                {typeof row.households_behind === 'number' && (
                    <>
                        <dt>{t('pipe.behind')}</dt>
                        <dd class="num">
                            {quantity(row.households_behind, 'households', 0)}
                            {typeof row.people_behind === 'number' && (
                                <small>{quantity(row.people_behind, 'people', 0)}</small>
                            )}
                        </dd>
                    </>
                )}
                {typeof row.supply_code === 'string' && row.supply_code !== '' && (
                    <>
                        <dt>{t('works.fedBy')}</dt>
                        <dd>
                            <FeatureLink layer="water_facility" code={row.supply_code} />
                        </dd>
                    </>
                )}
                {classes.map(({ id, scheme }) =>
                    typeof row[id] === 'string' ? (
                        <>
                            <dt>{findWord(`column.${id}`)}</dt>
                            <dd>
                                <ClassMark scheme={scheme} code={row[id]} />
                                {tried && was(id) !== row[id] && typeof was(id) === 'string' && (
                                    <small class="was">
                                        {t('trial.was')} <ClassMark scheme={scheme} code={String(was(id))} />
                                    </small>
                                )}
                            </dd>
                        </>
                    ) : null,
                )}
            </dl>
            {typeof recorded?.reason === 'string' && findWord(`reason.water.exposure.${recorded.reason}`) && (
                <p class="sentence">{reasonSentence('water.exposure', recorded.reason, recorded)}</p>
            )}
            <section class="beside" data-part="trial">
                <h3>{t('trial.whatIf')}</h3>
                <TryNumber
                    edit={edit}
                    attribute="diameter_mm"
                    recorded={properties.diameter_mm}
                    unit="mm"
                    label={t('trial.diameter')}
                    step={1}
                    min={1}
                />
                <TryChoice
                    edit={edit}
                    attribute="material"
                    recorded={properties.material}
                    options={MATERIALS.map((one) => ({ value: one, label: codeWord('pipe', 'material', one) }))}
                    label={t('trial.material')}
                    none={t('pipe.notOnRecord')}
                />
                <TrialOutcome />
            </section>
            {found && <Findings rows={found.findings} title={t('pipe.findings')} />}
            {found && found.exposures.length > 0 && (
                <section class="beside" data-part="exposures">
                    <h3>{t('pipe.exposed')}</h3>
                    <ExposurePlaces rows={found.exposures} />
                </section>
            )}
        </>
    );
}
