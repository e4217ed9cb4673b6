/**
 * The HTTP contract in the map's words. The shapes come from the server's own description ({@code openapi.json}, by
 * {@code npm run api-types}); here they only get their names. Class values in rows travel as codes, in columns as positions in the
 * scheme.
 */
import type { components } from './openapi';

type Shapes = components['schemas'];

export type VerdictCode = NonNullable<Shapes['VillageSummary']['committeeRoad']>;
export const VERDICTS: readonly VerdictCode[] = ['served', 'borderline', 'unserved', 'unknown'];

export type Value = Shapes['AttributeValue']['value'] | null;

export type County = Shapes['County'];
export type CountyDetail = Shapes['CountyDetail'];
export type AnalysisInfo = Shapes['Analysis'];
export type TableInfo = Shapes['Table'];
export type ColumnInfo = Shapes['ColumnSpec'];
export type FieldInfo = Shapes['FieldSpec'];
export type ThresholdInfo = Shapes['Threshold'];
export type Units = Shapes['Units'];

export type SchemeEntry = Shapes['SchemeEntry'];
export type Schemes = Record<string, SchemeEntry[]>;

export type Count = Pick<Shapes['Count'], 'households' | 'people'> & Partial<Shapes['Count']>;
export type Summary = Shapes['Summary'];
export type VillageSummary = Shapes['VillageSummary'];

export type NeedResult = Shapes['NeedResult'];
export type HouseholdDetail = Shapes['HouseholdDetail'];
export type StretchVolts = Shapes['StretchVolts'];
export type Stretch = Shapes['Stretch'];
export type Explanation = Shapes['Explanation'];
/** Two things that belong together by an analysis, with what it says of them. */
export type Link = Shapes['Link'];
export type ExplanationStep = Shapes['ExplanationStep'];
export type FieldLegend = Shapes['FieldLegend'];
export type FieldValue = Shapes['FieldValue'];
export type FieldBand = Shapes['FieldBand'];
/** A row of a result table; {@code lon} and {@code lat} where the table says where its rows lie. */
export type Row = Readonly<Record<string, Value>> & { readonly code: string };
export type TablePage = Omit<Shapes['TablePage'], 'rows'> & { rows: Row[] };

/** One thing as it would be: attributes that differ from the record, and the place of a point; a point may be added. */
export type Edit = Shapes['WhatIfEdit'] & {
    layer: 'pipe' | 'water_facility' | 'power_line' | 'power_facility' | 'household';
};
/** Rows of a table that edits change; null where there is no row before or after. */
export type ChangedTable = Shapes['ChangedTable'];
export type WhatIf = Shapes['WhatIfAnswer'];
export type Named = Shapes['Named'];
export type CropResult = Shapes['CropClass'];
export type PointAnswer = Shapes['PointAnswer'];
export type SearchHit = Shapes['SearchHit'];

export type DataState = Shapes['DataState'];
export type IssueCount = Shapes['IssueCount'];
export type IssueTotal = Shapes['IssueTotal'];
export type ImportPreview = Shapes['ImportPreview'];
export type ImportLayer = Shapes['ImportLayer'];
export type FieldUse = Shapes['FieldUse'];
export type ColumnChoice = Shapes['ColumnChoice'];
export type ImportChoices = { [K in keyof Shapes['ImportChoices']]?: NonNullable<Shapes['ImportChoices'][K]> };
export type ImportStarted = Shapes['ImportStarted'];
export type WentBack = Shapes['WentBack'];
export type CountyWanted = Shapes['CountyWanted'];
export type CountyMade = Shapes['CountyMade'];
export type JobStarted = Shapes['JobStarted'];
export type Job = Shapes['Job'];
