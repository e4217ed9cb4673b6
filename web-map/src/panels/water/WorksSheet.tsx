import { useSignal } from '@preact/signals';
import type { Row, Value } from '../../api/types';
import { schemes } from '../../state/county';
import { decimals, distance, integer, quantity } from '../../state/format';
import { leftSentence, moreSentence } from '../../state/indicators';
import { findThreshold, reasonSentence, shownValue } from '../../state/sentence';
import { type Member, serviceArea, type ServiceArea, sortedMembers } from '../../state/serviceArea';
import { isOnTrial, trialRow } from '../../state/trial';
import { findWord, t } from '../../state/words';
import { nameHere } from '../../state/worksNames';
import { codeWord } from '../names';
import { Waiting } from '../Sheet';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { Findings } from './Findings';
import { Places } from '../Places';
import { TrialOutcome, TryNumber } from '../trial/TrialPart';

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);

/** Attributes that the sheet says in its own way. */
const SAID = ['code', 'name', 'kind', 'load', 'supply_code', 'contamination', 'elevation_m'];

/** A spring, tank or other works: what it gives, who hangs on it, what threatens it, and what if it stood elsewhere. */
export function WorksSheet({ properties }: { properties: Readonly<Record<string, Value>> & { code: string } }) {
    const area = serviceArea.value;
    const { code, name, kind } = properties;
    const source = area?.code === code ? area.source : null;
    const here = typeof name === 'string' && name !== '' ? nameHere(name) : undefined;
    const what = typeof kind === 'string' ? codeWord('water_facility', 'kind', kind) : '';
    return (
        <>
            <h1 class="big">{here ?? `${what} ${code}`}</h1>
            <p class="where">
                {here === undefined ? (
                    <span lang="zh-CN">{String(name ?? '')}</span>
                ) : (
                    <>
                        {what} <span class="num">{code}</span>
                    </>
                )}
            </p>
            {typeof properties.load === 'string' && (
                <p class="load">
                    <ClassMark scheme="source_load" code={properties.load} />
                </p>
            )}
            {source && <Water source={source} first={area?.supply === code} />}
            <section class="beside" data-part="trial">
                <h3>{t('trial.whatIf')}</h3>
                <TryNumber
                    edit={{ layer: 'water_facility', code }}
                    attribute="elevation_m"
                    recorded={properties.elevation_m}
                    unit="m"
                    label={t('trial.height')}
                    step={0.5}
                />
                <p class="caption">{t('trial.drag')}</p>
                <TrialOutcome />
            </section>
            {area?.code !== code ? (
                <Waiting />
            ) : (
                <>
                    <Members of={area} />
                    <Contamination of={area} />
                    <Exposures of={area} />
                    <Findings rows={area.findings} title={t('works.findings')} />
                </>
            )}
            <details class="record">
                <summary>{t('sheet.record')}</summary>
                <dl class="facts">
                    {Object.entries(properties)
                        .filter(([id, v]) => !SAID.includes(id) && v !== null && v !== '')
                        .map(([id, v]) => (
                            <>
                                <dt>{findWord(`attribute.${id}`) ?? findWord(`column.${id}`) ?? id}</dt>
                                <dd class="num">
                                    {typeof v === 'string' ? codeWord('water_facility', id, v) : shownValue(v, id)}
                                </dd>
                            </>
                        ))}
                </dl>
            </details>
        </>
    );
}

function Water({ source, first }: { source: Row; first: boolean }) {
    const {
        yield_m3_per_day: yields,
        people_sharing: people,
        people_reported: reported,
        litres_dry_season: litres,
    } = source;
    const assigned = source.people_assigned;
    const more = moreSentence(source);
    const single = findThreshold('water.assign.more_m3_per_day') === undefined;
    return (
        <section class="beside" data-part="water">
            <p class="sentence">{leftSentence(source)}</p>
            {more && <p class="fix">{more}</p>}
            <dl class="facts">
                <dt>{t('works.yield')}</dt>
                <dd class="num strong">{known(yields) ? quantity(yields, 'm3/day', 1) : t('unknown')}</dd>
                <dt>{t('works.people')}</dt>
                <dd class="num">
                    {known(people) ? quantity(people, 'people', 0) : t('unknown')}
                    {known(reported) && <small>{t('works.reported', { n: quantity(reported, 'people', 0) })}</small>}
                </dd>
                <dt>{t('works.litres')}</dt>
                <dd class="num">{known(litres) ? quantity(litres, 'L', 0) : t('unknown')}</dd>
                {known(assigned) && assigned > 0 && (
                    <>
                        <dt>{t('works.assigned')}</dt>
                        <dd class="num">{quantity(assigned, 'people', 0)}</dd>
                    </>
                )}
                {single && known(source.people_per_m3) && source.people_per_m3 > 0 && (
                    <>
                        <dt>{t('works.perM3')}</dt>
                        <dd class="num">{decimals(source.people_per_m3, 1)}</dd>
                    </>
                )}
                {!first && typeof source.supply_code === 'string' && (
                    <>
                        <dt>{t('works.fedBy')}</dt>
                        <dd>
                            <FeatureLink layer="water_facility" code={source.supply_code} />
                        </dd>
                    </>
                )}
            </dl>
        </section>
    );
}

const FIRST = 15;

