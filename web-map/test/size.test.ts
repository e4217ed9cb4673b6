import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '../dist');
const LIMIT = 300_000;

describe.skipIf(!existsSync(DIST))('the built map', () => {
    it('stays small enough for a slow line', () => {
        const all = readdirSync(join(DIST, 'assets')).map((name) => join(DIST, 'assets', name));
        const bytes = [join(DIST, 'index.html'), ...all].reduce(
            (sum, file) => sum + gzipSync(readFileSync(file)).length,
            0,
        );
        console.log(`size of the map, gzipped: ${Math.round(bytes / 1000)} kB of ${LIMIT / 1000} kB`);
        expect(bytes).toBeLessThan(LIMIT);
    });

    it('asks nobody else for anything: the only addresses in it are names of standards and of makers', () => {
        const files = readdirSync(join(DIST, 'assets')).filter((name) => /\.(js|css)$/.test(name));
        const hosts = files.flatMap((name) =>
            [...readFileSync(join(DIST, 'assets', name), 'utf8').matchAll(/https?:\/\/([\w.-]+)/g)].map((m) => m[1]),
        );
        expect(
            [...new Set(hosts)].filter((host) => !['www.w3.org', 'leafletjs.com', 'github.com'].includes(host!)),
        ).toEqual([]);
    });
});
