import { computed, signal } from '@preact/signals';
import { detail, schemes } from './county';
import { mode } from './view';
import {
    classesOfKind,
    schemesOfResults,
    isOfLinks,
    modeOf,
    numberFields,
    type NumberField,
    placedTables,
    type ResultTable,
} from './results';

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
        | 'flag'
        | 'plus'
        | 'bars'
        | 'hourglass'
        | 'pentagon'
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
    group: 'households' | 'networks' | 'places' | 'land' | 'results';
    /** Switched on in these modes when a person has not chosen. */
    modes: readonly string[];
    /** Offered in these modes only; everywhere where it is left out. */
    only?: readonly string[];
    minZoom: number;
    /** Class scheme that makes its legend, where it has one. */
    scheme?: string;
    swatches: readonly Swatch[];
    hasOpacity: boolean;
    /** Kind of the data behind it; without it the layer is not offered. */
    needs?: { layer: string } | { field: string };
    /** The class that its features show by themselves; others can be chosen in its place. */
    ownClass?: string;
    /** Its own class is drawn as the scheme says, where an analysis has judged it; without, in the layer's own way. */
    ownByScheme?: boolean;
    /** Its features are marks, not lines. */
    marks?: boolean;
    /** Numbers of an analysis as a raster. */
    numbers?: NumberField;
    /** Rows of a result table as points. */
    points?: ResultTable;
}

export const layerList = signal<readonly LayerInfo[]>([]);

/** So many marks are seen one by one; more are switched on by who wants them. */
const FEW = 100;

function ofField(one: NumberField): LayerInfo {
    return {
        id: `${one.analysis}.${one.field.id}`,
        nameKey: `layer.${one.field.id}`,
        group: 'results',
        modes: [],
        minZoom: 0,
        swatches: [],
        hasOpacity: true,
        numbers: one,
    };
}

/** Marks of tables that have no class to tell their rows apart: each table has its own. */
const SAMPLES: readonly Omit<Swatch, 'key'>[] = [
    { shape: 'diamond', colour: '#5A1A00', dark: '#FF8A4C' },
    { shape: 'flag', colour: '#7F4F8C', dark: '#B58BC2' },
    { shape: 'hourglass', colour: '#00506E', dark: '#4C9DBD' },
];
/** Tables whose rows lead somewhere are lines. */
const LINKS: Omit<Swatch, 'key'> = { shape: 'dash', colour: '#B2532A', dark: '#FF8A4C' };

function ofTable(one: ResultTable, at: number): LayerInfo {
    const mode = modeOf(one.analysis);
    const scheme = one.table.columns.find((c) => c.type === 'CLASS')?.scheme;
    const nameKey = `map.layer.${one.table.featureKind}`;
    return {
        id: `${one.analysis}.${one.table.id}`,
        nameKey,
        group: 'results',
        modes: mode && one.table.rows <= FEW ? [mode] : [],
        ...(mode ? { only: [mode] } : {}),
        minZoom: 0,
        ...(scheme ? { scheme } : {}),
        swatches: scheme ? [] : [{ key: nameKey, ...(isOfLinks(one) ? LINKS : SAMPLES[at % SAMPLES.length]!) }],
        hasOpacity: false,
        points: one,
    };
}

/** Layers that the results bring along: places of rows, and numbers everywhere. */
export const resultLayers = computed<readonly LayerInfo[]>(() => [
    ...placedTables.value.filter((one) => one.table.rows > 0).map(ofTable),
    ...numberFields.value.map(ofField),
]);
export const allLayers = computed<readonly LayerInfo[]>(() => [...layerList.value, ...resultLayers.value]);

/** A person's own choices; what is not here follows the mode. */
export const chosen = signal<Readonly<Record<string, boolean>>>({});
export const opacity = signal<Readonly<Record<string, number>>>({});

/** The field of numbers that is shown, if any. */
export const fieldShown = computed<NumberField | undefined>(
    () => resultLayers.value.find((layer) => layer.numbers && isOn(layer, mode.value))?.numbers,
);

