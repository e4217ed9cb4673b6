// The generated county behind the mock server: units, roads, works and households with verdicts, seeded.
import { elevation, random, toLonLat, valleyX } from './terrain.mjs';

const FAMILY = [
    '李',
    '王',
    '张',
    '罗',
    '杨',
    '马',
    '石',
    '沙',
    '吉',
    '草',
    '竹',
    '松',
    '水',
    '白',
    '黑',
    '青',
    '红',
    '大',
    '小',
    '上',
];
const PLACE = [
    '家坪',
    '家湾',
    '岩沟',
    '竹林',
    '坝子',
    '梁子',
    '马坪',
    '草坪',
    '石板',
    '水井',
    '核桃',
    '沟头',
    '窝子',
    '坡',
];
export const BANDS = ['at_door', 'within_100', 'within_500', 'within_1500', 'within_2000', 'beyond', 'unknown'];
export const VERDICTS = ['served', 'borderline', 'unserved', 'unknown'];
export const CROPS = ['loquat', 'walnut', 'red_pepper', 'potato', 'tartary_buckwheat', 'tea'];
export const CROP_RANGE = {
    loquat: [850, 1200, 1600],
    walnut: [1800, 2200, 2500],
    red_pepper: [1200, 2300, 2600],
    potato: [1800, 3000, 3300],
    tartary_buckwheat: [1700, 3000, 3200],
    tea: [900, 1500, 1800],
};

export const suitability = (crop, h) => {
    const [low, high, max] = CROP_RANGE[crop];
    if (h >= low && h <= high) return h < low + 80 || h > high - 80 ? 1 : 0;
    if (h > low - 150 && h <= max) return 2;
    return 3;
};
export const zone = (h) => (h < 1000 ? 0 : h < 1500 ? 1 : h < 2000 ? 2 : h < 2600 ? 3 : 4);