/** Who hangs on the works, sortable; a click opens the household. */
function Members({ of }: { of: ServiceArea }) {
    const sort = useSignal('tap');
    const all = useSignal(false);
    const taps = (schemes.value.tap_head ?? []).map((e) => e.code);
    // The worst heads first: that is whom a works fails.
    // While something is tried, taps are as they would be.
    const members = of.members.map((one) => {
        const tried = isOnTrial.value ? trialRow('household', one.code) : undefined;
        return tried && one.tap !== null
            ? {
                  ...one,
                  tap: typeof tried.tap === 'string' ? tried.tap : one.tap,
                  residualM: typeof tried.residual_head_m === 'number' ? tried.residual_head_m : null,
              }
            : one;
    });
    const list = sortedMembers(members, sort.value, [
        'no_water_passes',
        'too_low',
        'source_too_weak',
        'may_not_pass',
        'may_run_part_full',
        'too_high',
        ...taps,
    ]);
    const columns = [
        { key: 'code', title: t('works.household') },
        { key: 'tie', title: t('works.tie') },
        { key: 'tap', title: t('head.title') },
        // Only who fetches has minutes.
        ...(of.members.some((one) => one.minutes !== null) ? [{ key: 'minutes', title: t('works.minutes') }] : []),
    ];
    // Counted like the people of the source: those who live there. Who only could be given water is not connected.
    const connected = of.members.filter((one) => one.ties.includes('drinks'));
    const sum = connected.reduce((n, one) => n + (one.people ?? 0), 0);
    return (
        <section class="beside" data-part="members">
            <h3>{t('works.members', { households: integer(connected.length), people: integer(sum) })}</h3>
            {of.members.length === 0 ? (
                <p class="caption">{t('works.noMembers')}</p>
            ) : (
                <>
                    <table class="small-table members">
                        <thead>
                            <tr>
                                {columns.map(({ key, title }) => (
                                    <th
                                        key={key}
                                        scope="col"
                                        aria-sort={
                                            sort.value === key
                                                ? 'ascending'
                                                : sort.value === `-${key}`
                                                  ? 'descending'
                                                  : 'none'
                                        }
                                    >
                                        <button
                                            type="button"
                                            onClick={() => (sort.value = sort.value === key ? `-${key}` : key)}
                                        >
                                            {title}
                                            {sort.value === key ? ' ▴' : sort.value === `-${key}` ? ' ▾' : ''}
                                        </button>
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {list.slice(0, all.value ? undefined : FIRST).map((one) => (
                                <MemberRow key={one.code} one={one} minutes={columns.length > 3} />
                            ))}
                        </tbody>
                    </table>
                    {list.length > FIRST && !all.value && (
                        <button type="button" class="link" onClick={() => (all.value = true)}>
                            {t('trial.all', { n: integer(list.length) })}
                        </button>
                    )}
                </>
            )}
        </section>
    );
}

function MemberRow({ one, minutes }: { one: Member; minutes: boolean }) {
    return (
        <tr data-code={one.code}>
            <th scope="row">
                <FeatureLink layer="household" code={one.code} />
            </th>
            <td>{one.ties.map((tie) => t(`works.ties.${tie}`)).join(', ')}</td>
            <td>
                {one.tap === null ? (
                    <span class="soft">–</span>
                ) : (
                    <>
                        <ClassMark scheme="tap_head" code={one.tap} />
                        {one.residualM !== null && (
                            <span class="num soft"> {quantity(one.residualM, 'metres', 1)}</span>
                        )}
                    </>
                )}
            </td>
            {minutes && <td class="num">{one.minutes === null ? '–' : decimals(one.minutes, 0)}</td>}
        </tr>
    );
}

function Contamination({ of }: { of: ServiceArea }) {
    const row = of.contamination;
    if (!row) return null;
    return (
        <section class="beside" data-part="contamination">
            <h3>{t('works.above')}</h3>
            {typeof row.contamination === 'string' && <ClassMark scheme="contamination" code={row.contamination} />}
            {typeof row.reason === 'string' && (
                <p class="caption">{reasonSentence('water.contamination', row.reason, row)}</p>
            )}
            {of.refuse.length > 0 && (
                <Places
                    kind="refuse_above_source"
                    rows={of.refuse}
                    line={(one) => (
                        <>
                            <span class="grow num">{String(one.refuse_code)}</span>
                            <span class="num">{known(one.flow_m) ? distance(one.flow_m) : ''}</span>
                        </>
                    )}
                />
            )}
        </section>
    );
}

function Exposures({ of }: { of: ServiceArea }) {
    const rank: Record<string, number> = { exposed: 0, borderline: 1 };
    const rows = [...of.exposures].sort(
        (a, b) =>
            (rank[String(a.exposure)] ?? 2) - (rank[String(b.exposure)] ?? 2) ||
            Number(b.length_m ?? 0) - Number(a.length_m ?? 0),
    );
    if (rows.length === 0) return null;
    return (
        <section class="beside" data-part="exposures">
            <h3>{t('works.below', { n: integer(rows.length) })}</h3>
            <ExposurePlaces rows={rows} />
        </section>
    );
}

export function ExposurePlaces({ rows }: { rows: readonly Row[] }) {
    return (
        <Places
            kind="pipe_exposure"
            rows={rows}
            line={(one) => (
                <>
                    <span class="grow">
                        <ClassMark scheme="exposure_cause" code={String(one.cause)} />
                        {one.exposure === 'borderline' && <small> {findWord('class.exposure.borderline')}</small>}
                    </span>
                    <span class="num">{known(one.length_m) ? distance(one.length_m) : ''}</span>
                </>
            )}
        />
    );
}
