import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CountyDetail, HouseholdDetail, Row, TablePage, Units } from '../src/api/types';
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
const has = (analysis: string, table: string) =>
    (detail.analyses.find((a) => a.id === analysis)?.tables.find((one) => one.id === table)?.rows ?? 0) > 0;
const rows = async (analysis: string, table: string, query = ''): Promise<Row[]> =>
    (await screen.ask<TablePage>(`api/counties/${county}/tables/${analysis}/${table}?limit=1000${query}`)).rows;
const link = (query = '', view = '') => `${county}/water${view}?lang=en&theme=light${query}`;
const texts = (of: string) => browser.page.locator(of).allInnerTexts();

/** A household with a tap whose head and way are known, and the view around it. */
async function tapped(): Promise<{ one: HouseholdDetail; view: string } | undefined> {
    if (!has('water.pipes', 'household')) return undefined;
    for (const row of (await rows('water.pipes', 'household', '&tap=too_low,too_high,may_be_low,good')).slice(0, 40)) {
        const one = await screen.ask<HouseholdDetail>(`api/counties/${county}/households/${row.code}`);
        const way = one.results.find((r) => r.analysis === 'water.pipes')?.explanation.way ?? [];
        if (one.position && way.some((stretch) => stretch.headM.some((h) => h !== null)))
            return { one, view: `/15/${one.position.lat}/${one.position.lon}` };
    }
    return undefined;
}

describe('the water screen', () => {
    it('shows the four indicators as bars that filter map and table', async (context) => {
        await screen.openDrawn(link());
        await browser.page.waitForSelector('.need-card');
        const bars = browser.page.locator('.indicators-block .class-strip');
        if (!detail.analyses.some((a) => a.id === 'water.access' && a.tables[0]?.columns.some((c) => c.id === 'jmp')))
            return context.skip();
        await poll(() => bars.count()).toBe(4);
        const fails = browser.page.locator('[data-column=guarantee] .parts [data-code=fails]');
        const n = number((await fails.innerText()).replaceAll(',', ''));
        await fails.click();
        await poll(() => screen.address()).toContain('only=water.access:guarantee:fails');
        await browser.page.locator('[data-column=guarantee] .on-map-switch').click();
        await poll(() => browser.page.locator('.map').getAttribute('data-colouring')).toBe('water.access:guarantee');
        await screen.openTable();
        // Houses that nobody lives in stand in the table too, and are not counted on the bar.
        expect(await screen.rowsShown()).toBeGreaterThanOrEqual(n);
        await screen.clearFilters();
        expect(screen.slips).toEqual([]);
    });

    it('opens the list of sources that a line stands for, and a row leads to its works', async (context) => {
        if (!has('water.sources', 'source')) return context.skip();
        await screen.openDrawn(link());
        const line = browser.page.locator('[data-part=loads] .line:not([disabled])').first();
        await line.waitFor();
        const load = await line.getAttribute('data-load');
        await line.click();
        await browser.page.waitForSelector('.table-row');
        await poll(() => screen.address()).toContain(`list=water.sources:source:load:${load}`);
        expect(await screen.rowsShown()).toBe((await rows('water.sources', 'source', `&load=${load}`)).length);
        const code = (await screen.topCode())!;
        await screen.clickRow(0);
        await poll(() => screen.address()).toContain(`show=feature:water_facility:${code}`);
        await poll(() => screen.sheet().locator('[data-part=members]').count()).toBe(1);
        expect(screen.slips).toEqual([]);
    });
});

/** Every row of a table, a thousand at a time. */
async function allRows(analysis: string, table: string): Promise<Row[]> {
    const all: Row[] = [];
    for (;;) {
        const page = await rows(analysis, table, `&offset=${all.length}`);
        all.push(...page);
        if (page.length < 1000) return all;
    }
}

