// Serves the HTTP contract with a generated county, for work on the map without the server: npm run mock [-- --households 35000 --port 8099]
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BANDS, CROPS, VERDICTS, makeCounty, suitability, toLonLat, zone } from './county.mjs';
import { SCHEMES, analyses, attributesOf, summaryOf } from './answers.mjs';
import { WALK_COLOURS, WALK_LEGEND, roadTables, walkBand, wayBetween } from './roads.mjs';
import { elevation, toXY } from './terrain.mjs';
import { baseTile, fieldTile } from './tiles.mjs';

const argument = (name, standard) => {
    const at = process.argv.indexOf(`--${name}`);
    return at > 0 ? process.argv[at + 1] : standard;
};
const port = Number(argument('port', '8099'));
const households = Number(argument('households', '6000'));
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const county = makeCounty(households);
const C = '990101';
const [west, south] = toLonLat(-county.half, -county.half);
const [east, north] = toLonLat(county.half, county.half);
const VERSION = { id: 'v1', createdAt: '2026-11-23T08:30:00Z' };
let hasCounty = argument('empty', 'no') !== 'yes';
const head = () => ({
    code: C,
    name: '样例县',
    synthetic: true,
    version: VERSION,
    dataLevel: 'D',
    profile: 'cn-sichuan',
    epsg: 4544,
    crsName: 'CGCS2000 / 3-degree GK CM 102E',
    bbox: [west, south, east, north],
    households: county.n,
    people: county.people.reduce((a, b) => a + b, 0),
});
const summary = summaryOf(county);
const tablesOfRoads = roadTables(county);
const VEHICLES = { asphalt: 'truck', cement: 'light', earth: 'tricycle' };
const jobs = new Map();
const imports = new Map();
const answered = new Set();
const committed = new Set();
const lonLatOf = (i) => toLonLat(county.x[i], county.y[i]);
const point = (p) => ({ type: 'Point', coordinates: toLonLat(p.x, p.y) });
const line = (p) => ({ type: 'LineString', coordinates: p.points.map(([x, y]) => toLonLat(x, y)) });
const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties });
const LAYERS = {
    road_segment: () =>
        county.roads.map((r) =>
            feature(line(r), {
                code: r.code,
                surface: r.surface === 'unknown' ? null : r.surface,
                road_class: r.roadClass,
                network: r.network,
                vehicle: VEHICLES[r.surface] ?? 'unknown',
            }),
        ),
    water_facility: () =>
        county.water.map((w) => feature(point(w), { code: w.code, kind: w.kind, working: w.working ? 'yes' : 'no' })),
    pipe: () => county.pipes.map((p) => feature(line(p), { code: p.code, kind: p.kind, laying: p.laying })),
    power_facility: () => county.power.map((p) => feature(point(p), { code: p.code, kind: p.kind, kva: p.kva })),
    power_line: () => county.lines.map((p) => feature(line(p), { code: p.code, kind: p.kind })),
    admin_unit: () => [
        ...county.villages.map((v) => feature(point(v), { code: v.code, name: v.name, level: 'village' })),
        ...county.groups.map((g) => feature(point(g), { code: g.code, name: g.name, level: 'group' })),
    ],
    plot: () =>
        Array.from({ length: Math.min(county.n, 3000) }, (_, i) => {
            const [x, y] = [county.x[i] + 40, county.y[i] + 30];
            const ring = [
                [0, 0],
                [45, 5],
                [50, 40],
                [5, 36],
                [0, 0],
            ].map(([a, b]) => toLonLat(x + a, y + b));
            const h = county.h[i];
            return feature(
                { type: 'Polygon', coordinates: [ring] },
                {
                    code: `${county.codes[i]}-1`,
                    area_mu: 2.4,
                    best_class: ['S1', 'S2', 'S3', 'N'][Math.min(...CROPS.map((c) => suitability(c, h)))],
                },
            );
        }),
    watercourse: () => [
        feature(
            {
                type: 'LineString',
                coordinates: Array.from({ length: 200 }, (_, k) => {
                    const y = -county.half + (k * 2 * county.half) / 199;
                    return toLonLat(2200 * Math.sin(y / 5200) + 900 * Math.sin(y / 2100 + 1), y);
                }),
            },
            { code: 'river', kind: 'river' },
        ),
    ],
    admin_boundary: () => [
        feature(
            {
                type: 'Polygon',
                coordinates: [
                    [
                        [west, south],
                        [east, south],
                        [east, north],
                        [west, north],
                        [west, south],
                    ],
                ],
            },
            { code: C, level: 'county' },
        ),
    ],
    facility: () => [],
    constraint_area: () => [],
    project: () => [],
};
const tableColumns = {
    'summary.household': { road: 'road', water: 'water_', voltage: 'voltage', lacks: 'lacks' },
    'road.access': { verdict: 'road', reason: 'roadReason', distance_m: 'distance', band: 'band' },
    'water.access': { verdict: 'water_', reason: 'waterReason', horizontal_m: 'horizontal', vertical_m: 'vertical' },
    'power.voltage': {
        verdict: 'voltage',
        reason: 'voltageReason',
        voltage_v: 'volts',
        transformer_distance_m: 'transformer',
        radius_screen: 'screen',
    },
    'crop.suitability': { altitude_zone: 'zone' },
};
const attributeColumns = {
    people_registered: 'people',
    people_resident: 'resident',
    house_status: 'status',
    elevation_m: 'h',
    relocated: 'relocated',
};

