import type { HouseholdDetail, NeedResult, Row, Value } from '../../api/types';
import { decimals, distance, quantity } from '../../state/format';
import { goToRow } from '../../state/household';
import { isOnTrial, trialExplanation, trialRow } from '../../state/trial';
import { sectionName } from '../../state/sentence';
import { findWord, t } from '../../state/words';
import { codeWord } from '../names';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { VoltProfile } from './VoltProfile';

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);
const number = (v: Value | undefined): number | null => (known(v) ? v : null);
const volts = (v: Value | undefined): string => (known(v) ? quantity(v, 'V', 1) : t('unknown'));

/** Columns that the card says in its own way; the list behind 'why' leaves them out. */
export const SAID_OF_VOLTAGE: ReadonlySet<string> = new Set([
    'voltage_v',
    'voltage_band',
    'voltage_basis',
    'voltage_percent',
    'unfavourable_v',
    'favourable_v',
    'voltage_low_limit_v',
    'voltage_high_limit_v',
    'hours_below',
    'hours_below_most',
    'measured_v',
    'measured_on',
    'comparison',
    'load_source',
    'limiting_section',
    'limiting_drop_v',
    'transformer_code',
    'wire_m',
    'esmap_tier',
]);

/** A household's volts: what they are and how they are known, what they lose on the way; while something is tried, as they would be. */
export function VoltageBeside({ one, result }: { one: HouseholdDetail; result: NeedResult }) {
    const tried = isOnTrial.value ? trialRow('household', one.code) : undefined;
    const row: Row = { ...result.row, ...tried, code: one.code };
    const told = isOnTrial.value ? trialExplanation(one.code) : undefined;
    const recorded = result.explanation?.way ?? [];
    const way = told?.way ?? recorded;
    const { voltage_low_limit_v: low, voltage_high_limit_v: high, transformer_code: transformer } = row;
    const band = typeof row.voltage_band === 'string' ? row.voltage_band : 'unknown';
    return (
        <section class="beside" data-part="voltage" data-band={band} data-trial={tried ? 'yes' : 'no'}>
            <p class="tap-now">
                <span class="num big-number">{known(row.voltage_v) ? quantity(row.voltage_v, 'V', 1) : ''}</span>
                <ClassMark scheme="voltage_band" code={band} />
                {tried && known(result.row.voltage_v) && (
                    <small class="was num">
                        {t('trial.was')} {quantity(result.row.voltage_v, 'V', 1)}
                    </small>
                )}
            </p>
            {way.length > 0 && (
                <VoltProfile
                    way={way}
                    was={told ? recorded : undefined}
                    lowV={number(low)}
                    highV={number(high)}
                    transformer={typeof transformer === 'string' ? transformer : ''}
                />
            )}
            <dl class="facts">
                {known(row.voltage_percent) && (
                    <>
                        <dt>{findWord('column.voltage_percent')}</dt>
                        <dd class="num">
                            {row.voltage_percent > 0 ? '+' : ''}
                            {quantity(row.voltage_percent, '%', 1)}
                            {known(low) && known(high) && (
                                <small>
                                    {t('power.limitsAre', { low: decimals(low, 1), high: quantity(high, 'V', 1) })}
                                </small>
                            )}
                        </dd>
                    </>
                )}
                {typeof row.voltage_basis === 'string' && (
                    <>
                        <dt>{findWord('column.voltage_basis')}</dt>
                        <dd>
                            <ClassMark scheme="voltage_basis" code={row.voltage_basis} />
                            <small>{findWord(`class_note.voltage_basis.${row.voltage_basis}`)}</small>
                        </dd>
                    </>
                )}
                {known(row.hours_below) && (
                    <>
                        <dt>{findWord('column.hours_below')}</dt>
                        <dd class="num strong">
                            {quantity(row.hours_below, 'hours/year', 0)}
                            {known(row.hours_below_most) && row.hours_below_most !== row.hours_below && (
                                <small>
                                    {t('power.atMost', { n: quantity(row.hours_below_most, 'hours/year', 0) })}
                                </small>
                            )}
                        </dd>
                    </>
                )}
                {typeof row.limiting_section === 'string' && row.limiting_section !== '' && (
                    <>
                        <dt>{findWord('column.limiting_section')}</dt>
                        <dd>
                            <SectionLink code={row.limiting_section} />
                            {known(row.limiting_drop_v) && (
                                <small class="num">
                                    {t('power.takes', { v: quantity(row.limiting_drop_v, 'V', 1) })}
                                </small>
                            )}
                        </dd>
                    </>
                )}
                {typeof transformer === 'string' && transformer !== '' && (
                    <>
                        <dt>{t('power.transformer')}</dt>
                        <dd>
                            <FeatureLink layer="power_facility" code={transformer} />
                            {known(row.wire_m) && (
                                <small class="num">{t('power.ofWire', { m: distance(row.wire_m) })}</small>
                            )}
                        </dd>
                    </>
                )}
                {typeof row.load_source === 'string' && (
                    <>
                        <dt>{findWord('column.load_source')}</dt>
                        <dd>
                            <ClassMark scheme="load_source" code={row.load_source} />
                            <small>{findWord(`class_note.load_source.${row.load_source}`)}</small>
                        </dd>
                    </>
                )}
                {typeof row.esmap_tier === 'string' && (
                    <>
                        <dt>{t('power.tier')}</dt>
                        <dd>
                            <ClassMark scheme="esmap_tier" code={row.esmap_tier} />
                            <small>{findWord(`class_note.esmap_tier.${row.esmap_tier}`)}</small>
                        </dd>
                    </>
                )}
            </dl>
            <Comparison one={one} row={row} />
        </section>
    );
}

