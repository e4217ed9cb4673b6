import { type Lang, LANGS } from '../api/words';
import type { ClassFilter } from './filter';
import { type Colouring, MODES, type MapView, type Measure, type Mode, type Selection, type Theme } from './view';

/** All that a link restores. */
export interface LinkState {
    county: string | null;
    mode: Mode;
    view: MapView | undefined;
    lang: Lang | null;
    theme: Theme | null;
    measure: Measure;
    colouring: Colouring | null;
    crop: string | null;
    layers: Readonly<Record<string, boolean>>;
    /** What lines are coloured by, where it is not their own class: layer to column. */
    lines: Readonly<Record<string, string>>;
    opacity: Readonly<Record<string, number>>;
    area: string | null;
    filters: readonly ClassFilter[];
    selection: Selection | null;
    table: boolean;
    /** What the table lists, if not households. */
    list: string | null;
    sort: string | null;
}

export const EMPTY_LINK: LinkState = {
    county: null,
    mode: 'overview',
    view: undefined,
    lang: null,
    theme: null,
    measure: 'door',
    colouring: null,
    crop: null,
    layers: {},
    lines: {},
    opacity: {},
    area: null,
    filters: [],
    selection: null,
    table: false,
    list: null,
    sort: null,
};

const enc = (text: string): string => encodeURIComponent(text).replace(/%3A/gi, ':').replace(/%2C/gi, ',');

function selectionText(s: Selection): string {
    if (s.kind === 'household') return `household:${s.code}`;
    if (s.kind === 'point') return `point:${s.lon.toFixed(6)},${s.lat.toFixed(6)}`;
    return `feature:${s.layer}:${s.code}`;
}

function selectionOf(text: string | undefined): Selection | null {
    const [kind, a, ...rest] = (text ?? '').split(':');
    if (kind === 'household' && a) return { kind, code: [a, ...rest].join(':') };
    if (kind === 'feature' && a && rest.length) return { kind, layer: a, code: rest.join(':') };
    if (kind === 'point' && a) {
        const [lon, lat] = a.split(',').map(Number);
        if (Number.isFinite(lon) && Number.isFinite(lat)) return { kind, lon: lon!, lat: lat! };
    }
    return null;
}

/** {@code #county/mode/zoom/lat/lon?what=...}: the place first, because people read and shorten links. */
export function encodeLink(s: LinkState): string {
    const path = [s.county ?? '-', s.mode];
    if (s.view) path.push(String(s.view.zoom), s.view.lat.toFixed(6), s.view.lon.toFixed(6));
    const query: [string, string][] = [];
    if (s.lang) query.push(['lang', s.lang]);
    if (s.theme) query.push(['theme', s.theme]);
    if (s.measure !== 'door') query.push(['measure', s.measure]);
    if (s.colouring) query.push(['colour', `${s.colouring.analysis}:${s.colouring.column}`]);
    if (s.crop) query.push(['crop', s.crop]);
    const layers = Object.entries(s.layers).map(([id, on]) => (on ? id : `!${id}`));
    if (layers.length) query.push(['layers', layers.join(',')]);
    const lines = Object.entries(s.lines).map(([id, column]) => `${id}:${column}`);
    if (lines.length) query.push(['lines', lines.join(',')]);
    const faded = Object.entries(s.opacity).map(([id, share]) => `${id}:${Math.round(share * 100)}`);
    if (faded.length) query.push(['opacity', faded.join(',')]);
    if (s.area) query.push(['area', s.area]);
    for (const f of s.filters) query.push(['only', `${f.analysis}:${f.column}:${f.codes.join(',')}`]);
    if (s.selection) query.push(['show', selectionText(s.selection)]);
    if (s.table) query.push(['table', s.sort ?? 'open']);
    if (s.table && s.list) query.push(['list', s.list]);
    return `#${path.map(enc).join('/')}${query.length ? `?${query.map(([k, v]) => `${k}=${enc(v)}`).join('&')}` : ''}`;
}

/** Reads a link; what it does not understand is left at its standard value. */
export function decodeLink(hash: string): LinkState {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
    const decode = (text: string): string => {
        try {
            return decodeURIComponent(text);
        } catch {
            return text;
        }
    };
    const parts = path.split('/').map(decode);
    const all = query
        .split('&')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))] as const);
    const get = (key: string): string | undefined => all.find(([k]) => k === key)?.[1];
    const [zoom, lat, lon] = parts.slice(2, 5).map(Number);
    const placed = [zoom, lat, lon].every((v) => v !== undefined && Number.isFinite(v));
    const lang = LANGS.find((l) => l === get('lang')) ?? null;
    const colour = get('colour')?.split(':');
    const table = get('table');
    return {
        county: parts[0] && parts[0] !== '-' ? parts[0] : null,
        mode: MODES.find((m) => m === parts[1]) ?? 'overview',
        view: placed ? { zoom: zoom!, lat: lat!, lon: lon! } : undefined,
        lang,
        theme: get('theme') === 'dark' ? 'dark' : get('theme') === 'light' ? 'light' : null,
        measure: get('measure') === 'committee' ? 'committee' : 'door',
        colouring: colour?.length === 2 ? { analysis: colour[0]!, column: colour[1]! } : null,
        crop: get('crop') ?? null,
        layers: Object.fromEntries(
            (get('layers') ?? '')
                .split(',')
                .filter(Boolean)
                .map((id) => (id.startsWith('!') ? [id.slice(1), false] : [id, true])),
        ),
        lines: Object.fromEntries(
            (get('lines') ?? '')
                .split(',')
                .map((pair) => pair.split(':'))
                .filter(([id, column]) => id && column)
                .map(([id, column]) => [id!, column!]),
        ),
        opacity: Object.fromEntries(
            (get('opacity') ?? '')
                .split(',')
                .map((pair) => pair.split(':'))
                .filter(([id, share]) => id && Number.isFinite(Number(share)))
                .map(([id, share]) => [id!, Math.min(1, Math.max(0, Number(share) / 100))]),
        ),
        area: get('area') ?? null,
        filters: all
            .filter(([key]) => key === 'only')
            .map(([, text]) => text.split(':'))
            .filter((f) => f.length === 3)
            .map(([analysis, column, codes]) => ({
                analysis: analysis!,
                column: column!,
                codes: codes!.split(',').filter(Boolean),
            })),
        selection: selectionOf(get('show')),
        table: table !== undefined,
        list: get('list') ?? null,
        sort: table && table !== 'open' ? table : null,
    };
}