export function makeCounty(households, seed = 7) {
    const rnd = random(seed);
    const half = households > 100_000 ? 40_000 : households > 20_000 ? 18_000 : 12_000;
    const townshipCount = households > 20_000 ? 14 : 8;
    const villageCount = households > 100_000 ? 400 : households > 20_000 ? 110 : 42;
    const townships = [];
    for (let i = 0; i < townshipCount; i++) {
        const y = -half * 0.9 + ((i + 0.5) * 1.8 * half) / townshipCount;
        townships.push({
            code: `990101${100 + i}`,
            name: FAMILY[i] + PLACE[i % PLACE.length] + (i % 3 ? '乡' : '镇'),
            x: valleyX(y),
            y,
        });
    }
    const villages = [];
    const groups = [];
    const roads = [];
    const water = [];
    const pipes = [];
    const power = [];
    const lines = [];
    const near = new Map();
    const cellKey = (x, y) => Math.floor(x / 400) * 100_003 + Math.floor(y / 400);
    const addRoad = (points, surface, roadClass, network) => {
        const code = `R${String(roads.length + 1).padStart(5, '0')}`;
        roads.push({ code, points, surface, roadClass, network });
        if (network === 'connected') {
            for (const [x, y] of points) {
                const key = cellKey(x, y);
                if (!near.has(key)) near.set(key, []);
                near.get(key).push(x, y);
            }
        }
    };
    const path = (x0, y0, x1, y1, wiggle) => {
        const steps = Math.max(3, Math.round(Math.hypot(x1 - x0, y1 - y0) / 60));
        const out = [];
        for (let i = 0; i <= steps; i++) {
            const t = i / steps;
            const bend = wiggle * Math.sin(t * Math.PI * 3 + x0) * Math.sin(t * Math.PI);
            out.push([x0 + (x1 - x0) * t + bend, y0 + (y1 - y0) * t + bend * 0.7]);
        }
        return out;
    };
    const spine = [];
    for (let y = -half; y <= half; y += 70) spine.push([valleyX(y) + 120, y]);
    for (let i = 0; i + 30 < spine.length; i += 30)
        addRoad(spine.slice(i, i + 31), 'asphalt', 'provincial', 'connected');
    for (let v = 0; v < villageCount; v++) {
        const t = v % townshipCount;
        const y = townships[t].y + (rnd() - 0.5) * ((1.7 * half) / townshipCount);
        const side = rnd() < 0.5 ? -1 : 1;
        const x = valleyX(y) + side * (500 + rnd() * half * 0.55);
        const code = `${townships[t].code}${200 + Math.floor(v / townshipCount)}`;
        const name = FAMILY[(v * 7) % 20] + PLACE[(v * 5) % PLACE.length] + '村';
        const r = rnd();
        villages.push({ code, name, township: t, x, y });
        const start = [valleyX(y) + 120, y];
        const surface = r < 0.8 ? 'cement' : r < 0.93 ? 'earth' : 'unknown';
        addRoad(
            path(start[0], start[1], x, y, 250),
            surface,
            'village',
            surface === 'cement' ? 'connected' : surface === 'earth' ? 'unhardened' : 'unknown',
        );
        villages[v].committee = surface === 'cement' ? 'served' : surface === 'earth' ? 'unserved' : 'unknown';
        power.push({
            code: `T${v}A`,
            kind: 'transformer',
            kva: 50 + 50 * Math.floor(rnd() * 3),
            x: x + 60,
            y: y - 40,
            village: v,
        });
        lines.push({ code: `L${v}`, kind: 'kv10', points: path(start[0], start[1] + 80, x + 60, y - 40, 80) });
        const groupCount = 3 + Math.floor(rnd() * 4);
        for (let g = 0; g < groupCount; g++) {
            const angle = rnd() * 2 * Math.PI;
            const far = 300 + rnd() * 2200;
            const gx = x + Math.cos(angle) * far;
            const gy = y + Math.sin(angle) * far;
            groups.push({
                code: `${code}${String(g + 1).padStart(2, '0')}`,
                name: `${g + 1}组`,
                village: v,
                x: gx,
                y: gy,
            });
            const k = rnd();
            if (k < 0.75) {
                const kind = k < 0.15 ? 'cement' : k < 0.62 ? 'earth' : 'unknown';
                const network =
                    kind === 'cement'
                        ? surface === 'cement'
                            ? 'connected'
                            : 'island'
                        : kind === 'earth'
                          ? 'unhardened'
                          : 'unknown';
                addRoad(path(x, y, gx, gy, 160), kind, 'track', network);
            }
            if (rnd() < 0.6) {
                const sx = gx + 250 * (rnd() - 0.3);
                const sy = gy + 250 * (rnd() - 0.3);
                const at = water.length;
                water.push({
                    code: `W${at}`,
                    kind: rnd() < 0.5 ? 'spring' : 'tank',
                    working: rnd() > 0.12,
                    x: sx,
                    y: sy,
                });
                pipes.push({
                    code: `P${at}`,
                    kind: rnd() < 0.5 ? 'hose' : 'main',
                    laying: rnd() < 0.5 ? 'surface' : 'buried',
                    points: path(sx, sy, gx, gy, 30),
                });
            }
            lines.push({ code: `L${v}-${g}`, kind: 'low_voltage', points: path(x + 60, y - 40, gx, gy, 20) });
        }
    }
    const n = households;
    const county = {
        half,
        townships,
        villages,
        groups,
        roads,
        water,
        pipes,
        power,
        lines,
        n,
        x: new Float64Array(n),
        y: new Float64Array(n),
        h: new Float32Array(n),
        has: new Uint8Array(n),
        group: new Uint16Array(n),
        people: new Float32Array(n),
        resident: new Float32Array(n),
        status: new Uint8Array(n),
        relocated: new Uint8Array(n),
        road: new Uint8Array(n),
        roadReason: new Uint8Array(n),
        distance: new Float32Array(n),
        band: new Uint8Array(n),
        water_: new Uint8Array(n),
        waterReason: new Uint8Array(n),
        horizontal: new Float32Array(n),
        vertical: new Float32Array(n),
        voltage: new Uint8Array(n),
        voltageReason: new Uint8Array(n),
        volts: new Float32Array(n),
        transformer: new Float32Array(n),
        screen: new Uint8Array(n),
        lacks: new Uint8Array(n),
        zone: new Uint8Array(n),
    };
    // Rows are in the order of codes: groups in order, households numbered within.
    const order = groups.map((_, i) => i).sort((a, b) => (groups[a].code < groups[b].code ? -1 : 1));
    const per = n / groups.length;
    county.codes = new Array(n);
    for (let i = 0; i < n; i++) {
        const g = order[Math.min(groups.length - 1, Math.floor(i / per))];
        const group = groups[g];
        const spread = (rnd() + rnd() + rnd() - 1.5) * 420;
        const angle = rnd() * Math.PI * 2;
        const x = group.x + Math.cos(angle) * spread;
        const y = group.y + Math.sin(angle) * spread;
        county.codes[i] = `${group.code}${String(i - Math.floor(Math.floor(i / per) * per) + 1).padStart(4, '0')}`;
        county.x[i] = x;
        county.y[i] = y;
        county.has[i] = rnd() < 0.985 ? 1 : 0;
        county.h[i] = elevation(x, y);
        county.group[i] = g;
        county.people[i] = 1 + Math.floor(rnd() * 6);
        county.resident[i] = Math.max(0, county.people[i] - Math.floor(rnd() * 3));
        county.status[i] = rnd() < 0.88 ? 0 : rnd() < 0.6 ? 1 : rnd() < 0.7 ? 2 : 3;
        county.relocated[i] = rnd() < 0.06 ? 0 : 1;
        let d = Number.POSITIVE_INFINITY;
        const cx = Math.floor(x / 400);
        const cy = Math.floor(y / 400);
        for (let ring = 0; ring <= 12 && (ring - 1) * 400 < d; ring++) {
            for (let a = -ring; a <= ring; a++) {
                for (let b = -ring; b <= ring; b++) {
                    if (Math.max(Math.abs(a), Math.abs(b)) !== ring) continue;
                    const list = near.get((cx + a) * 100_003 + cy + b);
                    if (list)
                        for (let k = 0; k < list.length; k += 2)
                            d = Math.min(d, Math.hypot(list[k] - x, list[k + 1] - y));
                }
            }
        }
        if (!Number.isFinite(d)) d = 5200;
        judge(county, i, d, rnd);
    }
    return county;
}

