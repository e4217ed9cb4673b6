import { useSignal } from '@preact/signals';
import { ChevronLeft } from 'lucide';
import type { VerdictCode } from '../api/types';
import type { AreaCount } from '../state/counts';
import { countsOf, shownParts, sumOf, townshipCounts, townshipOfVillage, villageCounts } from '../state/counts';
import { units } from '../state/county';
import { area, areaAt, filteredCodes } from '../state/filter';
import { integer, percent } from '../state/format';
import { COMMITTEE, verdictAnalysis } from '../state/measure';
import type { NeedId } from '../state/needs';
import { t, word } from '../state/words';
import { StackedBar, sum } from './Bars';
import { Icon } from './Icon';

/** Code of the row of those who belong to no unit that is known. */
const UNASSIGNED = 'unassigned';

/** Townships, worst first; inside a chosen township its villages. A click filters and zooms. */
export function Areas({ need }: { need: NeedId }) {
    const byShare = useSignal(false);
    const place = areaAt.value;
    const townshipAt =
        place?.level === 'township'
            ? place.at
            : place?.level === 'village'
              ? (townshipOfVillage.value[place.at] ?? -1)
              : -1;
    const inTownship = townshipAt >= 0;
    const all = inTownship
        ? (villageCounts.value?.areas ?? []).filter((_, i) => townshipOfVillage.value[i] === townshipAt)
        : (townshipCounts.value?.areas ?? []);
    const analysis = verdictAnalysis(need);
    const filtered = filteredCodes(analysis, 'verdict').length > 0;
    // What is counted: who is left out; with a filter of this need, who passes it.
    const parts = (a: AreaCount) => shownParts(countsOf(a, need), analysis);
    const counted = (a: AreaCount): number => (filtered ? sum(parts(a)) : parts(a).unserved);
    const total = (a: AreaCount): number => sumOf(countsOf(a, need)).households;
    const share = (a: AreaCount): number => counted(a) / Math.max(1, total(a));
    const list = all
        .filter((a) => a.code !== UNASSIGNED && total(a) > 0)
        .sort((a, b) => (byShare.value ? share(b) - share(a) : counted(b) - counted(a)));
    const nowhere = inTownship ? undefined : (all.find((a) => a.code === UNASSIGNED) ?? townshipCounts.value?.outside);
    const measured = filtered ? 'filtered' : analysis === COMMITTEE ? 'committee' : need;
    const township = units.value?.townships[townshipAt];
    return (
        <section class="block" aria-labelledby="areas-title">
            <div class="block-head">
                <h2 id="areas-title">
                    {inTownship ? t('areas.villagesOf', { name: township?.name ?? '' }) : t('areas.townships')}
                </h2>
                <div class="segments small" role="group" aria-label={t('areas.order')}>
                    <button type="button" aria-pressed={!byShare.value} onClick={() => (byShare.value = false)}>
                        {t('areas.byCount')}
                    </button>
                    <button type="button" aria-pressed={byShare.value} onClick={() => (byShare.value = true)}>
                        {t('areas.byShare')}
                    </button>
                </div>
            </div>
            {inTownship && (
                <button
                    type="button"
                    class="link back"
                    onClick={() => (area.value = place?.level === 'village' ? (township?.code ?? null) : null)}
                >
                    <Icon of={ChevronLeft} size={16} />
                    {place?.level === 'village' ? t('areas.allOf', { name: township?.name ?? '' }) : t('areas.whole')}
                </button>
            )}
            <p class="caption">{t(`areas.measure.${measured}`)}</p>
            <div class="areas">
                {list.map((a) => (
                    <button
                        key={a.code}
                        type="button"
                        class="area"
                        aria-pressed={area.value === a.code}
                        onClick={() =>
                            (area.value =
                                area.value === a.code ? (inTownship ? (township?.code ?? null) : null) : a.code)
                        }
                    >
                        <Row name={a.name} n={counted(a)} total={total(a)} parts={parts(a)} />
                    </button>
                ))}
                {nowhere && total(nowhere) > 0 && (
                    <div class="area nowhere" title={t('areas.nowhere')}>
                        <Row
                            name={word('area.unassigned')}
                            n={counted(nowhere)}
                            total={total(nowhere)}
                            parts={parts(nowhere)}
                        />
                    </div>
                )}
                {list.length === 0 && <p class="caption">{t('areas.none')}</p>}
            </div>
        </section>
    );
}

function Row(props: { name: string; n: number; total: number; parts: Record<VerdictCode, number> }) {
    const { name, n, total, parts } = props;
    return (
        <>
            <span class="name">{name}</span>
            <span class="num strong">{integer(n)}</span>
            <span class="num share">{percent(n, total)}</span>
            <StackedBar parts={parts} total={total} label={`${name}: ${integer(n)} / ${integer(total)}`} />
        </>
    );
}
