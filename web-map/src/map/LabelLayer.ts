import { DivIcon, LayerGroup, type LeafletMouseEvent, type Map as LeafletMap, Marker } from 'leaflet';

export interface Label {
    name: string;
    lon: number;
    lat: number;
    /** The heavier one keeps its name where two would overlap. */
    weight: number;
}

/** Names of villages (at the committee point) and groups; where names would overlap, only the point of the lighter one stays. */
export class LabelLayer {
    private readonly group = new LayerGroup();
    private labels: readonly Label[] = [];

    constructor(
        private readonly map: LeafletMap,
        private readonly level: 'village' | 'group',
        private readonly minZoom: number,
        private readonly chosen: (label: Label, event: LeafletMouseEvent) => void,
    ) {}

    set(labels: readonly Label[]): void {
        this.labels = [...labels].sort((a, b) => b.weight - a.weight);
    }

    show(on: boolean): void {
        this.group.clearLayers();
        if (!on || this.map.getZoom() < this.minZoom) {
            this.group.remove();
            return;
        }
        this.group.addTo(this.map);
        const taken: [number, number, number, number][] = [];
        const view = this.map.getBounds().pad(0.1);
        for (const label of this.labels) {
            if (!view.contains([label.lat, label.lon])) continue;
            const p = this.map.latLngToLayerPoint([label.lat, label.lon]);
            const width = 14 + [...label.name].reduce((w, c) => w + (c.charCodeAt(0) > 255 ? 13 : 7), 0);
            const box: [number, number, number, number] = [p.x - 6, p.y - 11, p.x + width, p.y + 11];
            const free = !taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1]);
            if (free) taken.push(box);
            const element = document.createElement('span');
            element.className = `place place-${this.level}`;
            if (free) {
                const name = document.createElement('span');
                name.textContent = label.name;
                element.append(name);
            }
            const icon = new DivIcon({ html: element, className: 'place-anchor', iconSize: [0, 0] });
            const marker = new Marker([label.lat, label.lon], {
                icon,
                keyboard: false,
                pane: 'labels',
                title: label.name,
            });
            marker.on('click', (event) => this.chosen(label, event));
            this.group.addLayer(marker);
        }
    }
}
