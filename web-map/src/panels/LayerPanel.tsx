import { X } from 'lucide';
import { detail } from '../state/county';
import { isOn, type LayerInfo, layerList, opacity, setOpacity, switchLayer } from '../state/layers';
import { close, mapView, mode } from '../state/view';
import { t, word } from '../state/words';
import { Icon } from './Icon';

/** Whether the county has what the layer draws. */
export function offered(layer: LayerInfo): boolean {
    if (!layer.needs) return true;
    const county = detail.value;
    if (!county) return false;
    if ('layer' in layer.needs) {
        const kind = layer.needs.layer;
        return (county.layers.find((l) => l.kind === kind)?.count ?? 0) > 0;
    }
    const field = layer.needs.field;
    return county.analyses.some((a) => a.fields.some((f) => f.id === field || f.id.startsWith(`${field}_`)));
}

const GROUPS = ['households', 'networks', 'places', 'land'] as const;

export function LayerPanel() {
    const zoom = mapView.value?.zoom ?? 0;
    return (
        <section class="layer-panel" aria-label={t('layers.title')}>
            <header>
                <h2>{t('layers.title')}</h2>
                <button type="button" class="icon-button" aria-label={t('close')} onClick={() => close('layers')}>
                    <Icon of={X} />
                </button>
            </header>
            {GROUPS.map((group) => {
                const list = layerList.value.filter((l) => l.group === group);
                return (
                    <fieldset key={group}>
                        <legend>{t(`layers.group.${group}`)}</legend>
                        {list.map((layer) => {
                            const there = offered(layer);
                            const on = there && isOn(layer, mode.value);
                            return (
                                <div key={layer.id} class="layer-row">
                                    <label>
                                        <input
                                            type="checkbox"
                                            checked={on}
                                            disabled={!there}
                                            onChange={(event) => switchLayer(layer.id, event.currentTarget.checked)}
                                        />
                                        <span class="grow">
                                            {word(layer.nameKey)}
                                            {!there && <small>{t('layers.noData')}</small>}
                                            {there && on && zoom < layer.minZoom && <small>{t('layers.zoomIn')}</small>}
                                        </span>
                                    </label>
                                    {on && layer.hasOpacity && (
                                        <input
                                            type="range"
                                            min={0.1}
                                            max={1}
                                            step={0.1}
                                            value={
                                                opacity.value[layer.id] ??
                                                (layer.needs && 'field' in layer.needs ? 0.6 : 1)
                                            }
                                            aria-label={t('layers.opacity', { name: word(layer.nameKey) })}
                                            title={t('layers.opacity', { name: word(layer.nameKey) })}
                                            onInput={(event) => setOpacity(layer.id, Number(event.currentTarget.value))}
                                        />
                                    )}
                                </div>
                            );
                        })}
                    </fieldset>
                );
            })}
        </section>
    );
}
