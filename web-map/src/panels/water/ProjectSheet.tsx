import type { Row, Value } from '../../api/types';
import { distance, integer, quantity } from '../../state/format';
import { pipesBySize, project, type ProjectDetail } from '../../state/project';
import { isUnitColumn, unitName } from '../../state/places';
import { reasonSentence, stepSentence } from '../../state/sentence';
import { selection } from '../../state/view';
import { findWord, t } from '../../state/words';
import { wantWorksName, worksName } from '../../state/worksNames';
import { rowName } from '../names';
import { Bill } from '../project/Bill';
import { Gains } from '../project/Gains';
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
            <Gains gains={one.gains} title={t('project.staticHead')} value={(m) => quantity(m, 'metres', 1)} />
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
                            onClick={() => (selection.value = { kind: 'feature', layer: 'water_project', code: first })}
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

function Pipes({ one: { parts } }: { one: ProjectDetail }) {
    const sums = pipesBySize(parts);
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
