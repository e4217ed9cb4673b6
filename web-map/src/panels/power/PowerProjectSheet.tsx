import { useSignal } from '@preact/signals';
import type { Row, Value } from '../../api/types';
import { distance, integer, quantity } from '../../state/format';
import { project } from '../../state/project';
import { unitName } from '../../state/places';
import { reasonSentence, stepSentence } from '../../state/sentence';
import { findWord, t } from '../../state/words';
import { FeatureLink } from '../FeatureLink';
import { rowName } from '../names';
import { Bill } from '../project/Bill';
import { Gains } from '../project/Gains';
import { Waiting } from '../Sheet';
import { ClassMark } from '../verdicts';
import { known } from './facts';

const yuan = (v: Value | undefined): string => (known(v) ? quantity(v, 'yuan', 0) : t('unknown'));

/** Proposed works in the area of a transformer: measure by measure, what they cost, who gains; the map draws them. */
export function PowerProjectSheet({ code }: { code: string }) {
    const one = project.value;
    if (one?.code !== code) return <Waiting />;
    const { row, explanation, parts, gains } = one;
    return (
        <>
            <h1 class="big">{rowName(undefined, row, 'power_project')}</h1>
            <p class="load">
                <ClassMark scheme="power_project" code={String(row.kind)} />
            </p>
            {typeof row.reason === 'string' && (
                <p class="sentence">{reasonSentence('power.projects', row.reason, row)}</p>
            )}
            <Facts row={row} />
            {explanation.drawing && <p class="caption">{t('power.projectOnMap')}</p>}
            <Measures rows={parts} />
            <Bill one={one} />
            <Gains gains={gains} title={t('power.voltsAfter')} value={(v) => quantity(v, 'V', 1)} />
            {explanation.steps.length > 0 && (
                <details>
                    <summary>{t('sheet.why')}</summary>
                    <ol class="steps">
                        {explanation.steps.map((step, i) => (
                            <li key={i}>{stepSentence(step)}</li>
                        ))}
                    </ol>
                </details>
            )}
        </>
    );
}

function Facts({ row }: { row: Row }) {
    const line = (name: string | undefined, what: string | undefined) =>
        what === undefined ? null : (
            <>
                <dt>{name}</dt>
                <dd class="num">{what}</dd>
            </>
        );
    const { lowest_before_v: before, lowest_after_v: after } = row;
    return (
        <dl class="facts" data-part="project">
            {known(row.cost_yuan) && (
                <>
                    <dt>{t('project.cost')}</dt>
                    <dd class="num strong">
                        {yuan(row.cost_yuan)}
                        <small>
                            {t('project.range', { low: yuan(row.cost_low_yuan), high: yuan(row.cost_high_yuan) })}
                        </small>
                    </dd>
                </>
            )}
            {known(row.households_gain) &&
                line(
                    t('project.gain'),
                    t('power.gainsOf', {
                        households: integer(row.households_gain),
                        need: known(row.households_in_need) ? integer(row.households_in_need) : t('unknown'),
                        people: known(row.people_gain) ? integer(row.people_gain) : t('unknown'),
                    }),
                )}
            {line(
                findWord('column.yuan_per_household'),
                known(row.yuan_per_household) ? quantity(row.yuan_per_household, 'yuan/household', 0) : undefined,
            )}
            {line(
                t('project.upkeep'),
                known(row.upkeep_yuan_per_year) ? quantity(row.upkeep_yuan_per_year, 'yuan/year', 0) : undefined,
            )}
            {(known(before) || known(after)) && (
                <>
                    <dt>{t('power.worstVolts')}</dt>
                    <dd class="num strong" data-fact="lowest">
                        {known(before) ? quantity(before, 'V', 1) : t('power.none')} →{' '}
                        {known(after) ? quantity(after, 'V', 1) : t('unknown')}
                    </dd>
                </>
            )}
            {line(
                findWord('column.loading_after_percent'),
                known(row.loading_after_percent) ? quantity(row.loading_after_percent, '%', 0) : undefined,
            )}
            {line(t('power.rewired'), known(row.length_m) && row.length_m > 0 ? distance(row.length_m) : undefined)}
            {line(findWord('column.kv10_m'), known(row.kv10_m) && row.kv10_m > 0 ? distance(row.kv10_m) : undefined)}
            {line(
                findWord('column.households_worse'),
                known(row.households_worse) && row.households_worse > 0
                    ? quantity(row.households_worse, 'households', 0)
                    : undefined,
            )}
            {typeof row.transformer_code === 'string' && (
                <>
                    <dt>{t('power.transformer')}</dt>
                    <dd>
                        <FeatureLink layer="power_facility" code={row.transformer_code} />
                    </dd>
                </>
            )}
            {(['village_code', 'township_code'] as const).map((id) =>
                typeof row[id] === 'string' && row[id] !== ''
                    ? line(t(id === 'village_code' ? 'table.village' : 'table.township'), unitName(id, row[id]))
                    : null,
            )}
        </dl>
    );
}

/** Units of what stands before and after a measure. */
const UNIT: Readonly<Record<string, string>> = { tap: '%', larger_transformer: 'kVA', new_transformer: 'kVA' };
const side = (measure: string, v: Value | undefined): string => {
    if (v === null || v === undefined || v === '') return '';
    const unit = UNIT[measure];
    return unit && Number.isFinite(Number(v)) ? quantity(Number(v), unit) : String(v);
};

const FIRST = 15;

/** Measure by measure: what, where, from what to what, how long. */
function Measures({ rows }: { rows: readonly Row[] }) {
    const all = useSignal(false);
    if (rows.length === 0) return null;
    return (
        <section class="beside" data-part="measures">
            <h3>
                {t('power.measures')} <span class="num soft">{integer(rows.length)}</span>
            </h3>
            <table class="small-table members">
                <thead>
                    <tr>
                        <th scope="col">{findWord('column.measure')}</th>
                        <th scope="col">{t('power.change')}</th>
                        <th scope="col" class="num">
                            {t('project.length')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows.slice(0, all.value ? undefined : FIRST).map((row) => {
                        const measure = String(row.measure);
                        const [from, to] = [side(measure, row.before), side(measure, row.after)];
                        const isLine = measure === 'rewire' || measure === 'three_phases';
                        return (
                            <tr key={row.code} data-measure={measure}>
                                <th scope="row">
                                    <ClassMark scheme="power_measure" code={measure} />
                                    {measure !== 'new_transformer' && typeof row.feature_code === 'string' && (
                                        <small>
                                            <FeatureLink
                                                layer={isLine ? 'power_line' : 'power_facility'}
                                                code={row.feature_code}
                                            />
                                        </small>
                                    )}
                                </th>
                                <td class="num">{from !== '' && to !== '' ? `${from} → ${to}` : to || '–'}</td>
                                <td class="num">{known(row.length_m) ? distance(row.length_m) : '–'}</td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
            {rows.length > FIRST && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {t('trial.all', { n: integer(rows.length) })}
                </button>
            )}
        </section>
    );
}
