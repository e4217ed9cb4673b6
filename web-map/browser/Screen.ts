import type { Locator, Page } from 'playwright-core';

export type Need = 'road' | 'water' | 'voltage';
export type Verdict = 'unserved' | 'borderline' | 'unknown' | 'served';
const ROWS: readonly Verdict[] = ['unserved', 'borderline', 'unknown', 'served'];

/** The screen in the words of its users. Specs speak only through this; what a button is called in the page stands here alone. */
export class Screen {
    readonly slips: string[] = [];

    constructor(
        readonly page: Page,
        private readonly url: string,
    ) {
        page.on('pageerror', (error) => this.slips.push(error.message));
    }

    /** Opens the map; {@code link} is what stands behind the {@code #}. */
    async open(link = ''): Promise<void> {
        await this.page.goto('about:blank');
        await this.page.goto(`${this.url}${link ? `#${link}` : ''}`);
        await this.page.waitForSelector('.map[data-drawn], .begin, .map-area', { timeout: 30_000 });
    }

    async openDrawn(link = ''): Promise<void> {
        await this.open(link);
        await this.page.waitForSelector('.map[data-drawn]', { timeout: 60_000 });
    }

    async ask<T>(path: string): Promise<T> {
        const response = await fetch(`${this.url}${path}`);
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return (await response.json()) as T;
    }

    /** Row of a household with nobody within about 40 m, so that a click can only mean this one. */
    async lonelyHousehold(county: string): Promise<number> {
        const raw = new Int32Array(
            await (await fetch(`${this.url}api/counties/${county}/households/positions`)).arrayBuffer(),
        );
        const n = raw[0]!;
        for (let i = 0; i < n; i++) {
            let alone = raw[1 + 2 * i] !== 0x7fffffff;
            for (let j = 0; j < n && alone; j++)
                alone =
                    j === i || Math.hypot(raw[1 + 2 * i]! - raw[1 + 2 * j]!, raw[2 + 2 * i]! - raw[2 + 2 * j]!) > 4000;
            if (alone) return i;
        }
        throw new Error('every household has a neighbour within 40 m');
    }

    /** What the first row of the table goes by in the data. */
    topCode(): Promise<string | null> {
        return this.page.locator('.table-row[aria-rowindex="2"]').getAttribute('data-code');
    }

    /** Whether two things on the screen lie over each other. */
    async overlap(one: string, other: string): Promise<boolean> {
        const [a, b] = [await this.page.locator(one).boundingBox(), await this.page.locator(other).boundingBox()];
        return (
            a !== null &&
            b !== null &&
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height
        );
    }

    address(): string {
        return decodeURIComponent(new URL(this.page.url()).hash);
    }

    async goTo(mode: string): Promise<void> {
        const at = ['overview', 'roads', 'water', 'power', 'crops', 'plans', 'data'].indexOf(mode);
        await this.page.locator('.rail button').nth(at).click();
    }

    need(need: Need): Locator {
        return this.page.locator(`section[aria-labelledby="need-${need}"]`);
    }

    private verdictRow(need: Need, verdict: Verdict): Locator {
        return this.need(need).locator('button.verdict-row').nth(ROWS.indexOf(verdict));
    }

    /** Households of a need's bar. */
    async households(need: Need, verdict: Verdict): Promise<number> {
        return number(await this.verdictRow(need, verdict).locator('.strong').innerText());
    }

    async people(need: Need, verdict: Verdict): Promise<number> {
        return number(await this.verdictRow(need, verdict).locator('.people').innerText());
    }

    async filterBy(need: Need, verdict: Verdict): Promise<void> {
        await this.verdictRow(need, verdict).click();
    }

    async clearFilters(): Promise<void> {
        await this.page.locator('.filter-chips .link').click();
    }

    /** The townships or villages of the panel, worst first. */
    async areas(): Promise<{ name: string; unserved: number }[]> {
        return this.page.locator('.area').evaluateAll((list) =>
            list.map((one) => ({
                name: one.querySelector('.name')!.textContent!,
                unserved: Number(one.querySelector('.strong')!.textContent!.replaceAll(',', '')),
            })),
        );
    }

    async chooseArea(name: string): Promise<void> {
        await this.page.locator('.area', { has: this.page.locator(`.name:text-is("${name}")`) }).click();
    }

    async countBy(measure: 'door' | 'committee'): Promise<void> {
        await this.page
            .locator('.panel .segments [role=radio]')
            .nth(measure === 'door' ? 0 : 1)
            .click();
    }

    // The table.

    async openTable(): Promise<void> {
        if ((await this.page.locator('.drawer').count()) === 0) await this.page.locator('.table-button').click();
        await this.page.waitForSelector('.table-row');
    }

    async rowsShown(): Promise<number> {
        return Number(await this.page.locator('[role=grid]').getAttribute('aria-rowcount')) - 1;
    }

    async sortBy(column: string): Promise<void> {
        await this.page.locator('.table-head').getByRole('button', { name: column, exact: true }).click();
    }

    /** Visible rows from the top, as texts of their cells. */
    async topRows(count: number): Promise<string[][]> {
        return this.page.locator('.table-row').evaluateAll(
            (list, n) =>
                list
                    .map((row) => ({
                        at: Number(row.getAttribute('aria-rowindex')),
                        cells: [...row.querySelectorAll('.cell')].map((c) => c.textContent!.trim()),
                    }))
                    .sort((a, b) => a.at - b.at)
                    .slice(0, n)
                    .map((row) => row.cells),
            count,
        );
    }

    async clickRow(at: number): Promise<void> {
        await this.page.locator(`#row-${at} .cell`).first().click();
    }

    // The sheet.

    sheet(): Locator {
        return this.page.locator('.sheet');
    }

    async sheetTitle(): Promise<string> {
        return this.sheet().locator('h1').innerText();
    }

    /** Verdict on the card of an analysis. */
    async verdictOn(analysis: string): Promise<string | null> {
        return this.sheet().locator(`.need-section[data-analysis="${analysis}"]`).getAttribute('data-verdict');
    }

    async closeSheet(): Promise<void> {
        await this.page.keyboard.press('Escape');
    }

    async clickMapMiddle(): Promise<void> {
        const box = (await this.page.locator('.map').boundingBox())!;
        await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }

    // Search, language, layers.

    async search(text: string): Promise<void> {
        await this.page.locator('.search input').fill(text);
        await this.page.waitForSelector('.hits li[role=option]');
    }

    async switchLanguage(): Promise<void> {
        await this.page.locator('.icon-button.wide').first().click();
    }

    async switchLayer(name: string): Promise<void> {
        if ((await this.page.locator('.layer-panel').count()) === 0) await this.page.locator('.layers-button').click();
        await this.page.locator('.layer-row label', { hasText: name }).locator('input').click();
    }

    // Bringing in files.

    async bringIn(name: string, content: string | Buffer): Promise<void> {
        await this.page.waitForSelector('input[type=file]:not([disabled])', { state: 'attached' });
        await this.page.setInputFiles('input[type=file]', {
            name,
            mimeType: 'application/octet-stream',
            buffer: Buffer.from(content),
        });
    }

    private async settled(): Promise<void> {
        await this.page.waitForTimeout(50);
        await this.page.waitForSelector('.import-preview[aria-busy=false]', { timeout: 120_000 });
    }

    async previewShown(): Promise<void> {
        await this.settled();
    }

    /** Column that a field is read from, '' = none. */
    async columnOf(field: string): Promise<string> {
        return this.page.locator(`.column-table select[aria-label="${field}"]`).inputValue();
    }

    async readFrom(field: string, column: string): Promise<void> {
        await this.page.locator(`.column-table select[aria-label="${field}"]`).selectOption(column);
        await this.settled();
    }

    async showAllFields(): Promise<void> {
        await this.page.locator('.columns button.link').click();
    }

    async readCoordinatesAs(epsg: number): Promise<void> {
        await this.page.locator('.read-as select[aria-label="Coordinate system"]').selectOption(String(epsg));
        await this.settled();
    }

    /** Degrees may be of either system: the file does not say, the user must. */
    async answerTheCoordinateSystem(epsg: number): Promise<void> {
        await this.page.locator('.question-field select').selectOption(`EPSG:${epsg}`);
        await this.settled();
    }

    async joinBy(mode: 'merge' | 'replace' | 'remove'): Promise<void> {
        await this.page.locator('.mode-field input').nth(['merge', 'replace', 'remove'].indexOf(mode)).click();
        await this.settled();
    }

    async effect(): Promise<string> {
        return this.page.locator('.import-preview .effect').innerText();
    }

    async takeIn(): Promise<void> {
        await this.page.locator('.import-preview .primary').click();
    }

    async takenIn(): Promise<void> {
        await this.page.waitForSelector('.done-note', { timeout: 120_000 });
    }

    async leaveImport(): Promise<void> {
        await this.page.locator('.import-preview .actions .secondary').click();
        await this.page.waitForSelector('.drop');
    }

    /** How far the file is, from 0 to 1. */
    async progress(): Promise<number> {
        return this.page
            .locator('.working progress')
            .evaluateAll((found) => (found[0] as HTMLProgressElement | undefined)?.position ?? -1);
    }

    async stop(): Promise<void> {
        await this.page.locator('.working button').click();
    }

    async undoImport(): Promise<void> {
        await this.page.locator('.done-note button').click();
    }

    /** Rows of a layer as the Data screen counts them. */
    async counted(layer: string): Promise<number> {
        const row = this.page.locator('.small-table tr', {
            has: this.page.locator(`th[scope=row]:text-is("${layer}")`),
        });
        return (await row.count()) === 0 ? 0 : number(await row.locator('td').first().innerText());
    }

    /** Pixels that the layer of households has painted. */
    async householdPixels(): Promise<number> {
        return this.page.evaluate(() =>
            [
                ...document.querySelectorAll<HTMLCanvasElement>('.map .leaflet-tile-container canvas, .map canvas'),
            ].reduce((sum, canvas) => {
                if (canvas.width === 0 || canvas.height === 0) return sum;
                const data = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
                for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) sum++;
                return sum;
            }, 0),
        );
    }

    legend(): Locator {
        return this.page.locator('.legend');
    }
}

export const number = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));
