import { CircleMarker, DivIcon, GeoJSON as GeoJsonLayer, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet';
import type { SchemeEntry, Stretch } from '../api/types';
import type { Site } from '../state/project';

export interface Drawn {
    /** The place itself. */
    at: { lon: number; lat: number } | null;
    errorM?: number | null;
    /** From the household to its source, transformer, road; the analysis says which colour. */
    links: {
        analysis: string;
        geometry: GeoJSON.Geometry;
        /** Its way is drawn: no straight line to it. */ hasWay?: boolean;
    }[];
    /** The way or line that the explanation draws. */
    drawings: { analysis: string; geometry: GeoJSON.Geometry }[];
    /** Ways that somebody goes, stretch by stretch, and what their kinds look like. */
    ways: readonly (readonly Stretch[])[];
    kinds: readonly SchemeEntry[];
    feature: GeoJSON.Feature | null;
    /** What else belongs to the feature: the segments of an island. */
    parts?: readonly GeoJSON.Geometry[];
    /** What is built along a proposed pipe. */
    sites?: readonly Site[];
    /** Households that gain. */
    gains?: readonly { lon: number; lat: number }[];
}

const COLOUR: Record<string, string> = {
    'road.access': '#3a3532',
    'water.access': '#1f7f92',
    'water.pipes': '#1f7f92',
    'water.sources': '#00795a',
    'water.projects': '#1f7f92',
    'water.exposure': '#1f7f92',
    'water.contamination': '#8c3b00',
    'power.voltage': '#6f4a94',
    'power.projects': '#b3007d',
};
const COLOUR_DARK: Record<string, string> = {
    'road.access': '#f2ede6',
    'water.access': '#63bccd',
    'water.pipes': '#63bccd',
    'water.sources': '#3ccba1',
    'water.projects': '#63bccd',
    'water.exposure': '#63bccd',
    'water.contamination': '#e08a4a',
    'power.voltage': '#b99bd8',
    'power.projects': '#ff8ad8',
};

/** What is selected, and what it is linked with, above everything else. */
export class SelectionLayer {
    private readonly group = new LayerGroup();
    private readonly hover = new LayerGroup();

    constructor(map: LeafletMap) {
        this.group.addTo(map);
        this.hover.addTo(map);
    }

    draw(what: Drawn, dark: boolean): void {
        this.group.clearLayers();
        const halo = dark ? '#1c1a18' : '#ffffff';
        const ink = dark ? '#f2ede6' : '#1d1a17';
        const line = (geometry: GeoJSON.Geometry, color: string, dashArray?: string, weight = 2.4, radius = 5) => {
            for (const style of [
                { color: halo, weight: weight + 3.6, opacity: 0.85 },
                { color, weight, ...(dashArray ? { dashArray } : {}) },
            ])
                this.group.addLayer(
                    new GeoJsonLayer(geometry, {
                        style: { ...style, fill: false, interactive: false, pane: 'selection' },
                        pointToLayer: (_, p) =>
                            new CircleMarker(p, {
                                ...style,
                                radius,
                                fill: false,
                                interactive: false,
                                pane: 'selection',
                            }),
                    } as ConstructorParameters<typeof GeoJsonLayer>[1]),
                );
        };
        const colours = dark ? COLOUR_DARK : COLOUR;
        for (const { analysis, geometry, hasWay } of what.links) {
            const colour = colours[analysis] ?? ink;
            // A point (source, transformer) is joined with the household; a line (the road) speaks for itself.
            if (geometry.type === 'Point' && what.at && !hasWay)
                line(
                    { type: 'LineString', coordinates: [[what.at.lon, what.at.lat], geometry.coordinates] },
                    colour,
                    '2 5',
                );
            line(geometry, colour, geometry.type === 'Point' ? undefined : '2 5');
        }
        for (const drawing of what.drawings) line(drawing.geometry, colours[drawing.analysis] ?? ink);
        for (const stretch of what.ways.flat()) {
            const kind = what.kinds.find((entry) => entry.code === stretch.kind);
            const colour = kind ? (dark && kind.colourDark) || kind.colour : ink;
            line(stretch.line, colour, kind?.dash.join(' ') || undefined, kind?.width ?? 3);
        }
        for (const { lon, lat } of what.gains ?? [])
            line({ type: 'Point', coordinates: [lon, lat] }, dark ? '#63bccd' : '#1f7f92', undefined, 2, 6);
        for (const { kind, lon, lat } of what.sites ?? [])
            this.group.addLayer(
                new Marker([lat, lon], {
                    icon: new DivIcon({
                        className: `site site-${kind}`,
                        // Turned within the mark: Leaflet moves the mark itself.
                        html: '<i></i>',
                        iconSize: kind === 'tank' ? [14, 14] : [11, 11],
                    }),
                    interactive: false,
                    keyboard: false,
                    pane: 'selection',
                }),
            );
        for (const part of what.parts ?? []) line(part, dark ? '#ffd479' : '#17696a', undefined, 5);
        if (what.feature) line(what.feature.geometry, dark ? '#ffd479' : '#17696a', undefined, 3, 11);
        if (what.at) {
            for (const [radius, color, weight] of [
                [11, halo, 5],
                [11, ink, 2.4],
            ] as const)
                this.group.addLayer(
                    new CircleMarker([what.at.lat, what.at.lon], {
                        radius,
                        color,
                        weight,
                        fill: false,
                        interactive: false,
                        pane: 'selection',
                    }),
                );
        }
    }

    hoverAt(at: { lon: number; lat: number } | null, dark: boolean): void {
        this.hover.clearLayers();
        if (!at) return;
        this.hover.addLayer(
            new CircleMarker([at.lat, at.lon], {
                radius: 8,
                color: dark ? '#f2ede6' : '#1d1a17',
                weight: 2,
                fill: false,
                interactive: false,
                pane: 'selection',
            }),
        );
    }
}