const send = (response, status, body, type = 'application/json') => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body));
};
const problem = (response, status, code, params = {}) =>
    send(response, status, { type: 'about:blank', title: code, status, code, params }, 'application/problem+json');
const binary = (response, array) =>
    send(response, 200, Buffer.from(array.buffer, array.byteOffset, array.byteLength), 'application/octet-stream');

function startJob(step = 0.1) {
    const id = `job${jobs.size + 1}`;
    const job = { id, state: 'running', share: 0, message: 'job.assess', params: {}, version: null };
    jobs.set(id, job);
    const timer = setInterval(() => {
        job.share = Math.min(1, job.share + step);
        if (job.state !== 'running') clearInterval(timer);
        else if (job.share >= 1) {
            job.state = 'done';
            job.version = VERSION.id;
            hasCounty = true;
        }
    }, 350);
    return job;
}

function householdOf(code) {
    const i = county.codes.indexOf(code);
    if (i < 0) return undefined;
    const group = county.groups[county.group[i]];
    const village = county.villages[group.village];
    const township = county.townships[village.township];
    const [lon, lat] = lonLatOf(i);
    const verdict = (v) => VERDICTS[v];
    const target = [
        county.x[i] + Math.min(county.distance[i], 1500) * 0.8,
        county.y[i] + Math.min(county.distance[i], 1500) * 0.6,
    ];
    const way = county.has[i] ? { type: 'LineString', coordinates: [[lon, lat], toLonLat(...target)] } : null;
    return {
        code,
        position: county.has[i]
            ? { lon, lat, altitudeM: Math.round(county.h[i]), errorM: 10, source: 'surveyed' }
            : null,
        units: {
            group: { code: group.code, name: group.name },
            village: { code: village.code, name: village.name },
            township: { code: township.code, name: township.name },
        },
        attributes: [
            { name: 'people_registered', value: county.people[i], unit: 'people' },
            { name: 'people_resident', value: county.resident[i], unit: 'people' },
            {
                name: 'house_status',
                value: ['lived_in', 'seasonal', 'empty', 'demolished'][county.status[i]],
                unit: '',
            },
            { name: 'water_connection', value: 'hose', unit: '' },
        ],
        results: [
            {
                analysis: 'road.access',
                table: 'household',
                verdictColumn: 'verdict',
                reasonColumn: 'reason',
                row: {
                    verdict: verdict(county.road[i]),
                    reason: [
                        'within_limit',
                        'position_error_can_flip',
                        'surface_unknown_nearby',
                        'too_far',
                        'no_position',
                    ][county.roadReason[i]],
                    distance_m: nan(county.distance[i]),
                    possible_distance_m: nan(county.distance[i]),
                    position_error_m: 10,
                    limit_m: 500,
                    road_code: 'R00012',
                    band: BANDS[county.band[i]],
                },
                explanation: {
                    steps: [
                        {
                            key: 'road.access.too_far',
                            numbers: { distance_m: nan(county.distance[i]), limit_m: 500, position_error_m: 10 },
                            texts: { road_code: 'R00012' },
                            thresholds: ['road.household.distance_m'],
                        },
                    ],
                    drawing: way,
                    way: county.has[i] ? wayBetween([county.x[i], county.y[i]], target) : [],
                },
            },
            {
                analysis: 'water.access',
                table: 'household',
                verdictColumn: 'verdict',
                reasonColumn: 'reason',
                row: {
                    verdict: verdict(county.water_[i]),
                    reason: {
                        0: 'piped_on_record',
                        1: 'hose_on_record',
                        10: 'source_beyond_limits',
                        8: 'height_unknown',
                    }[county.waterReason[i]],
                    horizontal_m: nan(county.horizontal[i]),
                    vertical_m: nan(county.vertical[i]),
                    horizontal_limit_m: 800,
                    vertical_limit_m: 80,
                    source_code: 'W3',
                },
                explanation: { steps: [], drawing: null, way: [] },
            },
            {
                analysis: 'power.voltage',
                table: 'household',
                verdictColumn: 'verdict',
                reasonColumn: 'reason',
                row: {
                    verdict: verdict(county.voltage[i]),
                    reason: [
                        'measured_within_limits',
                        'measured_too_low',
                        'measured_too_high',
                        'no_power_on_record',
                        'not_measured',
                    ][county.voltageReason[i]],
                    voltage_v: nan(county.volts[i]),
                    voltage_low_limit_v: 198,
                    voltage_high_limit_v: 235.4,
                    transformer_distance_m: county.transformer[i],
                    radius_screen: ['within_radius', 'beyond_radius', 'unknown'][county.screen[i]],
                },
                explanation: { steps: [], drawing: null, way: [] },
            },
        ],
        links: [
            {
                analysis: 'power.voltage',
                link: 'household_transformer',
                to: 'T0A',
                value: county.transformer[i],
                geometry: { type: 'LineString', coordinates: [[lon, lat], toLonLat(village.x + 60, village.y - 40)] },
            },
        ],
        plots: [
            {
                code: `${code}-1`,
                areaMu: 2.4,
                landClass: 'arable',
                best: CROPS.map((crop) => ({
                    crop,
                    class: ['S1', 'S2', 'S3', 'N'][suitability(crop, county.h[i])],
                    limiting: 'altitude',
                }))
                    .sort((a, b) => (a.class < b.class ? -1 : 1))
                    .slice(0, 4),
            },
        ],
        industries: [
            { id: 'red_pepper', match: 'suitable', rank: 1, reasons: ['altitude_fits'] },
            { id: 'bee', match: 'conditional', rank: 2, reasons: ['no_road_needed'] },
        ],
    };
}
const nan = (v) => (Number.isNaN(v) ? null : Math.round(v * 10) / 10);

