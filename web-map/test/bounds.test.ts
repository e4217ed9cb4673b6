import { describe, expect, it } from 'vitest';
import { boxOf, placeToShow } from '../src/state/bounds';

describe('the first view', () => {
    const n = 1000;
    const lon = Float64Array.from({ length: n }, (_, i) => 102 + (0.2 * i) / n);
    const lat = Float64Array.from({ length: n }, (_, i) => 29 + (0.2 * i) / n);

    it('is not spoilt by the few households that are recorded in another province', () => {
        const wrong = lon.slice();
        wrong[0] = 104.3;
        wrong[1] = Number.NaN;
        const [w, s, e, n2] = boxOf(wrong, lat, () => true)!;
        expect(w).toBeGreaterThan(101.9);
        expect(e).toBeLessThan(102.21);
        expect(n2 - s).toBeGreaterThan(0.18);
    });

    it('holds every household of a small village', () => {
        expect(boxOf(lon.slice(0, 10), lat.slice(0, 10), (i) => i < 3)).toEqual([lon[0], lat[0], lon[2], lat[2]]);
        expect(boxOf(lon, lat, () => false)).toBeUndefined();
    });
});

describe('showing what is selected', () => {
    const door: GeoJSON.Geometry = { type: 'Point', coordinates: [102, 29] };

    it('goes near to a point and to what is short', () => {
        expect(placeToShow([door])).toEqual({ lon: 102, lat: 29, zoom: 17 });
        const short: GeoJSON.Geometry = {
            type: 'LineString',
            coordinates: [
                [102, 29],
                [102.001, 29],
            ],
        };
        expect(placeToShow([door, short])).toMatchObject({ lat: 29, zoom: 17 });
        expect(placeToShow([])).toBeNull();
    });

    it('shows the whole of a long way', () => {
        const way: GeoJSON.Geometry = {
            type: 'MultiLineString',
            coordinates: [
                [
                    [102, 29],
                    [102.03, 29.01],
                ],
                [
                    [102.03, 29.01],
                    [102.02, 28.98],
                ],
            ],
        };
        expect(placeToShow([door, way])).toEqual({ bbox: [102, 28.98, 102.03, 29.01] });
    });
});
