import { DivIcon, type LatLng, Map as LeafletMap, Marker } from 'leaflet';

/** So far an arrow key moves it, on the ground. */
export const STEP_M = 10;
const DEGREE_M = 111_195;

/** A handle over the selected works: dragged, or walked with the arrow keys and set with Enter. */
export class WorksHandle {
    private marker: Marker | undefined;
    private code = '';

    constructor(
        private readonly map: LeafletMap,
        private readonly moved: (code: string, at: LatLng) => void,
    ) {}

    show(code: string, at: { lon: number; lat: number }, label: string): void {
        if (this.marker && this.code === code) {
            this.marker.setLatLng([at.lat, at.lon]);
            this.marker.getElement()?.setAttribute('aria-label', label);
            return;
        }
        this.hide();
        this.code = code;
        const marker = new Marker([at.lat, at.lon], {
            draggable: true,
            autoPan: true,
            keyboard: true,
            icon: new DivIcon({ className: 'works-handle', iconSize: [44, 44], html: '<span></span>' }),
            alt: label,
            title: label,
        });
        marker.on('dragend', () => this.moved(code, marker.getLatLng()));
        marker.addTo(this.map);
        const element = marker.getElement();
        element?.setAttribute('aria-label', label);
        element?.addEventListener('keydown', (event) => {
            const step: Record<string, [number, number]> = {
                ArrowUp: [1, 0],
                ArrowDown: [-1, 0],
                ArrowRight: [0, 1],
                ArrowLeft: [0, -1],
            };
            const by = step[event.key];
            if (by) {
                const { lat, lng } = marker.getLatLng();
                const d = STEP_M / DEGREE_M;
                marker.setLatLng([lat + by[0] * d, lng + (by[1] * d) / Math.cos((lat * Math.PI) / 180)]);
            } else if (event.key === 'Enter') this.moved(code, marker.getLatLng());
            else return;
            event.preventDefault();
            event.stopPropagation();
        });
        this.marker = marker;
    }

    /** Takes the keyboard. */
    focus(): void {
        this.marker?.getElement()?.focus({ preventScroll: true });
    }

    hide(): void {
        this.marker?.remove();
        this.marker = undefined;
        this.code = '';
    }
}
