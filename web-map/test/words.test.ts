import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import zh from '../../data/words/parts/web.zh-CN.json';
import { LAYERS } from '../src/map/layers';
import { fill, lookUp } from '../src/state/words';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path: string[] = []): [string, string][] {
    return Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string'
            ? [[[...path, key].join('|'), value] as [string, string]]
            : leaves(value, [...path, key]),
    );
}

const english = leaves(en as Tree);
const chinese = leaves(zh as Tree);
const holders = (text: string): string[] => [...text.matchAll(/\{([^{}]+)\}/g)].map((m) => m[1]!).sort();
/** Signs, names of formats and units are the same in every language. */
const SAME_IN_BOTH = /^(GeoPackage|GeoJSON|CSV|XLSX|kVA|[ -~]{0,4}|m³|°|\{m\}|\{n\} \/ \{of\}|\{n\} of \{of\})$/;

function sources(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
            ? sources(join(folder, entry.name))
            : /\.tsx?$/.test(entry.name)
              ? [readFileSync(join(folder, entry.name), 'utf8')]
              : [],
    );
}

describe('the words', () => {
    it('are complete in both languages, with the same placeholders', () => {
        expect(chinese.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
        const other = new Map(chinese);
        for (const [key, text] of english) expect(holders(other.get(key)!), key).toEqual(holders(text));
    });

    it('leave no English in the Chinese view and no Chinese in the English one', () => {
        for (const [key, text] of english)
            if (key !== 'map|top|language' && key !== 'map|top|otherLanguage')
                expect(text, key).not.toMatch(/[\u4e00-\u9fff]/);
        for (const [key, text] of chinese) {
            if (key === 'map|top|language' || SAME_IN_BOTH.test(text)) continue;
            expect(text, key).toMatch(/[\u3000-\u9fff\uff00-\uffef°³]/);
        }
    });

    it('hold every key that the code asks for', () => {
        const all = sources(join(import.meta.dirname, '../src')).join('\n');
        const asked = [...all.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((m) => m[1]!);
        expect(asked.length).toBeGreaterThan(100);
        for (const key of asked) expect(lookUp(en as never, `map.${key}`), key).toBeDefined();
    });

    it('name every layer and every sample of the legend that is the map’s own', () => {
        const keys = LAYERS.flatMap((layer) => [layer.nameKey, ...layer.swatches.map((s) => s.key)]).filter((key) =>
            key.startsWith('map.'),
        );
        for (const key of keys) expect(lookUp(zh as never, key), key).toBeDefined();
    });

    it('find keys whose codes hold dots, and keep placeholders without a value visible', () => {
        const words = { reason: { 'road.access': { too_far: 'x' }, water: { access: { hose: 'y' } } } };
        expect(lookUp(words, 'reason.road.access.too_far')).toBe('x');
        expect(lookUp(words, 'reason.water.access.hose')).toBe('y');
        expect(lookUp(words, 'reason.power')).toBeUndefined();
        expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
    });

    it('are not written into the panels themselves', () => {
        for (const text of sources(join(import.meta.dirname, '../src/panels')))
            expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    });
});
