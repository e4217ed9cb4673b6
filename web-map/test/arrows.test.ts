import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** A room may import from these rooms; main may import from all. */
const ALLOWED: Record<string, readonly string[]> = {
    api: ['api'],
    state: ['api', 'state'],
    map: ['api', 'state', 'map'],
    panels: ['api', 'state', 'panels'],
    '': ['api', 'state', 'map', 'panels', ''],
};

function files(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
            ? files(join(folder, entry.name))
            : /\.tsx?$/.test(entry.name)
              ? [join(folder, entry.name)]
              : [],
    );
}

const roomOf = (file: string): string => {
    const parts = relative(SRC, file).split('/');
    return parts.length > 1 ? parts[0]! : '';
};

const imports = (text: string): string[] => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!);

export function slips(file: string, text: string): string[] {
    const room = roomOf(file);
    return imports(text).flatMap((what) => {
        if (what.startsWith('.')) {
            const target = join(dirname(file), what);
            if (!target.startsWith(SRC))
                return room === 'api' ? [] : [`${room || 'main'} reads ${what} outside of the map's source`];
            const to = roomOf(target);
            return ALLOWED[room]!.includes(to) ? [] : [`${room || 'main'} imports ${to}: ${what}`];
        }
        if (what.startsWith('leaflet') && room !== 'map') return [`${room || 'main'} imports Leaflet`];
        if ((what === 'preact' || what === 'lucide') && (room === 'state' || room === 'api' || room === 'map'))
            return [`${room} imports ${what}`];
        return [];
    });
}

describe('the arrows between rooms', () => {
    it('hold in every file', () => {
        const all = files(SRC);
        expect(all.length).toBeGreaterThan(40);
        expect(
            all.flatMap((file) =>
                slips(file, readFileSync(file, 'utf8')).map((slip) => `${relative(SRC, file)}: ${slip}`),
            ),
        ).toEqual([]);
    });

    it('are noticed when broken', () => {
        expect(slips(join(SRC, 'state/x.ts'), "import { Map } from 'leaflet'")).toHaveLength(1);
        expect(slips(join(SRC, 'panels/x.ts'), "import { createMap } from '../map/map'")).toHaveLength(1);
        expect(slips(join(SRC, 'api/x.ts'), "import { mode } from '../state/view'")).toHaveLength(1);
        expect(slips(join(SRC, 'main.tsx'), "import { createMap } from './map/map'")).toEqual([]);
    });

    it('keep the page out of the state: no document, no window', () => {
        for (const file of files(join(SRC, 'state')))
            expect(readFileSync(file, 'utf8'), file).not.toMatch(/\b(document|window|localStorage|location)\./);
    });
});
