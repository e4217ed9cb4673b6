import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { Screen } from './Screen';

/** The first minutes, before there is a county: always on the mock server, which can be empty and can be stopped. */
describe('an empty Terrace', () => {
    const port = 8300 + Math.floor(Math.random() * 600);
    let server: ChildProcess;
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let screen: Screen;

    beforeAll(async () => {
        server = spawn(
            'node',
            [join(import.meta.dirname, '../mock/server.mjs'), '--port', String(port), '--empty', 'yes'],
            {
                stdio: ['ignore', 'pipe', 'inherit'],
            },
        );
        await new Promise((resolve) => server.stdout?.once('data', resolve));
        browser = await openBrowser();
        screen = new Screen(browser.page, `http://127.0.0.1:${port}/`);
    });
    afterAll(async () => {
        await browser?.close();
        server?.kill();
    });

    it('teaches three ways to begin, and the sample is one click and a progress bar away', async () => {
        await screen.open('-/overview?lang=en&theme=light');
        await browser.page.waitForSelector('.ways');
        expect(await browser.page.locator('.ways section').count()).toBe(3);
        await browser.page.locator('.ways .primary[type="button"]').click();
        await browser.page.waitForSelector('.job-bar progress');
        expect(await browser.page.locator('.job-bar button').innerText()).toBe('Cancel');
        await browser.page.waitForSelector('.map[data-drawn]', { timeout: 30_000 });
        await browser.page.waitForSelector('.need-card');
        expect(await browser.page.locator('.badge-sample').innerText()).toBe('Synthetic');
        expect(await browser.page.locator('.job-bar').count()).toBe(0);
    });

    it('keeps what is on screen when the server goes away, and says what to do', async () => {
        await screen.openDrawn('990101/overview?lang=en&theme=light');
        await browser.page.waitForSelector('.need-card');
        const before = await screen.households('road', 'unserved');
        // Gone for good before anything is asked of it: a dying server may still answer.
        const gone = new Promise((resolve) => server.once('exit', resolve));
        server.kill();
        await gone;
        await screen.openTable();
        await screen.clickRow(0);
        await browser.page.waitForSelector('.sheet .problem');
        expect(await browser.page.locator('.sheet .problem').innerText()).toContain('cannot be reached');
        expect(await screen.households('road', 'unserved')).toBe(before);
    });
});