function preview(name, id) {
    const needs = /\.csv$/i.test(name) && !answered.has(id);
    const field = (attribute, column) => ({ kind: 'household', attribute, column, constant: null, translated: false });
    return {
        importId: id,
        file: name,
        format: /\.csv$/i.test(name) ? 'csv' : 'geojson',
        mode: 'merge',
        layers: [
            {
                sourceLayer: name,
                kind: 'household',
                kinds: ['household'],
                features: 5980,
                mapping: [
                    { column: '户编号', attribute: 'code', translated: false, dropped: false },
                    { column: '家庭人口', attribute: 'people_registered', translated: true, dropped: false },
                    { column: '身份证号', attribute: null, translated: false, dropped: true },
                ],
                fields: [field('code', '户编号'), field('people_registered', '家庭人口'), field('group_code', null)],
                position: null,
                crs: {
                    epsg: 4544,
                    name: 'CGCS2000 / 3-degree GK CM 102E',
                    how: needs ? 'detected' : 'read',
                    options: [
                        { epsg: 4544, name: 'CGCS2000 / 3-degree GK CM 102E' },
                        { epsg: 4490, name: 'CGCS2000' },
                    ],
                },
                encoding: { name: 'GB18030', how: needs ? 'asked' : 'read', options: ['GB18030', 'UTF-8'] },
                preview: [
                    { 户编号: '990101100200010001', 家庭人口: '4' },
                    { 户编号: '990101100200010002', 家庭人口: '2' },
                ],
            },
        ],
        questions: needs
            ? [
                  { id: 'encoding', options: ['GB18030', 'UTF-8'], default: 'GB18030' },
                  { id: 'crs', options: ['EPSG:4544', 'EPSG:4490'], default: 'EPSG:4544' },
              ]
            : [],
        issues: [
            {
                code: 'number_unreadable',
                severity: 'error',
                count: 3,
                first: [{ where: `${name}:217`, field: 'elevation_m', value: '1,2O4', params: {} }],
            },
            {
                code: 'personal_column_dropped',
                severity: 'info',
                count: 1,
                first: [{ where: name, field: '身份证号', value: '', params: {} }],
            },
        ],
        effect: { added: 0, changed: 14, removed: 0, unchanged: 5966, sameAsBefore: false },
        effects: {},
        rejected: 3,
        canCommit: true,
        committed: committed.has(id),
    };
}

