import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CountyDetail, HouseholdDetail, Row, Stretch, TablePage, Units } from '../src/api/types';
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

/** A server that solves the grid anew answers late on a busy machine. */
const poll = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 30_000 });
const has = (analysis: string, table: string) =>
    (detail.analyses.find((a) => a.id === analysis)?.tables.find((one) => one.id === table)?.rows ?? 0) > 0;
const rows = async (analysis: string, table: string, query = ''): Promise<Row[]> => {
    const all: Row[] = [];
    for (;;) {
        const page = await screen.ask<TablePage>(
            `api/counties/${county}/tables/${analysis}/${table}?limit=1000&offset=${all.length}${query}`,
        );
        all.push(...page.rows);
        if (page.rows.length < 1000) return all;
    }
};
const link = (query = '', view = '') => `${county}/power${view}?lang=en&theme=light${query}`;
const part = (name: string) => browser.page.locator(`.panel [data-part=${name}]`);
const count = (text: string) => number(text.replaceAll(',', ''));
const viewOf = ({ lon, lat }: { lon: number; lat: number }) => `/15/${lat}/${lon}`;

interface Wired {
    one: HouseholdDetail;
    row: Row;
    way: readonly Stretch[];
    view: string;
}

/** A household with volts along its wire, over a line on record whose conductor can be tried. */
async function wired(): Promise<Wired | undefined> {
    if (!has('power.voltage', 'household')) return undefined;
    const all = await rows('power.voltage', 'household', '&voltage_band=below_176,below_187,below_198,below_209');
    for (const row of all.filter((r) => Number(r.wire_m) > 150).slice(0, 40)) {
        const one = await screen.ask<HouseholdDetail>(`api/counties/${county}/households/${row.code}`);
        const way: readonly Stretch[] = one.results.find((r) => r.analysis === 'power.voltage')?.explanation.way ?? [];
        const drawn = way.some((s) => s.kind === 'power_line' && s.code !== '' && s.volts?.middleV.at(-1) != null);
        if (one.position && drawn) return { one, row, way, view: viewOf(one.position) };
    }
    return undefined;
}

