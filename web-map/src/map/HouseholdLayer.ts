import { type Coords, GridLayer, type Map as LeafletMap } from 'leaflet';
import type { SchemeEntry } from '../api/types';
import { mercatorX, mercatorY } from './points/mercator';
import { type Look, paintTile } from './points/paint';
import type { PointIndex } from './points/PointIndex';
import { makeStamp, type Stamp, symbolSize } from './points/stamps';

export interface Drawing {
    index: PointIndex;
    classes: Uint8Array;
    mask: Uint8Array | undefined;
    scheme: readonly SchemeEntry[];
    paper: string;
    dark: boolean;
}

/** Order of painting: served below, then unknown, bands, borderline, and what lacks something on top. */
function paintRank(entry: SchemeEntry): number {
    if (entry.served) return 0;
    if (entry.unknown) return 1;
    if (entry.symbol === 'half') return 3;
    if (entry.symbol === 'square') return 4;
    return 2;
}

/**
 * Households as pixels: one canvas per tile, one ImageData per canvas. Recolouring repaints the tiles that are there; none is thrown
 * away. Measures {@code terrace:first-draw} and {@code terrace:recolour} stand in the page's performance entries.
 */
export class HouseholdLayer extends GridLayer {
    private drawing: Drawing | undefined;
    private readonly tiles = new Map<HTMLCanvasElement, Coords>();
    private readonly stampsByZoom = new Map<number, Stamp[]>();
    private readonly ratio = Math.min(2, Math.max(1, Math.round(globalThis.devicePixelRatio ?? 1)));
    private order: number[] = [];
    private ranks: number[] = [];
    private drawn: Drawing['index'] | undefined;

    constructor() {
        super({
            pane: 'households',
            updateWhenZooming: false,
            updateWhenIdle: false,
            keepBuffer: 1,
            className: 'households',
        });
        this.on('tileunload', (event) => this.tiles.delete(event.tile as unknown as HTMLCanvasElement));
    }

    draw(drawing: Drawing): void {
        const from = performance.now();
        const first = this.drawn !== drawing.index;
        this.drawing = drawing;
        this.drawn = drawing.index;
        this.stampsByZoom.clear();
        this.ranks = drawing.scheme.map(paintRank);
        const worstLast = drawing.scheme.map((_, i) => i).sort((a, b) => this.ranks[a]! - this.ranks[b]! || a - b);
        this.order = [drawing.scheme.length, ...worstLast];
        for (const [canvas, coords] of this.tiles) this.paint(canvas, coords);
        if (this.tiles.size > 0)
            performance.measure(first ? 'terrace:first-draw' : 'terrace:recolour', {
                start: from,
                end: performance.now(),
            });
    }

    private stamps(zoom: number): Stamp[] {
        const there = this.stampsByZoom.get(zoom);
        if (there) return there;
        const made = this.drawing!.scheme.map((entry) =>
            makeStamp(
                entry.symbol,
                symbolSize(entry.symbol, zoom) * this.ratio,
                (this.drawing!.dark && entry.colourDark) || entry.colour,
                this.drawing!.paper,
            ),
        );
        // A scheme without a class for it still shows what has no value: a hollow grey ring, as everywhere.
        made.push(makeStamp('ring', symbolSize('ring', zoom) * this.ratio, '#767676', this.drawing!.paper));
        this.stampsByZoom.set(zoom, made);
        return made;
    }

    protected override createTile(coords: Coords): HTMLElement {
        const canvas = document.createElement('canvas');
        const size = this.getTileSize();
        canvas.width = size.x * this.ratio;
        canvas.height = size.y * this.ratio;
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
        this.tiles.set(canvas, coords);
        this.paint(canvas, coords);
        return canvas;
    }

    private paint(canvas: HTMLCanvasElement, coords: Coords): void {
        const d = this.drawing;
        const context = canvas.getContext('2d');
        if (!d || !context) return;
        const pixels = context.createImageData(canvas.width, canvas.height);
        const unknown = d.scheme.findIndex((entry) => entry.unknown);
        const look: Look = {
            classes: d.classes,
            mask: d.mask,
            stamps: this.stamps(coords.z),
            absent: unknown < 0 ? d.scheme.length : unknown,
            order: this.order,
        };
        const scale = 2 ** coords.z * canvas.width;
        paintTile(pixels, d.index, look, scale, coords.x * canvas.width, coords.y * canvas.height);
        context.putImageData(pixels, 0, 0);
    }

    /** Row of the household that a pointer at this place means, or -1. @param slack in CSS pixels beyond the symbol */
    rowAt(map: LeafletMap, lat: number, lon: number, slack: number): number {
        const d = this.drawing;
        if (!d || !map.hasLayer(this)) return -1;
        const radius = (symbolSize('square', map.getZoom()) / 2 + slack) / (256 * 2 ** map.getZoom());
        return d.index.hit(mercatorX(lon), mercatorY(lat), radius, (row) => {
            if (d.mask && !d.mask[row]) return -1;
            return this.ranks[d.classes[row]!] ?? 1;
        });
    }

    /** Everyone whose symbol lies under the symbol of this household: houses without a survey share the centre of their group. */
    rowsUnder(map: LeafletMap, lat: number, lon: number): number[] {
        const d = this.drawing;
        if (!d) return [];
        const radius = 3 / (256 * 2 ** map.getZoom());
        return d.index.within(mercatorX(lon), mercatorY(lat), radius, (row) =>
            d.mask && !d.mask[row] ? -1 : (this.ranks[d.classes[row]!] ?? 1),
        );
    }
}
