// Draws 500,000 households in headless Chromium and prints the medians of five: npm run bench [-- --households 500000]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const at = process.argv.indexOf('--households');
const households = at > 0 ? process.argv[at + 1] : '500000';
const port = 8000 + Math.floor(Math.random() * 900);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const server = spawn('node', ['mock/server.mjs', '--port', String(port), '--households', households], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const profile = mkdtempSync(join(tmpdir(), 'terrace-bench-'));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.TERRACE_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    viewport: { width: 1440, height: 900 },
    args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
    ],
});
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const times = (page, name) => page.evaluate((n) => performance.getEntriesByName(n).map((e) => e.duration), name);
const results = { index: [], 'first draw': [], recolour: [], 'filter (counts, map, table)': [] };
try {
    for (let run = 0; run < 5; run++) {
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${port}/#990101/overview?lang=en&theme=light`);
        await page.waitForSelector('.map[data-drawn]', { timeout: 120_000 });
        await page.waitForSelector('.need-card', { timeout: 120_000 });
        results.index.push(...(await times(page, 'terrace:index')));
        results['first draw'].push(...(await times(page, 'terrace:first-draw')));
        for (const need of ['water', 'voltage', 'road']) {
            const before = await page.getAttribute('.map', 'data-drawn');
            await page.click(`section[aria-labelledby="need-${need}"] .on-map-switch`);
            await page.waitForFunction((b) => document.querySelector('.map').dataset.drawn !== b, before, {
                timeout: 60_000,
            });
        }
        // The first three may wait for their column; these two have it.
        performance.clearMarks();
        await page.evaluate(() => performance.clearMeasures());
        for (const need of ['water', 'road']) {
            const before = await page.getAttribute('.map', 'data-drawn');
            await page.click(`section[aria-labelledby="need-${need}"] .on-map-switch`);
            await page.waitForFunction((b) => document.querySelector('.map').dataset.drawn !== b, before, {
                timeout: 60_000,
            });
        }
        results.recolour.push(median(await times(page, 'terrace:recolour')));
        results['filter (counts, map, table)'].push(
            await page.evaluate(async () => {
                const from = performance.now();
                document.querySelector('section[aria-labelledby="need-road"] button.verdict-row').click();
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                return performance.now() - from;
            }),
        );
        await page.close();
    }
    console.log(`${Number(households).toLocaleString('en-US')} households, 1440 x 900, median of 5, milliseconds`);
    for (const [name, list] of Object.entries(results))
        console.log(
            `${name.padEnd(30)} ${median(list).toFixed(0).padStart(6)}   (${list.map((v) => v.toFixed(0)).join(', ')})`,
        );
} finally {
    await context.close();
    server.kill();
    rmSync(profile, { recursive: true, force: true });
}
