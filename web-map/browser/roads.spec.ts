import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CountyDetail, HouseholdDetail, Row, TablePage } from '../src/api/types';
import { openBrowser, PHONE } from './browser';
import { number, Screen } from './Screen';

const url = inject('url');
let browser: Awaited<ReturnType<typeof openBrowser>>;
let screen: Screen;
let county: string;
let detail: CountyDetail;

beforeAll(async () => {
    browser = await openBrowser();
    screen = new Screen(browser.page, url);
    const all = await screen.ask<{ code: string; households: number }[]>('api/counties');
    county = all.find((c) => c.households > 0)!.code;
    detail = await screen.ask<CountyDetail>(`api/counties/${county}`);
});
afterAll(() => browser?.close());
beforeEach(() => screen.slips.splice(0));

/** A server that is busy with tiles answers late. */
const poll = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 15_000 });
const tables = () => detail.analyses.flatMap((a) => a.tables.map((table) => ({ analysis: a.id, table })));
const tableOf = (kind: string) => tables().find((one) => one.table.featureKind === kind && one.table.rows > 0);
const rowsOf = async (analysis: string, table: string): Promise<Row[]> =>
    (await screen.ask<TablePage>(`api/counties/${county}/tables/${analysis}/${table}?limit=1000`)).rows;
const link = (query = '') => `${county}/roads?lang=en&theme=light${query}`;

/** A household whose road has a way with heights; undefined where ways are not told. */
async function walker(): Promise<HouseholdDetail | undefined> {
    const codes = await screen.ask<string[]>(`api/counties/${county}/households/codes`);
    for (const code of codes.slice(0, 60)) {
        const one = await screen.ask<HouseholdDetail>(`api/counties/${county}/households/${code}`);
        const way = one.results.find((r) => r.analysis === 'road.access')?.explanation.way ?? [];
        if (way.some((stretch) => stretch.heightM.some((h) => h !== null))) return one;
    }
    return undefined;
}

describe('the way from a door', () => {
    it('is told by kind, drawn with its heights, and walked with the arrow keys', async (context) => {
        const one = await walker();
        if (!one) return context.skip();
        await screen.openDrawn(link(`&show=household:${one.code}`));
        const way = screen.sheet().locator('[data-analysis="road.access"] .way');
        await way.waitFor();
        const told = one.results.find((r) => r.analysis === 'road.access')!.explanation.way;
        expect(await way.locator('.way-kinds li[data-kind]').count()).toBe(new Set(told.map((s) => s.kind)).size);
        const profile = way.locator('[role=slider]');
        expect(await profile.getAttribute('aria-label')).toMatch(/The way and its heights/);
        await profile.focus();
        await browser.page.keyboard.press('End');
        const whole = await way.locator('.way-kinds .sum .strong').innerText();
        expect(await profile.getAttribute('aria-valuetext')).toContain(whole);
        await browser.page.keyboard.press('Home');
        expect(number((await profile.getAttribute('aria-valuenow')) ?? '')).toBe(0);
        expect(screen.slips).toEqual([]);
    });
});

