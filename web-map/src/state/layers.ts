import { signal } from '@preact/signals';

/** A sample of how a layer is drawn, for legend and layer list. */
export interface Swatch {
    /** Words: a full key, or undefined for the layer's own name. */
    key: string;
    shape:
        | 'line'
        | 'dash'
        | 'dot-line'
        | 'island'
        | 'square'
        | 'half'
        | 'dot'
        | 'ring'
        | 'fill'
        | 'triangle'
        | 'diamond'
        | 'label';
    colour: string;
    /** The colour on a dark map, where it differs. */
    dark?: string;
}

/** What panels need to know of a layer; the map registers its list at start. */
export interface LayerInfo {
    id: string;
    /** Words of its name. */
    nameKey: string;
    group: 'households' | 'networks' | 'places' | 'land';
    /** Switched on in these modes when a person has not chosen. */
    modes: readonly string[];
    minZoom: number;
    /** Class scheme that makes its legend, where it has one. */
    scheme?: string;
    swatches: readonly Swatch[];
    hasOpacity: boolean;
    /** Kind of the data behind it; without it the layer is not offered. */
    needs?: { layer: string } | { field: string };
}

export const layerList = signal<readonly LayerInfo[]>([]);

/** A person's own choices; what is not here follows the mode. */
export const chosen = signal<Readonly<Record<string, boolean>>>({});
export const opacity = signal<Readonly<Record<string, number>>>({});

export function isOn(layer: LayerInfo, mode: string): boolean {
    return chosen.value[layer.id] ?? layer.modes.includes(mode);
}

export function switchLayer(id: string, on: boolean): void {
    chosen.value = { ...chosen.value, [id]: on };
}

export function setOpacity(id: string, share: number): void {
    opacity.value = { ...opacity.value, [id]: share };
}
