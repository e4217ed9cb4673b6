import { Droplets, Route, Zap } from 'lucide';
import { type ByVerdict, committeeCount, notLivedIn, shownCount, sumOf } from '../state/counts';
import { detail } from '../state/county';
import { areaAt } from '../state/filter';
import { integer, percent } from '../state/format';
import { analysisOf, NEEDS, type NeedId } from '../state/needs';
import { colouring, measure } from '../state/view';
import { t } from '../state/words';
import { Areas } from './Areas';
import { NeedBars, StackedBar } from './Bars';
import { Icon } from './Icon';
import { NotAssessed } from './NotAssessed';
import { Term } from './Term';

const ICON = { road: Route, water: Droplets, voltage: Zap };

/** The need by which the map is coloured, and areas are ordered. */
export function currentNeed(): NeedId {
    return NEEDS.find((need) => need.analysis === colouring.value.analysis)?.id ?? 'road';
}

export function Overview() {
    const count = shownCount.value;
    if (!count) return <NotAssessed />;
    return (
        <>
            <header class="panel-head">
                <p class="question">{t('overview.question')}</p>
                <h1>
                    {areaAt.value?.name ?? detail.value?.name}
                    <small>
                        {t('overview.total', {
                            households: integer(count.total.households),
                            people: integer(count.total.people),
                        })}
                    </small>
                </h1>
                <div class="segments" role="radiogroup" aria-label={t('measure.label')}>
                    {(['door', 'committee'] as const).map((m) => (
                        <button
                            key={m}
                            type="button"
                            role="radio"
                            aria-checked={measure.value === m}
                            onClick={() => (measure.value = m)}
                        >
                            {t(`measure.${m}`)}
                        </button>
                    ))}
                    <Term of="measure" />
                </div>
            </header>
            {NEEDS.map((need) => (
                <NeedCard key={need.id} need={need.id} counts={count.needs[need.id]} />
            ))}
            {notLivedIn.value > 0 && !areaAt.value && (
                <p class="caption">{t('overview.notLivedIn', { n: integer(notLivedIn.value) })}</p>
            )}
            <Areas need={currentNeed()} />
        </>
    );
}

export function NeedCard({ need, counts }: { need: NeedId; counts: ByVerdict }) {
    const onMap = colouring.value.analysis === analysisOf(need) && colouring.value.column === 'verdict';
    const committee = need === 'road' ? committeeCount.value : null;
    const byCommittee = measure.value === 'committee';
    return (
        <section class={`need-card${onMap ? ' on-map' : ''}`} aria-labelledby={`need-${need}`}>
            <div class="need-head">
                <Icon of={ICON[need]} />
                <h2 id={`need-${need}`}>{t(`need.${need}`)}</h2>
                <button
                    type="button"
                    class="on-map-switch"
                    aria-pressed={onMap}
                    onClick={() => (colouring.value = { analysis: analysisOf(need), column: 'verdict' })}
                >
                    {onMap ? t('overview.onMap') : t('overview.showOnMap')}
                </button>
            </div>
            {byCommittee ? committee ? <CommitteeView /> : <p class="caption">{t('measure.onlyAtDoor')}</p> : null}
            {(!byCommittee || !committee) && (
                <>
                    <p class="headline">
                        <strong class="num">{integer(counts.unserved.households)}</strong> {t(`headline.${need}`)}
                        <span class="soft">
                            {t('headline.rest', {
                                share: percent(counts.unserved.households, sumOf(counts).households),
                                people: integer(counts.unserved.people),
                            })}
                        </span>
                    </p>
                    <NeedBars need={need} counts={counts} />
                </>
            )}
            {committee && <Compare />}
        </section>
    );
}

/** Road access as the county reports it. */
function CommitteeView() {
    const c = committeeCount.value!;
    const villages = c.villages.served + c.villages.borderline + c.villages.unserved + c.villages.unknown;
    const total = c.households.served + c.households.borderline + c.households.unserved + c.households.unknown;
    return (
        <>
            <p class="headline">
                <strong class="num">{integer(c.villages.served)}</strong>{' '}
                {t('committee.villages', { n: integer(villages) })}
            </p>
            <StackedBar
                parts={c.households}
                total={total}
                label={t('committee.bar', { served: integer(c.households.served), n: integer(total) })}
            />
            <p class="caption">{t('committee.bar', { served: integer(c.households.served), n: integer(total) })}</p>
        </>
    );
}

/** Both measures side by side, whichever is chosen. */
function Compare() {
    const c = committeeCount.value!;
    const total = c.households.served + c.households.borderline + c.households.unserved + c.households.unknown;
    const door = shownCount.value!;
    const rows = [
        ['committee', c.households.served, total],
        ['door', door.needs.road.served.households, sumOf(door.needs.road).households],
    ] as const;
    return (
        <>
            <p class="caption compare-caption">{t('compare.caption')}</p>
            <dl class="compare">
                {rows.map(([m, part, whole]) => (
                    <div key={m} class={measure.value === m ? 'current' : ''}>
                        <dt>{t(`measure.${m}`)}</dt>
                        <dd class="track">
                            <span style={{ width: `${whole ? (100 * part) / whole : 0}%` }} />
                        </dd>
                        <dd class="num">{percent(part, whole)}</dd>
                    </div>
                ))}
            </dl>
        </>
    );
}
