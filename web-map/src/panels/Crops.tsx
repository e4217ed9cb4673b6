import { Sprout } from 'lucide';
import { useEffect } from 'preact/hooks';
import { colourings, columnInfo } from '../state/columns';
import { mostTelling } from '../state/crops';
import { detail } from '../state/county';
import { crop } from '../state/view';
import { t } from '../state/words';
import { Icon } from './Icon';
import { cropName } from './names';
import { Distribution } from './Needs';

/** Crops for which the county has a suitability field. */
export function cropIds(): string[] {
    const fields = detail.value?.analyses.flatMap((a) => a.fields.map((f) => f.id)) ?? [];
    return fields.filter((id) => id.startsWith('suitability_')).map((id) => id.slice('suitability_'.length));
}

export function Crops() {
    const ids = cropIds();
    const first = crop.value && ids.includes(crop.value) ? crop.value : mostTelling(ids);
    useEffect(() => {
        if (first && crop.value !== first) crop.value = first;
    }, [first]);
    const chosen = crop.value;
    const zone = colourings().find((one) => one.column.scheme === 'altitude_zone');
    return (
        <>
            <header class="panel-head">
                <p class="question">{t('question.crops')}</p>
                <p class="tip">
                    <Icon of={Sprout} />
                    {t('crops.tap')}
                </p>
            </header>
            {ids.length === 0 ? (
                <p class="empty-note">{t('crops.noField')}</p>
            ) : (
                <section class="block">
                    <div class="block-head">
                        <h2>{t('crops.choose')}</h2>
                    </div>
                    <div class="choices" role="radiogroup" aria-label={t('crops.choose')}>
                        {ids.map((id) => (
                            <button
                                key={id}
                                type="button"
                                role="radio"
                                aria-checked={chosen === id}
                                onClick={() => (crop.value = id)}
                            >
                                {cropName(id)}
                            </button>
                        ))}
                    </div>
                </section>
            )}
            {chosen && columnInfo('crop.suitability', `class_${chosen}`) && (
                <Distribution
                    title={t('crops.households', { crop: cropName(chosen) })}
                    analysis="crop.suitability"
                    column={`class_${chosen}`}
                />
            )}
            {zone && <Distribution title={t('crops.zones')} analysis={zone.analysis} column={zone.column.id} />}
            <p class="caption">{t('crops.caution')}</p>
        </>
    );
}
