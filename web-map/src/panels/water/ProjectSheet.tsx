import { useSignal } from '@preact/signals';
import type { Row, Value } from '../../api/types';
import { decimals, distance, integer, quantity } from '../../state/format';
import { pipesBySize, PROJECT, project, type ProjectDetail } from '../../state/project';
import { isUnitColumn, unitName } from '../../state/places';
import { reasonSentence, stepSentence } from '../../state/sentence';
import { selection } from '../../state/view';
import { findWord, t } from '../../state/words';
import { wantWorksName, worksName } from '../../state/worksNames';
import { rowName } from '../names';
import { Waiting } from '../Sheet';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { HeadProfile } from './HeadProfile';

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);
const yuan = (v: Value | undefined): string => (known(v) ? quantity(v, 'yuan', 0) : t('unknown'));

/** A proposed project: what is built, for whom and at which cost; the map draws it. */
export function ProjectSheet({ code }: { code: string }) {
    const one = project.value;
    if (one?.code !== code) return <Waiting />;
    const { row, explanation } = one;
    const isScheme = known(row.households_in_need);
    return (
        <>
            <h1 class="big">{rowName(undefined, row, 'water_project')}</h1>
            <p class="load">
                <ClassMark scheme="water_project" code={String(row.kind)} />
                {row.certainty === 'possible' && <small> {findWord('class.certainty.possible')}</small>}
            </p>
            {typeof row.reason === 'string' && (
                <p class="sentence">{reasonSentence('water.projects', row.reason, row)}</p>
            )}
            <Facts row={row} />
            {explanation.drawing && <p class="caption">{t(isScheme ? 'project.onMap' : 'project.onMapHose')}</p>}
            <Bill one={one} />
            <Pipes one={one} />
            <Gains one={one} />
            {explanation.way.length > 0 && (
                <HeadProfile
                    way={explanation.way}
                    errorM={known(row.head_error_m) ? row.head_error_m : null}
                    neededM={null}
                    staticM={null}
                    level={String(row.source_code ?? '')}
                />
            )}
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
    const { source_code: source, group_code: group, approval_codes: approvals, first_code: first } = row;
    if (typeof source === 'string') wantWorksName(source);
    const line = (name: string, what: string | undefined) =>
        what === undefined ? null : (
            <>
                <dt>{name}</dt>
                <dd class="num">{what}</dd>
            </>
        );
    const count = (v: Value | undefined): string | undefined => (known(v) && v > 0 ? integer(v) : undefined);
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
                row.households_gain > 0 &&
                line(
                    t('project.gain'),
                    t('project.gains', {
                        households: integer(row.households_gain),
                        people: known(row.people_gain) ? integer(row.people_gain) : t('unknown'),
                    }),
                )}
            {line(
                t('project.perPerson'),
                known(row.yuan_per_person) ? quantity(row.yuan_per_person, 'yuan/person', 0) : undefined,
            )}
            {line(
                t('project.upkeep'),
                known(row.upkeep_yuan_per_year) ? quantity(row.upkeep_yuan_per_year, 'yuan/year', 0) : undefined,
            )}
            {typeof group === 'string' && group !== '' && line(t('project.group'), unitName('group_code', group))}
            {['village_code', 'township_code'].map((id) =>
                typeof row[id] === 'string' && row[id] !== '' && isUnitColumn(id)
                    ? line(t(id === 'village_code' ? 'table.village' : 'table.township'), unitName(id, row[id]))
                    : null,
            )}
            {typeof source === 'string' && source !== '' && (
                <>
                    <dt>{t('project.source')}</dt>
                    <dd>
                        {worksName(source) !== source && `${worksName(source)} `}
                        <FeatureLink layer="water_facility" code={source} />
                    </dd>
                </>
            )}
            {typeof first === 'string' && first !== '' && (
                <>
                    <dt>{t('project.first')}</dt>
                    <dd>
                        <button
                            type="button"
                            class="link"
                            onClick={() => (selection.value = { kind: 'feature', layer: PROJECT, code: first })}
                        >
                            {t('project.protectOf', { source: String(source ?? '') })}
                        </button>
                    </dd>
                </>
            )}
            {line(t('project.tank'), known(row.tank_m3) ? quantity(row.tank_m3, 'm3', 0) : undefined)}
            {line(t('project.breaks'), count(row.break_pressure_tanks))}
            {line(t('project.crossings'), count(row.stream_crossings))}
            {line(t('project.length'), known(row.length_m) ? distance(row.length_m) : undefined)}
            {typeof approvals === 'string' && approvals !== '' && line(t('project.approvals'), approvals)}
        </dl>
    );
}

