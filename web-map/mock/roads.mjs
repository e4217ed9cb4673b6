// What the road analyses return for the mock county: ways with heights, faults, islands, missing links, how far the road reaches, walking times.
import { BANDS } from './county.mjs';
import { elevation, toLonLat } from './terrain.mjs';

const column = (id, type, more = {}) => ({ id, type, unit: '', decimals: 0, scheme: '', codes: [], ...more });
const number = (id, unit, decimals = 0) => column(id, 'NUMBER', { unit, decimals });
const classes = (id, scheme, codes) => column(id, 'CLASS', { scheme, codes });
const PLACE = [number('east_m', 'm', 1), number('north_m', 'm', 1)];

const entry = (code, colour, symbol, dash = [], width = 2, more = {}) => ({
    code,
    colour,
    symbol,
    served: false,
    unknown: code === 'unknown',
    upTo: null,
    colourDark: null,
    dash,
    width,
    ...more,
});
export const ROAD_SCHEMES = {
    road_network: [
        entry('connected', '#3A3532', 'solid', [], 3, { served: true, colourDark: '#D9D2C8' }),
        entry('island', '#3A3532', 'hatched', [4, 5], 3, { colourDark: '#D9D2C8' }),
        entry('unhardened', '#8A5A2B', 'dashed', [7, 4], 2),
        entry('unknown', '#767676', 'dotted', [1, 5], 2),
        entry('path', '#A8845C', 'dotted', [2, 4], 1.2),
    ],
    way: [
        entry('off_road', '#CC79A7', 'dotted', [1, 5], 3),
        entry('path', '#009E73', 'dotted', [2, 4], 3),
        entry('unhardened', '#D55E00', 'dashed', [7, 4], 4),
        entry('unknown', '#767676', 'dotted', [1, 5], 4),
        entry('hardened', '#0072B2', 'solid', [], 4),
    ],
    vehicle: [
        entry('truck', '#00204D', 'solid', [], 4),
        entry('light', '#31446B', 'solid', [], 3),
        entry('tricycle', '#958F78', 'dashed', [7, 4], 3),
        entry('motorbike', '#CBBA69', 'dashed', [4, 4], 2),
        entry('foot', '#FFEA46', 'dotted', [2, 4], 2),
        entry('unknown', '#767676', 'dotted', [1, 5], 2),
    ],
    road_segment_surface: [
        entry('asphalt', '#3A3532', 'solid', [], 3),
        entry('cement', '#0072B2', 'solid', [], 3),
        entry('earth', '#8A5A2B', 'dashed', [7, 4], 2.4),
    ],
    road_fault: [
        ['near_miss', '#D55E00', 'square'],
        ['duplicate', '#CC79A7', 'diamond'],
        ['self_crossing', '#0072B2', 'cross'],
        ['isolated_piece', '#E69F00', 'triangle'],
        ['hardened_island', '#3A3532', 'plus'],
        ['joined', '#767676', 'dot'],
        ['bad_line', '#009E73', 'flag'],
    ].map(([code, colour, symbol]) => entry(code, colour, symbol, [], null)),
};
const codes = (scheme) => ROAD_SCHEMES[scheme].map((e) => e.code);

const placed = (x, y) => {
    const [lon, lat] = toLonLat(x, y);
    return { east_m: Math.round(x), north_m: Math.round(y), lon, lat };
};
/** A fault at the end of every third road, of the kinds by turns; one has no place. */
function faults(c) {
    return c.roads
        .filter((_, i) => i % 3 === 0)
        .map((road, i) => ({
            code: `F${String(i).padStart(4, '0')}`,
            kind: codes('road_fault')[i % 7],
            road_code: road.code,
            other_code: i % 2 ? c.roads[0].code : null,
            gap_m: i % 7 === 0 ? 0.4 + (i % 5) : null,
            length_m: 20 + i,
            ...(i === 5 ? { east_m: null, north_m: null, lon: null, lat: null } : placed(...road.points.at(-1))),
        }));
}
function islands(c) {
    return c.roads
        .filter((road) => road.network === 'island')
        .map((road, i) => ({
            code: `I${i + 1}`,
            road_code: road.code,
            segments: 1,
            length_m: 400 + 90 * i,
            households_near: 12 + i,
            gap_m: 60 * (i + 1),
            ...placed(...road.points[0]),
        }));
}
function missingLinks(c) {
    return c.groups.slice(0, 12).map((group, i) => ({
        code: group.code,
        households: 40 - 2 * i,
        gap_m: 300 + 20 * i,
        ...placed(group.x, group.y),
        ...Object.fromEntries(
            Object.entries(placed(group.x + 240, group.y + 180 + 20 * i)).map(([id, v]) => [`to_${id}`, v]),
        ),
    }));
}

