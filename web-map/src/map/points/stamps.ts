/** Symbols as small pictures that are stamped into a tile's pixels. */
export interface Stamp {
    /** Offsets from the point, in pixels. */
    readonly dx: Int8Array;
    readonly dy: Int8Array;
    /** Straight (not premultiplied) bytes per pixel: red, green, blue, alpha. */
    readonly rgba: Uint8Array;
    /** Half the width: how far a stamp reaches over the edge of its tile. */
    readonly reach: number;
}

const LARGE = new Set(['square', 'half', 'ring', 'diamond', 'triangle', 'plus', 'cross', 'flag']);

/** Width in CSS pixels by zoom; it grows so that the map stays readable from county to doorstep. */
export function symbolSize(symbol: string, zoom: number): number {
    const steps = Math.min(7, Math.max(0, Math.round(zoom) - 10));
    const small = [1.5, 2, 2.6, 3.6, 4.8, 6, 7.5, 9][steps]!;
    const large = [2.6, 3.4, 4.6, 6, 7.6, 9.5, 12, 14][steps]!;
    return LARGE.has(symbol) ? large : small;
}

const SAMPLES = 4;
type Ink = readonly [number, number, number] | null;

function inkAt(symbol: string, x: number, y: number, r: number, line: number, fill: Ink, edge: Ink, paper: Ink): Ink {
    const d = Math.hypot(x, y);
    switch (symbol) {
        case 'square': {
            const m = Math.max(Math.abs(x), Math.abs(y));
            return m > r ? null : m > r - line ? edge : fill;
        }
        case 'half':
            return d > r ? null : d > r - line ? fill : x < 0 ? fill : paper;
        case 'diamond': {
            const m = Math.abs(x) + Math.abs(y);
            return m > r * 1.15 ? null : m > r * 1.15 - line * 1.4 ? edge : fill;
        }
        case 'triangle': {
            const up = (y + r) / (1.8 * r);
            if (up < 0 || up > 1 || Math.abs(x) > up * r) return null;
            return up > 1 - line / (1.8 * r) || Math.abs(x) > up * r - line * 1.1 ? edge : fill;
        }
        case 'plus':
            return Math.max(Math.abs(x), Math.abs(y)) > r || Math.min(Math.abs(x), Math.abs(y)) > r * 0.34
                ? null
                : fill;
        case 'cross':
            return Math.max(Math.abs(x), Math.abs(y)) > r || Math.abs(Math.abs(x) - Math.abs(y)) > r * 0.42
                ? null
                : fill;
        case 'ring':
            return d > r || d < r - Math.max(line, r * 0.34) ? null : fill;
        default:
            return d > r ? null : fill;
    }
}

/** The outline's colour; on the smallest symbols a dark outline would hide the colour itself. */
function darker([r, g, b]: readonly [number, number, number], width: number): Ink {
    const share = width < 4 ? 0.8 : width < 7 ? 0.5 : 0.32;
    return [r * share, g * share, b * share];
}

export function rgbOf(colour: string): [number, number, number] {
    const v = Number.parseInt(colour.slice(1), 16);
    return [(v >> 16) & 255, (v >> 8) & 255, v & 255];
}

/**
 * @param width in pixels of the canvas
 * @param paper inside of half-filled symbols
 */
export function makeStamp(symbol: string, width: number, colour: string, paper: string): Stamp {
    const r = width / 2;
    const fill = rgbOf(colour);
    const edge = darker(fill, width);
    const inside = rgbOf(paper);
    const line = Math.max(0.7, width * 0.12);
    const reach = Math.ceil(r) + 1;
    const dx: number[] = [];
    const dy: number[] = [];
    const rgba: number[] = [];
    for (let y = -reach; y <= reach; y++) {
        for (let x = -reach; x <= reach; x++) {
            const sum = [0, 0, 0];
            let covered = 0;
            for (let j = 0; j < SAMPLES; j++) {
                for (let i = 0; i < SAMPLES; i++) {
                    const sx = x + (i + 0.5) / SAMPLES - 0.5;
                    const sy = y + (j + 0.5) / SAMPLES - 0.5;
                    const ink = inkAt(symbol, sx, sy, r, line, fill, edge, inside);
                    if (!ink) continue;
                    covered++;
                    for (let c = 0; c < 3; c++) sum[c]! += ink[c]!;
                }
            }
            if (covered === 0) continue;
            dx.push(x);
            dy.push(y);
            rgba.push(...sum.map((s) => Math.round(s / covered)), Math.round((255 * covered) / SAMPLES ** 2));
        }
    }
    return { dx: Int8Array.from(dx), dy: Int8Array.from(dy), rgba: Uint8Array.from(rgba), reach };
}
