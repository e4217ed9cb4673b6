/** The HTTP contract as the map reads it. Class values in rows travel as codes, in columns as positions in the scheme. */

export type VerdictCode = 'served' | 'borderline' | 'unserved' | 'unknown';
export const VERDICTS: readonly VerdictCode[] = ['served', 'borderline', 'unserved', 'unknown'];

export interface Version {
    id: string;
    createdAt: string;
}

export interface County {
    code: string;
    name: string;
    synthetic: boolean;
    version: Version | null;
    dataLevel: string;
    profile: string;
    epsg: number;
    crsName: string;
    bbox: [number, number, number, number] | null;
    households: number;
    people: number;
}

export interface SchemeEntry {
    code: string;
    colour: string;
    symbol: string;
    served: boolean;
    unknown: boolean;
    upTo: number | null;
    /** Only where the colour is too faint on the dark map. */
    colourDark?: string | null;
}
export type Schemes = Record<string, SchemeEntry[]>;

export type ColumnType = 'CLASS' | 'REASON' | 'NUMBER' | 'TEXT';
export interface ColumnInfo {
    id: string;
    type: ColumnType;
    unit: string;
    decimals: number;
    scheme: string;
    codes: string[];
}
export interface TableInfo {
    id: string;
    featureKind: string;
    rows: number;
    columns: ColumnInfo[];
}
export interface FieldInfo {
    id: string;
    unit: string;
    scheme: string;
    codes: string[];
}
export interface AnalysisInfo {
    id: string;
    engineVersion: number;
    state: 'ready' | 'running' | 'stale' | 'failed';
    tables: TableInfo[];
    fields: FieldInfo[];
    links: { id: string; from: string; to: string; unit: string; count: number }[];
}
export interface LayerCount {
    kind: string;
    geometry: string;
    count: number;
    importedAt: string | null;
    source: string | null;
}
export interface ThresholdInfo {
    name: string;
    /** A number, or what else a rule may hold: a list of codes, a word. */
    value: unknown;
    unit: string;
    source: string;
    clause: string;
    date: string;
    confidence: string;
    confirm?: boolean;
}
export interface CountyDetail extends County {
    layers: LayerCount[];
    analyses: AnalysisInfo[];
    standards: { id: string; thresholds: ThresholdInfo[] };
}

export interface Units {
    townships: { code: string; name: string }[];
    villages: { code: string; name: string; township: string; lon?: number; lat?: number }[];
    groups: { code: string; name: string; village: string; lon?: number; lat?: number }[];
}

export interface Count {
    households: number;
    people: number;
    residents?: number;
}
export interface VillageSummary {
    code: string;
    name: string;
    township: string;
    households: number;
    people: number;
    committeeRoad: VerdictCode;
    committeeReported?: 'yes' | 'no' | 'unknown';
}
export interface Summary {
    households: number;
    people: number;
    villages: VillageSummary[];
}

export interface ExplanationStep {
    key: string;
    numbers: Record<string, number | null>;
    texts: Record<string, string>;
    thresholds: string[];
}
export interface Explanation {
    steps: ExplanationStep[];
    drawing: GeoJSON.Geometry | null;
}
export type Value = string | number | null;
export interface NeedResult {
    analysis: string;
    table: string;
    row: Record<string, Value>;
    verdictColumn: string | null;
    reasonColumn: string | null;
    explanation: Explanation | null;
}
export interface Named {
    code: string;
    name: string;
}
export interface CropResult {
    crop: string;
    /** Absent where it could not be judged. */
    class: string | null;
    limiting: string | null;
}
export interface HouseholdDetail {
    code: string;
    position: {
        lon: number;
        lat: number;
        altitudeM: number | null;
        errorM: number | null;
        source: string | null;
    } | null;
    units: { group: Named | null; village: Named | null; township: Named | null };
    attributes: { name: string; value: Value; unit: string }[];
    results: NeedResult[];
    links: { analysis: string; link: string; to: string; value: number | null; geometry: GeoJSON.Geometry | null }[];
    plots: { code: string; areaMu: number | null; landClass: string | null; best: CropResult[] }[];
    industries: { id: string; match: string | null; rank: number | null; reasons: string[] }[];
}

export interface PointAnswer {
    altitudeM: number | null;
    slopeDeg: number | null;
    aspectDeg: number | null;
    zone: string | null;
    meanTemperatureC: number | null;
    crops: CropResult[];
    nearestRoadM: number | null;
}

export interface SearchHit {
    kind: string;
    code: string;
    name: string;
    lon: number | null;
    lat: number | null;
    context: string;
}

export interface IssueCount {
    code: string;
    severity: string;
    count: number;
    first?: { where: string; field: string; value: string; params: Record<string, Value> }[];
}
export interface DataState {
    level: string;
    levels: { level: string; have: string[]; missing: string[]; unlocks: string[] }[];
    layers: {
        kind: string;
        count: number;
        importedAt: string | null;
        revision: number;
        source: string | null;
        crs: string | null;
        issuesByCode: IssueCount[];
    }[];
    imports: {
        id: string;
        at: string;
        file: string;
        layer: string;
        mode: string;
        added: number;
        changed: number;
        removed: number;
        issues: number;
    }[];
}

export interface ImportPreview {
    importId: string;
    file: string;
    format: string;
    layers: {
        sourceLayer: string;
        kind: string | null;
        features: number;
        mapping: { column: string; attribute: string | null; translated?: boolean; dropped?: boolean }[];
        crs: { epsg: number | null; name: string; how: string } | null;
        encoding: { name: string; how: string } | null;
        preview: Record<string, Value>[];
    }[];
    questions: { id: string; options: string[]; default: string | null }[];
    issues: IssueCount[];
    effect: { added: number; changed: number; removed: number; unchanged: number; sameAsBefore: boolean } | null;
    canCommit: boolean;
}
export interface ImportChoices {
    layer?: string;
    profile?: string;
    crs?: string;
    encoding?: string;
    mode?: string;
}

export interface Job {
    id: string;
    state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
    share: number;
    message: string;
    params?: Record<string, Value>;
    version?: string;
}