describe('the chosen township', () => {
    it('is what every list of the panel and of the table counts', async (context) => {
        if (!has('water.sources', 'source') || !has('water.pipes', 'finding')) return context.skip();
        const { townships } = await screen.ask<Units>(`api/counties/${county}/units`);
        const { code } = townships[0]!;
        await screen.openDrawn(link(`&area=${code}&table=open&list=water.sources:source`));
        const works = (await allRows('water.sources', 'source')).filter((row) => row.township_code === code);
        expect(works.length).toBeGreaterThan(0);
        await poll(() => screen.rowsShown()).toBe(works.length);
        const firsts = works.filter((row) => row.supply_code === null || row.supply_code === row.code);
        const loads = browser.page.locator('[data-part=loads] .line');
        await poll(async () =>
            (await loads.locator('.strong').allInnerTexts()).reduce(
                (n, text) => n + number(text.replaceAll(',', '')),
                0,
            ),
        ).toBe(firsts.length);
        for (const [analysis, table] of [
            ['water.pipes', 'finding'],
            ['water.pipes', 'survey'],
            ['water.exposure', 'place'],
            ['water.projects', 'project'],
        ] as const) {
            if (!has(analysis, table)) continue;
            const here = (await allRows(analysis, table)).filter((row) => row.township_code === code).length;
            const line = browser.page.locator(`[data-part=places] [data-layer="${analysis}.${table}"] .num`);
            await poll(async () => number((await line.innerText()).replaceAll(',', ''))).toBe(here);
        }
        // What cannot be split is called what it is.
        expect((await texts('.block-head .whole-county')).join()).toContain('whole county');
        expect(screen.slips).toEqual([]);
    });

    it('and the county count one population: those who live there', async (context) => {
        if (!has('water.sources', 'total')) return context.skip();
        const block = browser.page.locator('[data-part=assignment]');
        const numbers = async () =>
            [...(await block.locator('.sentence').innerText()).matchAll(/[\d,]+/g)].map((m) =>
                number(m[0].replaceAll(',', '')),
            );
        /** Households and people of the bars of who waits for a source. */
        const waiting = async () => {
            const bars = await block
                .locator('.class-bar')
                .evaluateAll((all) =>
                    all.map((bar) => [
                        (bar as HTMLElement).dataset.code!,
                        ...[...bar.querySelectorAll('.num')].map((n) => n.textContent!),
                    ]),
                );
            return bars
                .filter(([code]) => !['keeps_connection', 'nobody_there'].includes(code!))
                .reduce(
                    ([h, p], [, households, people]) => [
                        h! + number(households!.replaceAll(',', '')),
                        p! + number(people!.replaceAll(',', '')),
                    ],
                    [0, 0],
                );
        };
        await screen.openDrawn(link());
        await block.waitFor();
        const total = (await rows('water.sources', 'total'))[0]!;
        await poll(numbers).toEqual([total.people_to_assign, total.households_to_assign, total.people_assigned]);
        await poll(waiting).toEqual([total.households_to_assign, total.people_to_assign]);
        expect(await block.innerText()).toContain('living there');
        const { townships } = await screen.ask<Units>(`api/counties/${county}/units`);
        await screen.openDrawn(link(`&area=${townships[0]!.code}`));
        await block.waitFor();
        await poll(async () => (await numbers())[1]!).toBeLessThan(Number(total.households_to_assign));
        const [people, households] = await numbers();
        expect(await waiting()).toEqual([households, people]);
        expect(await block.innerText()).toContain('Whole county:');
        expect(screen.slips).toEqual([]);
    });
});

describe('a proposed project', () => {
    it('is drawn with its tanks, says what it costs and who gains', async (context) => {
        if (!has('water.projects', 'project')) return context.skip();
        const [row] = (await rows('water.projects', 'project', '&kind=gravity_scheme')).filter(
            (one) => Number(one.break_pressure_tanks) > 0,
        );
        if (!row) return context.skip();
        await screen.openDrawn(link(`&show=feature:water_project:${row.code}`));
        const bill = screen.sheet().locator('[data-part=bill]');
        await bill.waitFor();
        const lines = await rows('water.projects', 'cost_line', `&project_code=${row.code}`);
        expect(await bill.locator('tbody tr').count()).toBe(lines.length);
        const sum = await bill.locator('tfoot td').allInnerTexts();
        expect(sum.map((text) => number(text.replaceAll(',', '')))).toEqual([
            row.cost_low_yuan,
            row.cost_yuan,
            row.cost_high_yuan,
        ]);
        await poll(() => browser.page.locator('.site-tank').count()).toBe(1);
        expect(await browser.page.locator('.site-break').count()).toBe(row.break_pressure_tanks);
        expect(await screen.sheet().innerText()).not.toMatch(/gravity_|water\.|_mm_|water:/);
        const gains = screen.sheet().locator('[data-part=gains] tbody tr');
        expect(await gains.count()).toBe(Math.min(15, Number(row.households_gain)));
        await gains.first().locator('button').click();
        await poll(() => screen.address()).toContain('show=household:');
        // A row of the list leads to it, and the map shows all of it.
        await screen.openDrawn(link('&table=open&list=water.projects:project:kind:gravity_scheme'));
        await browser.page.waitForSelector('.table-row');
        const before = screen.address().split('?')[0];
        await screen.clickRow(0);
        await bill.waitFor();
        await poll(() => screen.address().split('?')[0]).not.toBe(before);
        expect(screen.slips).toEqual([]);
    });
});