/** What it costs, item by item; a unit cost is what the data of costs say, as it comes out of the line. */
function Bill({ one: { row, costs } }: { one: ProjectDetail }) {
    if (costs.length === 0) return null;
    const lines = [...costs].sort((a, b) => Number(b.cost_yuan ?? 0) - Number(a.cost_yuan ?? 0));
    const n = (v: Value | undefined): string => (known(v) ? integer(v) : '–');
    return (
        <section class="beside" data-part="bill">
            <h3>{t('project.bill')}</h3>
            <table class="small-table bill">
                <thead>
                    <tr>
                        <th scope="col">{t('project.item')}</th>
                        <th scope="col" class="num">
                            {t('project.low')}
                        </th>
                        <th scope="col" class="num">
                            {t('project.usual')}
                        </th>
                        <th scope="col" class="num">
                            {t('project.high')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {lines.map((line) => (
                        <tr key={line.code} data-code={line.code}>
                            <th scope="row">
                                {findWord(`unit_cost.${line.unit_cost}`) ?? String(line.unit_cost)}
                                <small class="num">{quantityText(line)}</small>
                            </th>
                            <td class="num">{n(line.cost_low_yuan)}</td>
                            <td class="num strong">{n(line.cost_yuan)}</td>
                            <td class="num">{n(line.cost_high_yuan)}</td>
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t('project.sum')}</th>
                        <td class="num">{n(row.cost_low_yuan)}</td>
                        <td class="num strong">{n(row.cost_yuan)}</td>
                        <td class="num">{n(row.cost_high_yuan)}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="caption">{t('project.yuan')}</p>
        </section>
    );
}

/** '2,354 m × 17' */
function quantityText({ bill_quantity: many, quantity_unit: unit, cost_yuan: cost }: Row): string {
    if (!known(many)) return '';
    const each = known(cost) && many > 0 ? cost / many : Number.NaN;
    const name =
        (many === 1 ? findWord(`map.quantityUnitOne.${unit}`) : undefined) ??
        findWord(`map.quantityUnit.${unit}`) ??
        String(unit ?? '');
    return `${decimals(many, Number.isInteger(many) ? 0 : 1)} ${name} × ${decimals(each, each < 100 ? 1 : 0)}`;
}

function Pipes({ one: { pipes } }: { one: ProjectDetail }) {
    const sums = pipesBySize(pipes);
    if (sums.length === 0) return null;
    return (
        <section class="beside" data-part="project-pipes">
            <h3>{t('project.pipes')}</h3>
            <table class="small-table">
                <thead>
                    <tr>
                        <th scope="col">{t('project.diameter')}</th>
                        <th scope="col">{t('project.pressureClass')}</th>
                        <th scope="col" class="num">
                            {t('project.length')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {sums.map(({ mm, classMpa, m }) => (
                        <tr key={`${mm} ${classMpa}`}>
                            <th scope="row" class="num">
                                {quantity(mm, 'mm', 0)}
                            </th>
                            <td class="num">{quantity(classMpa, 'MPa', 2)}</td>
                            <td class="num">{distance(m)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </section>
    );
}

const FIRST = 15;

/** Who gains; each opens its household. */
function Gains({ one: { gains } }: { one: ProjectDetail }) {
    const all = useSignal(false);
    if (gains.length === 0) return null;
    const heads = gains.some((gain) => known(gain.value));
    return (
        <section class="beside" data-part="gains">
            <h3>
                {t('project.gain')} <span class="num soft">{integer(gains.length)}</span>
            </h3>
            <table class="small-table members">
                <thead>
                    <tr>
                        <th scope="col">{t('project.household')}</th>
                        {heads && (
                            <th scope="col" class="num">
                                {t('project.staticHead')}
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
                            {heads && (
                                <td class="num">{known(gain.value) ? quantity(gain.value, 'metres', 1) : '–'}</td>
                            )}
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