describe('the power screen', () => {
    it('begins with the volts of the households, the volts of the lines and the loading of transformers, all in the legend', async (context) => {
        if (!has('power.voltage', 'line')) return context.skip();
        await screen.openDrawn(link());
        await poll(() => browser.page.locator('.map').getAttribute('data-colouring')).toBe(
            'power.voltage:voltage_band',
        );
        const legend = screen.legend();
        await poll(() => legend.locator('[data-layer=power-lines] .swatches li').count()).toBeGreaterThan(4);
        await poll(() => legend.locator('[data-layer=power-works] li[data-code=exceeded]').count()).toBe(1);
        // The verdict is one click away, and so is the loading of the lines.
        await browser.page.locator('#need-voltage ~ .on-map-switch').click();
        await poll(() => browser.page.locator('.map').getAttribute('data-colouring')).toBe('power.voltage:verdict');
        await legend.locator('select[data-layer=power-lines]').selectOption('loading');
        await poll(() => screen.address()).toContain('lines=power-lines:loading');
        await poll(() => legend.locator('[data-layer=power-lines] li[data-code=within]').count()).toBe(1);
        expect(screen.slips).toEqual([]);
    });

    it('leads from the worst feeder to its sheet with the volts along its wire', async (context) => {
        if (!has('power.voltage', 'feeder')) return context.skip();
        await screen.openDrawn(link());
        const lines = part('feeders').locator('.places .line');
        await lines.first().waitFor();
        const code = await lines.first().getAttribute('data-code');
        const before = screen.address().split('?')[0];
        await lines.first().click();
        await poll(() => screen.address()).toContain(`show=feature:power_feeder:${code}`);
        await poll(() => screen.address().split('?')[0]).not.toBe(before);
        await screen.sheet().locator('[data-part=profile]').waitFor();
        expect(await screen.sheet().innerText()).not.toMatch(/power_|voltage_|_v\b|below_\d/);
        // The whole list stands in the table.
        await part('feeders').locator('[data-do=table]').click();
        await browser.page.waitForSelector('.table-row');
        expect(await screen.rowsShown()).toBe((await rows('power.voltage', 'feeder')).length);
        expect(screen.slips).toEqual([]);
    });

    it('opens overloaded transformers as a list, and a row as a sheet with feeders and houses', async (context) => {
        const overloaded = has('power.voltage', 'transformer')
            ? await rows('power.voltage', 'transformer', '&loading=exceeded')
            : [];
        if (overloaded.length === 0) return context.skip();
        await screen.openDrawn(link());
        await part('transformers').locator('[data-loading=exceeded]').click();
        await poll(() => screen.address()).toContain('list=power.voltage:transformer:loading:exceeded');
        await browser.page.waitForSelector('.table-row');
        expect(await screen.rowsShown()).toBe(overloaded.length);
        const code = (await screen.topCode())!;
        await screen.clickRow(0);
        await poll(() => screen.address()).toContain(`show=feature:power_facility:${code}`);
        await poll(() => screen.sheet().locator('[data-part=members] tbody tr').count()).toBeGreaterThan(0);
        expect(await screen.sheet().locator('[data-part=feeders] .line').count()).toBeGreaterThan(0);
        await screen.sheet().locator('[data-part=members] tbody button').first().click();
        await poll(() => screen.address()).toContain('show=household:');
        expect(screen.slips).toEqual([]);
    });

    it('lists faults of the drawing by kind, and each leads to its place', async (context) => {
        const faults = has('power.network', 'fault') ? await rows('power.network', 'fault') : [];
        if (faults.length === 0) return context.skip();
        await screen.openDrawn(link());
        const kinds = part('faults').locator('.by-kind');
        await poll(() => kinds.count()).toBe(new Set(faults.map((row) => row.kind)).size);
        const counts = await kinds.locator('summary .num').allInnerTexts();
        expect(counts.reduce((n, text) => n + count(text), 0)).toBe(faults.length);
        // One that has a position.
        const placed = faults.find((row) => typeof row.lon === 'number')!;
        const kind = part('faults').locator(`.by-kind[data-kind=${placed.kind}]`);
        await kind.locator('summary').click();
        await kind.locator('.line').first().click();
        await poll(() => screen.address()).toContain('show=feature:power_fault:');
        expect(screen.slips).toEqual([]);
    });

    it('shows those alone of whom record and computation disagree, on the map and in the table', async (context) => {
        const differ = has('power.voltage', 'household')
            ? await rows('power.voltage', 'household', '&comparison=measured_lower,measured_higher')
            : [];
        if (differ.length === 0) return context.skip();
        await screen.openDrawn(link());
        const code = String(differ[0]!.comparison);
        const line = part('discrepancies').locator(`[data-comparison=${code}]`);
        await line.waitFor();
        expect(count(await line.locator('.num').innerText())).toBe(
            differ.filter((row) => row.comparison === code).length,
        );
        await line.click();
        await poll(() => screen.address()).toContain(`only=power.voltage:comparison:${code}`);
        await part('discrepancies').locator('.places .line').first().click();
        await screen.sheet().locator('[data-part=comparison]').waitFor();
        expect(screen.slips).toEqual([]);
    });
});

describe('the chosen township', () => {
    it('is what every list of the power screen counts', async (context) => {
        if (!has('power.voltage', 'feeder')) return context.skip();
        const { townships } = await screen.ask<Units>(`api/counties/${county}/units`);
        const { code } = townships[0]!;
        await screen.openDrawn(link(`&area=${code}`));
        const here = (list: readonly Row[]) => list.filter((row) => row.township_code === code);
        const feeders = here(await rows('power.voltage', 'feeder')).filter(
            (row) => Number(row.customers) > 0 && (row.lowest_v !== null || Number(row.households_collapsed) > 0),
        );
        await poll(async () => count(await part('feeders').locator('h2 .num').innerText())).toBe(feeders.length);
        const transformers = here(await rows('power.voltage', 'transformer'));
        for (const loading of ['exceeded', 'may_be_exceeded'])
            await poll(async () =>
                count(await part('transformers').locator(`[data-loading=${loading}] .num`).innerText()),
            ).toBe(transformers.filter((row) => row.loading === loading).length);
        if (has('power.network', 'fault'))
            await poll(async () => count(await part('faults').locator('h2 .num').innerText())).toBe(
                here(await rows('power.network', 'fault')).length,
            );
        if (has('power.projects', 'project')) {
            const projects = here(await rows('power.projects', 'project'));
            for (const kind of ['whole_area', 'cheapest_gain'])
                await poll(async () =>
                    count(await part('projects').locator(`[data-kind=${kind}] .num`).innerText()),
                ).toBe(projects.filter((row) => row.kind === kind).length);
        }
        // Households belong where they live.
        const differ = '&comparison=measured_lower,measured_higher,declared_but_low';
        const whole = (await rows('power.voltage', 'household', differ)).length;
        const some = count(await part('discrepancies').locator('h2 .num').innerText());
        expect(some).toBeLessThan(whole);
        expect(screen.slips).toEqual([]);
    });
});

