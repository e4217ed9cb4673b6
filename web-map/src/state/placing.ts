import { newCode, tryEdit } from './trial';
import { pickedFeature } from './household';
import { close, isOpen, open, phoneSheet, selection } from './view';

/** While this is open the next click on the map says where a new transformer would stand; Escape closes it. */
const PLACING = 'placing';
export const isPlacing = (): boolean => isOpen(PLACING);
export const stopPlacing = (): void => close(PLACING);

export function startPlacing(): void {
    open(PLACING);
    // The map is what is needed now.
    phoneSheet.value = 'peek';
}

/** Capacity that a new transformer begins with, in kVA; it is chosen on its sheet. */
const FIRST_KVA = 100;

/** Tries a transformer at a place, and opens its sheet. */
export function placeTransformer(lon: number, lat: number): void {
    stopPlacing();
    const code = newCode();
    tryEdit({
        layer: 'power_facility',
        code,
        add: true,
        lon,
        lat,
        attributes: { kind: 'transformer', kva: FIRST_KVA, tap_percent: 0 },
    });
    selectNew(code, lon, lat);
}

/** Selects what stands only for the trial. */
export function selectNew(code: string, lon: number, lat: number): void {
    pickedFeature.value = {
        layer: 'power_facility',
        feature: {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [lon, lat] },
            properties: { code, kind: 'transformer' },
        },
    };
    selection.value = { kind: 'feature', layer: 'power_facility', code };
}