function tiles(response, path, url) {
    let m = path.match(/^\/tiles\/[^/]+\/base\/(\d+)\/(\d+)\/(\d+)\.png$/);
    if (m)
        return send(
            response,
            200,
            baseTile(+m[1], +m[2], +m[3], url.searchParams.get('theme') === 'dark', county.half),
            'image/png',
        );
    m = path.match(/^\/tiles\/[^/]+\/field\/([^/]+)\/([^/]+)\/(\d+)\/(\d+)\/(\d+)\.png$/);
    if (!m) return problem(response, 404, 'not_found');
    if (m[2].startsWith('walk_'))
        return send(response, 200, fieldTile(+m[3], +m[4], +m[5], county.half, walkBand, WALK_COLOURS), 'image/png');
    const crop = m[2].replace('suitability_', '');
    const isZone = m[2] === 'altitude_zone';
    const colours = SCHEMES[isZone ? 'altitude_zone' : 'suitability'].map((e) => e.colour);
    return send(
        response,
        200,
        fieldTile(+m[3], +m[4], +m[5], county.half, isZone ? zone : (h) => suitability(crop, h), colours),
        'image/png',
    );
}

function search(q) {
    const out = [];
    const add = (kind, p, name, context) =>
        out.length < 12 &&
        out.push({ kind, code: p.code, name, lon: toLonLat(p.x, p.y)[0], lat: toLonLat(p.x, p.y)[1], context });
    for (const t of county.townships) if (t.name.includes(q) || t.code.startsWith(q)) add('township', t, t.name, '');
    for (const v of county.villages)
        if (v.name.includes(q) || v.code.startsWith(q)) add('village', v, v.name, county.townships[v.township].name);
    for (let i = 0; i < county.n && out.length < 12; i++)
        if (county.codes[i].startsWith(q))
            add(
                'household',
                { code: county.codes[i], x: county.x[i], y: county.y[i] },
                '',
                county.villages[county.groups[county.group[i]].village].name,
            );
    return out;
}

