import { describe, expect, it } from 'vitest';
import { decodeLink, EMPTY_LINK, encodeLink, type LinkState } from '../src/state/url';

const FULL: LinkState = {
    county: '990101',
    mode: 'roads',
    view: { zoom: 14, lat: 29.21987, lon: 102.36123 },
    lang: 'zh-CN',
    theme: 'dark',
    measure: 'committee',
    colouring: { analysis: 'road.access', column: 'band' },
    crop: 'red_pepper',
    layers: { pipes: true, roads: false },
    lines: { roads: 'vehicle' },
    opacity: { suitability: 0.4, 'road.access.walk_to_min': 0.7 },
    area: '990101102',
    filters: [
        { analysis: 'road.access', column: 'verdict', codes: ['unserved', 'unknown'] },
        { analysis: 'water.access', column: 'reason', codes: ['quality_fails'] },
    ],
    selection: { kind: 'household', code: '990101102200030001' },
    table: true,
    list: 'road.network:fault',
    sort: '-road.access:distance_m',
};

describe('a link', () => {
    it('restores all that was on screen', () => {
        expect(decodeLink(encodeLink(FULL))).toEqual(FULL);
    });

    it('restores a place and a line that were selected', () => {
        for (const selection of [
            { kind: 'point', lon: 102.360001, lat: 29.2 },
            { kind: 'feature', layer: 'road_segment', code: 'R/00 1:2' },
        ] as const)
            expect(decodeLink(encodeLink({ ...FULL, selection })).selection).toEqual(selection);
    });

    it('is short when nothing is chosen', () => {
        expect(encodeLink({ ...EMPTY_LINK, county: '990101' })).toBe('#990101/overview');
        expect(decodeLink('')).toEqual(EMPTY_LINK);
    });

    it('survives what people do to links', () => {
        expect(decodeLink('#/990101/nonsense/x/y/z?lang=fr&only=a:b&show=point:here,there&%')).toEqual({
            ...EMPTY_LINK,
            county: '990101',
        });
        expect(decodeLink('#990101/roads?show=%E0%A4%A').selection).toBeNull();
    });
});
