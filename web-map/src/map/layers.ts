import type { PathOptions } from 'leaflet';
import type { CountyApi } from '../api/county';
import type { LayerInfo } from '../state/layers';
import type { ResultTable } from '../state/results';

type Feature = GeoJSON.Feature;
const text = (feature: Feature, name: string): string => String(feature.properties?.[name] ?? '');

/** Marks of point layers. */
const MARKS = [
    'triangle',
    'diamond',
    'square',
    'dot',
    'flag',
    'cross',
    'plus',
    'half',
    'ring',
    'bars',
    'hourglass',
    'pentagon',
] as const;
export type Mark = (typeof MARKS)[number];

/** The mark of a symbol; symbols of lines and areas are pentagons where their places are marked: households are dots, squares and rings. */
export const markOf = (symbol: string | undefined): Mark => MARKS.find((mark) => mark === symbol) ?? 'pentagon';

/** How a layer gets on the map; everything about one layer stands in its one entry below. */
export interface MapLayer extends LayerInfo {
    source:
        | { kind: 'households' }
        | {
              kind: 'features';
              layer: string;
              pane: 'areas' | 'lines' | 'points' | 'marks';
              style: (feature: Feature, dark: boolean) => PathOptions;
              /** Second line painted below (casing) or above (hatch) the first. */
              under?: (feature: Feature, dark: boolean) => PathOptions | undefined;
              over?: (feature: Feature, dark: boolean) => PathOptions | undefined;
              mark?: (feature: Feature) => Mark;
              /** Edge of marks that show a class: it tells works from households. */
              rim?: (dark: boolean) => string;
              simplify?: boolean;
              /** Property that holds the class of {@code scheme}. */
              column?: string;
              /** Where the features come from, if not from the layer itself. */
              ask?: (
                  api: CountyApi,
                  bbox: readonly number[],
                  signal: AbortSignal,
              ) => Promise<GeoJSON.FeatureCollection>;
              keep?: (feature: Feature) => boolean;
          }
        | { kind: 'labels'; level: 'village' | 'group' }
        | { kind: 'field'; field: 'altitude_zone' | 'suitability' };
}

const INK = '#3a3532';
const INK_DARK = '#d9d2c8';
const EARTH = '#8a5a2b';
const EARTH_DARK = '#c99763';
const GREY = '#767676';
/** Hardened road that leads nowhere is not the road it looks like: a colour of its own. */
const ISLAND = '#a3337a';
const ISLAND_DARK = '#e28bc8';
const WATER = '#1f7f92';
const WATER_DARK = '#63bccd';
const POWER = '#6f4a94';
const POWER_DARK = '#b99bd8';

const MAIN_ROADS = new Set(['national', 'provincial', 'county', 'township']);
const roadWidth = (f: Feature): number => {
    const roadClass = text(f, 'road_class');
    return roadClass === 'path' ? 1.2 : MAIN_ROADS.has(roadClass) ? 3.4 : roadClass === 'village' ? 2.6 : 2;
};

const isLowVoltage = (f: Feature): boolean => ['low_voltage', 'service_drop'].includes(text(f, 'kind'));
const powerMark = (_: Feature, dark: boolean): PathOptions => ({
    color: dark ? '#1c1a18' : '#ffffff',
    weight: 1.2,
    fillColor: dark ? POWER_DARK : POWER,
    fillOpacity: 1,
});

/** How rows of a result table get on the map: their marks by their class, or all as the legend's sample. */
export function layerOfRows(info: LayerInfo & { points: ResultTable }): MapLayer {
    const { analysis, table } = info.points;
    const column = table.columns.find((c) => c.type === 'CLASS')?.id;
    const sample = info.swatches[0];
    return {
        ...info,
        source: {
            kind: 'features',
            layer: table.featureKind,
            pane: 'marks',
            ...(column ? { column } : {}),
            ask: (api, bbox, signal) => api.points(analysis, table.id, bbox, signal),
            mark: () => markOf(sample?.shape),
            style: (f, dark) => {
                const colour = (dark && sample?.dark) || sample?.colour || INK;
                return f.geometry.type === 'Point'
                    ? { color: dark ? '#1c1a18' : '#ffffff', weight: 1.2, fillColor: colour, fillOpacity: 1 }
                    : { color: colour, weight: 3, dashArray: '6 3', lineCap: 'butt', opacity: 1 };
            },
            under: (f, dark) =>
                f.geometry.type === 'Point'
                    ? undefined
                    : { color: dark ? '#1c1a18' : '#ffffff', weight: 6, opacity: 0.9 },
        },
    };
}

