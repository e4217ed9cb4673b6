import { describe, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '../src/map/points/mercator';
import { type Look, paintTile } from '../src/map/points/paint';
import { PointIndex } from '../src/map/points/PointIndex';
import { makeStamp, symbolSize } from '../src/map/points/stamps';

const SERVED = '#0072B2';
const UNSERVED = '#D55E00';
const scale = 2 ** 14 * 256;

function tile(look: Partial<Look>, lon = [102.3, 102.3], lat = [29.2, 29.2]) {
    const index = new PointIndex(Float64Array.from(lon), Float64Array.from(lat));
    const left = Math.floor((mercatorX(102.3) * scale) / 256) * 256;
    const top = Math.floor((mercatorY(29.2) * scale) / 256) * 256;
    const pixels = { data: new Uint8ClampedArray(256 * 256 * 4), width: 256, height: 256 };
    const painted = paintTile(
        pixels,
        index,
        {
            classes: Uint8Array.of(2, 0),
            mask: undefined,
            stamps: [
                makeStamp('dot', 5, SERVED, '#ffffff'),
                makeStamp('half', 8, '#E69F00', '#ffffff'),
                makeStamp('square', 8, UNSERVED, '#ffffff'),
            ],
            absent: 0,
            order: [0, 1, 2],
            ...look,
        },
        scale,
        left,
        top,
    );
    const x = Math.floor(mercatorX(102.3) * scale - left);
    const y = Math.floor(mercatorY(29.2) * scale - top);
    return {
        painted,
        at: (dx: number, dy: number) => [
            ...pixels.data.slice(((y + dy) * 256 + x + dx) * 4, ((y + dy) * 256 + x + dx) * 4 + 4),
        ],
        pixels,
    };
}

describe('painting households', () => {
    it('paints unserved over served, whatever their order', () => {
        expect(tile({}).at(0, 0)).toEqual([0xd5, 0x5e, 0, 255]);
        expect(tile({ classes: Uint8Array.of(0, 2) }).at(0, 0)).toEqual([0xd5, 0x5e, 0, 255]);
    });

    it('gives the unserved square a dark outline, and leaves the rest of the tile empty', () => {
        const one = tile({});
        const edge = one.at(-3, 0);
        expect(edge[0]!).toBeLessThan(0xd5);
        expect(edge[3]).toBe(255);
        expect(one.at(20, 20)).toEqual([0, 0, 0, 0]);
    });

    it('draws half of a borderline symbol', () => {
        const one = tile({ classes: Uint8Array.of(1, 1) });
        expect(one.at(-2, 0).slice(0, 3)).toEqual([0xe6, 0x9f, 0]);
        expect(one.at(2, 0).slice(0, 3)).toEqual([255, 255, 255]);
    });

    it('draws an absent value as unknown, never as nothing', () => {
        expect(tile({ classes: Uint8Array.of(255, 255), absent: 2 }).at(0, 0)).toEqual([0xd5, 0x5e, 0, 255]);
    });

    it('does not draw what the filter hides', () => {
        const one = tile({ mask: Uint8Array.of(0, 1) });
        expect(one.painted).toBe(1);
        expect(one.at(0, 0)).toEqual([0, 0x72, 0xb2, 255]);
    });

    it('draws the part of a symbol that reaches over from the neighbouring tile', () => {
        const edge = (Math.floor((mercatorX(102.3) * scale) / 256) * 256 - 2) / scale;
        const one = tile({ classes: Uint8Array.of(2) }, [(edge - 0.5) * 360], [29.2]);
        expect(one.painted).toBe(1);
        expect(one.pixels.data.some((v) => v > 0)).toBe(true);
    });

    it('makes symbols grow with the zoom, unserved always larger than served', () => {
        for (let zoom = 8; zoom < 18; zoom++) {
            expect(symbolSize('dot', zoom + 1)).toBeGreaterThanOrEqual(symbolSize('dot', zoom));
            expect(symbolSize('square', zoom)).toBeGreaterThan(symbolSize('dot', zoom));
        }
    });
});
