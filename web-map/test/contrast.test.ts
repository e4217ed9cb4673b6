import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../src/panels/styles.css'), 'utf8');

function theme(selector: string): Map<string, string> {
    const block = CSS.slice(CSS.indexOf(`${selector} {`));
    return new Map(
        [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1]!, m[2]!]),
    );
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
    const [r, g, b] = [1, 3, 5].map((i) => {
        const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
        return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light! + 0.05) / (dark! + 0.05);
}

const PAIRS = [
    ['ink', 'surface'],
    ['ink', 'bg'],
    ['ink', 'hover'],
    ['muted', 'surface'],
    ['muted', 'bg'],
    ['muted', 'raised'],
    ['muted', 'hover'],
    ['accent', 'surface'],
    ['accent', 'raised'],
    ['accent', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['accent-ink', 'accent'],
    ['warn', 'warn-soft'],
] as const;

describe('text can be read', () => {
    it('is 4.5 : 1 or better in both themes', () => {
        expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
        for (const [name, colours] of [
            ['light', theme(':root')],
            ['dark', theme(":root[data-theme='dark']")],
        ] as const)
            for (const [front, back] of PAIRS)
                expect(
                    contrast(colours.get(front)!, colours.get(back)!),
                    `${name}: ${front} on ${back}`,
                ).toBeGreaterThanOrEqual(4.5);
    });

    it('stands dark on the orange parts of the bars, where white would be too faint', () => {
        expect(contrast('#1d1000', '#D55E00')).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#1d1000', '#E69F00')).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#ffffff', '#0072B2')).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#ffffff', '#767676')).toBeGreaterThanOrEqual(4.5);
    });
});
