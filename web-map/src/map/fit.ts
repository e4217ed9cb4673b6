import { type LatLngBounds, type Map as LeafletMap, Point } from 'leaflet';

const MARGIN_PX = 16;
const LEGEND_PX = 240;
/** The longest name of a village, about. */
const NAMES_PX = 124;
const MOST_ZOOM = 16;

/** What takes its share of the map's room. */
export interface Beside {
    /** The legend lies over the lower left. */
    legend: boolean;
    /** Names of villages stand to the right of their places. */
    names: boolean;
    /** What a sheet hides below. */
    belowPx: number;
    animate: boolean;
}

/** Shows all of a box as near as it goes, with what room that leaves for names, then for the legend. */
export function fitBeside(map: LeafletMap, box: LatLngBounds, { legend, names, belowPx, animate }: Beside): void {
    const across = 2 * MARGIN_PX;
    const zoom = Math.min(MOST_ZOOM, map.getBoundsZoom(box, false, new Point(across, MARGIN_PX + belowPx)));
    const width = map.project(box.getNorthEast(), zoom).x - map.project(box.getSouthWest(), zoom).x;
    // A pixel is lost when numbers are rounded.
    const spare = Math.max(0, map.getSize().x - across - width - 1);
    // A name that is cut is lost; the legend can be closed.
    const right = names ? Math.min(NAMES_PX, spare) : 0;
    const left = legend ? Math.min(LEGEND_PX, spare - right) : 0;
    map.fitBounds(box, {
        animate,
        duration: 0.2,
        maxZoom: MOST_ZOOM,
        paddingTopLeft: [MARGIN_PX + left, MARGIN_PX],
        paddingBottomRight: [MARGIN_PX + right, belowPx],
    });
}
