// Made by 'npm run api-types' from openapi.json. Do not edit.
// source: ff8e6280114a90deaf8ff756cf83c05f5c05a2853f7ce5989bae5356b88f5770
export interface paths {
    '/api/counties': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['counties'];
        put?: never;
        post: operations['create'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['county'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/assess': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['assess'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/data': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['data'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/explain/{a}/{t}/{code}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['explain'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/export': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['export'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/features/{layer}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['features'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/fields/{a}/{field}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['legend'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/fields/{a}/{field}/at': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['valueAt'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/households/attributes/{name}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['attribute'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/households/codes': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['codes'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/households/positions': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['positions'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/households/units': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['householdUnits'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/households/{code}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['household'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['upload'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/jobs': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['startUpload'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['look'];
        put: operations['change'];
        post?: never;
        delete: operations['drop'];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/bad-rows.csv': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['badRows'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/commit': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['commit'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/commit/jobs': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['startCommit'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/issues': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['issues'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/jobs': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations['startChange'];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/profile.yaml': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['profile'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/imports/{id}/undo': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['undo'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/jobs': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['ofCounty'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/links/{a}/{l}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['links'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/point': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['point'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/search': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['search'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/summary': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['summary'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/tables/{a}/{t}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['rows'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/tables/{a}/{t}/columns/{col}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['column'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/tables/{a}/{t}/points': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['points'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/units': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['units'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/counties/{c}/what-if': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations['whatIf'];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/jobs/{id}': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['job'];
        put?: never;
        post?: never;
        delete: operations['cancel'];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/jobs/{id}/events': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['events'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/schemes': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['schemes'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/api/version': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['version'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/tiles/{c}/base/{z}/{x}/{y}.png': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['base'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    '/tiles/{c}/field/{a}/{field}/{z}/{x}/{y}.png': {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations['field'];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Analysis: {
            /** Format: int32 */
            engineVersion: number;
            /** @description what of the whole run is worth telling, by name; the sentence of one that is not 0 is the word fact.<analysis>.<name> where there is one; empty without a result */
            facts: {
                [key: string]: number;
            };
            fields: components['schemas']['FieldSpec'][];
            id: string;
            links: components['schemas']['LinkTable'][];
            /** @enum {string} */
            state: 'ready' | 'running' | 'stale' | 'failed';
            tables: components['schemas']['Table'][];
        };
        AttributeValue: {
            name: string;
            unit: string;
            value: string | number;
        };
        ChangedRow: {
            /** @description null where the row is gone */
            after: {
                [key: string]: string | number | null;
            } | null;
            /** @description null where the row is new */
            before: {
                [key: string]: string | number | null;
            } | null;
            code: string;
        };
        ChangedTable: {
            changed: components['schemas']['ChangedRow'][];
            table: string;
        };
        ColumnChoice: {
            attribute: string;
            column: string;
            kind: string;
        };
        ColumnSpec: {
            codes: string[];
            /** Format: int32 */
            decimals: number;
            id: string;
            scheme: string;
            /** @enum {string} */
            type: 'CLASS' | 'REASON' | 'NUMBER' | 'TEXT';
            unit: string;
        };
        ColumnUse: {
            attribute: string | null;
            column: string;
            dropped: boolean;
            translated: boolean;
        };
        Committee: {
            /** Format: int64 */
            households: number;
            /** Format: int64 */
            villages: number;
        };
        Count: {
            code: string;
            /** Format: int64 */
            households: number;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            residents: number;
        };
        County: {
            bbox: [number, number, number, number] | null;
            code: string;
            crsName: string;
            dataLevel: string;
            /** Format: int32 */
            epsg: number;
            /** Format: int64 */
            households: number;
            name: string;
            /** Format: int64 */
            people: number;
            profile: string;
            synthetic: boolean;
            version: components['schemas']['Version'] | null;
        };
        CountyDetail: {
            analyses: components['schemas']['Analysis'][];
            bbox: [number, number, number, number] | null;
            code: string;
            crsName: string;
            dataLevel: string;
            /** Format: int32 */
            epsg: number;
            /** Format: int64 */
            households: number;
            layers: components['schemas']['LayerCount'][];
            name: string;
            /** Format: int64 */
            people: number;
            profile: string;
            standards: components['schemas']['Standard'];
            synthetic: boolean;
            version: components['schemas']['Version'] | null;
        };
        CountyMade: {
            code: string | null;
            jobId: string | null;
        };
        CountyWanted: {
            code?: string | null;
            /** Format: int32 */
            epsg?: number | null;
            name?: string | null;
            profile?: string | null;
            sample?: boolean | null;
        };
        CropClass: {
            class: string | null;
            crop: string;
            limiting: string | null;
        };
        CrsFound: {
            /** Format: int32 */
            epsg: number | null;
            /** @enum {string} */
            how: 'read' | 'detected' | 'given' | 'asked';
            name: string;
            options: components['schemas']['CrsOption'][];
        };
        CrsOption: {
            /** Format: int32 */
            epsg: number;
            name: string;
        };
        DataState: {
            imports: components['schemas']['ImportEntry'][];
            layers: components['schemas']['LayerState'][];
            level: string;
            levels: components['schemas']['Level'][];
        };
        Effect: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            unchanged: number;
        };
        EncodingFound: {
            /** @enum {string} */
            how: 'read' | 'detected' | 'given' | 'asked';
            name: string;
            options: string[];
        };
        Explanation: {
            drawing: components['schemas']['Geometry'] | null;
            steps: components['schemas']['ExplanationStep'][];
            /** @description where the drawing is a way that somebody goes: its stretches in order */
            way: components['schemas']['Stretch'][];
        };
        ExplanationStep: {
            key: string;
            numbers: {
                [key: string]: number | null;
            };
            texts: {
                [key: string]: string;
            };
            thresholds: string[];
        };
        Feature: {
            geometry: components['schemas']['Geometry'];
            properties: {
                [key: string]: string | number;
            };
            type: string;
        };
        FeatureCollection: {
            features: components['schemas']['Feature'][];
            /** Format: int32 */
            total: number;
            type: string;
        };
        FieldBand: {
            code: string;
            colour: string;
            /** Format: double */
            from: number | null;
            /** Format: double */
            upTo: number | null;
        };
        FieldLegend: {
            bands: components['schemas']['FieldBand'][];
            scheme: string;
            unit: string;
        };
        FieldSpec: {
            codes: string[];
            id: string;
            scheme: string;
            unit: string;
        };
        FieldUse: {
            attribute: string;
            column: string | null;
            constant: string | null;
            kind: string;
            translated: boolean;
        };
        FieldValue: {
            scheme: string;
            unit: string;
            /** Format: double */
            value: number | null;
        };
        /** Format: geojson */
        Geometry: GeoJSON.Geometry;
        Group: {
            code: string;
            /** Format: double */
            lat: number | null;
            /** Format: double */
            lon: number | null;
            name: string;
            village: string;
        };
        GroupSummary: {
            code: string;
            /** Format: int64 */
            households: number;
            name: string;
            needs: {
                [key: string]: {
                    [key: string]: components['schemas']['Count'];
                };
            };
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            residents: number;
            village: string;
        };
        HouseholdDetail: {
            attributes: components['schemas']['AttributeValue'][];
            code: string;
            industries: components['schemas']['IndustryMatch'][];
            links: components['schemas']['HouseholdLink'][];
            plots: components['schemas']['Plot'][];
            position: components['schemas']['Position'] | null;
            results: components['schemas']['NeedResult'][];
            units: components['schemas']['UnitsOfHousehold'];
        };
        HouseholdLink: {
            analysis: string;
            geometry: components['schemas']['Geometry'] | null;
            link: string;
            to: string;
            /** Format: double */
            value: number | null;
        };
        ImportChoices: {
            crs?: string | null;
            encoding?: string | null;
            layer?: string | null;
            mapping?: components['schemas']['ColumnChoice'][] | null;
            mode?: string | null;
            profile?: string | null;
            /** @description take only the rows of this system's zone: EPSG:n */
            zone?: string | null;
        };
        ImportCommitted: {
            jobId: string | null;
            report: components['schemas']['ImportPreview'];
            version: string | null;
        };
        ImportEffect: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            removed: number;
            sameAsBefore: boolean;
            /** Format: int64 */
            unchanged: number;
        };
        ImportEntry: {
            /** Format: int64 */
            added: number;
            /** Format: date-time */
            at: string;
            /** @description the version to go back to, 0 = empty; null when there is no way back */
            before: string | null;
            /** Format: int64 */
            changed: number;
            file: string;
            id: string;
            /** Format: int64 */
            issues: number;
            layer: string;
            mode: string;
            /** Format: int64 */
            removed: number;
            /** @description the version that it made */
            version: string | null;
            /** @description true when it is no import, but going back to the version named as file */
            wentBack: boolean;
        };
        ImportLayer: {
            crs: components['schemas']['CrsFound'] | null;
            encoding: components['schemas']['EncodingFound'] | null;
            /** Format: int64 */
            features: number;
            fields: components['schemas']['FieldUse'][];
            kind: string | null;
            kinds: string[];
            mapping: components['schemas']['ColumnUse'][];
            position: components['schemas']['PositionColumns'] | null;
            preview: {
                [key: string]: string | number | boolean;
            }[];
            sourceLayer: string;
            /**
             * Format: int64
             * @description how many of the features count; null before they have been gone through
             */
            taken: number | null;
        };
        ImportPreview: {
            canCommit: boolean;
            committed: boolean;
            effect: components['schemas']['ImportEffect'] | null;
            effects: {
                [key: string]: components['schemas']['Effect'];
            };
            file: string;
            format: string;
            importId: string;
            issues: components['schemas']['IssueCount'][];
            layers: components['schemas']['ImportLayer'][];
            /** @enum {string} */
            mode: 'replace' | 'merge' | 'remove';
            questions: components['schemas']['ImportQuestion'][];
            /** Format: int64 */
            rejected: number;
        };
        ImportQuestion: {
            default: string | null;
            id: string;
            options: string[];
        };
        ImportStarted: {
            importId: string;
            jobId: string;
        };
        IndustryMatch: {
            id: string;
            match: string | null;
            /** Format: int32 */
            rank: number | null;
            reasons: string[];
        };
        IssueCount: {
            code: string;
            /** Format: int64 */
            count: number;
            first: components['schemas']['IssuePlace'][];
            severity: string;
        };
        IssueLine: {
            code: string;
            field: string;
            params: {
                [key: string]: string;
            };
            severity: string;
            value: string;
            where: string;
        };
        IssuePage: {
            issues: components['schemas']['IssueLine'][];
            /** Format: int64 */
            total: number;
        };
        IssuePlace: {
            field: string;
            params: {
                [key: string]: string;
            };
            value: string;
            where: string;
        };
        IssueTotal: {
            code: string;
            /** Format: int64 */
            count: number;
            severity: string;
        };
        Job: {
            id: string;
            message: string;
            params: {
                [key: string]: string;
            };
            /** Format: double */
            share: number;
            /** @enum {string} */
            state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
            version: string | null;
        };
        JobStarted: {
            jobId: string;
        };
        LayerCount: {
            /** Format: int64 */
            count: number;
            geometry: string;
            /** Format: date-time */
            importedAt: string;
            kind: string;
            source: string;
        };
        LayerState: {
            /** Format: int64 */
            count: number;
            crs: string;
            /** Format: date-time */
            importedAt: string;
            issuesByCode: components['schemas']['IssueTotal'][];
            kind: string;
            /** Format: int64 */
            revision: number;
            source: string;
        };
        Level: {
            have: string[];
            level: string;
            missing: string[];
            unlocks: string[];
        };
        Link: {
            from: string;
            to: string;
            /** Format: double */
            value: number | null;
        };
        LinkTable: {
            /** Format: int32 */
            count: number;
            from: string;
            id: string;
            to: string;
            unit: string;
        };
        Named: {
            code: string;
            name: string;
        };
        Need: {
            analysis: string;
            borderline: components['schemas']['Count'];
            column: string;
            committee?: {
                [key: string]: components['schemas']['Committee'];
            };
            id: string;
            served: components['schemas']['Count'];
            unknown: components['schemas']['Count'];
            unserved: components['schemas']['Count'];
        };
        NeedResult: {
            analysis: string;
            explanation: components['schemas']['Explanation'];
            reasonColumn: string | null;
            row: {
                [key: string]: string | number | null;
            };
            table: string;
            verdictColumn: string | null;
        };
        Plot: {
            /** Format: double */
            areaMu: number | null;
            best: components['schemas']['CropClass'][];
            code: string;
            landClass: string | null;
        };
        PointAnswer: {
            /** Format: double */
            altitudeM: number | null;
            /** Format: double */
            aspectDeg: number | null;
            crops: components['schemas']['CropClass'][];
            meanTemperatureC: number | null;
            /** Format: double */
            nearestRoadM: number | null;
            /** Format: double */
            slopeDeg: number | null;
            zone: string | null;
        };
        Position: {
            /** Format: double */
            altitudeM: number | null;
            /** Format: double */
            errorM: number | null;
            /** Format: double */
            lat: number;
            /** Format: double */
            lon: number;
            source: string | null;
        };
        PositionColumns: {
            wkt: string;
            x: string;
            y: string;
        };
        ProgramVersion: {
            build: string;
            version: string;
        };
        SchemeEntry: {
            code: string;
            colour: string;
            /** @description where it differs on a dark map */
            colourDark: string | null;
            /** @description lines: pattern in pixels, empty for an unbroken one */
            dash: number[];
            served: boolean;
            symbol: string;
            unknown: boolean;
            /** Format: double */
            upTo: number | null;
            /**
             * Format: double
             * @description lines: pixels, where the scheme names a width
             */
            width: number | null;
        };
        SearchHit: {
            code: string;
            context: string;
            kind: string;
            /** Format: double */
            lat: number | null;
            /** Format: double */
            lon: number | null;
            name: string;
        };
        SseEmitter: {
            /** Format: int64 */
            timeout?: number;
        };
        Standard: {
            id: string;
            thresholds: components['schemas']['Threshold'][];
        };
        StreamingResponseBody: unknown;
        Stretch: {
            /** @description metres along the whole way */
            alongM: number[];
            /** @description the feature that it runs along, empty where it follows none */
            code: string;
            /** @description where water goes this way: the head line at the same places, null where it is not known; else empty */
            headM: (number | null)[];
            heightM: (number | null)[];
            /** @description code of the scheme 'way' */
            kind: string;
            line: components['schemas']['Geometry'];
            /** @description what the line was reckoned with, named like columns; empty where nothing was */
            numbers: {
                [key: string]: number | null;
            };
            volts: components['schemas']['StretchVolts'] | null;
        };
        /** @description lowest phase voltage to neutral at the same places; null where it collapses */
        StretchVolts: {
            /** @description at the unfavourable end of what is assumed */
            leastV: (number | null)[];
            middleV: (number | null)[];
            /** @description at the favourable end */
            mostV: (number | null)[];
        };
        Summary: {
            bands: components['schemas']['Count'][];
            groups: components['schemas']['GroupSummary'][];
            /** Format: int64 */
            households: number;
            lacks: components['schemas']['Count'][];
            needs: components['schemas']['Need'][];
            /** Format: int64 */
            people: number;
            relocated: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Format: int64 */
            residents: number;
            townships: components['schemas']['TownshipSummary'][];
            villages: components['schemas']['VillageSummary'][];
        };
        Table: {
            columns: components['schemas']['ColumnSpec'][];
            featureKind: string;
            id: string;
            /** Format: int32 */
            rows: number;
        };
        TablePage: {
            columns: components['schemas']['ColumnSpec'][];
            rows: {
                [key: string]: string | number | boolean | null;
            }[];
            /** Format: int32 */
            total: number;
        };
        Threshold: {
            /** @description text by language; empty texts while no official text is at hand */
            clause: {
                [key: string]: string;
            };
            confidence: string;
            confirm: boolean;
            date: string;
            name: string;
            /** @description text by language: what must not be misunderstood; empty texts when there is nothing */
            note: {
                [key: string]: string;
            };
            /** @description text by language */
            source: {
                [key: string]: string;
            };
            unit: string;
            /** @description a number, or what else a rule may hold: a list of codes, a word */
            value: unknown;
        };
        Township: {
            code: string;
            name: string;
        };
        TownshipSummary: {
            code: string;
            /** Format: int64 */
            households: number;
            name: string;
            needs: {
                [key: string]: {
                    [key: string]: components['schemas']['Count'];
                };
            };
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            residents: number;
        };
        Units: {
            groups: components['schemas']['Group'][];
            townships: components['schemas']['Township'][];
            villages: components['schemas']['Village'][];
        };
        UnitsOfHousehold: {
            group: components['schemas']['Named'] | null;
            township: components['schemas']['Named'] | null;
            village: components['schemas']['Named'] | null;
        };
        Version: {
            /** Format: date-time */
            createdAt: string;
            id: string;
        };
        Village: {
            code: string;
            /** Format: double */
            lat: number | null;
            /** Format: double */
            lon: number | null;
            name: string;
            township: string;
        };
        VillageSummary: {
            code: string;
            /** @enum {string} */
            committeeReported?: 'yes' | 'no' | 'unknown';
            /** @enum {string} */
            committeeRoad?: 'served' | 'borderline' | 'unserved' | 'unknown';
            /** Format: int64 */
            households: number;
            name: string;
            needs: {
                [key: string]: {
                    [key: string]: components['schemas']['Count'];
                };
            };
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            residents: number;
            township: string;
        };
        WentBack: {
            jobId: string | null;
            version: string | null;
        };
        WhatIfAnswer: {
            explanation: components['schemas']['Explanation'] | null;
            tables: components['schemas']['ChangedTable'][];
        };
        WhatIfEdit: {
            /** @description whether the feature would be added; its code must be free, its layer one of points */
            add?: boolean | null;
            /** @description values by attribute; null takes a value away */
            attributes?: {
                [key: string]: string | number | null;
            } | null;
            code: string;
            /** Format: double */
            lat?: number | null;
            layer: string;
            /**
             * Format: double
             * @description where a point would stand; both or neither
             */
            lon?: number | null;
        };
        WhatIfExplain: {
            code: string;
            table: string;
        };
        WhatIfRequest: {
            analysis: string;
            edits: components['schemas']['WhatIfEdit'][];
            explain?: components['schemas']['WhatIfExplain'] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    counties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['County'][];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                'application/json': components['schemas']['CountyWanted'];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['CountyMade'];
                };
            };
        };
    };
    county: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['CountyDetail'];
                };
            };
        };
    };
    assess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['JobStarted'];
                };
            };
        };
    };
    data: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['DataState'];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                t: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Explanation'];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: {
                format?: string;
                what?: string;
                lang?: string;
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['StreamingResponseBody'];
                };
            };
        };
    };
    features: {
        parameters: {
            query?: {
                version?: string;
                bbox?: string;
                limit?: number;
                simplify?: number;
            };
            header?: never;
            path: {
                c: string;
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['FeatureCollection'];
                };
            };
        };
    };
    legend: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['FieldLegend'];
                };
            };
        };
    };
    valueAt: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['FieldValue'];
                };
            };
        };
    };
    attribute: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    codes: {
        parameters: {
            query?: {
                version?: string;
                from?: number;
                count?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string[];
                };
            };
        };
    };
    positions: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    householdUnits: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    household: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['HouseholdDetail'];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: {
                layer?: string;
                profile?: string;
                crs?: string;
                encoding?: string;
                mode?: string;
                zone?: string;
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                'multipart/form-data': {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportPreview'];
                };
            };
        };
    };
    startUpload: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                'multipart/form-data': {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportStarted'];
                };
            };
        };
    };
    look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportPreview'];
                };
            };
        };
    };
    change: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                'application/json': components['schemas']['ImportChoices'];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportPreview'];
                };
            };
        };
    };
    drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    badRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    commit: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportCommitted'];
                };
            };
        };
    };
    startCommit: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportStarted'];
                };
            };
        };
    };
    issues: {
        parameters: {
            query?: {
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['IssuePage'];
                };
            };
        };
    };
    startChange: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                'application/json': components['schemas']['ImportChoices'];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ImportStarted'];
                };
            };
        };
    };
    profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['WentBack'];
                };
            };
        };
    };
    ofCounty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Job'][];
                };
            };
        };
    };
    links: {
        parameters: {
            query: {
                to: string;
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                l: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Link'][];
                };
            };
        };
    };
    point: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['PointAnswer'];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                q?: string;
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['SearchHit'][];
                };
            };
        };
    };
    summary: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Summary'];
                };
            };
        };
    };
    rows: {
        parameters: {
            query?: {
                version?: string;
                offset?: number;
                limit?: number;
                sort?: string;
                unit?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['TablePage'];
                };
            };
        };
    };
    column: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                t: string;
                col: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    points: {
        parameters: {
            query?: {
                version?: string;
                bbox?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['FeatureCollection'];
                };
            };
        };
    };
    units: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Units'];
                };
            };
        };
    };
    whatIf: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                'application/json': components['schemas']['WhatIfRequest'];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['WhatIfAnswer'];
                };
            };
        };
    };
    job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Job'];
                };
            };
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['Job'];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'text/event-stream': components['schemas']['SseEmitter'];
                };
            };
        };
    };
    schemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': {
                        [key: string]: components['schemas']['SchemeEntry'][];
                    };
                };
            };
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': components['schemas']['ProgramVersion'];
                };
            };
        };
    };
    base: {
        parameters: {
            query?: {
                theme?: string;
                scale?: number;
                v?: string;
            };
            header?: never;
            path: {
                c: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
    field: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path: {
                c: string;
                a: string;
                field: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    'application/json': string;
                };
            };
        };
    };
}
