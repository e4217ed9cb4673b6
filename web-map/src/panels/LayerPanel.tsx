import { X } from 'lucide';
import { integer } from '../state/format';
import { allLayers, isOn, offered, opacityOf, setOpacity, switchLayer } from '../state/layers';
import { close, mapView, mode } from '../state/view';
import { t, word } from '../state/words';
import { Icon } from './Icon';

const GROUPS = ['households', 'networks', 'places', 'land', 'results'] as const;

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
                const list = allLayers.value.filter(
                    (l) => l.group === group && (!l.only || l.only.includes(mode.value)),
                );
                return list.length === 0 ? null : (
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
                                            {layer.points && (
                                                <span class="num soft"> {integer(layer.points.table.rows)}</span>
                                            )}
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
                                            value={opacityOf(layer)}
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