describe('pipes on the map', () => {
    it('show their head, with a legend and a table; another class when asked; and the link restores it', async (context) => {
        const found = await tapped();
        if (!found) return context.skip();
        await screen.openDrawn(link('', found.view));
        const legend = screen.legend().locator('.legend-layer[data-layer=pipes]');
        await poll(() => legend.locator('.swatches li').count()).toBeGreaterThan(2);
        expect(await legend.locator('li[data-code=below_ground]').count()).toBe(1);
        await legend.locator('select').selectOption('class_check');
        await poll(() => screen.address()).toContain('lines=pipes:class_check');
        await poll(() => legend.locator('li[data-code=exceeded]').count()).toBe(1);
        await screen.openDrawn(link('&lines=pipes:class_check&table=open&list=water.pipes:pipe', found.view));
        await browser.page.waitForSelector('.table-row');
        expect(await screen.rowsShown()).toBe((await rows('water.pipes', 'pipe')).length);
        await browser.page.locator('.list-filters select[data-column=class_check]').selectOption('kept');
        await poll(() => screen.rowsShown()).toBe((await rows('water.pipes', 'pipe', '&class_check=kept')).length);
        expect(screen.slips).toEqual([]);
    });
});

describe('a household', () => {
    it('has its four indicators with numbers, and the head line along the pipe to its tap', async (context) => {
        const found = await tapped();
        if (!found) return context.skip();
        const { one, view } = found;
        await screen.openDrawn(link(`&show=household:${one.code}`, view));
        const card = screen.sheet().locator('.need-section').first();
        await card.waitFor();
        // The question of the screen comes first.
        expect(await card.getAttribute('data-analysis')).toBe('water.access');
        const access = one.results.find((r) => r.analysis === 'water.access')!.row;
        for (const id of ['quantity', 'quality', 'convenience', 'guarantee']) {
            const row = card.locator(`[data-indicator=${id}]`);
            expect(await row.getAttribute('data-class')).toBe(access[id]);
            expect((await row.locator('small').first().innerText()).length).toBeGreaterThan(3);
        }
        expect(await card.locator('[data-indicator=jmp]').count()).toBe(1);
        const tap = card.locator('[data-part=tap]');
        const pipes = one.results.find((r) => r.analysis === 'water.pipes')!.row;
        expect(await tap.getAttribute('data-tap')).toBe(pipes.tap);
        expect(await tap.locator('.heads').getAttribute('data-head')).toBe('known');
        expect(await tap.locator('path.head-error').count()).toBeGreaterThan(0);
        const slider = tap.locator('[role=slider]');
        await slider.focus();
        await browser.page.keyboard.press('End');
        expect(await slider.getAttribute('aria-valuetext')).toMatch(/ground [\d,]+ m, head/);
        await tap.locator('summary').click();
        expect(await tap.locator('.head-table tbody tr').count()).toBeGreaterThan(1);
        expect(screen.slips).toEqual([]);
    });
});

describe('a works', () => {
    it('names its water and its households, sorted by any column, and leads to each', async (context) => {
        const found = await tapped();
        const code = found?.one.results.find((r) => r.analysis === 'water.pipes')!.row.level_code;
        if (!found || typeof code !== 'string') return context.skip();
        await screen.openDrawn(link(`&show=feature:water_facility:${code}`, found.view));
        const members = screen.sheet().locator('[data-part=members]');
        await members.locator('tbody tr').first().waitFor();
        expect(await screen.sheet().locator('[data-part=water] dd').count()).toBeGreaterThan(2);
        const heads = members.locator('thead button');
        await heads.first().click();
        await heads.first().click();
        expect(await members.locator('th[aria-sort=descending]').count()).toBe(1);
        const codes = await texts('[data-part=members] tbody th');
        expect(codes).toEqual([...codes].sort().reverse());
        await members.locator('tbody button').first().click();
        await poll(() => screen.address()).toContain(`show=household:${codes[0]}`);
        expect(screen.slips).toEqual([]);
    });
});

