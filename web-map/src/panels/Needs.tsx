import { classColumn, columnInfo, wantClassColumn } from '../state/columns';
import { classCounts, committeeCount, hasPeople, shownCount, sumOf } from '../state/counts';
import { detail, schemes } from '../state/county';
import { area, areaAt, classFilters, filteredCodes, toggleCode } from '../state/filter';
import { integer } from '../state/format';
import { hasCommittees } from '../state/measure';
import { analysisOf, type NeedId, NEEDS } from '../state/needs';
import { findTable, keyOf, modeOf } from '../state/results';
import { openTable, placeTabs } from '../state/tabs';
import { colouring, type Colouring, mode } from '../state/view';
import { type MapKey, t } from '../state/words';
import { Areas } from './Areas';
import { ClassBars } from './Bars';
import { CountHere } from './CountHere';
import { NotAssessed } from './NotAssessed';
import { Measure, NeedCard } from './Overview';
import { reasonName, tableName } from './names';
import { OnTheMap } from './RoadMap';
import { Reach } from './Reach';
import { Term } from './Term';
import { className } from './verdicts';
import { PowerPanel } from './power/PowerPanel';
import { WaterPanel } from './water/WaterPanel';

/** The screens of road, water and power: the need at the door, why, where. */
export function NeedMode({ need }: { need: NeedId }) {
    const count = shownCount.value;
    if (!count) return <NotAssessed />;
    return (
        <>
            <header class="panel-head">
                <p class="question">{t(`question.${need}` as MapKey)}</p>
                {need === 'road' && <Measure />}
            </header>
            <NeedCard need={need} count={count} />
            {need === 'road' && <Reach />}
            {need === 'road' && <OnTheMap lines="roads" />}
            {need === 'road' && <Distribution title={t('roads.bands')} analysis="road.access" column="band" />}
            {need === 'road' && <OnPaper />}
            {need === 'water' && hasPeople.value && <p class="caption registered-note">{t('water.registered')}</p>}
            {need === 'water' && <WaterPanel />}
            {need === 'voltage' && <PowerPanel />}
            <Distribution title={t('need.reasons')} analysis={analysisOf(need)} column="reason" />
            {need === 'voltage' && (
                <Distribution title={t('power.screen')} analysis="power.voltage" column="radius_screen" term />
            )}
            {need === 'road' && <Lists />}
            <Works need={need} />
            <Areas need={need} />
        </>
    );
}

/** What colours the households when a class is taken off the map: the verdict of its analysis, or of the question on screen. */
function backTo(analysis: string): Colouring {
    if (columnInfo(analysis, 'verdict')) return { analysis, column: 'verdict' };
    const need = NEEDS.find((one) => modeOf(one.analysis) === mode.value) ?? NEEDS[0];
    return { analysis: need.analysis, column: 'verdict' };
}

/** How many households fall into each class of a column; a click filters. */
export function Distribution({
    title,
    analysis,
    column,
    term,
    people,
    heads,
}: {
    title: string;
    analysis: string;
    column: string;
    term?: boolean;
    /** Per household, where others count than those who are registered; then it is said who. */
    people?: Float32Array | undefined;
    heads?: (people: number) => string;
}) {
    const info = columnInfo(analysis, column);
    wantClassColumn(analysis, column);
    const values = classColumn(analysis, column);
    if (!info || !values) return null;
    const counts = classCounts(analysis, column, values, info.codes.length, people);
    const scheme = schemes.value[info.scheme] ?? [];
    const isReason = info.type === 'REASON';
    const on = filteredCodes(analysis, column);
    const rows = info.codes
        .map((code, i) => ({
            code,
            name: isReason ? reasonName(analysis, code) : className(info.scheme, code),
            colour: scheme.find((entry) => entry.code === code)?.colour ?? 'var(--bar)',
            tally: counts[i]!,
        }))
        .filter((row) => row.tally.households > 0 || on.includes(row.code));
    if (isReason) rows.sort((a, b) => b.tally.households - a.tally.households);
    const coloured = colouring.value.analysis === analysis && colouring.value.column === column;
    return (
        <section class="block">
            <div class="block-head">
                <h2>{title}</h2>
                {term && <Term of="screen" />}
                {!isReason && (
                    <button
                        type="button"
                        class="on-map-switch"
                        aria-pressed={coloured}
                        onClick={() => (colouring.value = coloured ? backTo(analysis) : { analysis, column })}
                    >
                        {coloured ? t('overview.onMap') : t('overview.showOnMap')}
                    </button>
                )}
            </div>
            <ClassBars rows={rows} on={on} heads={heads} toggle={(code) => toggleCode(analysis, column, code)} />
        </section>
    );
}

