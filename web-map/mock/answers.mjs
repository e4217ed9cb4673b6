// Class schemes, the list of analyses, the summary and the data screen of the mock county.
import { BANDS, CROPS, VERDICTS } from './county.mjs';
import { ROAD_SCHEMES, WALK_FIELDS, roadAnalyses } from './roads.mjs';

const entry = (code, colour, symbol, more = {}) => ({
    code,
    colour,
    symbol,
    served: false,
    unknown: false,
    upTo: null,
    colourDark: null,
    dash: [],
    width: null,
    ...more,
});
export const LACKS = [
    'none',
    'road',
    'water',
    'voltage',
    'road_water',
    'road_voltage',
    'water_voltage',
    'road_water_voltage',
    'unknown',
];
export const SCHEMES = {
    verdict: [
        entry('served', '#0072B2', 'dot', { served: true }),
        entry('borderline', '#E69F00', 'half'),
        entry('unserved', '#D55E00', 'square'),
        entry('unknown', '#767676', 'ring', { unknown: true }),
    ],
    lacks: LACKS.map((code, i) =>
        entry(
            code,
            ['#0072B2', '#E69F00', '#56B4E9', '#F0E442', '#D55E00', '#CC6B2C', '#CC79A7', '#7A1F1F', '#767676'][i],
            i === 0 ? 'dot' : i === 8 ? 'ring' : 'square',
            { served: i === 0, unknown: i === 8 },
        ),
    ),
    road_distance_band: BANDS.map((code, i) =>
        entry(
            code,
            ['#00224E', '#35456C', '#666970', '#948E77', '#C8B866', '#FEE838', '#767676'][i],
            code === 'unknown' ? 'ring' : 'dot',
            { unknown: code === 'unknown', upTo: [20, 100, 500, 1500, 2000, null, null][i] },
        ),
    ),
    ...ROAD_SCHEMES,
    supply_radius_screen: [
        entry('within_radius', '#0072B2', 'dot'),
        entry('beyond_radius', '#D55E00', 'square'),
        entry('unknown', '#767676', 'ring', { unknown: true }),
    ],
    altitude_zone: ['valley', 'half_mountain', 'high_half_mountain', 'high_mountain', 'unknown'].map((code, i) =>
        entry(code, ['#00224E', '#3B496C', '#7C7B78', '#BCAF6F', '#FEE838'][i], 'fill', {
            upTo: [1000, 1500, 2000, 2600, null][i],
        }),
    ),
    suitability: [
        entry('S1', '#1B6CA8', 'fill'),
        entry('S2', '#6AAFD6', 'fill'),
        entry('S3', '#C7DDEB', 'fill'),
        entry('N', '#D9CFC3', 'fill'),
    ],
};
const column = (id, type, more = {}) => ({ id, type, unit: '', decimals: 0, scheme: '', codes: [], ...more });
const verdict = (id) => column(id, 'CLASS', { scheme: 'verdict', codes: VERDICTS });
const number = (id, unit, decimals = 1) => column(id, 'NUMBER', { unit, decimals });
const table = (columns, rows, id = 'household', featureKind = 'household') => ({ id, featureKind, rows, columns });

export function analyses(c) {
    const base = { engineVersion: 1, state: 'ready', fields: [], links: [] };
    return [
        {
            ...base,
            id: 'road.access',
            tables: [
                table(
                    [
                        verdict('verdict'),
                        column('reason', 'REASON', {
                            codes: [
                                'within_limit',
                                'position_error_can_flip',
                                'surface_unknown_nearby',
                                'too_far',
                                'no_position',
                                'no_roads_on_record',
                                'no_root_on_record',
                                'no_hardened_on_record',
                            ],
                        }),
                        number('distance_m', 'm'),
                        column('band', 'CLASS', { scheme: 'road_distance_band', codes: BANDS }),
                        column('road_code', 'TEXT'),
                    ],
                    c.n,
                ),
            ],
            fields: WALK_FIELDS,
            links: [{ id: 'household_road', from: 'household', to: 'road_segment', unit: 'm', count: c.n }],
        },
        {
            ...base,
            id: 'water.access',
            tables: [
                table(
                    [
                        verdict('verdict'),
                        column('reason', 'REASON', {
                            codes: [
                                'piped_on_record',
                                'hose_on_record',
                                'quality_fails',
                                'cut_too_often',
                                'too_few_litres',
                                'source_within_limits',
                                'error_can_flip',
                                'only_literal_or_holds',
                                'height_unknown',
                                'source_state_unknown',
                                'source_beyond_limits',
                                'no_position',
                                'no_sources_on_record',
                            ],
                        }),
                        number('horizontal_m', 'm'),
                        number('vertical_m', 'm'),
                    ],
                    c.n,
                ),
            ],
        },
        {
            ...base,
            id: 'power.voltage',
            tables: [
                table(
                    [
                        verdict('verdict'),
                        column('reason', 'REASON', {
                            codes: [
                                'measured_within_limits',
                                'measured_too_low',
                                'measured_too_high',
                                'no_power_on_record',
                                'not_measured',
                            ],
                        }),
                        number('voltage_v', 'V'),
                        number('transformer_distance_m', 'm'),
                        column('radius_screen', 'CLASS', {
                            scheme: 'supply_radius_screen',
                            codes: ['within_radius', 'beyond_radius', 'unknown'],
                        }),
                    ],
                    c.n,
                ),
            ],
        },
        {
            ...base,
            id: 'crop.suitability',
            tables: [
                table(
                    [
                        column('altitude_zone', 'CLASS', {
                            scheme: 'altitude_zone',
                            codes: SCHEMES.altitude_zone.map((e) => e.code),
                        }),
                        ...CROPS.map((crop) =>
                            column(`class_${crop}`, 'CLASS', { scheme: 'suitability', codes: ['S1', 'S2', 'S3', 'N'] }),
                        ),
                    ],
                    c.n,
                ),
            ],
            fields: [
                {
                    id: 'altitude_zone',
                    unit: '',
                    scheme: 'altitude_zone',
                    codes: SCHEMES.altitude_zone.map((e) => e.code),
                },
                ...CROPS.map((crop) => ({
                    id: `suitability_${crop}`,
                    unit: '',
                    scheme: 'suitability',
                    codes: ['S1', 'S2', 'S3', 'N'],
                })),
            ],
        },
        ...roadAnalyses(c),
        {
            ...base,
            id: 'summary.household',
            tables: [
                table(
                    [
                        verdict('road'),
                        verdict('water'),
                        verdict('voltage'),
                        column('lacks', 'CLASS', { scheme: 'lacks', codes: LACKS }),
                        number('unknown_needs', 'needs', 0),
                    ],
                    c.n,
                ),
            ],
        },
    ];
}

