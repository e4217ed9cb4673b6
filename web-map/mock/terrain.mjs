// A synthetic mountain county: one main valley, side valleys, ridges up to about 3,000 m.

export const CENTRE = { lon: 102.36, lat: 29.22 };
export const M_PER_DEG_LAT = 111_320;
export const M_PER_DEG_LON = 111_320 * Math.cos((CENTRE.lat * Math.PI) / 180);

export function random(seed) {
    let s = seed >>> 0;
    return () => {
        s = (s + 0x6d2b79f5) >>> 0;
        let t = s;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

function hash(x, y) {
    let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263)) | 0;
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

function noise(x, y) {
    const xi = Math.floor(x);
    const yi = Math.floor(y);
    const u = (x - xi) ** 2 * (3 - 2 * (x - xi));
    const v = (y - yi) ** 2 * (3 - 2 * (y - yi));
    const a = hash(xi, yi) + u * (hash(xi + 1, yi) - hash(xi, yi));
    const b = hash(xi, yi + 1) + u * (hash(xi + 1, yi + 1) - hash(xi, yi + 1));
    return a + v * (b - a);
}

function ridged(x, y) {
    let sum = 0;
    let amplitude = 0.5;
    for (let o = 0; o < 5; o++) {
        sum += amplitude * (1 - Math.abs(2 * noise(x, y) - 1));
        x = x * 2.03 + 17.1;
        y = y * 2.03 + 9.7;
        amplitude *= 0.5;
    }
    return sum;
}

export const valleyX = (y) => 2200 * Math.sin(y / 5200) + 900 * Math.sin(y / 2100 + 1);

/** Metres above sea level at x east, y north of the centre, in metres. */
export function elevation(x, y) {
    const d = Math.abs(x - valleyX(y));
    const rise = 1 - Math.exp(-d / 5200);
    const side = ridged(x / 5200 + 31, y / 5200 + 7);
    return 790 + rise * (900 + 1750 * side) + 0.004 * (y + 12000) + 40 * rise * noise(x / 300, y / 300);
}

export const toLonLat = (x, y) => [CENTRE.lon + x / M_PER_DEG_LON, CENTRE.lat + y / M_PER_DEG_LAT];
export const toXY = (lon, lat) => [(lon - CENTRE.lon) * M_PER_DEG_LON, (lat - CENTRE.lat) * M_PER_DEG_LAT];