/** Villages that count as connected because the road is measured to reach the committee, with households that it does not reach. */
function OnPaper() {
    const count = committeeCount.value;
    if (!count || !hasCommittees.value) return null;
    const { areas: rows, households } = count.leftOut;
    return (
        <section class="block on-paper">
            <div class="block-head">
                <h2>{t('roads.onPaper')}</h2>
            </div>
            <p class="caption">
                {t('roads.onPaperSum', {
                    served: integer(count.villages.served),
                    villages: integer(rows.length),
                    households: integer(households),
                })}
            </p>
            {count.reported.villages > 0 && (
                <p class="caption reported">
                    {t('roads.reported', {
                        villages: integer(count.reported.villages),
                        households: integer(count.reported.households),
                    })}
                </p>
            )}
            <ul class="plain-list">
                {rows.slice(0, 12).map((v) => (
                    <li key={v.code}>
                        <button
                            type="button"
                            class="line"
                            aria-pressed={area.value === v.code}
                            onClick={() => (area.value = v.code)}
                        >
                            <span class="grow">{v.name}</span>
                            <span class="num">
                                {t('roads.ofHouseholds', {
                                    part: integer(v.needs.road.unserved.households),
                                    whole: integer(sumOf(v.needs.road).households),
                                })}
                            </span>
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}

/** What the analyses of this question list by place (faults, islands, gaps), with how many there are; a click opens the list. */
function Lists() {
    if (placeTabs.value.length === 0) return null;
    return (
        <section class="block">
            <div class="block-head">
                <h2>{t('need.lists')}</h2>
            </div>
            {classFilters.value.length > 0 && <p class="caption">{t('need.listsWhole')}</p>}
            <ul class="plain-list">
                {placeTabs.value.map((one) => (
                    <li key={keyOf(one)}>
                        <button type="button" class="line" onClick={() => openTable(keyOf(one))}>
                            <span class="grow">{tableName(one)}</span>
                            <CountHere of={one} />
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}

const WORKS: Record<NeedId, readonly string[]> = {
    road: ['road_segment'],
    water: ['water_facility', 'pipe'],
    voltage: ['power_facility', 'power_line'],
};

/** What is on record to judge by; what is missing is said, with what it means. */
function Works({ need }: { need: NeedId }) {
    const layers = detail.value?.layers ?? [];
    return (
        <section class="block">
            <div class="block-head">
                <h2>{t('need.onRecord')}</h2>
                {areaAt.value && <small class="soft whole-county">{t('count.wholeCounty')}</small>}
            </div>
            <ul class="plain-list">
                {WORKS[need].map((kind) => {
                    // Poles and meter boxes stand among the power works; what one judges by is the transformers.
                    const transformers =
                        kind === 'power_facility' ? findTable('power.voltage', 'transformer') : undefined;
                    const count = transformers?.table.rows ?? layers.find((l) => l.kind === kind)?.count ?? 0;
                    return (
                        <li key={kind} class="line">
                            <span class="grow">
                                {t((transformers ? 'layers.transformers' : `works.${kind}`) as MapKey)}
                            </span>
                            <span class="num">{count > 0 ? integer(count) : t('works.missing')}</span>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}
