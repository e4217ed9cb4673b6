import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Row, Value } from '../../api/types';
import { decimals, distance, integer, quantity } from '../../state/format';
import { featureNumbers } from '../../state/household';
import { findTable, rowsOf, wantRows } from '../../state/results';
import { transformerArea } from '../../state/transformerArea';
import { isNewCode, isOnTrial, trialMoves, trialRow } from '../../state/trial';
import { findWord, t } from '../../state/words';
import { nameHere } from '../../state/worksNames';
import { FeatureLink } from '../FeatureLink';
import { codeWord } from '../names';
import { Waiting } from '../Sheet';
import { TrialOutcome, TryChoice, TryNumber } from '../trial/TrialPart';
import { ClassMark, VerdictChip } from '../verdicts';
import { ClassFact, feederNumber, known, NumberFact, type Values } from './facts';
import { FaultPlaces, FeederPlaces, ProjectPlaces } from './lists';
import { FeederProfile } from './FeederProfile';

/** Taps of a distribution transformer, in percent of the high-voltage turns. */
const TAPS = [-5, -2.5, 0, 2.5, 5] as const;

const SIZE_TABLE = ['power.voltage', 'transformer'] as const;

/** Sizes that occur in the county, for a new transformer or a larger one. */
function sizes(): number[] {
    const table = findTable(...SIZE_TABLE);
    const rows = (table && rowsOf(table)) ?? [];
    return [...new Set(rows.map((row) => row.kva).filter(known))].sort((a, b) => a - b);
}

/** A transformer: what it carries, who hangs on it and with how many volts, and what if it were another. */
export function TransformerSheet({ properties }: { properties: Readonly<Record<string, Value>> & { code: string } }) {
    const { code, name } = properties;
    const isNew = isNewCode(code);
    const here = typeof name === 'string' && name !== '' ? nameHere(name) : undefined;
    const recorded: Row | null = featureNumbers.value?.code === code ? featureNumbers.value : null;
    const tried = isOnTrial.value ? trialRow('transformer', code) : undefined;
    const row: Values = { ...properties, ...recorded, ...tried };
    const area = transformerArea.value?.code === code ? transformerArea.value : null;
    const table = findTable(...SIZE_TABLE);
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    const edit = { layer: 'power_facility', code } as const;
    // The household that a new transformer helps most has the profile to look at.
    const moves = trialMoves.value;
    const helped = isNew ? (moves?.better[0] ?? moves?.other[0])?.code : undefined;
    const worst = area?.feeders[0]?.lowest_household;
    return (
        <>
            <h1 class="big">
                {isNew ? t('power.newTransformer') : t('power.transformer')} <span class="num">{code}</span>
            </h1>
            {here !== undefined && <p class="where">{here}</p>}
            {typeof row.loading === 'string' && (
                <p class="load">
                    <ClassMark scheme="loading" code={row.loading} />
                </p>
            )}
            <dl class="facts" data-part="transformer">
                <NumberFact
                    row={row}
                    was={tried && recorded}
                    id="loading_percent"
                    unit="%"
                    digits={0}
                    strong
                    note={
                        known(row.loading_most_percent)
                            ? t('power.atMost', { n: quantity(row.loading_most_percent, '%', 0) })
                            : undefined
                    }
                />
                <NumberFact row={row} was={tried && recorded} id="peak_kw" unit="kW" digits={1} />
                <NumberFact row={row} was={tried && recorded} id="kva" unit="kVA" digits={0} />
                {!isNew && (
                    <ClassFact
                        row={row}
                        id="load_source"
                        scheme="load_source"
                        note={findWord(`class_note.load_source.${String(row.load_source)}`)}
                    />
                )}
                <NumberFact
                    row={row}
                    was={tried && recorded}
                    id="loss_kw"
                    unit="kW"
                    digits={2}
                    note={known(row.loss_percent) ? quantity(row.loss_percent, '%', 1) : undefined}
                />
                <NumberFact row={row} was={tried && recorded} id="unbalance_percent" unit="%" digits={2} />
                <NumberFact row={row} was={tried && recorded} id="customers" unit="households" digits={0} />
                <NumberFact
                    row={row}
                    was={tried && recorded}
                    id="households_unserved"
                    unit="households"
                    digits={0}
                    note={
                        known(row.households_borderline) && row.households_borderline > 0
                            ? t('power.borderline', { n: integer(row.households_borderline) })
                            : undefined
                    }
                />
                {!known(row.lowest_v) && known(row.loading_percent) ? (
                    <>
                        <dt>{findWord('column.lowest_v')}</dt>
                        <dd class="num strong">{findWord('class.voltage_band.collapsed')}</dd>
                    </>
                ) : (
                    <NumberFact
                        row={row}
                        was={tried && recorded}
                        id="lowest_v"
                        unit="V"
                        digits={1}
                        strong
                        note={
                            known(row.lowest_unfavourable_v)
                                ? t('power.unfavourable', { v: quantity(row.lowest_unfavourable_v, 'V', 1) })
                                : undefined
                        }
                    />
                )}
                {known(row.farthest_m) && (
                    <>
                        <dt>{findWord('column.farthest_m')}</dt>
                        <dd class="num">{distance(row.farthest_m)}</dd>
                    </>
                )}
                <ClassFact row={row} id="transformer_network" scheme="transformer_network" />
            </dl>
            <section class="beside" data-part="trial">
                <h3>{t('trial.whatIf')}</h3>
                <TryNumber
                    edit={edit}
                    attribute="kva"
                    recorded={isNew ? undefined : properties.kva}
                    unit="kVA"
                    label={t('power.size')}
                    step={1}
                    min={1}
                    choices={sizes()}
                    fresh={isNew}
                />
                <TryChoice
                    edit={edit}
                    attribute="tap_percent"
                    recorded={properties.tap_percent ?? (isNew ? 0 : undefined)}
                    options={TAPS.map((tap) => ({
                        value: tap,
                        label: `${tap > 0 ? '+' : tap < 0 ? '−' : ''}${decimals(Math.abs(tap), tap % 1 === 0 ? 0 : 1)}${'\u00a0'}%`,
                    }))}
                    label={t('power.tap')}
                    none={t('pipe.notOnRecord')}
                />
                <p class="caption">{isNew ? t('power.dragNew') : t('power.tapNote')}</p>
                <TrialOutcome />
            </section>
            {isNew ? (
                helped && <FeederProfile code={helped} title={t('power.profileOfHelped')} />
            ) : area === null ? (
                <Waiting />
            ) : (
                <>
                    {area.feeders.length > 0 && (
                        <section class="beside" data-part="feeders">
                            <h3>
                                {t('power.feeders')} <span class="num soft">{area.feeders.length}</span>
                            </h3>
                            <FeederPlaces rows={area.feeders} name={feederNumber} />
                        </section>
                    )}
                    {typeof worst === 'string' && worst !== '' && (
                        <FeederProfile code={worst} title={t('power.profileOfWorst')} />
                    )}
                    <Members rows={area.members} />
                    {area.projects.length > 0 && (
                        <section class="beside" data-part="projects">
                            <h3>{t('power.projects')}</h3>
                            <ProjectPlaces rows={area.projects} ofOne />
                        </section>
                    )}
                    {area.faults.length > 0 && (
                        <section class="beside" data-part="faults">
                            <h3>
                                {t('power.faults')} <span class="num soft">{area.faults.length}</span>
                            </h3>
                            <FaultPlaces rows={area.faults} />
                        </section>
                    )}
                </>
            )}
            {!isNew && <Record properties={properties} />}
        </>
    );
}

