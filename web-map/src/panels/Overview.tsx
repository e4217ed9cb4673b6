import { ChevronDown, ChevronUp, Droplets, Route, Zap } from 'lucide';
import { useSignal } from '@preact/signals';
import {
    type AreaCount,
    committeeCount,
    countsOf,
    hasPeople,
    notLivedIn,
    shownCount,
    shownParts,
    servedShare,
    unfilteredCount,
    type ByVerdict,
} from '../state/counts';
import { county } from '../state/county';
import { areaAt, classFilters, filteredCodes } from '../state/filter';
import { integer, percent } from '../state/format';
import { COMMITTEE, countBy, hasCommittees, verdictAnalysis, verdictColouring } from '../state/measure';
import { NEEDS, type NeedId } from '../state/needs';
import { colouring, measure } from '../state/view';
import { t } from '../state/words';
import { Areas } from './Areas';
import { NeedBars, sum } from './Bars';
import { Facilities } from './Facilities';
import { Icon } from './Icon';
import { countyName } from './names';
import { NotAssessed } from './NotAssessed';
import { Term } from './Term';

const ICON = { road: Route, water: Droplets, voltage: Zap };

/** The need by which the map is coloured, and areas are ordered. */
export function currentNeed(): NeedId {
    const { analysis } = colouring.value;
    return analysis === COMMITTEE ? 'road' : (NEEDS.find((need) => need.analysis === analysis)?.id ?? 'road');
}

export function Overview() {
    const count = shownCount.value;
    if (!count) return <NotAssessed />;
    return (
        <>
            <header class="panel-head tight">
                <p class="question">{t('overview.question')}</p>
                <h1>
                    {areaAt.value?.name ?? countyName(county.value)}
                    <small>
                        {t(hasPeople.value ? 'overview.total' : 'count.households', {
                            households: integer(count.total.households),
                            n: integer(count.total.households),
                            people: integer(count.total.people),
                        })}
                    </small>
                </h1>
                <Measure />
            </header>
            {NEEDS.map((need) => (
                <NeedCard key={need.id} need={need.id} count={count} compact />
            ))}
            <Areas need={currentNeed()} />
            <Facilities />
            {notLivedIn.value > 0 && !areaAt.value && (
                <p class="caption">{t('overview.notLivedIn', { n: integer(notLivedIn.value) })}</p>
            )}
        </>
    );
}

/**
 * Both ways of counting with what each says of the roads: of the same households, all of the area, whatever is filtered. The one that is
 * chosen holds for the whole screen.
 */
export function Measure() {
    const count = unfilteredCount.value;
    if (!count) return null;
    const share = (counts: ByVerdict): string => {
        const one = servedShare(counts);
        return one ? percent(one.part, one.whole) : t('unknown');
    };
    const served = {
        door: share(count.needs.road),
        committee: hasCommittees.value ? share(count.committee) : t('measure.noVillages'),
    };
    return (
        <div class="measure">
            <p class="caption">
                {t(measure.value === 'committee' ? 'compare.committeeCaption' : 'compare.caption')}{' '}
                <Term of="measure" />
            </p>
            <div class="segments" role="radiogroup" aria-label={t('measure.label')}>
                {(['door', 'committee'] as const).map((m) => (
                    <button
                        key={m}
                        type="button"
                        role="radio"
                        data-measure={m}
                        aria-checked={measure.value === m}
                        disabled={m === 'committee' && !hasCommittees.value}
                        title={t(`measure.${m}Counts`)}
                        onClick={() => countBy(m)}
                    >
                        {t(`measure.${m}`)} <span class="num">{served[m]}</span>
                        <small>{t(`measure.${m}Counts`)}</small>
                    </button>
                ))}
            </div>
            {classFilters.value.length > 0 && <p class="caption">{t('measure.notFiltered')}</p>}
        </div>
    );
}

/** One need: how many are left out, the bar of all verdicts, and each verdict as a switch. */
export function NeedCard({ need, count, compact }: { need: NeedId; count: AreaCount; compact?: boolean }) {
    const open = useSignal(false);
    const analysis = verdictAnalysis(need);
    const counts = countsOf(count, need);
    const onMap = colouring.value.analysis === analysis && colouring.value.column === 'verdict';
    const committee = analysis === COMMITTEE ? committeeCount.value : null;
    const villages = committee ? Object.values(committee.villages).reduce((a, b) => a + b, 0) : 0;
    const small = compact === true && !open.value;
    return (
        <section
            class={`need-card${onMap ? ' on-map' : ''}${small ? ' compact' : ''}`}
            aria-labelledby={`need-${need}`}
        >
            <div class="need-head">
                <Icon of={ICON[need]} />
                <h2 id={`need-${need}`}>{t(`need.${need}`)}</h2>
                <button
                    type="button"
                    class="on-map-switch"
                    aria-pressed={onMap}
                    onClick={() => (colouring.value = verdictColouring(need))}
                >
                    {onMap ? t('overview.onMap') : t('overview.showOnMap')}
                </button>
                {compact && (
                    <button
                        type="button"
                        class="icon-button small"
                        aria-expanded={open.value}
                        aria-label={t('overview.details', { what: t(`need.${need}`) })}
                        title={t('overview.details', { what: t(`need.${need}`) })}
                        onClick={() => (open.value = !open.value)}
                    >
                        <Icon of={open.value ? ChevronUp : ChevronDown} size={16} />
                    </button>
                )}
            </div>
            {committee ? (
                <p class="headline">
                    {villages === 0 ? (
                        t('measure.noVillages')
                    ) : (
                        <>
                            <strong class="num">{integer(committee.villages.served)}</strong>{' '}
                            {t('committee.villages', { n: integer(villages) })}
                        </>
                    )}
                </p>
            ) : (
                <Headline need={need} analysis={analysis} count={count} />
            )}
            <NeedBars analysis={analysis} counts={counts} />
        </section>
    );
}

function Headline({ need, analysis, count }: { need: NeedId; analysis: string; count: AreaCount }) {
    const counts = count.needs[need];
    const on = filteredCodes(analysis, 'verdict');
    const parts = shownParts(counts, analysis);
    const counted = on.length === 0 || on.includes('unserved');
    const people = counted ? counts.unserved.people : 0;
    const share = percent(parts.unserved, sum(parts));
    return (
        <p class="headline">
            <strong class="num">{integer(parts.unserved)}</strong> {t(`headline.${need}`)}{' '}
            <span class="soft">
                {hasPeople.value
                    ? t('headline.rest', { share, people: integer(people) })
                    : t('headline.share', { share })}
            </span>
        </p>
    );
}
