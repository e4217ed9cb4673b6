import { signal } from '@preact/signals';

export const MODES = ['overview', 'roads', 'water', 'power', 'crops', 'plans', 'data'] as const;
export type Mode = (typeof MODES)[number];

export type Theme = 'light' | 'dark';
export type Measure = 'door' | 'committee';

export interface MapView {
    zoom: number;
    lat: number;
    lon: number;
}

export type Selection =
    | { kind: 'household'; code: string }
    | { kind: 'point'; lon: number; lat: number }
    | { kind: 'feature'; layer: string; code: string };

/** Which class column colours the households. */
export interface Colouring {
    analysis: string;
    column: string;
}

export const mode = signal<Mode>('overview');
export const theme = signal<Theme>('light');
export const measure = signal<Measure>('door');
/** Where the map is; undefined until it is first placed on the county. */
export const mapView = signal<MapView | undefined>(undefined);
export const selection = signal<Selection | null>(null);
export const colouring = signal<Colouring>({ analysis: 'road.access', column: 'verdict' });
export const crop = signal<string | null>(null);
export const tableOpen = signal(false);
/** What the table lists, where it is not households: {@code analysis:table}, or {@link AREAS}. */
export const tableOf = signal<string | null>(null);
/** The table of areas: committee, groups and doors side by side. */
export const AREAS = 'areas';
export const legendOpen = signal(true);
/** Whether the legend explains lines and marks too; where the map is small it names them only. */
export const linesOpen = signal(true);

/** Household row under the pointer, on the map or in the table; -1 = none. */
export const hovered = signal(-1);
/** Pointer on the map. */
export const pointer = signal<{ lon: number; lat: number } | null>(null);

/** What is open besides the panel, the last opened on top; Escape closes the top. */
export const openThings = signal<readonly string[]>([]);
export const isOpen = (thing: string): boolean => openThings.value.includes(thing);
export function open(thing: string): void {
    openThings.value = [...openThings.value.filter((t) => t !== thing), thing];
}
export function close(thing: string): void {
    if (isOpen(thing)) openThings.value = openThings.value.filter((t) => t !== thing);
}
export const toggle = (thing: string): void => (isOpen(thing) ? close(thing) : open(thing));

/** Closes what is on top: a thing that was opened, then the sheet, then the table. */
export function closeTop(): boolean {
    const top = openThings.value.at(-1);
    if (top) close(top);
    else if (selection.value) selection.value = null;
    else if (tableOpen.value) tableOpen.value = false;
    else return false;
    return true;
}

/** Asks the map to show a place. A new object each time, so that the same place can be asked for twice. */
export type Place =
    | { bbox: readonly [number, number, number, number] }
    | { lon: number; lat: number; zoom?: number }
    /** Exactly as it was: neither nearer nor moved by what opens and closes beside the map. */
    | { view: MapView };
export const showPlace = signal<Place | null>(null);

export type PhoneSheet = 'peek' | 'half' | 'full';
export const phoneSheet = signal<PhoneSheet>('half');

/** Widths at which the layout changes. */
export const narrow = signal(false);
