import { canvas, CircleMarker, LayerGroup, type Map as LeafletMap, Polyline } from 'leaflet';
import type { Tie } from '../state/serviceArea';

/** Household of a works, with how it hangs on it. */
export interface Spoke {
    lon: number;
    lat: number;
    tie: Tie | 'wired';
}

const COLOUR: Record<Spoke['tie'], { light: string; dark: string; dash?: string; weight?: number }> = {
    fed: { light: '#1f7f92', dark: '#63bccd' },
    drinks: { light: '#1f7f92', dark: '#63bccd', dash: '4 3' },
    assigned: { light: '#00795a', dark: '#3ccba1', dash: '1 4' },
    // The wires are drawn: a hint of a line is enough.
    wired: { light: '#6f4a94', dark: '#b99bd8', weight: 0.5 },
};

/** Thin lines from a works to its households, and a ring around each. */
export class ServiceLayer {
    private readonly group = new LayerGroup();
    private readonly renderer = canvas({ pane: 'spokes' });

    constructor(map: LeafletMap) {
        this.group.addTo(map);
    }

    draw(from: { lon: number; lat: number } | null, spokes: readonly Spoke[], dark: boolean): void {
        this.group.clearLayers();
        if (!from) return;
        const ties: readonly Spoke['tie'][] = ['drinks', 'assigned', 'fed', 'wired'];
        for (const tie of ties) {
            const list = spokes.filter((one) => one.tie === tie);
            if (list.length === 0) continue;
            const { light, dark: night, dash, weight = 1.2 } = COLOUR[tie];
            const color = dark ? night : light;
            const common = { interactive: false, renderer: this.renderer };
            this.group.addLayer(
                new Polyline(
                    list.map((one) => [
                        [from.lat, from.lon] as [number, number],
                        [one.lat, one.lon] as [number, number],
                    ]),
                    { ...common, color, weight, opacity: 0.75, ...(dash ? { dashArray: dash } : {}) },
                ),
            );
            for (const one of list)
                this.group.addLayer(
                    new CircleMarker([one.lat, one.lon], { ...common, color, weight: 1.6, radius: 6.5, fill: false }),
                );
        }
    }
}
