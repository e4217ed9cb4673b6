import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DataState } from '../src/api/types';
import { openBrowser } from './browser';
import { Screen } from './Screen';

const url = inject('url');
const C = `imp${Date.now() % 1_000_000}`;
const link = `${C}/data?lang=en&theme=light`;

/** With columns that no profile knows, and one that nobody may import. */
const HOUSES = `HH,East,North,persons,owner_phone
h1,102.3001,29.2001,4,13900000000
h2,102.3101,29.2101,5,13900000001
h3,102.3201,29.2201,many,13900000002
,102.3301,29.2301,2,13900000003
`;

let browser: Awaited<ReturnType<typeof openBrowser>>;
let screen: Screen;

const counted = () => screen.ask<{ households: number; people: number }>(`api/counties/${C}`);
const data = () => screen.ask<DataState>(`api/counties/${C}/data`);
const picture = async (name: string) => {
    const folder = process.env.TERRACE_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await browser.page.screenshot({ path: join(folder, `${name}.png`) });
};

/** A file comes in through the built server: the mock reads none. */
describe.runIf(inject('real'))('a file of the county', () => {
    beforeAll(async () => {
        browser = await openBrowser();
        browser.page.setDefaultTimeout(20_000);
        screen = new Screen(browser.page, url);
        const made = await fetch(`${url}api/counties`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ code: C, name: 'Imports' }),
        });
        expect(made.status).toBe(201);
    });
    afterAll(() => browser?.close());
    beforeEach(() => screen.slips.splice(0));

    it('is shown, read from other columns, taken in, drawn and counted', async () => {
        await screen.open(link);
        await screen.bringIn('households.csv', HOUSES);
        await screen.previewShown();
        await picture('preview-guessed');
        expect(await browser.page.locator('.columns').innerText()).toContain('owner_phone');
        expect(await screen.columnOf('East or longitude')).toBe('East');
        await screen.showAllFields();
        expect(await screen.columnOf('People registered')).toBe('');
        await screen.readFrom('People registered', 'persons');
        await screen.readFrom('Code', 'HH');
        expect(await screen.columnOf('People registered')).toBe('persons');
        const offered = await browser.page
            .locator('.column-table select[aria-label="Code"] option')
            .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
        expect(offered).toEqual(['', 'HH', 'East', 'North', 'persons']);
        await picture('preview-mapped');
        await screen.takeIn();
        await screen.takenIn();
        expect(await counted()).toMatchObject({ households: 3, people: 9 });
        await expect.poll(() => screen.counted('Households'), { timeout: 30_000 }).toBe(3);
        await browser.page.waitForSelector('.map[data-drawn]', { timeout: 60_000 });
        await expect.poll(() => screen.householdPixels(), { timeout: 30_000 }).toBeGreaterThan(20);
        await picture('taken-in');
        expect(screen.slips).toEqual([]);
    });

    it('gives its bad rows back, to be mended', async () => {
        await screen.openDrawn(link);
        await screen.bringIn('households.csv', HOUSES);
        await screen.previewShown();
        await screen.answerTheCoordinateSystem(4490);
        await screen.readFrom('Code', 'HH');
        expect(await screen.effect()).toContain('Rows that stay out: 1');
        const [download] = await Promise.all([
            browser.page.waitForEvent('download'),
            browser.page.locator('.bad-rows').click(),
        ]);
        const rows = (await (await download.createReadStream()).toArray()).join('');
        expect(rows).toContain('102.3301');
        expect(rows).not.toContain('102.3001');
        expect(rows, 'personal').not.toContain('13900000003');
        await screen.leaveImport();
    });

    it('keeps its mapping as a file for the command line', async () => {
        await screen.openDrawn(link);
        await screen.bringIn('households.csv', HOUSES);
        await screen.previewShown();
        await screen.answerTheCoordinateSystem(4490);
        await screen.readFrom('Code', 'HH');
        const [download] = await Promise.all([
            browser.page.waitForEvent('download'),
            browser.page.locator('.import-preview > a.link').click(),
        ]);
        expect(download.suggestedFilename()).toBe('households.yaml');
        const yaml = (await (await download.createReadStream()).toArray()).join('');
        expect(yaml).toMatch(/^# \.\/terrace import 'households.csv' .* --profile households.yaml/);
        expect(yaml).toContain('kind: household');
        await screen.leaveImport();
    });

    it('can be read in another coordinate system and another mode; a system that is none is said to be so', async () => {
        await screen.openDrawn(link);
        await screen.bringIn('households.csv', HOUSES);
        await screen.previewShown();
        await screen.answerTheCoordinateSystem(4490);
        await screen.readFrom('Code', 'HH');
        await screen.joinBy('replace');
        expect(await screen.effect()).toMatch(/^0 added, 2 changed/);
        await browser.page.locator('.read-as select[aria-label="Coordinate system"]').selectOption('other');
        await browser.page.locator('.crs-code input').fill('EPSG:77');
        await browser.page.locator('.crs-code button').click();
        await browser.page.waitForSelector('.import-preview .problem');
        expect(await browser.page.locator('.import-preview .problem').innerText()).toContain('no coordinate system');
        expect(await screen.effect()).toMatch(/^0 added, 2 changed/);
        await browser.page.locator('.crs-code input').fill('4490');
        await browser.page.locator('.crs-code button').click();
        await expect.poll(() => browser.page.locator('.import-preview .problem').count()).toBe(0);
        await screen.previewShown();
        expect(await screen.effect()).toMatch(/^0 added, 2 changed/);
        await screen.leaveImport();
    });

    it('that lies elsewhere is refused in a whole sentence, without counts and without a way to take it in', async () => {
        await screen.openDrawn(link);
        const elsewhere = ['code,lon,lat,people_registered', 'z1,10.1,50.1,3', 'z2,10.2,50.2,4', 'z3,10.3,50.1,5'].join(
            '\n',
        );
        await screen.bringIn('households-elsewhere.csv', elsewhere);
        await screen.previewShown();
        await screen.answerTheCoordinateSystem(4490);
        const said = await browser.page.locator('.import-preview .refused').innerText();
        expect(said).toContain('3 of 3 features lie outside');
        expect(await browser.page.locator('.issue-list').innerText()).not.toMatch(/[…{}]/);
        expect(await browser.page.locator('.import-preview .effect').count()).toBe(0);
        expect(await browser.page.locator('.import-preview .primary').isDisabled()).toBe(true);
        await picture('refused');
        await screen.leaveImport();
        expect((await counted()).households).toBe(3);
    });

    it('shows what is wrong in it and what counts before anything is written, while its system is asked', async () => {
        await screen.openDrawn(link);
        // Two of six rows stay out; of the others one has a letter for a zero and one no position.
        const faulty = [
            'code,lon,lat,people_registered',
            'f1,102.301,29.201,1',
            'f2,102.302,29.202,9O0',
            ',102.303,29.203,2',
            'f1,102.304,29.204,3',
            'f3,,,4',
            'f4,102.305,29.205,5',
        ].join('\n');
        await screen.bringIn('households-faulty.csv', faulty);
        await screen.previewShown();
        expect(await browser.page.locator('.question-field').count()).toBe(1);
        expect(await screen.effect()).toMatch(/^4 added, .*stay out: 2/);
        expect(await browser.page.locator('.read-as').innerText()).toContain('4 of 6 rows count');
        const issues = (await browser.page.locator('.issue-list summary').allInnerTexts()).join();
        for (const fault of ['number cannot be read', 'without a code', 'same code again', 'without a position'])
            expect(issues).toContain(fault);
        expect((await counted()).households).toBe(3);
        await screen.leaveImport();
    });

    it('that is broken is refused in a sentence', async () => {
        await screen.openDrawn(link);
        for (const [name, content] of [
            ['broken.geojson', '{"type": "FeatureCollection", "features": ['],
            ['empty.csv', ''],
            ['nonsense.exe', 'MZ'],
        ] as const) {
            await screen.bringIn(name, content);
            await browser.page.waitForSelector('.drop .problem');
            const said = await browser.page.locator('.drop .problem').innerText();
            expect(said, name).toContain(name);
            expect(said.length, name).toBeGreaterThan(name.length + 8);
            expect(said, name).not.toMatch(/\{\w+\}|undefined/);
        }
        expect((await counted()).households).toBe(3);
    });

    it('that is large shows how far it is and can be stopped; nothing of it stays', { timeout: 180_000 }, async () => {
        const rows = ['code,lon,lat,people_registered'];
        for (let i = 0; i < 200_000; i++)
            rows.push(`big${i},${(102.3 + (i % 500) / 5000).toFixed(5)},${(29.2 + i / 2_500_000).toFixed(5)},${i % 7}`);
        const file = rows.join('\n');
        const before = { county: await counted(), data: await data() };
        await screen.openDrawn(link);

        await screen.bringIn('many-households.csv', file);
        await expect.poll(() => browser.page.locator('.working').innerText(), { interval: 50 }).toMatch(/rows/);
        await screen.stop();
        await browser.page.waitForSelector('.drop .note');
        expect(await browser.page.locator('.drop .note').innerText()).toContain('nothing of many-households.csv');

        await screen.bringIn('many-households.csv', file);
        await screen.previewShown();
        await screen.answerTheCoordinateSystem(4490);
        expect(await screen.effect()).toContain('200,000 added');
        await screen.takeIn();
        await expect.poll(() => screen.progress(), { timeout: 60_000, interval: 50 }).toBeGreaterThan(0.35);
        await picture('writing');
        const asked = Date.now();
        await screen.stop();
        await browser.page.waitForSelector('.import-preview .note', { timeout: 30_000 });
        console.log(`stopped ${Date.now() - asked} ms after the click`);
        expect(await counted()).toEqual(before.county);
        expect(await data()).toEqual(before.data);
        expect(await screen.effect()).toContain('200,000 added');
        await screen.leaveImport();
    });

    it('is taken back by one click, and so is that', async () => {
        await screen.openDrawn(link);
        await screen.bringIn(
            'households.geojson',
            JSON.stringify({
                type: 'FeatureCollection',
                features: [0, 1, 2, 3].map((i) => ({
                    type: 'Feature',
                    geometry: { type: 'Point', coordinates: [102.31 + i / 100, 29.24] },
                    properties: { code: `g${i}`, people_registered: 10 },
                })),
            }),
        );
        await screen.previewShown();
        expect(await screen.effect()).toContain('4 added');
        await screen.takeIn();
        await screen.takenIn();
        expect(await counted()).toMatchObject({ households: 7, people: 49 });
        await screen.undoImport();
        await expect.poll(async () => (await counted()).households, { timeout: 30_000 }).toBe(3);
        await expect.poll(() => screen.counted('Households'), { timeout: 30_000 }).toBe(3);
        await expect
            .poll(() => browser.page.locator('.imports li').first().innerText(), { timeout: 30_000 })
            .toContain('Went back to version');
        await picture('undone');
        await expect
            .poll(() => browser.page.locator('.imports li').first().locator('button').isEnabled(), { timeout: 60_000 })
            .toBe(true);
        await browser.page.locator('.imports li').first().locator('button').click();
        await expect.poll(async () => (await counted()).households, { timeout: 30_000 }).toBe(7);
        expect(screen.slips).toEqual([]);
    });
});
