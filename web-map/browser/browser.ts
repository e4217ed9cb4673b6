import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

export interface Screen {
    width: number;
    height: number;
    touch?: boolean;
}
export const DESKTOP: Screen = { width: 1440, height: 900 };
export const TABLET: Screen = { width: 1024, height: 768 };
export const PHONE: Screen = { width: 390, height: 844, touch: true };

/** One Chromium with an empty profile; one page, closed with it. */
export async function openBrowser(screen: Screen = DESKTOP): Promise<{ page: Page; close: () => Promise<void> }> {
    const profile = mkdtempSync(join(tmpdir(), 'terrace-browser-'));
    const context: BrowserContext = await chromium.launchPersistentContext(profile, {
        executablePath: process.env.TERRACE_CHROMIUM ?? '/usr/bin/chromium',
        chromiumSandbox: false,
        viewport: { width: screen.width, height: screen.height },
        hasTouch: screen.touch ?? false,
        locale: 'zh-CN',
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
    return {
        page: context.pages()[0] ?? (await context.newPage()),
        close: async () => {
            await context.close();
            rmSync(profile, { recursive: true, force: true });
        },
    };
}
