import { DivIcon, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet';
import type { Stack } from '../state/stacks';

/** Below this zoom the numbers would cover the map. */
const MIN_ZOOM = 12;
const MOST = 300;

/** A number beside each point at which several households stand, so that one symbol is not taken for one household. */
export class StackLayer {
    private readonly group = new LayerGroup();

    constructor(private readonly map: LeafletMap) {}

    show(stacks: readonly Stack[]): void {
        this.group.clearLayers();
        if (stacks.length === 0 || this.map.getZoom() < MIN_ZOOM) {
            this.group.remove();
            return;
        }
        this.group.addTo(this.map);
        const view = this.map.getBounds();
        for (const stack of stacks.filter((one) => view.contains([one.lat, one.lon])).slice(0, MOST)) {
            const element = document.createElement('span');
            element.className = 'stack num';
            element.textContent = `×${stack.households}`;
            const icon = new DivIcon({ html: element, className: 'place-anchor', iconSize: [0, 0] });
            this.group.addLayer(
                new Marker([stack.lat, stack.lon], { icon, keyboard: false, interactive: false, pane: 'labels' }),
            );
        }
    }
}
