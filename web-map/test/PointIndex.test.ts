import { describe, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '../src/map/points/mercator';
import { PointIndex } from '../src/map/points/PointIndex';

function random(seed: number): () => number {
    let s = seed;
    return () => {
        s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
        return s / 2 ** 32;
    };
}

function county(n: number, seed: number) {
    const next = random(seed);
    const lon = Float64Array.from({ length: n }, () => 102 + next() * 0.3);
    const lat = Float64Array.from({ length: n }, () => 29 + next() * 0.3);
    return { lon, lat, next };
}

describe('the point index', () => {
    it('puts the middle of the world at one half, and the north on top', () => {
        expect(mercatorX(0)).toBe(0.5);
        expect(mercatorY(0)).toBeCloseTo(0.5, 12);
        // The tile of 102.36 E, 29.22 N at zoom 11 is 1606 / 850 (Slippy map formula).
        expect(Math.floor(mercatorX(102.36) * 2048)).toBe(1606);
        expect(Math.floor(mercatorY(29.22) * 2048)).toBe(850);
        expect(mercatorY(30)).toBeLessThan(mercatorY(29));
    });

    it('hits the same point as looking at every one', () => {
        for (let seed = 1; seed <= 20; seed++) {
            const { lon, lat, next } = county(800, seed);
            const rank = Int32Array.from({ length: 800 }, () => Math.floor(next() * 3));
            const index = new PointIndex(lon, lat);
            for (let k = 0; k < 50; k++) {
                const x = mercatorX(102 + next() * 0.3);
                const y = mercatorY(29 + next() * 0.3);
                const radius = next() * 4e-5;
                let best = -1;
                for (let i = 0; i < 800; i++) {
                    const d = (i2: number) => (mercatorX(lon[i2]!) - x) ** 2 + (mercatorY(lat[i2]!) - y) ** 2;
                    if (d(i) > radius ** 2) continue;
                    if (best < 0 || rank[i]! > rank[best]! || (rank[i] === rank[best] && d(i) < d(best))) best = i;
                }
                expect(
                    index.hit(x, y, radius, (row) => rank[row]!),
                    `seed ${seed}`,
                ).toBe(best);
            }
        }
    });

    it('prefers what is painted on top to what is nearer', () => {
        const index = new PointIndex(Float64Array.of(102, 102.0001), Float64Array.of(29, 29));
        const at = (rank: number[]) => index.hit(mercatorX(102), mercatorY(29), 1e-5, (row) => rank[row]!);
        expect(at([0, 4])).toBe(1);
        expect(at([4, 4])).toBe(0);
        expect(at([-1, -1])).toBe(-1);
    });

    it('lists households that share one place, the worst first', () => {
        const index = new PointIndex(Float64Array.of(102, 102, 102, 102.01), Float64Array.of(29, 29, 29, 29));
        const ranks = [0, 4, 0, 4];
        expect(index.within(mercatorX(102), mercatorY(29), 1e-7, (row) => ranks[row]!)).toEqual([1, 0, 2]);
    });

    it('gives every point of a box, whatever the box', () => {
        const { lon, lat, next } = county(3000, 5);
        const index = new PointIndex(lon, lat);
        for (let k = 0; k < 40; k++) {
            const w = 102 + next() * 0.25;
            const n = 29.3 - next() * 0.25;
            const [x0, y0, x1, y1] = [mercatorX(w), mercatorY(n), mercatorX(w + 0.05), mercatorY(n - 0.05)];
            const found = new Set<number>();
            index.runs(x0, y0, x1, y1, (from, to) => {
                for (let i = from; i < to; i++) found.add(index.row[i]!);
            });
            for (let i = 0; i < lon.length; i++) {
                const x = mercatorX(lon[i]!);
                const y = mercatorY(lat[i]!);
                if (x >= x0 && x < x1 && y >= y0 && y < y1) expect(found.has(i)).toBe(true);
            }
        }
    });

    it('leaves out households without a position, and lives without any', () => {
        const index = new PointIndex(Float64Array.of(102, Number.NaN), Float64Array.of(29, Number.NaN));
        expect([...index.row]).toEqual([0]);
        const none = new PointIndex(new Float64Array(0), new Float64Array(0));
        expect(none.hit(0.5, 0.5, 1, () => 1)).toBe(-1);
    });
});
