import {
    type Canvas,
    GeoJSON as GeoJsonLayer,
    LayerGroup,
    type Map as LeafletMap,
    type PathOptions,
    type Point,
    type Renderer,
} from 'leaflet';
import type { CountyApi } from '../api/county';
import type { SchemeEntry } from '../api/types';
import { loading } from '../state/busy';
import { sawCodes } from '../state/layers';
import { MarkLayer } from './MarkLayer';
import { type MapLayer, markOf } from './layers';

type Source = Extract<MapLayer['source'], { kind: 'features' }>;

/** Which property of the features decides their look, and the classes that it may hold. */
export interface Classes {
    column: string;
    entries: readonly SchemeEntry[];
    /** The class of a feature while something is tried; undefined where the trial leaves it as it is. */
    tried?: (code: string) => unknown;
}

export interface Look {
    dark: boolean;
    opacity: number;
    classes: Classes | undefined;
}

const HALO = { light: '#ffffff', dark: '#1c1a18' };
/** A feature without a class: not known, whatever the scheme calls it. */
const NO_CLASS = { light: '#767676', dark: '#a0a0a0' };

/** A line, an area or a mark by its class. */
function byClass({ pane, rim }: Source, isLine: boolean, entry: SchemeEntry | undefined, dark: boolean): PathOptions {
    const colour = entry ? (dark && entry.colourDark) || entry.colour : dark ? NO_CLASS.dark : NO_CLASS.light;
    const halo = dark ? HALO.dark : HALO.light;
    // Places of results that lead somewhere are lines among marks.
    switch (pane === 'marks' && isLine ? 'lines' : pane) {
        case 'areas':
            return {
                color: dark ? '#1c1a18' : '#4a433c',
                weight: 1,
                fillColor: entry ? colour : '#b9b0a4',
                fillOpacity: 0.85,
            };
        case 'points':
            // Works may have the sign and colour of a household's verdict: their own rim tells them apart.
            return { color: rim?.(dark) ?? halo, weight: 2.2, fillColor: colour, fillOpacity: 1 };
        case 'marks':
            return { color: halo, weight: 1.2, fillColor: colour, fillOpacity: 1 };
        case 'lines': {
            const dash = !entry ? [1, 5] : entry.symbol === 'hatched' ? [] : entry.dash;
            return {
                color: colour,
                weight: entry?.width ?? 2,
                opacity: 1,
                ...(dash.length ? { dashArray: dash.join(' '), lineCap: dash[0]! <= 1 ? 'round' : 'butt' } : {}),
            };
        }
    }
}

/** A pale edge keeps every colour apart from the ground; hatched lines are broken in its colour. */
function casing(
    entryOf: (f: GeoJSON.Feature) => SchemeEntry | undefined,
    opacity: number,
): Required<Pick<Source, 'under' | 'over'>> {
    const halo = (dark: boolean): string => (dark ? HALO.dark : HALO.light);
    const width = (f: GeoJSON.Feature): number => entryOf(f)?.width ?? 2;
    return {
        under: (f, dark) => ({ color: halo(dark), weight: width(f) + 2.4, opacity: 0.85 * opacity }),
        over: (f, dark) =>
            entryOf(f)?.symbol === 'hatched'
                ? {
                      color: halo(dark),
                      weight: Math.max(1, width(f) - 1.2),
                      dashArray: entryOf(f)!.dash.join(' ') || '4 5',
                      lineCap: 'butt',
                      opacity,
                  }
                : undefined,
    };
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
        private readonly look: () => Look,
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
            const answer = await (this.source.ask?.(api, box, this.asking.signal) ??
                api.features(
                    this.source.layer,
                    box,
                    { limit: 20_000, ...(metres > 1 ? { simplify: metres } : {}) },
                    this.asking.signal,
                ));
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
        const { dark, opacity, classes } = this.look();
        const kept = this.source.keep ? this.features.filter(this.source.keep) : this.features;
        const entries = new Map(classes?.entries.map((entry) => [entry.code, entry]));
        const codeOf = (f: GeoJSON.Feature): string =>
            String(classes?.tried?.(String(f.properties?.code ?? '')) ?? f.properties?.[classes?.column ?? ''] ?? '');
        const entryOf = (f: GeoJSON.Feature): SchemeEntry | undefined => entries.get(codeOf(f));
        if (classes) sawCodes(this.layer.id, new Set(kept.map(codeOf)));
        const base = (f: GeoJSON.Feature): PathOptions => {
            const style = classes
                ? byClass(this.source, f.geometry.type.endsWith('LineString'), entryOf(f), dark)
                : { ...this.source.style(f, dark) };
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
                    mark.mark = classes ? markOf(entryOf(f)?.symbol) : (this.source.mark?.(f) ?? 'dot');
                    return mark;
                },
            });
            if (main) this.hittable = lines;
            this.group.addLayer(lines);
        };
        const { under, over } = classes && this.source.pane === 'lines' ? casing(entryOf, opacity) : this.source;
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