function judge(c, i, d, rnd) {
    if (!c.has[i]) {
        c.road[i] = 3;
        c.roadReason[i] = 4;
        c.distance[i] = Number.NaN;
        c.band[i] = 6;
    } else {
        c.distance[i] = d;
        c.road[i] = d < 480 ? 0 : d < 520 ? 1 : rnd() < 0.06 ? 3 : 2;
        c.roadReason[i] = [0, 1, 3, 2][c.road[i]];
        c.band[i] = d < 20 ? 0 : d < 100 ? 1 : d < 500 ? 2 : d < 1500 ? 3 : d < 2000 ? 4 : 5;
    }
    const w = rnd();
    c.horizontal[i] = c.has[i] ? 60 + rnd() * 1400 : Number.NaN;
    c.vertical[i] = c.has[i] ? (rnd() - 0.4) * 160 : Number.NaN;
    c.water_[i] = w < 0.55 ? 0 : w < 0.72 ? 1 : w < 0.9 ? 2 : 3;
    c.waterReason[i] = [0, 1, 10, 8][c.water_[i]];
    const p = rnd();
    c.voltage[i] = p < 0.2 ? 0 : p < 0.28 ? 2 : 3;
    c.volts[i] = c.voltage[i] === 0 ? 205 + rnd() * 25 : c.voltage[i] === 2 ? 160 + rnd() * 37 : Number.NaN;
    c.voltageReason[i] = [0, 0, 1, 4][c.voltage[i]];
    c.transformer[i] = 80 + rnd() * 1800;
    c.screen[i] = c.has[i] ? (c.transformer[i] <= 500 ? 0 : 1) : 2;
    const key = [c.road[i] === 2 && 'road', c.water_[i] === 2 && 'water', c.voltage[i] === 2 && 'voltage']
        .filter(Boolean)
        .join('_');
    const unknown = c.road[i] === 3 || c.water_[i] === 3 || c.voltage[i] === 3;
    const LACKS = [
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
    c.lacks[i] = LACKS.indexOf(key || (unknown ? 'unknown' : 'none'));
    c.zone[i] = zone(c.h[i]);
}
export { toLonLat };
