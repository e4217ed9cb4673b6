import { signal } from '@preact/signals';
import type { SearchHit } from '../api/types';
import { api, fail } from './county';
import { area } from './filter';
import { close, selection, showPlace } from './view';

export const query = signal('');
export const hits = signal<readonly SearchHit[] | null>(null);
let asking: AbortController | undefined;

/** Asks for hits; an earlier question that is still under way is dropped. */
export async function search(text: string): Promise<void> {
    query.value = text;
    asking?.abort();
    const from = api.value;
    if (!from || text.trim().length === 0) {
        hits.value = null;
        return;
    }
    asking = new AbortController();
    try {
        hits.value = await from.search(text.trim(), asking.signal);
    } catch (error) {
        if (!(error instanceof DOMException)) fail(error);
    }
}

const LAYER_OF: Record<string, string> = {
    road: 'road_segment',
    water: 'water_facility',
    power: 'power_facility',
    plot: 'plot',
};

/** Goes to a hit: an area is filtered, anything else is selected, and the map shows it. */
export function choose(hit: SearchHit): void {
    hits.value = null;
    query.value = '';
    close('search');
    const isArea = hit.kind === 'township' || hit.kind === 'village';
    if (isArea) area.value = hit.code;
    else if (hit.kind === 'household') selection.value = { kind: 'household', code: hit.code };
    else if (LAYER_OF[hit.kind] || hit.kind.includes('_'))
        selection.value = { kind: 'feature', layer: LAYER_OF[hit.kind] ?? hit.kind, code: hit.code };
    if (hit.lon !== null && hit.lat !== null && !isArea)
        showPlace.value = { lon: hit.lon, lat: hit.lat, zoom: hit.kind === 'group' ? 15 : 16 };
}
