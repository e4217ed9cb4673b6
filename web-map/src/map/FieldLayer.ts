import { effect, untracked } from '@preact/signals';
import { type Map as LeafletMap, TileLayer } from 'leaflet';
import { api } from '../state/county';
import { isOn, type LayerInfo, loadingRasters, opacityOf } from '../state/layers';
import { mode } from '../state/view';

/**
 * Shows a field of an analysis as a raster under the lines while its layer is on.
 *
 * @param which the field, undefined while there is none to show
 * @return takes it off
 */
export function showField(
    map: LeafletMap,
    layer: LayerInfo,
    which: () => { analysis: string; field: string } | undefined,
): () => void {
    let tiles: TileLayer | undefined;
    const tell = (loading: boolean): void => {
        const others = loadingRasters.peek().filter((id) => id !== layer.id);
        if (loading !== loadingRasters.peek().includes(layer.id))
            loadingRasters.value = loading ? [...others, layer.id] : others;
    };
    const stops = [
        effect(() => {
            const from = api.value;
            const field = which();
            tiles?.remove();
            tiles = undefined;
            untracked(() => tell(false));
            if (!from || !field || !isOn(layer, mode.value)) return;
            tiles = new TileLayer(from.fieldTiles(field.analysis, field.field), {
                pane: 'fields',
                className: 'field',
                updateWhenZooming: false,
                maxNativeZoom: 16,
                maxZoom: 18,
                opacity: 1,
            });
            // Both are fired for all tiles in sight, not for each.
            tiles.on('loading', () => tell(true)).on('load', () => tell(false));
            tiles.setOpacity(untracked(() => opacityOf(layer))).addTo(map);
        }),
        effect(() => {
            // Read first: an effect that stops at a layer that is off would never hear of the slider again.
            const share = opacityOf(layer);
            tiles?.setOpacity(share);
        }),
    ];
    return () => {
        for (const stop of stops) stop();
        tiles?.remove();
        tell(false);
    };
}