/** Rasters of which not every tile in sight is there yet; the map says so. */
export const loadingRasters = signal<readonly string[]>([]);

export const isRaster = (layer: LayerInfo): boolean =>
    layer.numbers !== undefined || (layer.needs !== undefined && 'field' in layer.needs);
export const opacityOf = (layer: LayerInfo): number => opacity.value[layer.id] ?? (isRaster(layer) ? 0.6 : 1);

export function isOn(layer: LayerInfo, mode: string): boolean {
    if (layer.only && !layer.only.includes(mode)) return false;
    return chosen.value[layer.id] ?? layer.modes.includes(mode);
}

/** Of two rasters of numbers only the upper would be seen: one takes the other's place. */
export function switchLayer(id: string, on: boolean): void {
    const raster = on && resultLayers.peek().some((layer) => layer.id === id && layer.numbers);
    const others = raster
        ? Object.fromEntries(
              resultLayers
                  .peek()
                  .filter((layer) => layer.numbers && layer.id !== id && chosen.peek()[layer.id])
                  .map((layer) => [layer.id, false]),
          )
        : {};
    chosen.value = { ...chosen.value, ...others, [id]: on };
}

export function setOpacity(id: string, share: number): void {
    opacity.value = { ...opacity.value, [id]: share };
}

/** What the lines of a layer are coloured by, where a person chose something else than the layer's own. */
export const linesBy = signal<Readonly<Record<string, string>>>({});

export interface LineClass {
    /** Property of the features that holds the class. */
    column: string;
    scheme: string;
}

/** What the lines of a layer can show: its own class first, the classes that analyses gave it, and attributes that have a scheme. */
export function lineClasses(layer: LayerInfo): LineClass[] {
    if (!layer.ownClass || !layer.needs || !('layer' in layer.needs)) return [];
    const kind = layer.needs.layer;
    const given = classesOfKind(kind).map((c) => ({ column: c.id, scheme: c.scheme }));
    const ofResults = schemesOfResults();
    const attributes = Object.keys(schemes.value)
        .filter((scheme) => scheme.startsWith(`${kind}_`) && !ofResults.has(scheme))
        .map((scheme) => ({ column: scheme.slice(kind.length + 1), scheme }));
    const own = given.filter((one) => one.column === layer.ownClass);
    return [...own, ...attributes, ...given.filter((one) => one.column !== layer.ownClass)].filter(
        (one) => one.scheme in schemes.value,
    );
}

/** The class that a layer's features show; undefined while they are drawn in the layer's own way. */
export function lineClass(layer: LayerInfo): LineClass | undefined {
    const column = linesBy.value[layer.id] ?? layer.ownClass;
    return column === undefined || (column === layer.ownClass && !layer.ownByScheme)
        ? undefined
        : lineClasses(layer).find((one) => one.column === column);
}

export function showLinesBy(layer: LayerInfo, column: string): void {
    const { [layer.id]: _, ...others } = linesBy.value;
    linesBy.value = column === layer.ownClass ? others : { ...others, [layer.id]: column };
}

/** Codes that the features on screen have, by layer: a legend of eighteen surfaces shows the five that are there. */
export const seenCodes = signal<Readonly<Record<string, ReadonlySet<string>>>>({});

export function sawCodes(layer: string, codes: ReadonlySet<string>): void {
    const before = seenCodes.peek()[layer];
    if (before && before.size === codes.size && [...codes].every((code) => before.has(code))) return;
    seenCodes.value = { ...seenCodes.peek(), [layer]: codes };
}

/** Whether the county has what the layer draws. */
export function offered(layer: LayerInfo): boolean {
    if (!layer.needs) return true;
    const county = detail.value;
    if (!county) return false;
    if ('layer' in layer.needs) {
        const kind = layer.needs.layer;
        return (county.layers.find((l) => l.kind === kind)?.count ?? 0) > 0;
    }
    const field = layer.needs.field;
    return county.analyses.some((a) => a.fields.some((f) => f.id === field || f.id.startsWith(`${field}_`)));
}
