import {
    type Canvas,
    CircleMarker,
    GeoJSON as GeoJsonLayer,
    LayerGroup,
    type Map as LeafletMap,
    type Point,
    type Renderer,
} from 'leaflet';
import type { CountyApi } from '../api/county';
import type { SchemeEntry } from '../api/types';
import { loading } from '../state/busy';
import type { MapLayer, Mark } from './layers';

type Source = Extract<MapLayer['source'], { kind: 'features' }>;

/** A point mark that is drawn on the lines' canvas, so that clicks and stacking work as for lines. */
class MarkLayer extends CircleMarker {
    mark: Mark = 'dot';

    // Leaflet draws a path by asking it to update itself on its renderer.
    protected _updatePath(): void {
        const self = this as unknown as {
            _renderer: {
                _drawing: boolean;
                _ctx: CanvasRenderingContext2D;
                _fillStroke(c: CanvasRenderingContext2D, l: unknown): void;
            };
            _point: { x: number; y: number };
            _empty(): boolean;
            _radius: number;
        };
        const renderer = self._renderer;
        if (!renderer._drawing || self._empty()) return;
        const { x, y } = self._point;
        const r = self._radius;
        const c = renderer._ctx;
        c.beginPath();
        switch (this.mark) {
            case 'triangle':
                c.moveTo(x, y - r);
                c.lineTo(x + r, y + r * 0.8);
                c.lineTo(x - r, y + r * 0.8);
                break;
            case 'diamond':
                c.moveTo(x, y - r);
                c.lineTo(x + r, y);
                c.lineTo(x, y + r);
                c.lineTo(x - r, y);
                break;
            case 'square':
                c.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
                break;
            default:
                c.arc(x, y, r * 0.8, 0, 2 * Math.PI);
        }
        c.closePath();
        renderer._fillStroke(c, this);
    }
}

/** Lines, areas and marks of one layer, fetched for the part of the county that is on screen and a margin around it. */
export class FeatureLayer {
    private readonly group = new LayerGroup();
    private hittable: GeoJsonLayer | undefined;
    private readonly source: Source;
    private have: { box: readonly number[]; metres: number; api: CountyApi } | undefined;
    private asking: AbortController | undefined;
    private features: GeoJSON.Feature[] = [];
    private timer: ReturnType<typeof setTimeout> | undefined;
    private on = false;

    constructor(
        private readonly layer: MapLayer,
        private readonly map: LeafletMap,
        private readonly renderer: Renderer,
        private readonly look: () => { dark: boolean; opacity: number; scheme: readonly SchemeEntry[] },
    ) {
        this.source = layer.source as Source;
    }

    show(api: CountyApi, on: boolean): void {
        this.on = on && this.map.getZoom() >= this.layer.minZoom;
        if (!this.on) {
            this.group.remove();
            return;
        }
        this.group.addTo(this.map);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.fetch(api), 60);
    }

    private async fetch(api: CountyApi): Promise<void> {
        const view = this.map.getBounds();
        const zoom = this.map.getZoom();
        const metres = this.source.simplify ? Math.max(0, Math.round(60_000 / 2 ** zoom)) : 0;
        const have = this.have;
        const inside =
            have?.api === api &&
            have.metres <= metres + 1 &&
            view.getWest() >= have.box[0]! &&
            view.getSouth() >= have.box[1]! &&
            view.getEast() <= have.box[2]! &&
            view.getNorth() <= have.box[3]!;
        if (inside) return;
        const wide = view.pad(0.5);
        const box = [wide.getWest(), wide.getSouth(), wide.getEast(), wide.getNorth()];
        this.asking?.abort();
        this.asking = new AbortController();
        loading(this.layer.id, true);
        try {
            const answer = await api.features(
                this.source.layer,
                box,
                { limit: 20_000, ...(metres > 1 ? { simplify: metres } : {}) },
                this.asking.signal,
            );
            this.have = { box, metres, api };
            this.features = answer.features;
            this.redraw();
        } catch (error) {
            if (!(error instanceof DOMException)) this.have = undefined;
        } finally {
            loading(this.layer.id, false);
        }
    }

    /** The fetched feature with this code. */
    find(code: string): GeoJSON.Feature | undefined {
        return this.features.find((f) => f.properties?.code === code);
    }

    redraw(): void {
        this.group.clearLayers();
        this.hittable = undefined;
        if (!this.on) return;
        const { dark, opacity, scheme } = this.look();
        const kept = this.source.keep ? this.features.filter(this.source.keep) : this.features;
        const colourOf = new Map(scheme.map((entry) => [entry.code, (dark && entry.colourDark) || entry.colour]));
        const base = (f: GeoJSON.Feature) => {
            const style = { ...this.source.style(f, dark) };
            if (this.layer.scheme) {
                const colour = colourOf.get(String(f.properties?.best_class ?? '')) ?? '#b9b0a4';
                Object.assign(style, {
                    color: dark ? '#1c1a18' : '#4a433c',
                    weight: 1,
                    fillColor: colour,
                    fillOpacity: 0.85,
                });
            }
            if (style.opacity !== undefined || !this.layer.hasOpacity) style.opacity = (style.opacity ?? 1) * opacity;
            if (style.fillOpacity !== undefined) style.fillOpacity *= opacity;
            return style;
        };
        const add = (features: GeoJSON.Feature[], style: typeof base, main: boolean) => {
            if (features.length === 0) return;
            const lines = new GeoJsonLayer({ type: 'FeatureCollection', features } as GeoJSON.FeatureCollection, {
                style: (f) => ({
                    ...style(f as GeoJSON.Feature),
                    renderer: this.renderer as Canvas,
                    interactive: false,
                    smoothFactor: 1,
                }),
                pointToLayer: (f, at) => {
                    const mark = new MarkLayer(at, {
                        ...style(f),
                        renderer: this.renderer as Canvas,
                        interactive: false,
                        radius: this.map.getZoom() >= 14 ? 8 : 6,
                    });
                    mark.mark = this.source.mark?.(f) ?? 'dot';
                    return mark;
                },
            });
            if (main) this.hittable = lines;
            this.group.addLayer(lines);
        };
        const { under, over } = this.source;
        if (under)
            add(
                kept.filter((f) => under(f, dark)),
                (f) => under(f, dark)!,
                false,
            );
        add(kept, base, true);
        if (over)
            add(
                kept.filter((f) => over(f, dark)),
                (f) => over(f, dark)!,
                false,
            );
    }

    /**
     * The feature under a point of the map's layer pane. The canvases of several panes lie over each other and only the top one would
     * get the pointer, so the map asks each layer in turn.
     */
    hit(at: Point): GeoJSON.Feature | undefined {
        if (!this.on || !this.hittable) return undefined;
        type Path = {
            _containsPoint?(p: Point): boolean;
            _pxBounds?: { contains(p: Point): boolean };
            feature?: GeoJSON.Feature;
        };
        let found: GeoJSON.Feature | undefined;
        this.hittable.eachLayer((one) => {
            const path = one as unknown as Path;
            if (path._pxBounds?.contains(at) && path._containsPoint?.(at)) found = path.feature;
        });
        return found;
    }

    remove(): void {
        this.asking?.abort();
        clearTimeout(this.timer);
        this.group.remove();
    }
}