describe('a household', () => {
    it('has its volts, why, and the profile along the wire with the legal limits, walked with the keyboard', async (context) => {
        const found = await wired();
        if (!found) return context.skip();
        const { one, row, view } = found;
        await screen.openDrawn(link(`&show=household:${one.code}`, view));
        const card = screen.sheet().locator('.need-section').first();
        await card.waitFor();
        expect(await card.getAttribute('data-analysis')).toBe('power.voltage');
        const voltage = card.locator('[data-part=voltage]');
        expect(await voltage.getAttribute('data-band')).toBe(row.voltage_band);
        const limits = voltage.locator('.volts svg path.volt-limit[data-limit]');
        expect(await limits.evaluateAll((all) => all.map((l) => Number((l as SVGElement).dataset.limit)))).toEqual([
            row.voltage_low_limit_v,
            row.voltage_high_limit_v,
        ]);
        expect(await voltage.locator('path.volt-line').count()).toBeGreaterThan(0);
        const slider = voltage.locator('[role=slider]');
        await slider.focus();
        await browser.page.keyboard.press('ArrowRight');
        // The stretch that one stands on is named by its line and its wire.
        expect(await slider.getAttribute('aria-valuetext')).toMatch(/ V \(.*V to .*V\).*·/);
        await browser.page.keyboard.press('End');
        expect(Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(100);
        await voltage.locator('summary').click();
        expect(await voltage.locator('.head-table tbody tr').count()).toBe(found.way.length);
        expect(await card.innerText()).not.toMatch(/power_|voltage_|:drop|peak_current|tier_\d/);
        expect(screen.slips).toEqual([]);
    });
});

describe('works on the grid', () => {
    it('say measure by measure what is done, what it costs, and who gains how many volts', async (context) => {
        const projects = has('power.projects', 'project')
            ? await rows('power.projects', 'project', '&kind=whole_area,cheapest_gain')
            : [];
        const row = projects.find((one) => /rewire/.test(String(one.measures)) && Number(one.households_gain) > 0);
        if (!row) return context.skip();
        await screen.openDrawn(link(`&show=feature:power_project:${row.code}`));
        const bill = screen.sheet().locator('[data-part=bill]');
        await bill.waitFor();
        const sum = await bill.locator('tfoot td').allInnerTexts();
        expect(sum.map(count)).toEqual([row.cost_low_yuan, row.cost_yuan, row.cost_high_yuan]);
        const measures = await rows('power.projects', 'measure', `&project_code=${encodeURIComponent(row.code)}`);
        expect(await screen.sheet().locator('[data-part=measures] tbody tr').count()).toBe(
            Math.min(15, measures.length),
        );
        expect(await screen.sheet().locator('[data-part=gains] tbody tr').count()).toBe(
            Math.min(15, Number(row.households_gain)),
        );
        expect(await screen.sheet().innerText()).not.toMatch(/power[.:_]|rewire_|_mm2|three_phases/);
        expect(screen.slips).toEqual([]);
    });
});

const band = () => browser.page.locator('.map').getAttribute('data-colouring');
const unserved = async () => count(await browser.page.locator('.panel .need-card .headline strong').innerText());
const curve = () =>
    screen
        .sheet()
        .locator('.volts [role=slider] path.volt-line')
        .evaluateAll((all) => all.map((line) => line.getAttribute('d')).join());

describe('a trial', () => {
    it('of a thicker conductor moves the profile and the count at once, and ends as it was', async (context) => {
        const found = await wired();
        // The stretch that takes most volts on the way.
        const drop = ({ volts }: Stretch) => Number(volts?.middleV[0]) - Number(volts?.middleV.at(-1));
        const [stretch] = (found?.way ?? [])
            .filter((s) => s.kind === 'power_line' && s.code !== '')
            .sort((a, b) => (drop(b) || 0) - (drop(a) || 0));
        if (!found || !stretch) return context.skip();
        await screen.openDrawn(link(`&show=feature:power_line:${stretch.code}`, found.view));
        const choice = screen.sheet().locator('select[name=conductor]');
        await choice.waitFor();
        await screen.sheet().locator('.volts [role=slider]').waitFor();
        const recorded = await choice.inputValue();
        const [line, n] = [await curve(), await unserved()];
        await poll(() => choice.locator('option').count()).toBeGreaterThan(3);
        const thick = (await choice.locator('option').allInnerTexts())
            .filter((text) => /-\d+$/.test(text) && text !== recorded)
            .sort((a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)))[0]!;
        await choice.selectOption(thick);
        const banner = browser.page.locator('.trial-banner');
        await poll(() => banner.locator('p').innerText()).toMatch(/\d+ households better, \d+ worse · unserved/);
        expect(await banner.innerText()).toContain('nothing is saved');
        await poll(curve).not.toBe(line);
        // What is on record stays in the picture, dashed.
        expect(await screen.sheet().locator('.volts [role=slider] path.volt-was').count()).toBeGreaterThan(0);
        expect(await screen.sheet().locator('[data-fact=wire] .was').innerText()).toContain(recorded);
        await poll(band).toBe('power.voltage:voltage_band');
        // The count of the panel follows the banner.
        const change = Number((await banner.locator('p').innerText()).split('unserved ')[1]!.replace('−', '-'));
        await poll(unserved).toBe(n + change);
        await banner.locator('[data-do=end]').click();
        await poll(() => banner.count()).toBe(0);
        await poll(curve).toBe(line);
        expect(await choice.inputValue()).toBe(recorded);
        expect(await unserved()).toBe(n);
        expect(screen.slips).toEqual([]);
    });

    it('of a new transformer is placed with a click, moved and sized, undone and ended', async (context) => {
        const found = await wired();
        if (!found) return context.skip();
        await screen.openDrawn(link('', found.view));
        await part('add').locator('[data-do=place]').click();
        await browser.page.locator('.trial-banner.placing').waitFor();
        // Escape is the way out.
        await browser.page.keyboard.press('Escape');
        await poll(() => browser.page.locator('.trial-banner').count()).toBe(0);
        await part('add').locator('[data-do=place]').click();
        await screen.clickMapMiddle();
        const banner = browser.page.locator('.trial-banner');
        await poll(() => screen.address()).toContain('show=feature:power_facility:NEW-1');
        await poll(() => banner.locator('p').innerText()).toMatch(/better, \d+ worse/);
        const kva = screen.sheet().locator('input[name=kva]');
        expect(await kva.inputValue()).toBe('100');
        await kva.fill('200');
        await kva.press('Enter');
        await poll(() => banner.locator('p').innerText()).toMatch(/better, \d+ worse/);
        await banner.locator('[data-do=undo]').click();
        await poll(() => kva.inputValue()).toBe('100');
        await banner.locator('[data-do=end]').click();
        await poll(() => banner.count()).toBe(0);
        await poll(() => screen.address()).not.toContain('NEW-1');
        expect(screen.slips).toEqual([]);
    });

    it('of a new transformer needs no pointer: arrow keys and Enter place it', async (context) => {
        const found = await wired();
        if (!found) return context.skip();
        await screen.openDrawn(link('', found.view));
        await part('add').locator('[data-do=place]').focus();
        await browser.page.keyboard.press('Enter');
        const mark = browser.page.locator('.works-handle');
        await mark.waitFor();
        await poll(() => mark.evaluate((one) => one === document.activeElement)).toBe(true);
        for (let i = 0; i < 3; i++) await browser.page.keyboard.press('ArrowUp');
        await browser.page.keyboard.press('Enter');
        await poll(() => screen.address()).toContain('show=feature:power_facility:NEW-1');
        await poll(() => browser.page.locator('.trial-banner p').innerText()).toMatch(/better, \d+ worse/);
        // The profile of whom it helps most stands on its sheet.
        if (/[1-9]\d* households better/.test(await browser.page.locator('.trial-banner p').innerText()))
            await poll(() => screen.sheet().locator('[data-part=profile]').count()).toBe(1);
        await browser.page.locator('.trial-banner [data-do=end]').click();
        expect(screen.slips).toEqual([]);
    });
});