/** Rows of a level: every household is reached, not reached, or not known. */
function reach(c, level) {
    const areas = level === 'county' ? [{ code: '990101' }] : level === 'township' ? c.townships : c.villages;
    const rows = areas.map(({ code }) => ({
        code,
        households: 0,
        committees: 0,
        committees_reached: 0,
        committees_unknown: 0,
        groups_large: 0,
        groups_large_reached: 0,
        groups_large_unknown: 0,
        groups_small: 0,
        groups_small_reached: 0,
        groups_small_unknown: 0,
        doors_served: 0,
        doors_unknown: 0,
        missing_km: 0,
        ...Object.fromEntries(BANDS.map((band) => [`band_${band}`, 0])),
    }));
    const areaOfVillage = (v) => (level === 'county' ? 0 : level === 'township' ? c.villages[v].township : v);
    c.villages.forEach((village, v) => {
        const row = rows[areaOfVillage(v)];
        row.committees++;
        if (village.committee === 'served') row.committees_reached++;
        if (village.committee === 'unknown') row.committees_unknown++;
    });
    const sizes = new Int32Array(c.groups.length);
    const reachedOf = new Int32Array(c.groups.length);
    for (let i = 0; i < c.n; i++) {
        if (c.status[i] >= 2) continue;
        const row = rows[areaOfVillage(c.groups[c.group[i]].village)];
        row.households++;
        row[`band_${BANDS[c.band[i]]}`]++;
        if (c.road[i] === 0) row.doors_served++;
        if (c.road[i] === 3) row.doors_unknown++;
        sizes[c.group[i]]++;
        if (c.road[i] === 0) reachedOf[c.group[i]]++;
    }
    c.groups.forEach((group, g) => {
        const row = rows[areaOfVillage(group.village)];
        const size = sizes[g] >= 30 ? 'groups_large' : 'groups_small';
        row[size]++;
        if (reachedOf[g] * 2 > sizes[g]) row[`${size}_reached`]++;
        else row.missing_km += 1.2;
    });
    return rows.map((row) => ({ ...row, missing_km: Math.round(row.missing_km * 10) / 10 }));
}

const REACH_COLUMNS = (c) => Object.keys(reach(c, 'county')[0]).filter((id) => id !== 'code');

/** Tables by analysis and id: their columns, the kind of their rows, and the rows. */
export function roadTables(c) {
    const of = (featureKind, columns, rows) => ({ featureKind, columns, rows });
    const areas = (level) =>
        of(
            'admin_unit',
            REACH_COLUMNS(c).map((id) => number(id, '')),
            () => reach(c, level),
        );
    return {
        'road.network': {
            road_segment: of(
                'road_segment',
                [
                    classes('network', 'road_network', codes('road_network')),
                    classes('vehicle', 'vehicle', codes('vehicle')),
                ],
                () => [],
            ),
            island: of(
                'road_island',
                [
                    column('road_code', 'TEXT'),
                    number('segments', ''),
                    number('length_m', 'm'),
                    number('households_near', 'households'),
                    number('gap_m', 'm', 1),
                    ...PLACE,
                ],
                () => islands(c),
            ),
            fault: of(
                'road_fault',
                [
                    classes('kind', 'road_fault', codes('road_fault')),
                    column('road_code', 'TEXT'),
                    column('other_code', 'TEXT'),
                    number('gap_m', 'm', 1),
                    number('length_m', 'm'),
                    ...PLACE,
                ],
                () => faults(c),
            ),
        },
        'road.reach': { county: areas('county'), township: areas('township'), village: areas('village') },
        'road.places': {
            missing_link: of(
                'missing_link',
                [
                    number('households', 'households'),
                    number('gap_m', 'm'),
                    ...PLACE,
                    number('to_east_m', 'm', 1),
                    number('to_north_m', 'm', 1),
                ],
                () => missingLinks(c),
            ),
        },
    };
}

export const WALK_FIELDS = ['walk_to_min', 'walk_back_min'].map((id) => ({
    id,
    unit: 'min',
    scheme: '',
    codes: [],
}));

export function roadAnalyses(c) {
    return Object.entries(roadTables(c)).map(([id, tables]) => ({
        id,
        engineVersion: 1,
        state: 'ready',
        fields: [],
        links: [],
        tables: Object.entries(tables).map(([table, { featureKind, columns, rows }]) => ({
            id: table,
            featureKind,
            columns,
            rows: rows().length,
        })),
    }));
}

/** The legend of the walking times, and the band of a height: what is high is far. */
const LIMITS = [10, 20, 30, 45, 60, 90, 120];
const CIVIDIS = ['#00204d', '#16396d', '#414d6b', '#62646f', '#7d7c78', '#9c9575', '#c1b068', '#fdea45'];
export const WALK_LEGEND = {
    unit: 'min',
    scheme: '',
    bands: CIVIDIS.map((colour, i) => ({ code: '', from: i ? LIMITS[i - 1] : 0, upTo: LIMITS[i] ?? null, colour })),
};
export const walkBand = (h) => Math.max(0, Math.min(7, Math.floor((h - 900) / 200)));
export const WALK_COLOURS = CIVIDIS;

/** A way of three kinds between two points: from the door over the field, along a path, along an earth road; no height in the middle. */
export function wayBetween([x0, y0], [x1, y1]) {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const at = (share) => [
        x0 + (x1 - x0) * share + length * 0.1 * Math.sin(share * 6),
        y0 + (y1 - y0) * share + length * 0.1 * Math.sin(share * 4),
    ];
    const stretch = (kind, code, from, to) => {
        const shares = Array.from({ length: 11 }, (_, k) => from + ((to - from) * k) / 10);
        return {
            kind,
            code,
            line: { type: 'LineString', coordinates: shares.map((s) => toLonLat(...at(s))) },
            alongM: shares.map((s) => Math.round(s * length * 10) / 10),
            heightM: shares.map((s) => (s > 0.44 && s < 0.52 ? null : Math.round(elevation(...at(s)) * 10) / 10)),
        };
    };
    return [
        stretch('off_road', '', 0, 0.2),
        stretch('path', 'R00007', 0.2, 0.6),
        stretch('unhardened', 'R00012', 0.6, 1),
    ];
}
