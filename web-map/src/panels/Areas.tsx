import { useSignal } from '@preact/signals';
import { ChevronLeft } from 'lucide';
import type { AreaCount } from '../state/counts';
import { sumOf, townshipCounts, townshipOfVillage, villageCounts } from '../state/counts';
import { units } from '../state/county';
import { area, areaAt } from '../state/filter';
import { integer, percent } from '../state/format';
import type { NeedId } from '../state/needs';
import { t } from '../state/words';
import { households, StackedBar } from './Bars';
import { Icon } from './Icon';
import { verdictName } from './verdicts';

const unserved = (a: AreaCount, need: NeedId): number => a.needs[need].unserved.households;
const share = (a: AreaCount, need: NeedId): number => unserved(a, need) / Math.max(1, sumOf(a.needs[need]).households);

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
    const list = all
        .filter((a) => sumOf(a.needs[need]).households > 0)
        .sort((a, b) => (byShare.value ? share(b, need) - share(a, need) : unserved(b, need) - unserved(a, need)));
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
            <p class="caption">{t(`areas.measure.${need}`)}</p>
            <div class="areas">
                {list.map((a) => {
                    const parts = households(a.needs[need]);
                    const total = sumOf(a.needs[need]).households;
                    const label = `${a.name}: ${verdictName('unserved')} ${integer(parts.unserved)} / ${integer(total)}`;
                    return (
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
                            <span class="name">{a.name}</span>
                            <span class="num strong">{integer(parts.unserved)}</span>
                            <span class="num share">{percent(parts.unserved, total)}</span>
                            <StackedBar parts={parts} total={total} label={label} />
                        </button>
                    );
                })}
                {list.length === 0 && <p class="caption">{t('areas.none')}</p>}
            </div>
        </section>
    );
}