describe('on a phone', () => {
    it('shows lists, profile and trial without anything wider than the screen, in Chinese', async (context) => {
        const found = await wired();
        if (!found) return context.skip();
        const phone = await openBrowser(PHONE);
        try {
            const small = new Screen(phone.page, url);
            const overflow = () => phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            await small.openDrawn(`${county}/power?lang=zh-CN`);
            await phone.page.waitForSelector('[data-part=feeders] .line');
            expect(await overflow()).toBeLessThanOrEqual(0);
            await small.openDrawn(`${county}/power${found.view}?lang=zh-CN&show=household:${found.one.code}`);
            await phone.page.waitForSelector('.volts [role=slider]');
            expect(await overflow()).toBeLessThanOrEqual(0);
            const card = await phone.page.locator('[data-part=voltage]').innerText();
            expect(card).not.toMatch(/[A-Za-z]{6,}/);
            const line = found.way.find((s) => s.kind === 'power_line' && s.code !== '')!.code;
            await small.openDrawn(`${county}/power${found.view}?lang=zh-CN&show=feature:power_line:${line}`);
            await phone.page.waitForSelector('select[name=conductor]');
            expect(await overflow()).toBeLessThanOrEqual(0);
            expect(small.slips).toEqual([]);
        } finally {
            await phone.close();
        }
    });
});