const FIRST = 15;

/** Who hangs on it, the lowest volts first; a click opens the household. */
function Members({ rows }: { rows: readonly Row[] }) {
    const all = useSignal(false);
    return (
        <section class="beside" data-part="members">
            <h3>{t('power.members', { n: integer(rows.length) })}</h3>
            {rows.length === 0 && <p class="caption">{t('power.noMembers')}</p>}
            {rows.length > 0 && (
                <table class="small-table members">
                    <thead>
                        <tr>
                            <th scope="col">{t('works.household')}</th>
                            <th scope="col" class="num">
                                {t('need.voltage')}
                            </th>
                            <th scope="col">{t('power.verdict')}</th>
                            <th scope="col" class="num">
                                {t('power.wire')}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows.slice(0, all.value ? undefined : FIRST).map((given) => {
                            const row: Values = {
                                ...given,
                                ...(isOnTrial.value ? trialRow('household', given.code) : {}),
                            };
                            const { voltage_v: v, verdict, wire_m: m } = row;
                            return (
                                <tr key={given.code} data-code={given.code}>
                                    <th scope="row">
                                        <FeatureLink layer="household" code={given.code} />
                                    </th>
                                    <td class="num">{known(v) ? quantity(v, 'V', 1) : t('power.none')}</td>
                                    <td>
                                        {(verdict === 'served' ||
                                            verdict === 'borderline' ||
                                            verdict === 'unserved' ||
                                            verdict === 'unknown') && <VerdictChip of={verdict} />}
                                    </td>
                                    <td class="num">{known(m) ? distance(m) : '–'}</td>
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            )}
            {rows.length > FIRST && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {t('trial.all', { n: integer(rows.length) })}
                </button>
            )}
        </section>
    );
}

/** Attributes that the sheet says in its own way. */
const SAID = ['code', 'name', 'kind', 'loading', 'kva', 'tap_percent', 'transformer_network'];

function Record({ properties }: { properties: Readonly<Record<string, Value>> }) {
    const rest = Object.entries(properties).filter(
        ([id, v]) => !SAID.includes(id) && v !== null && v !== '' && findWord(`attribute.${id}`) !== undefined,
    );
    if (rest.length === 0) return null;
    return (
        <details class="record">
            <summary>{t('sheet.record')}</summary>
            <dl class="facts">
                {rest.map(([id, v]) => (
                    <>
                        <dt>{findWord(`attribute.${id}`)}</dt>
                        <dd class="num">
                            {v === 'yes' || v === 'no'
                                ? t(v)
                                : typeof v === 'string'
                                  ? codeWord('power_facility', id, v)
                                  : String(v)}
                        </dd>
                    </>
                ))}
            </dl>
        </details>
    );
}