describe('roads on the map', () => {
    it('show another class when asked, with its own legend, and a link restores it', async (context) => {
        const choices = browser.page.locator('.on-the-map select[data-layer=roads]');
        await screen.openDrawn(link());
        await browser.page.waitForSelector('.need-card');
        if ((await choices.count()) === 0) return context.skip();
        await choices.selectOption('surface');
        await poll(() => screen.address()).toContain('lines=roads:surface');
        await poll(() =>
            screen.legend().locator('.legend-layer[data-layer=roads] .swatches li').count(),
        ).toBeGreaterThan(1);
        await screen.openDrawn(link('&lines=roads:surface'));
        await poll(() => choices.inputValue()).toBe('surface');
        await choices.selectOption('network');
        await poll(() => screen.address()).not.toContain('lines=');
        expect(screen.slips).toEqual([]);
    });

    it('lie on the minutes of a field, one field at a time, with bands and opacity', async (context) => {
        await screen.openDrawn(link());
        await browser.page.waitForSelector('.need-card');
        const fields = browser.page.locator('.on-the-map select.fields');
        if ((await fields.count()) === 0) return context.skip();
        const [, first, id] = await fields
            .locator('option')
            .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
        await fields.selectOption(first!);
        await fields.selectOption(id!);
        await poll(() => screen.address()).toContain(`!${first},${id}`);
        const legend = screen.legend().locator(`.legend-layer[data-layer="${id}"]`);
        await poll(() => legend.locator('li .num').count()).toBeGreaterThan(1);
        expect(await legend.locator('li .num').first().innerText()).toMatch(/^up to [\d,]+ min$/);
        await browser.page.locator('.layers-button').click();
        const opacity = browser.page.locator('.layer-panel fieldset').last().locator('input[type=range]');
        expect(await opacity.count()).toBe(1);
        await opacity.fill('0.3');
        await poll(() => screen.address()).toContain(`opacity=${id}:30`);
        await poll(() =>
            browser.page.locator('.leaflet-fields-pane .field').evaluate((e) => (e as HTMLElement).style.opacity),
        ).toBe('0.3');
        expect(screen.slips).toEqual([]);
    });
});

describe('lists by place', () => {
    for (const kind of ['road_fault', 'road_island', 'missing_link'])
        it(`of ${kind}: sorted, and a click goes there and marks the place`, async (context) => {
            const one = tableOf(kind);
            if (!one) return context.skip();
            const rows = await rowsOf(one.analysis, one.table.id);
            await screen.openDrawn(link(`&table=open&list=${one.analysis}:${one.table.id}`));
            await browser.page.waitForSelector('.table-row');
            expect(await screen.rowsShown()).toBe(one.table.rows);
            const numbers = one.table.columns.find((c) => c.type === 'NUMBER' && !/^(east|north)_m$/.test(c.id));
            if (numbers) {
                const shown = one.table.columns.filter((c) => !/^(to_)?(east|north)_m$|^road_(name|code)$/.test(c.id));
                const at = shown.indexOf(numbers) + 1;
                const head = browser.page.locator('.table-head button').nth(at);
                await head.click();
                await head.click();
                const most = rows
                    .filter((row) => typeof row[numbers.id] === 'number')
                    .sort((a, b) => Number(b[numbers.id]) - Number(a[numbers.id]) || (a.code < b.code ? -1 : 1))[0];
                if (most && rows.length === one.table.rows) await poll(() => screen.topCode()).toBe(most.code);
            }
            const code = (await screen.topCode())!;
            // Called by its road, or by what it is: never by a code alone.
            expect((await screen.topRows(1))[0]![0]).not.toBe(code);
            await screen.clickRow(0);
            await poll(() => screen.sheet().count()).toBe(1);
            const row = rows.find((r) => r.code === code);
            if (typeof row?.lon === 'number') {
                await poll(() => screen.address()).toContain(`show=feature:${kind}:${code}`);
                await poll(() =>
                    Math.abs(Number(screen.address().split('?')[0]!.split('/')[4]) - Number(row.lon)),
                ).toBeLessThan(0.03);
            }
            expect(screen.slips).toEqual([]);
        });

    it('does not show a list under another question', async () => {
        const one = tableOf('road_fault');
        await screen.openDrawn(`${county}/water?lang=en&table=open&list=${one?.analysis}:${one?.table.id}`);
        await browser.page.waitForSelector('.table-row');
        const tabs = await browser.page.locator('.tabs-of-table button').allInnerTexts();
        expect(tabs.filter((tab) => /fault|island|missing/i.test(tab))).toEqual([]);
        expect(await browser.page.locator('.drawer h2').innerText()).toBe('Households');
    });
});

