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

let scratchX = new Int16Array(4096);
let scratchY = new Int16Array(4096);
let scratchClass = new Uint8Array(4096);

function room(n: number): void {
    if (scratchX.length >= n) return;
    const size = Math.max(n, scratchX.length * 2);
    const keepX = scratchX;
    const keepY = scratchY;
    const keepClass = scratchClass;
    scratchX = new Int16Array(size);
    scratchY = new Int16Array(size);
    scratchClass = new Uint8Array(size);
    scratchX.set(keepX);
    scratchY.set(keepY);
    scratchClass.set(keepClass);
}

/**
 * Paints all points of a tile.
 * @param scale pixels of the whole world at this zoom and pixel ratio
 * @param left x of the tile's left edge in those pixels
 * @return how many points were painted
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
    const reach = Math.max(0, ...look.stamps.map((s) => s.reach));
    const classCount = look.stamps.length;
    let found = 0;
    const { x, y, row } = index;
    const { classes, mask } = look;
    index.runs(
        (left - reach) / scale,
        (top - reach) / scale,
        (left + width + reach) / scale,
        (top + height + reach) / scale,
        (from, to) => {
            room(found + to - from);
            for (let k = from; k < to; k++) {
                const r = row[k]!;
                if (mask && !mask[r]) continue;
                const px = Math.floor(x[k]! * scale - left);
                const py = Math.floor(y[k]! * scale - top);
                if (px < -reach || py < -reach || px >= width + reach || py >= height + reach) continue;
                const c = classes[r]!;
                scratchX[found] = px;
                scratchY[found] = py;
                scratchClass[found++] = c < classCount ? c : look.absent;
            }
        },
    );
    for (const c of look.order) {
        const stamp = look.stamps[c];
        if (!stamp) continue;
        for (let i = 0; i < found; i++) if (scratchClass[i] === c) press(pixels, stamp, scratchX[i]!, scratchY[i]!);
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