export function summaryOf(c) {
    const NEEDS = [
        ['road', 'road', 'road.access'],
        ['water', 'water_', 'water.access'],
        ['voltage', 'voltage', 'power.voltage'],
    ];
    const empty = () => Object.fromEntries(VERDICTS.map((v) => [v, { households: 0, people: 0, residents: 0 }]));
    const area = () => ({
        households: 0,
        people: 0,
        residents: 0,
        needs: { road: empty(), water: empty(), voltage: empty() },
    });
    const whole = area();
    const townships = c.townships.map(area);
    const villages = c.villages.map(area);
    const lacks = LACKS.map((code) => ({ code, households: 0, people: 0, residents: 0 }));
    const bands = BANDS.map((code) => ({ code, households: 0, people: 0, residents: 0 }));
    const add = (to, i) => {
        to.households++;
        to.people += c.people[i];
        to.residents += c.resident[i];
    };
    for (let i = 0; i < c.n; i++) {
        if (c.status[i] >= 2) continue;
        const v = c.groups[c.group[i]].village;
        for (const a of [whole, townships[c.villages[v].township], villages[v]]) {
            add(a, i);
            for (const [id, key] of NEEDS) add(a.needs[id][VERDICTS[c[key][i]]], i);
        }
        add(lacks[c.lacks[i]], i);
        add(bands[c.band[i]], i);
    }
    const committee = empty();
    for (const key of VERDICTS) committee[key] = { villages: 0, households: 0 };
    c.villages.forEach((v, i) => {
        committee[v.committee].villages++;
        committee[v.committee].households += villages[i].households;
    });
    return {
        households: whole.households,
        people: whole.people,
        residents: whole.residents,
        needs: NEEDS.map(([id, , analysis]) => ({
            id,
            analysis,
            column: 'verdict',
            ...whole.needs[id],
            ...(id === 'road' ? { committee } : {}),
        })),
        lacks,
        bands,
        townships: c.townships.map((t, i) => ({ code: t.code, name: t.name, ...townships[i] })),
        villages: c.villages.map((v, i) => ({
            code: v.code,
            name: v.name,
            township: c.townships[v.township].code,
            ...villages[i],
            committeeRoad: v.committee,
            committeeReported: v.committee === 'unknown' ? 'unknown' : 'yes',
        })),
        groups: [],
        relocated: {},
    };
}

export function attributesOf(c, version) {
    const layer = (kind, count, issues = []) => ({
        kind,
        count,
        importedAt: version.createdAt,
        revision: 1,
        source: `${kind}.gpkg`,
        crs: 'EPSG:4544',
        issuesByCode: issues,
    });
    return {
        level: 'D',
        levels: [
            { level: 'A', have: ['household', 'admin_unit'], missing: [], unlocks: ['summary.household'] },
            {
                level: 'B',
                have: ['elevation', 'road_segment', 'household'],
                missing: [],
                unlocks: ['road.access', 'crop.suitability'],
            },
            { level: 'C', have: ['water_facility'], missing: [], unlocks: ['water.access'] },
            { level: 'D', have: ['power_facility'], missing: ['power_line'], unlocks: ['power.voltage'] },
            { level: 'E', have: [], missing: ['plot', 'constraint_area'], unlocks: ['crop.suitability'] },
        ],
        layers: [
            layer('household', c.n, [
                { code: 'number_unreadable', severity: 'error', count: 12 },
                { code: 'position_missing', severity: 'warning', count: 88 },
            ]),
            layer('admin_unit', 300),
            layer('road_segment', c.roads.length, [{ code: 'surface_unknown', severity: 'warning', count: 41 }]),
            layer('water_facility', c.water.length),
            layer('pipe', c.pipes.length),
            layer('power_facility', c.power.length),
            layer('power_line', c.lines.length),
        ],
        imports: [
            {
                id: 'i0',
                at: version.createdAt,
                file: 'sample.gpkg',
                layer: 'household',
                mode: 'replace',
                added: c.n,
                changed: 0,
                removed: 0,
                issues: 100,
                version: version.id,
                before: '0',
                wentBack: false,
            },
        ],
    };
}