/** Every layer, from the top of the list to the bottom. To add one: one entry, its words, and its browser test. */
export const LAYERS: readonly MapLayer[] = [
    {
        id: 'households',
        nameKey: 'layer.household',
        group: 'households',
        modes: ['overview', 'roads', 'water', 'power', 'plans', 'data'],
        minZoom: 0,
        swatches: [],
        hasOpacity: true,
        needs: { layer: 'household' },
        source: { kind: 'households' },
    },
    {
        id: 'roads',
        nameKey: 'layer.road_segment',
        group: 'networks',
        modes: ['overview', 'roads', 'crops', 'plans', 'data'],
        minZoom: 0,
        swatches: [
            { key: 'map.legend.roadHardened', shape: 'line', colour: INK, dark: INK_DARK },
            { key: 'map.legend.roadIsland', shape: 'island', colour: ISLAND, dark: ISLAND_DARK },
            { key: 'map.legend.roadUnhardened', shape: 'dash', colour: EARTH, dark: EARTH_DARK },
            { key: 'map.legend.roadUnknown', shape: 'dot-line', colour: GREY, dark: '#a09a92' },
        ],
        hasOpacity: true,
        needs: { layer: 'road_segment' },
        ownClass: 'network',
        source: {
            kind: 'features',
            layer: 'road_segment',
            pane: 'lines',
            simplify: true,
            style: (f, dark) => {
                const weight = roadWidth(f);
                switch (text(f, 'network')) {
                    case 'island':
                        return { color: dark ? ISLAND_DARK : ISLAND, weight: weight + 1.4, opacity: 1 };
                    case 'connected':
                        return { color: dark ? INK_DARK : INK, weight, opacity: 1 };
                    case 'path':
                        return { color: dark ? '#8d857b' : '#8b8175', weight: 1, dashArray: '2 3', opacity: 0.9 };
                    case 'unhardened':
                        return {
                            color: dark ? EARTH_DARK : EARTH,
                            weight: Math.max(1.4, weight - 0.4),
                            dashArray: '7 4',
                            opacity: 1,
                        };
                    default:
                        return {
                            color: dark ? '#a09a92' : GREY,
                            weight: Math.max(1.6, weight - 0.4),
                            dashArray: '1 5',
                            lineCap: 'round',
                            opacity: 1,
                        };
                }
            },
            under: (f, dark) =>
                ['connected', 'island'].includes(text(f, 'network'))
                    ? { color: dark ? '#1c1a18' : '#ffffff', weight: roadWidth(f) + 2.4, opacity: 0.9 }
                    : undefined,
            over: (f, dark) =>
                text(f, 'network') === 'island'
                    ? {
                          color: dark ? '#1c1a18' : '#ffffff',
                          weight: Math.max(1, roadWidth(f) - 1.2),
                          dashArray: '4 5',
                          lineCap: 'butt',
                          opacity: 1,
                      }
                    : undefined,
        },
    },
    {
        id: 'water-works',
        nameKey: 'layer.water_facility',
        group: 'networks',
        modes: ['water'],
        minZoom: 13,
        swatches: [
            { key: 'map.legend.waterWorking', shape: 'diamond', colour: WATER, dark: WATER_DARK },
            { key: 'map.legend.waterBroken', shape: 'diamond', colour: GREY, dark: '#a09a92' },
        ],
        hasOpacity: false,
        needs: { layer: 'water_facility' },
        ownClass: 'load',
        ownByScheme: true,
        marks: true,
        source: {
            kind: 'features',
            layer: 'water_facility',
            pane: 'points',
            rim: (dark) => (dark ? WATER_DARK : '#12525e'),
            mark: (f) => (['tank', 'reservoir', 'treatment'].includes(text(f, 'kind')) ? 'square' : 'diamond'),
            style: (f, dark) => ({
                color: dark ? '#1c1a18' : '#ffffff',
                weight: 1.2,
                fillColor: text(f, 'working') === 'no' ? GREY : dark ? WATER_DARK : WATER,
                fillOpacity: 1,
            }),
        },
    },
    {
        id: 'pipes',
        nameKey: 'layer.pipe',
        group: 'networks',
        modes: ['water'],
        minZoom: 12,
        swatches: [
            { key: 'map.legend.pipe', shape: 'line', colour: WATER, dark: WATER_DARK },
            { key: 'map.legend.hose', shape: 'dash', colour: WATER, dark: WATER_DARK },
        ],
        hasOpacity: false,
        needs: { layer: 'pipe' },
        ownClass: 'head_band',
        ownByScheme: true,
        source: {
            kind: 'features',
            layer: 'pipe',
            pane: 'lines',
            simplify: true,
            style: (f, dark) => ({
                color: dark ? WATER_DARK : WATER,
                weight: 1.6,
                ...(text(f, 'kind') === 'hose' || text(f, 'laying') === 'surface' ? { dashArray: '4 4' } : {}),
            }),
        },
    },
    {
        id: 'power-works',
        nameKey: 'map.layers.transformers',
        group: 'networks',
        modes: ['power'],
        minZoom: 10,
        swatches: [{ key: 'map.legend.transformer', shape: 'triangle', colour: POWER, dark: POWER_DARK }],
        hasOpacity: false,
        needs: { layer: 'power_facility' },
        ownClass: 'loading',
        ownByScheme: true,
        marks: true,
        source: {
            kind: 'features',
            layer: 'power_facility',
            pane: 'points',
            keep: (f) => text(f, 'kind') === 'transformer',
            mark: () => 'triangle',
            rim: (dark) => (dark ? POWER_DARK : '#2e1a47'),
            style: powerMark,
        },
    },
    {
        id: 'substations',
        nameKey: 'map.layers.substations',
        group: 'networks',
        modes: ['power'],
        minZoom: 10,
        swatches: [{ key: 'map.legend.substation', shape: 'square', colour: POWER, dark: POWER_DARK }],
        hasOpacity: false,
        needs: { layer: 'power_facility' },
        source: {
            kind: 'features',
            layer: 'power_facility',
            pane: 'points',
            keep: (f) => !['transformer', 'pole', 'meter_box'].includes(text(f, 'kind')),
            mark: () => 'square',
            style: powerMark,
        },
    },
    {
        id: 'power-lines',
        nameKey: 'map.layers.lowVoltage',
        group: 'networks',
        modes: ['power'],
        minZoom: 11,
        swatches: [{ key: 'map.legend.lineLow', shape: 'dash', colour: POWER, dark: POWER_DARK }],
        hasOpacity: false,
        needs: { layer: 'power_line' },
        ownClass: 'voltage_band',
        ownByScheme: true,
        source: {
            kind: 'features',
            layer: 'power_line',
            pane: 'lines',
            simplify: true,
            keep: isLowVoltage,
            style: (_, dark) => ({ color: dark ? POWER_DARK : POWER, weight: 1.2, dashArray: '5 3' }),
        },
    },
    {
        id: 'power-lines-high',
        nameKey: 'map.layers.highVoltage',
        group: 'networks',
        modes: ['power'],
        minZoom: 10,
        swatches: [{ key: 'map.legend.lineMedium', shape: 'line', colour: POWER, dark: POWER_DARK }],
        hasOpacity: false,
        needs: { layer: 'power_line' },
        source: {
            kind: 'features',
            layer: 'power_line',
            pane: 'lines',
            simplify: true,
            keep: (f) => !isLowVoltage(f),
            style: (_, dark) => ({ color: dark ? POWER_DARK : POWER, weight: 2 }),
        },
    },
    {
        id: 'power-estimated',
        nameKey: 'map.layers.estimated',
        group: 'networks',
        modes: ['power'],
        minZoom: 12,
        swatches: [{ key: 'map.layers.estimated', shape: 'dash', colour: '#8c3b00', dark: '#e08a4a' }],
        hasOpacity: false,
        needs: { layer: 'power_line' },
        source: {
            kind: 'features',
            layer: 'power_section',
            pane: 'lines',
            ask: (api, bbox, signal) => api.points('power.network', 'section', bbox, signal),
            keep: (f) => text(f, 'kind') === 'estimated',
            style: (_, dark) => ({ color: dark ? '#e08a4a' : '#8c3b00', weight: 2, dashArray: '8 5', opacity: 1 }),
        },
    },
    {
        id: 'villages',
        nameKey: 'map.layers.villages',
        group: 'places',
        modes: ['overview', 'roads', 'water', 'power', 'crops', 'plans', 'data'],
        minZoom: 11,
        swatches: [{ key: 'map.legend.committee', shape: 'label', colour: INK, dark: INK_DARK }],
        hasOpacity: false,
        needs: { layer: 'admin_unit' },
        source: { kind: 'labels', level: 'village' },
    },
    {
        id: 'groups',
        nameKey: 'map.layers.groups',
        group: 'places',
        modes: ['roads', 'water', 'power'],
        minZoom: 14,
        swatches: [],
        hasOpacity: false,
        needs: { layer: 'admin_unit' },
        source: { kind: 'labels', level: 'group' },
    },
    {
        id: 'facilities',
        nameKey: 'layer.facility',
        group: 'places',
        modes: [],
        minZoom: 12,
        swatches: [{ key: 'layer.facility', shape: 'dot', colour: INK, dark: INK_DARK }],
        hasOpacity: false,
        needs: { layer: 'facility' },
        source: {
            kind: 'features',
            layer: 'facility',
            pane: 'points',
            mark: () => 'dot',
            style: (_, dark) => ({
                color: dark ? '#1c1a18' : '#ffffff',
                weight: 1.2,
                fillColor: dark ? INK_DARK : INK,
                fillOpacity: 1,
            }),
        },
    },
    {
        id: 'plots',
        nameKey: 'layer.plot',
        group: 'land',
        modes: ['crops'],
        minZoom: 14,
        scheme: 'suitability',
        swatches: [],
        hasOpacity: true,
        needs: { layer: 'plot' },
        source: { kind: 'features', layer: 'plot', pane: 'areas', column: 'best_class', style: () => ({ weight: 1 }) },
    },
    {
        id: 'suitability',
        nameKey: 'map.layers.suitability',
        group: 'land',
        modes: ['crops'],
        minZoom: 0,
        scheme: 'suitability',
        swatches: [],
        hasOpacity: true,
        needs: { field: 'suitability' },
        source: { kind: 'field', field: 'suitability' },
    },
    {
        id: 'altitude-zones',
        nameKey: 'map.layers.altitudeZones',
        group: 'land',
        modes: [],
        minZoom: 0,
        scheme: 'altitude_zone',
        swatches: [],
        hasOpacity: true,
        needs: { field: 'altitude_zone' },
        source: { kind: 'field', field: 'altitude_zone' },
    },
    {
        id: 'constraints',
        nameKey: 'layer.constraint_area',
        group: 'land',
        modes: ['plans'],
        minZoom: 0,
        swatches: [{ key: 'layer.constraint_area', shape: 'fill', colour: '#a33b6b' }],
        hasOpacity: true,
        needs: { layer: 'constraint_area' },
        source: {
            kind: 'features',
            layer: 'constraint_area',
            pane: 'areas',
            style: () => ({ color: '#a33b6b', weight: 1.4, dashArray: '6 3', fillColor: '#a33b6b', fillOpacity: 0.12 }),
        },
    },
    {
        id: 'watercourses',
        nameKey: 'layer.watercourse',
        group: 'land',
        modes: ['overview', 'roads', 'water', 'power', 'crops', 'plans', 'data'],
        minZoom: 0,
        swatches: [{ key: 'layer.watercourse', shape: 'line', colour: '#8fa6b5', dark: '#4d6675' }],
        hasOpacity: false,
        needs: { layer: 'watercourse' },
        source: {
            kind: 'features',
            layer: 'watercourse',
            pane: 'areas',
            simplify: true,
            style: (f, dark) => ({
                color: dark ? '#4d6675' : '#8fa6b5',
                weight: text(f, 'kind') === 'river' ? 3 : 1.4,
                fill: false,
            }),
        },
    },
    {
        id: 'boundaries',
        nameKey: 'layer.admin_boundary',
        group: 'land',
        modes: ['overview', 'roads', 'water', 'power', 'crops', 'plans', 'data'],
        minZoom: 0,
        swatches: [{ key: 'layer.admin_boundary', shape: 'dash', colour: '#8b8175', dark: '#9a9084' }],
        hasOpacity: false,
        needs: { layer: 'admin_boundary' },
        source: {
            kind: 'features',
            layer: 'admin_boundary',
            pane: 'areas',
            style: (f, dark) => ({
                color: dark ? '#9a9084' : '#8b8175',
                weight: text(f, 'level') === 'county' ? 2 : 1,
                dashArray: '8 3 2 3',
                fill: false,
            }),
        },
    },
];
