import { resultLayers, isOn, switchLayer } from '../state/layers';
import { listKey, openTable } from '../state/tabs';
import { mode } from '../state/view';
import { findWord, t } from '../state/words';
import { CountHere } from './CountHere';

/** Places that the analyses of this question found: on the map with one click, and as lists. */
export function PlacesOnMap({ title }: { title: string }) {
    const layers = resultLayers.value.filter((l) => l.points && l.only?.includes(mode.value));
    if (layers.length === 0) return null;
    return (
        <section class="block" data-part="places">
            <div class="block-head">
                <h2>{title}</h2>
            </div>
            <ul class="plain-list">
                {layers.map((layer) => {
                    const shown = isOn(layer, mode.value);
                    const name = findWord(layer.nameKey) ?? layer.id;
                    return (
                        <li key={layer.id} class="two">
                            <button
                                type="button"
                                class="line"
                                data-layer={layer.id}
                                onClick={() => openTable(listKey(layer.points!))}
                            >
                                <span class="grow">{name}</span>
                                <CountHere of={layer.points!} />
                            </button>
                            <button
                                type="button"
                                class="on-map-switch"
                                aria-pressed={shown}
                                aria-label={`${name}: ${shown ? t('overview.onMap') : t('overview.showOnMap')}`}
                                onClick={() => switchLayer(layer.id, !shown)}
                            >
                                {shown ? t('overview.onMap') : t('overview.showOnMap')}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}