describe('committee, group, door', () => {
    it('counts every area, sorts by any column, and goes into a township', async (context) => {
        const one = tables().find((t) => t.analysis === 'road.reach' && t.table.id === 'township');
        if (!one || one.table.rows === 0) return context.skip();
        const rows = await rowsOf('road.reach', 'township');
        await screen.openDrawn(link());
        await browser.page.locator('.reach .on-map-switch').click();
        await browser.page.waitForSelector('.table-row');
        expect(await screen.rowsShown()).toBe(rows.length);
        const of = (text: string) => number(text.replaceAll(',', ''));
        const heads = await browser.page.locator('.table-head button').allInnerTexts();
        await screen.sortBy('Households');
        const [smallest] = await screen.topRows(1);
        expect(of(smallest![1]!)).toBe(Math.min(...rows.map((row) => Number(row.households))));
        for (const head of heads) await screen.sortBy(head);
        expect(await browser.page.locator('.table-row .band-bar').count()).toBeGreaterThan(0);
        const named = (await screen.topRows(30)).find((row) => !row[0]!.includes('unknown'))!;
        await browser.page.locator('.table-row', { hasText: named[0]! }).first().locator('.cell').first().click();
        await poll(() => screen.address()).toContain('area=');
        expect(screen.slips).toEqual([]);
    });
});

describe('on a phone', () => {
    it('shows the way and the table of areas without anything wider than the screen', async () => {
        const phone = await openBrowser(PHONE);
        try {
            const small = new Screen(phone.page, url);
            const one = await walker();
            await small.openDrawn(`${county}/roads?lang=zh-CN${one ? `&show=household:${one.code}` : ''}`);
            await phone.page.waitForTimeout(1000);
            const overflow = () => phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(await overflow()).toBeLessThanOrEqual(0);
            await small.openDrawn(`${county}/roads?lang=zh-CN&table=door&list=areas`);
            await phone.page.waitForSelector('.table-row');
            expect(await overflow()).toBeLessThanOrEqual(0);
            expect(small.slips).toEqual([]);
        } finally {
            await phone.close();
        }
    });
});

describe('a planner and an engineer', () => {
    it('get back exactly where they were', async () => {
        await screen.openDrawn(`${county}/roads/13/29.210000/102.300000?lang=en&theme=light`);
        await browser.page.waitForSelector('.need-card');
        await browser.page.waitForTimeout(1500);
        const start = screen.address().split('?')[0];
        for (let i = 0; i < 3; i++) {
            const codes = await screen.ask<string[]>(`api/counties/${county}/households/codes`);
            await browser.page.evaluate(
                (to) => (location.hash = to),
                `${screen.address()}&show=household:${codes[i * 700]}`,
            );
            await poll(() => screen.sheet().count()).toBe(1);
            await browser.page.goBack();
            await poll(() => screen.sheet().count()).toBe(0);
            await poll(() => screen.address().split('?')[0]).toBe(start);
        }
        expect(screen.slips).toEqual([]);
    });

    it('find the button of the table beside the filter, and the way to the map in every row', async () => {
        const codes = await screen.ask<string[]>(`api/counties/${county}/households/codes`);
        await screen.openDrawn(
            link(`&only=road.access:verdict:unserved,unknown&show=household:${codes[0]}&table=open`),
        );
        await browser.page.waitForSelector('.filter-chips .link');
        expect(await screen.overlap('.filter-chips .link', '.table-button')).toBe(false);
        await browser.page.waitForSelector('.table-row');
        const go = await browser.page.locator('.table-row .cell.go').first().boundingBox();
        const table = await browser.page.locator('.table-body').boundingBox();
        expect(go!.x + go!.width).toBeLessThanOrEqual(table!.x + table!.width + 1);
        expect(screen.slips).toEqual([]);
    });

    it('are told how many depend on a segment, its grade with the error, and its width to the decimetre', async (context) => {
        const segment = tableOf('road_segment');
        if (!segment) return context.skip();
        await screen.openDrawn(link('&show=feature:road_segment:R0000001'));
        const facts = screen.sheet().locator('dl.facts');
        await poll(() => facts.first().innerText()).toMatch(/Households that depend on it/);
        expect(await facts.first().innerText()).toMatch(/8\.5 m/);
        expect(screen.slips).toEqual([]);
    });
});