function table(url, analysis, id) {
    const ofRoads = tablesOfRoads[analysis]?.[id];
    if (ofRoads) {
        const rows = ofRoads.rows();
        const from = Number(url.searchParams.get('offset') ?? 0);
        return {
            total: rows.length,
            columns: ofRoads.columns,
            rows: rows.slice(from, from + Number(url.searchParams.get('limit') ?? 100)),
        };
    }
    if (id !== 'household') return { total: 0, columns: [], rows: [] };
    const limit = Number(url.searchParams.get('limit') ?? 100);
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const columns = tableColumns[analysis] ?? {};
    const rows = county.codes.slice(offset, offset + limit).map((code, k) => ({
        code,
        ...Object.fromEntries(Object.entries(columns).map(([c, key]) => [c, nan(county[key][offset + k])])),
    }));
    return { total: county.n, columns: Object.keys(columns), rows };
}

function answer(request, response, url, path) {
    if (path === '/api/version') return send(response, 200, { version: '0.1.0-mock', build: 'mock' });
    if (path === '/api/schemes') return send(response, 200, SCHEMES);
    if (path === '/api/counties') {
        if (request.method === 'POST') return send(response, 202, { jobId: startJob().id });
        return send(response, 200, hasCounty ? [head()] : []);
    }
    let m = path.match(/^\/api\/jobs\/([^/]+)(\/events)?$/);
    if (m) {
        const job = jobs.get(m[1]);
        if (!job) return problem(response, 404, 'not_found', { what: m[1] });
        if (request.method === 'DELETE') {
            job.state = 'cancelled';
            return send(response, 200, job);
        }
        if (!m[2]) return send(response, 200, job);
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
        const timer = setInterval(() => {
            response.write(`data: ${JSON.stringify(job)}\n\n`);
            if (job.state !== 'running') {
                clearInterval(timer);
                response.end();
            }
        }, 200);
        return request.on('close', () => clearInterval(timer));
    }
    m = path.match(/^\/api\/counties\/([^/]+)(\/.*)?$/);
    if (!m) return problem(response, 404, 'not_found', { what: path });
    if (m[1] !== C) return problem(response, 404, 'no_county', { county: m[1] });
    const rest = m[2] ?? '';
    if (rest === '')
        return send(response, 200, {
            ...head(),
            layers: [['household', () => county.codes], ...Object.entries(LAYERS)].map(([kind, f]) => ({
                kind,
                geometry: 'ANY',
                count: f().length,
                importedAt: VERSION.createdAt,
                source: 'sample',
            })),
            analyses: analyses(county),
            standards: {
                id: 'cn-sichuan',
                thresholds: [
                    {
                        name: 'road.household.distance_m',
                        value: 500,
                        unit: 'm',
                        source: {
                            en: 'County setting; there is no national rule for households',
                            'zh-CN': '县级设定值；国家对到户距离没有规定限值',
                        },
                        clause: { en: '', 'zh-CN': '' },
                        note: { en: '', 'zh-CN': '' },
                        date: '2026-01-01',
                        confidence: 'GK',
                        confirm: true,
                    },
                ],
            },
        });
    if (rest === '/summary') return send(response, 200, summary);
    if (rest === '/households/positions') {
        const out = Buffer.alloc(4 + county.n * 8);
        out.writeUInt32LE(county.n, 0);
        for (let i = 0; i < county.n; i++) {
            const [lon, lat] = lonLatOf(i);
            out.writeInt32LE(county.has[i] ? Math.round(lon * 1e7) : 0x7fffffff, 4 + i * 8);
            out.writeInt32LE(county.has[i] ? Math.round(lat * 1e7) : 0x7fffffff, 8 + i * 8);
        }
        return binary(response, out);
    }
    if (rest === '/households/codes')
        return send(
            response,
            200,
            county.codes.slice(
                Number(url.searchParams.get('from') ?? 0),
                Number(url.searchParams.get('from') ?? 0) + Number(url.searchParams.get('count') ?? county.n),
            ),
        );
    if (rest === '/households/units') {
        const out = Buffer.alloc(8 + county.n * 6);
        out.writeUInt32LE(county.n, 0);
        out.writeUInt32LE(3, 4);
        for (let i = 0; i < county.n; i++) {
            const g = county.group[i];
            const v = county.groups[g].village;
            out.writeUInt16LE(county.villages[v].township, 8 + i * 2);
            out.writeUInt16LE(v, 8 + (county.n + i) * 2);
            out.writeUInt16LE(g, 8 + (2 * county.n + i) * 2);
        }
        return binary(response, out);
    }
    if (rest === '/units') {
        const place = (p) => ({ lon: toLonLat(p.x, p.y)[0], lat: toLonLat(p.x, p.y)[1] });
        return send(response, 200, {
            townships: county.townships.map((t) => ({ code: t.code, name: t.name })),
            villages: county.villages.map((v) => ({
                code: v.code,
                name: v.name,
                township: county.townships[v.township].code,
                ...place(v),
            })),
            groups: county.groups.map((g) => ({
                code: g.code,
                name: g.name,
                village: county.villages[g.village].code,
                ...place(g),
            })),
        });
    }
    let k = rest.match(/^\/households\/attributes\/(.+)$/);
    if (k)
        return attributeColumns[k[1]]
            ? binary(response, county[attributeColumns[k[1]]])
            : problem(response, 404, 'no_attribute');
    k = rest.match(/^\/households\/(.+)$/);
    if (k) {
        const h = householdOf(k[1]);
        return h ? send(response, 200, h) : problem(response, 404, 'no_household', { code: k[1] });
    }
    k = rest.match(/^\/tables\/([^/]+)\/household\/columns\/(.+)$/);
    if (k) {
        if (k[1] === 'crop.suitability' && k[2].startsWith('class_'))
            return binary(
                response,
                Uint8Array.from(county.h, (h) => suitability(k[2].slice(6), h)),
            );
        const key = tableColumns[k[1]]?.[k[2]];
        return key ? binary(response, county[key]) : problem(response, 404, 'no_column', { column: k[2] });
    }
    k = rest.match(/^\/tables\/([^/]+)\/([^/]+)\/points$/);
    if (k) {
        const rows = tablesOfRoads[k[1]]?.[k[2]]?.rows().filter((row) => typeof row.lon === 'number');
        if (!rows) return problem(response, 404, 'not_found', { what: k[2] });
        const box = (url.searchParams.get('bbox') ?? '-180,-90,180,90').split(',').map(Number);
        const features = rows
            .filter(({ lon, lat }) => lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3])
            .map(({ lon, lat, to_lon: toLon, to_lat: toLat, ...properties }) =>
                feature(
                    toLon === undefined
                        ? { type: 'Point', coordinates: [lon, lat] }
                        : {
                              type: 'LineString',
                              coordinates: [
                                  [lon, lat],
                                  [toLon, toLat],
                              ],
                          },
                    properties,
                ),
            );
        return send(response, 200, { type: 'FeatureCollection', total: features.length, features });
    }
    if (/^\/fields\/road\.access\//.test(rest)) return send(response, 200, WALK_LEGEND);
    k = rest.match(/^\/tables\/([^/]+)\/([^/]+)$/);
    if (k) return send(response, 200, table(url, k[1], k[2]));
    k = rest.match(/^\/features\/(.+)$/);
    if (k) {
        const box = (url.searchParams.get('bbox') ?? '-180,-90,180,90').split(',').map(Number);
        const inside = (f) => {
            const list =
                f.geometry.type === 'Point'
                    ? [f.geometry.coordinates]
                    : f.geometry.coordinates.flat(f.geometry.type === 'Polygon' ? 1 : 0);
            return (
                list.some(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) ||
                f.properties.level === 'county'
            );
        };
        return send(response, 200, {
            type: 'FeatureCollection',
            features: (LAYERS[k[1]]?.() ?? []).filter(inside).slice(0, Number(url.searchParams.get('limit') ?? 20000)),
        });
    }
    if (rest === '/point') {
        const [x, y] = toXY(Number(url.searchParams.get('lon')), Number(url.searchParams.get('lat')));
        if (Math.abs(x) > county.half || Math.abs(y) > county.half)
            return send(response, 200, {
                altitudeM: null,
                slopeDeg: null,
                aspectDeg: null,
                zone: null,
                meanTemperatureC: null,
                crops: [],
                nearestRoadM: null,
            });
        const h = elevation(x, y);
        return send(response, 200, {
            altitudeM: Math.round(h),
            slopeDeg: 18.4,
            aspectDeg: 140,
            zone: SCHEMES.altitude_zone[zone(h)].code,
            meanTemperatureC: 17 - (h - 850) * 0.0055,
            nearestRoadM: 640,
            crops: CROPS.map((crop) => ({
                crop,
                class: ['S1', 'S2', 'S3', 'N'][suitability(crop, h)],
                limiting: 'altitude',
            })),
        });
    }
    if (rest === '/search') return send(response, 200, search(url.searchParams.get('q') ?? ''));
    if (rest === '/data') return send(response, 200, attributesOf(county, VERSION));
    if (rest === '/assess') return send(response, 202, { jobId: startJob().id });
    if (rest === '/jobs')
        return send(
            response,
            200,
            [...jobs.values()].filter((j) => j.state === 'running'),
        );
    if (rest === '/imports/jobs' && request.method === 'POST') {
        let body = '';
        request.setEncoding('latin1');
        request.on('data', (part) => {
            body += part;
        });
        return request.on('end', () => {
            const name = Buffer.from(body.match(/filename="([^"]*)"/)?.[1] ?? 'file', 'latin1').toString('utf8');
            if (/\.exe$/.test(name)) return problem(response, 422, 'format_unknown', { file: name });
            const id = `i${imports.size + 1}`;
            imports.set(id, name);
            return send(response, 202, { importId: id, jobId: startJob(0.5).id });
        });
    }
    k = rest.match(/^\/imports\/([^/]+)(\/jobs|\/commit\/jobs|\/undo|\/bad-rows\.csv)?$/);
    if (k) {
        if (k[2] === '/undo') return send(response, 200, { version: VERSION.id, jobId: startJob().id });
        if (k[2]) {
            if (k[2] === '/jobs') answered.add(k[1]);
            else if (k[2] === '/commit/jobs') committed.add(k[1]);
            if (k[2] !== '/bad-rows.csv')
                return request
                    .resume()
                    .on('end', () => send(response, 202, { importId: k[1], jobId: startJob(0.5).id }));
        }
        if (k[2] === '/bad-rows.csv') return send(response, 200, '户编号\n', 'text/csv');
        if (request.method === 'GET') return send(response, 200, preview(imports.get(k[1]), k[1]));
        return send(response, 200, {});
    }
    return problem(response, 404, 'not_found', { what: path });
}

createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    if (path.startsWith('/tiles/')) return tiles(response, path, url);
    if (path.startsWith('/api/')) return answer(request, response, url, path);
    const file = join(dist, path === '/' ? 'index.html' : path);
    if (!file.startsWith(dist) || !existsSync(file)) return problem(response, 404, 'not_found');
    const type =
        { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }[
            extname(file)
        ] ?? 'application/octet-stream';
    return send(response, 200, readFileSync(file), type);
}).listen(port, '127.0.0.1', () => console.log(`mock county with ${county.n} households at http://127.0.0.1:${port}/`));
