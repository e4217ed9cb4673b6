import { address, bytes, call, json } from './http';
import { followJob, isOver } from './jobs';
import type {
    County,
    CountyDetail,
    DataState,
    Edit,
    Explanation,
    FieldLegend,
    FieldValue,
    HouseholdDetail,
    ImportChoices,
    ImportPreview,
    ImportStarted,
    Job,
    Link,
    PointAnswer,
    Row,
    Schemes,
    SearchHit,
    Summary,
    TablePage,
    Units,
    WentBack,
    WhatIf,
} from './types';

const NO_POSITION = 0x7fffffff;

export const counties = (): Promise<County[]> => json('api/counties');
export const schemes = (): Promise<Schemes> => json('api/schemes');
export const createCounty = (body: {
    code?: string;
    name?: string;
    epsg?: number;
    sample?: boolean;
}): Promise<{ jobId?: string; code?: string }> =>
    json('api/counties', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
    });

/** Everything that is asked of one data version of one county. */
export class CountyApi {
    constructor(
        readonly code: string,
        readonly version: string | undefined,
    ) {}

    private path(rest: string, query: Record<string, string | number | undefined> = {}): string {
        const all: Record<string, string | number | undefined> = { ...query, version: this.version };
        const text = Object.entries(all)
            .filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '')
            .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
            .join('&');
        return `api/counties/${encodeURIComponent(this.code)}${rest}${text ? `?${text}` : ''}`;
    }

    detail(): Promise<CountyDetail> {
        return json(this.path(''));
    }

    units(): Promise<Units> {
        return json(this.path('/units'));
    }

    summary(): Promise<Summary> {
        return json(this.path('/summary'));
    }

    data(): Promise<DataState> {
        return json(this.path('/data'));
    }

    /** Longitude and latitude per household in degrees, NaN where a household has no position. */
    async positions(): Promise<{ count: number; lon: Float64Array; lat: Float64Array }> {
        const buffer = await bytes(this.path('/households/positions'));
        const count = new DataView(buffer).getUint32(0, true);
        const raw = new Int32Array(buffer, 4, count * 2);
        const lon = new Float64Array(count);
        const lat = new Float64Array(count);
        for (let i = 0; i < count; i++) {
            const absent = raw[2 * i] === NO_POSITION && raw[2 * i + 1] === NO_POSITION;
            lon[i] = absent ? Number.NaN : raw[2 * i]! / 1e7;
            lat[i] = absent ? Number.NaN : raw[2 * i + 1]! / 1e7;
        }
        return { count, lon, lat };
    }

    /** Township, village and group of each household as positions in {@link units}; 0xffff = none. */
    async householdUnits(): Promise<{ township: Uint16Array; village: Uint16Array; group: Uint16Array }> {
        const buffer = await bytes(this.path('/households/units'));
        const n = new DataView(buffer).getUint32(0, true);
        const block = (k: number) => new Uint16Array(buffer, 8 + 2 * n * k, n);
        return { township: block(0), village: block(1), group: block(2) };
    }

    codes(): Promise<string[]> {
        return json(this.path('/households/codes'));
    }

    async classColumn(analysis: string, table: string, column: string): Promise<Uint8Array> {
        return new Uint8Array(await bytes(this.path(`/tables/${analysis}/${table}/columns/${column}`)));
    }

    async numberColumn(analysis: string, table: string, column: string): Promise<Float32Array> {
        return new Float32Array(await bytes(this.path(`/tables/${analysis}/${table}/columns/${column}`)));
    }

    async numberAttribute(name: string): Promise<Float32Array> {
        return new Float32Array(await bytes(this.path(`/households/attributes/${name}`)));
    }

    async codeAttribute(name: string): Promise<Uint8Array> {
        return new Uint8Array(await bytes(this.path(`/households/attributes/${name}`)));
    }

    features(
        layer: string,
        bbox: readonly number[],
        options: { limit?: number; simplify?: number } = {},
        signal?: AbortSignal,
    ): Promise<GeoJSON.FeatureCollection> {
        return json(this.path(`/features/${layer}`, { bbox: bbox.map((v) => v.toFixed(5)).join(','), ...options }), {
            ...(signal ? { signal } : {}),
        });
    }

    /** Rows of a result table, a thousand at most at a time. */
    rows(analysis: string, table: string, offset = 0): Promise<TablePage> {
        return json(this.path(`/tables/${analysis}/${table}`, { offset, limit: 1000 }));
    }

    /** One row of a result table; undefined where the table has none of this code. */
    async row(analysis: string, table: string, code: string): Promise<Row | undefined> {
        const page = await json<TablePage>(this.path(`/tables/${analysis}/${table}`, { code, limit: 1 }));
        return page.rows[0];
    }

    /** Every row of a result table whose columns hold these values; a value with commas is any of them. */
    async rowsWhere(analysis: string, table: string, where: Readonly<Record<string, string>>): Promise<Row[]> {
        const rows: Row[] = [];
        for (;;) {
            const page = await json<TablePage>(
                this.path(`/tables/${analysis}/${table}`, { ...where, offset: rows.length, limit: 1000 }),
            );
            rows.push(...page.rows);
            if (page.rows.length === 0 || rows.length >= page.total) return rows;
        }
    }

    /** How results would change with these edits; nothing is saved. @param household whose explanation comes along */
    whatIf(analysis: string, edits: readonly Edit[], household?: string, signal?: AbortSignal): Promise<WhatIf> {
        return json(this.path('/what-if'), {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
                analysis,
                edits,
                ...(household ? { explain: { table: 'household', code: household } } : {}),
            }),
            ...(signal ? { signal } : {}),
        });
    }

    /** What a field says of a place; null where it is not known there. */
    async fieldAt(
        analysis: string,
        field: string,
        lon: number,
        lat: number,
        signal?: AbortSignal,
    ): Promise<FieldValue> {
        return json(this.path(`/fields/${analysis}/${field}/at`, { lon: lon.toFixed(6), lat: lat.toFixed(6) }), {
            ...(signal ? { signal } : {}),
        });
    }

    /** Rows of a table that says where they lie, as points with the row's values. */
    points(
        analysis: string,
        table: string,
        bbox?: readonly number[],
        signal?: AbortSignal,
    ): Promise<GeoJSON.FeatureCollection> {
        return json(
            this.path(`/tables/${analysis}/${table}/points`, { bbox: bbox?.map((v) => v.toFixed(5)).join(',') }),
            { ...(signal ? { signal } : {}) },
        );
    }

    fieldLegend(analysis: string, field: string): Promise<FieldLegend> {
        return json(this.path(`/fields/${analysis}/${field}`));
    }

    /** Links of an analysis that lead to one thing: who gains by a project. */
    linksTo(analysis: string, link: string, to: string): Promise<Link[]> {
        return json(this.path(`/links/${analysis}/${link}`, { to }));
    }

    /** Why a row of a result table is as it is, with what is drawn of it. */
    explanation(analysis: string, table: string, code: string): Promise<Explanation> {
        return json(this.path(`/explain/${analysis}/${table}/${encodeURIComponent(code)}`));
    }

    household(code: string): Promise<HouseholdDetail> {
        return json(this.path(`/households/${encodeURIComponent(code)}`));
    }

    point(lon: number, lat: number, signal?: AbortSignal): Promise<PointAnswer> {
        return json(this.path('/point', { lon: lon.toFixed(6), lat: lat.toFixed(6) }), {
            ...(signal ? { signal } : {}),
        });
    }

    search(q: string, signal?: AbortSignal): Promise<SearchHit[]> {
        return json(this.path('/search', { q }), { ...(signal ? { signal } : {}) });
    }

    exportAddress(format: string, lang: string): string {
        return address(this.path('/export', { format, what: 'all', lang }));
    }

    baseTiles(theme: string): string {
        return address(`tiles/${this.code}/base/{z}/{x}/{y}.png?theme=${theme}&v=${this.version ?? ''}`);
    }

    fieldTiles(analysis: string, field: string): string {
        return address(`tiles/${this.code}/field/${analysis}/${field}/{z}/{x}/{y}.png?v=${this.version ?? ''}`);
    }

    assess(): Promise<{ jobId: string }> {
        return json(this.path('/assess'), { method: 'POST' });
    }

    // An import goes in steps that may take long, each a job: read, changed, written. When one is done, lookAtImport shows where it stands.

    startImport(file: File): Promise<ImportStarted> {
        const form = new FormData();
        form.append('file', file);
        return json(`${this.imports()}/jobs`, { method: 'POST', body: form });
    }

    changeImport(id: string, choices: ImportChoices): Promise<ImportStarted> {
        return json(`${this.imports(id)}/jobs`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(choices),
        });
    }

    commitImport(id: string): Promise<ImportStarted> {
        return json(`${this.imports(id)}/commit/jobs`, { method: 'POST' });
    }

    lookAtImport(id: string): Promise<ImportPreview> {
        return json(this.imports(id));
    }

    /** The county as it was before an import. */
    undoImport(id: string): Promise<WentBack> {
        return json(`${this.imports(id)}/undo`, { method: 'POST' });
    }

    private imports(id?: string): string {
        return `api/counties/${this.code}/imports${id === undefined ? '' : `/${id}`}`;
    }

    /** Resolves when a job is over, however it ended. */
    finished(jobId: string, told: (job: Job) => void): Promise<Job> {
        return new Promise((resolve) => {
            followJob(jobId, (job) => {
                told(job);
                if (isOver(job)) resolve(job);
            });
        });
    }

    mappingAddress(id: string): string {
        return address(`${this.imports(id)}/profile.yaml`);
    }

    async dropImport(id: string): Promise<void> {
        await call(`api/counties/${this.code}/imports/${id}`, { method: 'DELETE' });
    }

    badRowsAddress(id: string): string {
        return address(`api/counties/${this.code}/imports/${id}/bad-rows.csv`);
    }

    jobs(): Promise<Job[]> {
        return json(`api/counties/${this.code}/jobs`);
    }
}
