import type { CountyApi } from '../api/county';
import { placeToShow } from './bounds';
import { api } from './county';
import { here, pickedFeature } from './household';
import { selection, showPlace } from './view';

/** Half a side of the box around a search hit in which its shape is looked for, in degrees. */
const NEAR = 0.01;

/** The shape of a line or works that is known by its code only; undefined where the search does not find it. */
export async function featureOf(from: CountyApi, layer: string, code: string): Promise<GeoJSON.Feature | undefined> {
    const hit = (await from.search(code)).find((h) => h.code === code);
    if (!hit || hit.lon === null || hit.lat === null) return undefined;
    const { lon, lat } = hit;
    const near = await from.features(layer, [lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR]);
    return near.features.find((f) => f.properties?.code === code);
}

/** Selects a line or works by its code, and shows where it is. */
export function goToFeature(layer: string, code: string): void {
    const from = api.peek();
    if (!from) return;
    here.value = [];
    const what = { kind: 'feature', layer, code } as const;
    selection.value = what;
    featureOf(from, layer, code).then(
        (feature) => {
            if (!feature || selection.peek() !== what) return;
            pickedFeature.value = { layer, feature };
            const place = placeToShow([feature.geometry]);
            // A works is looked at with its households around it.
            if (place) showPlace.value = 'zoom' in place ? { ...place, zoom: 15 } : place;
        },
        () => undefined,
    );
}
