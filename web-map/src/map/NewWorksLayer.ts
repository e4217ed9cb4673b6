import { DivIcon, type LatLng, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet';

/** Works that stand only for a trial, each a mark that opens its sheet by pointer or Enter. */
export class NewWorksLayer {
    private readonly group = new LayerGroup();

    constructor(
        map: LeafletMap,
        private readonly chosen: (code: string, at: LatLng) => void,
    ) {
        this.group.addTo(map);
    }

    show(all: readonly { code: string; lon: number; lat: number }[], label: string): void {
        this.group.clearLayers();
        for (const { code, lon, lat } of all) {
            const title = `${label} ${code}`;
            const marker = new Marker([lat, lon], {
                icon: new DivIcon({ className: 'new-works', iconSize: [28, 28], html: '<span></span>' }),
                keyboard: true,
                title,
                alt: title,
            });
            marker.on('click', () => this.chosen(code, marker.getLatLng()));
            this.group.addLayer(marker);
        }
    }
}