describe('a trial', () => {
    it('says at once who gains and who loses, marks that nothing is saved, and can be undone and ended', async (context) => {
        const found = await tapped();
        const way = found?.one.results.find((r) => r.analysis === 'water.pipes')!.explanation.way ?? [];
        const pipe = way.find((stretch) => stretch.code !== '')?.code;
        if (!found || !pipe) return context.skip();
        await screen.openDrawn(link(`&show=feature:pipe:${pipe}`, found.view));
        const field = screen.sheet().locator('input[name=diameter_mm]');
        await field.waitFor();
        const recorded = await field.inputValue();
        await field.fill('16');
        await screen.sheet().locator('.try button').click();
        const banner = browser.page.locator('.trial-banner');
        await banner.waitFor();
        expect(await banner.innerText()).toContain('nothing is saved');
        await poll(() => banner.locator('p').innerText()).toMatch(/\d+ taps better, \d+ worse/);
        await poll(() => browser.page.locator('.map').getAttribute('data-colouring')).toBe('water.pipes:tap');
        const told = await screen.sheet().locator('.trial-outcome').innerText();
        expect(told.length).toBeGreaterThan(5);
        await field.fill('18');
        await field.press('Enter');
        await poll(() => field.inputValue()).toBe('18');
        await banner.locator('[data-do=undo]').click();
        await poll(() => field.inputValue()).toBe('16');
        // A household that is opened meanwhile shows what would be, and the way back to the trial stands on the banner.
        await screen.page.goto(`${url}#${link(`&show=household:${found.one.code}`, found.view)}`);
        await screen.sheet().locator('[data-part=tap]').waitFor();
        await banner.getByRole('button', { name: 'Show' }).click();
        await poll(() => screen.address()).toContain(`show=feature:pipe:${pipe}`);
        await banner.locator('[data-do=end]').click();
        await poll(() => banner.count()).toBe(0);
        await poll(() => field.inputValue()).toBe(recorded);
        await poll(() => browser.page.locator('.map').getAttribute('data-colouring')).not.toBe('water.pipes:tap');
        expect(screen.slips).toEqual([]);
    });

    it('with a value that cannot be says so beside the field, and ends as it was', async (context) => {
        const found = await tapped();
        const code = found?.one.results.find((r) => r.analysis === 'water.pipes')!.row.level_code;
        if (!found || typeof code !== 'string') return context.skip();
        await screen.openDrawn(link(`&show=feature:water_facility:${code}`, found.view));
        const field = screen.sheet().locator('input[name=elevation_m]');
        await field.waitFor();
        const recorded = await field.inputValue();
        await field.fill('99999');
        await screen.sheet().locator('.try button').first().click();
        const said = screen.sheet().locator('.try .problem');
        await said.waitFor();
        expect(await said.innerText()).toMatch(/Altitude cannot be 99999: it lies between -500 and 9000 m/);
        await poll(() => browser.page.locator('.trial-banner').count()).toBe(0);
        expect(await field.inputValue()).toBe(recorded);
        expect(screen.slips).toEqual([]);
    });

    it('moves a works with the arrow keys, without a pointer', async (context) => {
        const found = await tapped();
        const code = found?.one.results.find((r) => r.analysis === 'water.pipes')!.row.level_code;
        if (!found || typeof code !== 'string') return context.skip();
        await screen.openDrawn(link(`&show=feature:water_facility:${code}`, found.view));
        const handle = browser.page.locator('.works-handle');
        await handle.waitFor();
        await handle.focus();
        for (let i = 0; i < 5; i++) await browser.page.keyboard.press('ArrowUp');
        await browser.page.keyboard.press('Enter');
        await poll(() => browser.page.locator('.trial-banner p').innerText()).toMatch(/better, \d+ worse/);
        await browser.page.locator('.trial-banner [data-do=end]').click();
        expect(screen.slips).toEqual([]);
    });
});

describe('on a phone', () => {
    it('shows bars, profile and trial without anything wider than the screen', async (context) => {
        const found = await tapped();
        if (!found) return context.skip();
        const phone = await openBrowser(PHONE);
        try {
            const small = new Screen(phone.page, url);
            const overflow = () => phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            await small.openDrawn(`${county}/water?lang=zh-CN`);
            await phone.page.waitForSelector('.indicators-block .class-strip');
            expect(await overflow()).toBeLessThanOrEqual(0);
            await small.openDrawn(`${county}/water${found.view}?lang=zh-CN&show=household:${found.one.code}`);
            await phone.page.waitForSelector('.heads svg');
            expect(await overflow()).toBeLessThanOrEqual(0);
            const code = found.one.results.find((r) => r.analysis === 'water.pipes')!.row.level_code;
            await small.openDrawn(`${county}/water${found.view}?lang=zh-CN&show=feature:water_facility:${code}`);
            await phone.page.waitForSelector('[data-part=members]');
            expect(await overflow()).toBeLessThanOrEqual(0);
            expect(small.slips).toEqual([]);
        } finally {
            await phone.close();
        }
    });
});
