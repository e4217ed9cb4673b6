// PNG tiles of the synthetic terrain: hillshade with contours, and fields by class.
import { deflateSync, crc32 as zcrc } from 'node:zlib';
import { elevation, toXY } from './terrain.mjs';

const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
});
function crc32(buffer) {
    if (zcrc) return zcrc(buffer);
    let c = 0xffffffff;
    for (const byte of buffer) c = table[(c ^ byte) & 255] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
}

function png(rgba) {
    const chunk = (type, data) => {
        const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
        const out = Buffer.alloc(body.length + 8);
        out.writeUInt32BE(data.length, 0);
        body.copy(out, 4);
        out.writeUInt32BE(crc32(body), body.length + 4);
        return out;
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(256, 0);
    head.writeUInt32BE(256, 4);
    head.set([8, 6, 0, 0, 0], 8);
    const rows = Buffer.alloc(256 * 1025);
    for (let y = 0; y < 256; y++) rows.set(rgba.subarray(y * 1024, y * 1024 + 1024), y * 1025 + 1);
    return Buffer.concat([
        Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(rows, { level: 1 })),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}

function lonLat(z, x, y) {
    const n = 2 ** z;
    return [(x / n) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / n))) * 180) / Math.PI];
}

/** Heights on a grid of 258 x 258 around the tile; NaN outside the county. */
function heights(z, x, y, half) {
    const h = new Float64Array(258 * 258);
    for (let j = 0; j < 258; j++) {
        for (let i = 0; i < 258; i++) {
            const [px, py] = toXY(...lonLat(z, x + (i - 1) / 256, y + (j - 1) / 256));
            h[j * 258 + i] = Math.abs(px) > half + 1500 || Math.abs(py) > half + 1500 ? Number.NaN : elevation(px, py);
        }
    }
    return h;
}

export function baseTile(z, x, y, dark, half) {
    const h = heights(z, x, y, half);
    const out = Buffer.alloc(256 * 256 * 4);
    const metres = (156543.03 * Math.cos((29.2 * Math.PI) / 180)) / 2 ** z;
    for (let j = 0; j < 256; j++) {
        for (let i = 0; i < 256; i++) {
            const at = (j + 1) * 258 + i + 1;
            if (Number.isNaN(h[at] + h[at + 1] + h[at - 1] + h[at + 258] + h[at - 258])) continue;
            const dx = (h[at + 1] - h[at - 1]) / (2 * metres);
            const dy = (h[at - 258] - h[at + 258]) / (2 * metres);
            const shade = (0.6 - dx * 0.45 + dy * 0.45) / Math.hypot(1, dx, dy);
            let v = dark ? 38 + 42 * shade : 206 + 44 * Math.min(1, shade);
            const step = Math.floor(h[at] / 100);
            const edge = step !== Math.floor(h[at + 1] / 100) || step !== Math.floor(h[at + 258] / 100);
            if (edge && z >= 11) {
                const upper = Math.max(step, Math.floor(h[at + 1] / 100), Math.floor(h[at + 258] / 100));
                v += (dark ? 1 : -1) * (upper % 5 === 0 ? 34 : 14);
            }
            out[(j * 256 + i) * 4] = v;
            out[(j * 256 + i) * 4 + 1] = v - 2;
            out[(j * 256 + i) * 4 + 2] = v - 6;
            out[(j * 256 + i) * 4 + 3] = 255;
        }
    }
    return png(out);
}

export function fieldTile(z, x, y, half, classOf, colours) {
    const h = heights(z, x, y, half);
    const out = Buffer.alloc(256 * 256 * 4);
    for (let j = 0; j < 256; j++) {
        for (let i = 0; i < 256; i++) {
            const v = h[(j + 1) * 258 + i + 1];
            if (Number.isNaN(v)) continue;
            const colour = Number.parseInt(colours[classOf(v)].slice(1), 16);
            out.writeUInt32BE(((colour << 8) | 255) >>> 0, (j * 256 + i) * 4);
        }
    }
    return png(out);
}