/** A section of the low-voltage network: a click goes to the place and marks it. */
function SectionLink({ code }: { code: string }) {
    return (
        <button type="button" class="link num" onClick={() => goToRow('power.network', 'section', code)}>
            {sectionName(code)}
        </button>
    );
}

/** '187.3 to 205.0 V'; what collapses in the unfavourable case has no lower end. */
export function computedRange(least: Value | undefined, most: Value | undefined): string {
    if (known(least) && known(most)) return t('power.fromTo', { from: decimals(least, 1), to: volts(most) });
    return known(most) ? t('power.mayCollapse', { v: volts(most) }) : t('power.none');
}

/** What is declared, what was measured and what is computed, side by side. */
function Comparison({ one, row }: { one: HouseholdDetail; row: Row }) {
    const attribute = (name: string) => one.attributes.find((a) => a.name === name)?.value;
    const declared = attribute('declared_power');
    const { measured_v: measured, comparison, unfavourable_v: least, favourable_v: most } = row;
    if (!declared && !known(measured) && !known(least) && !known(most)) return null;
    return (
        <section data-part="comparison">
            <h4>{t('power.comparison')}</h4>
            <dl class="facts">
                <dt>{t('power.declared')}</dt>
                <dd>
                    {typeof declared === 'string'
                        ? codeWord('household', 'declared_power', declared)
                        : t('pipe.notOnRecord')}
                </dd>
                <dt>{t('power.measured')}</dt>
                <dd class="num">
                    {known(measured) ? quantity(measured, 'V', 0) : t('pipe.notOnRecord')}
                    {known(measured) && typeof row.measured_on === 'string' && <small>{row.measured_on}</small>}
                </dd>
                <dt>{t('power.computed')}</dt>
                <dd class="num">{computedRange(least, most)}</dd>
                {typeof comparison === 'string' && comparison !== 'not_compared' && (
                    <>
                        <dt>{t('power.outcome')}</dt>
                        <dd>
                            <ClassMark scheme="voltage_comparison" code={comparison} />
                            <small>{findWord(`class_note.voltage_comparison.${comparison}`)}</small>
                        </dd>
                    </>
                )}
            </dl>
        </section>
    );
}
