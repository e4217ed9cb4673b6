import { mercatorX, mercatorY } from './mercator';

/**
 * Points sorted into a flat grid over their own box, in Web Mercator. Built once per data version by a counting sort; all that lies
 * in a tile or near the pointer is then a few runs of neighbours in memory.
 */
export class PointIndex {
    /** Row of the k-th point in grid order. */
    readonly row: Int32Array;
    readonly x: Float64Array;
    readonly y: Float64Array;
    /** Points of cell c are start[c] .. start[c + 1] - 1. */
    readonly start: Int32Array;
    readonly columns: number;
    readonly rows: number;
    private readonly west: number;
    private readonly north: number;
    private readonly cell: number;

    /** Points without a position (NaN) are left out. */
    constructor(lon: Float64Array, lat: Float64Array) {
        const n = lon.length;
        const px = new Float64Array(n);
        const py = new Float64Array(n);
        let [w, nn, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
        let placed = 0;
        for (let i = 0; i < n; i++) {
            const x = mercatorX(lon[i]!);
            const y = mercatorY(lat[i]!);
            px[i] = x;
            py[i] = y;
            if (Number.isNaN(x) || Number.isNaN(y)) continue;
            placed++;
            if (x < w) w = x;
            if (x > e) e = x;
            if (y < nn) nn = y;
            if (y > s) s = y;
        }
        const side = Math.max(e - w, s - nn, 1e-9);
        const across = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(placed / 6))));
        this.cell = (side / across) * (1 + 1e-9);
        this.west = placed ? w : 0;
        this.north = placed ? nn : 0;
        this.columns = placed ? Math.floor((e - w) / this.cell) + 1 : 1;
        this.rows = placed ? Math.floor((s - nn) / this.cell) + 1 : 1;
        // Plain local arrays and no calls: this runs once over every household of the county before the first picture.
        const { west, north, cell, columns } = this;
        const cellOf = new Int32Array(n);
        const start = new Int32Array(columns * this.rows + 1);
        for (let i = 0; i < n; i++) {
            const x = px[i]!;
            const y = py[i]!;
            if (x !== x || y !== y) {
                cellOf[i] = -1;
                continue;
            }
            const c = Math.floor((y - north) / cell) * columns + Math.floor((x - west) / cell);
            cellOf[i] = c;
            start[c + 1] = start[c + 1]! + 1;
        }
        for (let c = 0; c < start.length - 1; c++) start[c + 1] = start[c + 1]! + start[c]!;
        const next = start.slice();
        const row = new Int32Array(placed);
        const xs = new Float64Array(placed);
        const ys = new Float64Array(placed);
        for (let i = 0; i < n; i++) {
            const c = cellOf[i]!;
            if (c < 0) continue;
            const k = next[c]!;
            next[c] = k + 1;
            row[k] = i;
            xs[k] = px[i]!;
            ys[k] = py[i]!;
        }
        this.start = start;
        this.row = row;
        this.x = xs;
        this.y = ys;
    }

    private columnOf(x: number): number {
        return Math.floor((x - this.west) / this.cell);
    }

    private rowOf(y: number): number {
        return Math.floor((y - this.north) / this.cell);
    }

    /** Calls with runs [from, to) that together hold every point of the box, and some around it. */
    runs(x0: number, y0: number, x1: number, y1: number, visit: (from: number, to: number) => void): void {
        const c0 = Math.max(0, this.columnOf(x0));
        const c1 = Math.min(this.columns - 1, this.columnOf(x1));
        const r0 = Math.max(0, this.rowOf(y0));
        const r1 = Math.min(this.rows - 1, this.rowOf(y1));
        if (c0 > c1) return;
        for (let r = r0; r <= r1; r++) {
            const from = this.start[r * this.columns + c0]!;
            const to = this.start[r * this.columns + c1 + 1]!;
            if (from < to) visit(from, to);
        }
    }

    /**
     * The point that a finger or pointer at (x, y) means: within the radius the highest rank wins (what is painted on top), then
     * the nearest.
     * @param rank of a row; negative = not on screen
     * @return row, or -1
     */
    hit(x: number, y: number, radius: number, rank: (row: number) => number): number {
        let best = -1;
        let bestRank = -1;
        let bestDistance = Infinity;
        this.runs(x - radius, y - radius, x + radius, y + radius, (from, to) => {
            for (let k = from; k < to; k++) {
                const d = (this.x[k]! - x) ** 2 + (this.y[k]! - y) ** 2;
                if (d > radius * radius) continue;
                const r = rank(this.row[k]!);
                if (r < 0 || r < bestRank || (r === bestRank && d >= bestDistance)) continue;
                best = this.row[k]!;
                bestRank = r;
                bestDistance = d;
            }
        });
        return best;
    }

    /** All rows within the radius that are on screen, the highest rank first, then by row. */
    within(x: number, y: number, radius: number, rank: (row: number) => number): number[] {
        const found: number[] = [];
        this.runs(x - radius, y - radius, x + radius, y + radius, (from, to) => {
            for (let k = from; k < to; k++) {
                const d = (this.x[k]! - x) ** 2 + (this.y[k]! - y) ** 2;
                if (d <= radius * radius && rank(this.row[k]!) >= 0) found.push(this.row[k]!);
            }
        });
        return found.sort((a, b) => rank(b) - rank(a) || a - b);
    }
}
