import type { PointIndex } from './PointIndex';
import type { Stamp } from './stamps';

export interface Pixels {
    data: Uint8ClampedArray;
    width: number;
    height: number;
}

/** How the rows are drawn: a class per row, a stamp per class, and what is painted over what. */
export interface Look {
    /** Class of each row; 255 = absent, drawn as {@link absent}. */
    classes: Uint8Array;
    mask: Uint8Array | undefined;
    stamps: readonly Stamp[];
    /** Class that stands for an absent value. */
    absent: number;
    /** Classes from the first painted to the last: the worst is on top. */
    order: readonly number[];
}

/** Points of the tile under way, kept between tiles: position in the tile, class, and the order of painting. */
let at = new Int32Array(4096);
let classOf = new Uint8Array(4096);
let sorted = new Int32Array(4096);

function room(n: number): void {
    if (at.length >= n) return;
    const size = Math.max(n, at.length * 2);
    const keep = [at, classOf] as const;
    at = new Int32Array(size);
    classOf = new Uint8Array(size);
    sorted = new Int32Array(size);
    at.set(keep[0]);
    classOf.set(keep[1]);
}

/** Width of the tile's frame in which a point may lie and still be seen. */
const FRAME = 16;

/**
 * Paints all points of a tile. Points of one class on one pixel are painted once: far out, most of a county's households are such.
 * @param scale pixels of the whole world at this zoom and pixel ratio
 * @param left x of the tile's left edge in those pixels
 * @return how many points lie in the tile and its frame
 */
export function paintTile(
    pixels: Pixels,
    index: PointIndex,
    look: Look,
    scale: number,
    left: number,
    top: number,
): number {
    const { width, height } = pixels;
    const reach = Math.min(FRAME, Math.max(0, ...look.stamps.map((s) => s.reach)));
    const classCount = look.stamps.length;
    const wide = width + 2 * reach;
    const tall = height + 2 * reach;
    const { x, y, row } = index;
    const { classes, mask, absent } = look;
    const starts = new Int32Array(classCount + 2);
    const x0 = left - reach;
    const y0 = top - reach;
    let found = 0;
    index.runs(x0 / scale, y0 / scale, (x0 + wide) / scale, (y0 + tall) / scale, (from, to) => {
        room(found + to - from);
        for (let k = from; k < to; k++) {
            const r = row[k]!;
            if (mask !== undefined && mask[r] === 0) continue;
            const px = Math.floor(x[k]! * scale - x0);
            const py = Math.floor(y[k]! * scale - y0);
            if (px < 0 || py < 0 || px >= wide || py >= tall) continue;
            const known = classes[r]!;
            const c = known < classCount ? known : absent;
            at[found] = py * wide + px;
            classOf[found++] = c;
            starts[c + 1] = starts[c + 1]! + 1;
        }
    });
    if (found === 0) return 0;
    for (let c = 0; c <= classCount; c++) starts[c + 1] = starts[c + 1]! + starts[c]!;
    const next = starts.slice();
    for (let i = 0; i < found; i++) {
        const c = classOf[i]!;
        const k = next[c]!;
        sorted[k] = at[i]!;
        next[c] = k + 1;
    }
    const seen = new Uint8Array(wide * tall);
    for (const c of look.order) {
        const stamp = look.stamps[c];
        if (!stamp) continue;
        for (let k = starts[c]!; k < starts[c + 1]!; k++) {
            const place = sorted[k]!;
            if (seen[place] === c + 1) continue;
            seen[place] = c + 1;
            press(pixels, stamp, (place % wide) - reach, Math.floor(place / wide) - reach);
        }
    }
    return found;
}

function press({ data, width, height }: Pixels, stamp: Stamp, px: number, py: number): void {
    const { dx, dy, rgba, reach } = stamp;
    const inside = px >= reach && py >= reach && px < width - reach && py < height - reach;
    for (let i = 0; i < dx.length; i++) {
        const x = px + dx[i]!;
        const y = py + dy[i]!;
        if (!inside && (x < 0 || y < 0 || x >= width || y >= height)) continue;
        const at = (y * width + x) * 4;
        const from = i * 4;
        const a = rgba[from + 3]!;
        const under = data[at + 3]!;
        if (a === 255 || under === 0) {
            data[at] = rgba[from]!;
            data[at + 1] = rgba[from + 1]!;
            data[at + 2] = rgba[from + 2]!;
            data[at + 3] = a;
            continue;
        }
        // Source over, on straight alpha.
        const rest = (under * (255 - a)) / 255;
        const sum = a + rest;
        data[at] = (rgba[from]! * a + data[at]! * rest) / sum;
        data[at + 1] = (rgba[from + 1]! * a + data[at + 1]! * rest) / sum;
        data[at + 2] = (rgba[from + 2]! * a + data[at + 2]! * rest) / sum;
        data[at + 3] = sum;
    }
}
