import { useSignal } from '@preact/signals';
import { Crosshair, X } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { FieldValue, Value } from '../api/types';
import { api } from '../state/county';
import {
    featureNumbers,
    household,
    islandShape,
    pickedFeature,
    pointAnswer,
    positionOf,
    rowOf,
    sheetLoading,
    sheetProblem,
} from '../state/household';
import { placeToShow } from '../state/bounds';
import { coordinates, decimals, quantity } from '../state/format';
import { findingNumbers } from '../state/indicators';
import { fieldShown } from '../state/layers';
import { isUnitColumn, unitName } from '../state/places';
import { columnOfKind, findPlaced, isPlaceColumn } from '../state/results';
import { isProject, project } from '../state/project';
import { type Place, type Selection, selection, showPlace } from '../state/view';
import { shownValue } from '../state/sentence';
import { serviceArea } from '../state/serviceArea';
import { transformerArea } from '../state/transformerArea';
import { findWord, t } from '../state/words';
import { placeName } from '../state/placeNames';
import { CropClasses } from './CropClasses';
import { problemText } from './ErrorBar';
import { HouseholdSheet } from './HouseholdSheet';
import { Icon } from './Icon';
import { codeWord, fieldName, fieldText, isNamed, oneName, rowName, zoneName } from './names';
import { ClassMark } from './verdicts';
import { FeatureLink } from './FeatureLink';
import { FeederSheet } from './power/FeederSheet';
import { LineSheet } from './power/LineSheet';
import { PowerProjectSheet } from './power/PowerProjectSheet';
import { TransformerSheet } from './power/TransformerSheet';
import { PipeSheet } from './water/PipeSheet';
import { ProjectSheet } from './water/ProjectSheet';
import { WorksSheet } from './water/WorksSheet';

/** What is selected, at the right edge (on a phone: in the bottom sheet). */
export function Sheet() {
    const what = selection.value;
    if (!what) return null;
    const place = placeOf(what);
    const title =
        what.kind === 'household'
            ? t('sheet.household')
            : what.kind === 'point'
              ? t('sheet.point')
              : oneName(what.layer);
    return (
        <aside class="sheet" aria-label={title}>
            <header class="sheet-head">
                <span class="grow kind">{title}</span>
                {place && (
                    <button
                        type="button"
                        class="icon-button"
                        title={t('sheet.zoom')}
                        aria-label={t('sheet.zoom')}
                        onClick={() => (showPlace.value = place)}
                    >
                        <Icon of={Crosshair} />
                    </button>
                )}
                <button
                    type="button"
                    class="icon-button"
                    title={t('close')}
                    aria-label={t('close')}
                    onClick={() => (selection.value = null)}
                >
                    <Icon of={X} />
                </button>
            </header>
            <div class={`sheet-body${sheetLoading.value ? ' loading' : ''}`}>
                {sheetProblem.value ? (
                    <p class="problem" role="alert">
                        {problemText(sheetProblem.value)}
                    </p>
                ) : what.kind === 'household' ? (
                    <HouseholdSheet />
                ) : what.kind === 'point' ? (
                    <PointSheet />
                ) : (
                    <FeatureSheet />
                )}
            </div>
        </aside>
    );
}

/** Where the map goes to show what is selected: a mark's point, the whole of a line, a household with its way. */
function placeOf(what: Selection): Place | null {
    if (what.kind === 'point') return { lon: what.lon, lat: what.lat, zoom: 17 };
    if (what.kind === 'feature' && isProject(what.layer)) {
        const drawing = project.value?.code === what.code ? project.value.explanation.drawing : null;
        return drawing ? placeToShow([drawing as GeoJSON.Geometry]) : null;
    }
    if (what.kind === 'feature') {
        const feature = pickedFeature.value?.feature;
        if (feature?.properties?.code !== what.code) return null;
        // A works is shown with those who hang on it.
        const members: readonly { code: string }[] =
            [serviceArea.value, transformerArea.value].find((one) => one?.code === what.code)?.members ?? [];
        const doors = members.flatMap((one): GeoJSON.Geometry[] => {
            const at = positionOf(rowOf(one.code));
            return at ? [{ type: 'Point', coordinates: [at.lon, at.lat] }] : [];
        });
        return placeToShow([feature.geometry, ...islandShape.value, ...doors]);
    }
    const one = household.value;
    if (one?.code !== what.code || !one.position) return null;
    const ways = one.results
        .flatMap((r) => r.explanation?.way ?? [])
        .map((stretch) => stretch.line as GeoJSON.Geometry);
    return placeToShow([{ type: 'Point', coordinates: [one.position.lon, one.position.lat] }, ...ways]);
}

function PointSheet() {
    const what = selection.value;
    const answer = pointAnswer.value;
    if (what?.kind !== 'point') return null;
    if (!answer) return <Waiting />;
    const fact = (name: string, v: number | null, unit: string, digits = 0) => (
        <>
            <dt>{name}</dt>
            <dd class="num">
                {v === null
                    ? t('unknown')
                    : unit === 'm' && digits === 0
                      ? quantity(v, unit)
                      : quantity(v, unit, digits)}
            </dd>
        </>
    );
    return (
        <>
            <h1 class="big num">
                {answer.altitudeM === null
                    ? t('point.noElevation')
                    : t('point.altitude', { m: quantity(Math.round(answer.altitudeM), 'metres') })}
            </h1>
            <p class="caption num">{coordinates(what.lon, what.lat)}</p>
            <FieldHere lon={what.lon} lat={what.lat} />
            <dl class="facts">
                {answer.zone && (
                    <>
                        <dt>{t('point.zone')}</dt>
                        <dd>{zoneName(answer.zone)}</dd>
                    </>
                )}
                {fact(t('point.slope'), answer.slopeDeg, '°')}
                {fact(t('point.temperature'), answer.meanTemperatureC, '°C', 1)}
                {fact(t('point.road'), answer.nearestRoadM, 'm')}
            </dl>
            <h2>{t('point.crops')}</h2>
            {answer.crops.length === 0 ? (
                <p class="caption">{t('point.noCrops')}</p>
            ) : (
                <CropClasses list={answer.crops} />
            )}
            <p class="caption">{t('crops.caution')}</p>
        </>
    );
}

/** What the raster on the map says of this place. */
function FieldHere({ lon, lat }: { lon: number; lat: number }) {
    const field = fieldShown.value;
    const answer = useSignal<FieldValue | null>(null);
    useEffect(() => {
        answer.value = null;
        const from = api.peek();
        if (!field || !from) return;
        const stop = new AbortController();
        from.fieldAt(field.analysis, field.field.id, lon, lat, stop.signal).then(
            (one) => (answer.value = one),
            () => undefined,
        );
        return () => stop.abort();
    }, [field, lon, lat]);
    if (!field) return null;
    return (
        <dl class="facts field-here">
            <dt>{fieldName(field)}</dt>
            <dd class="num strong">{answer.value ? fieldText(answer.value) : '···'}</dd>
        </dl>
    );
}

/** What an engineer asks of a road first, before its codes. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
    road_segment: [
        'network',
        'households_depending',
        'people_depending',
        'nearest_for_households',
        'length_m',
        'grade_percent',
        'width_m',
        'surface',
        'condition',
        'vehicle',
        'vehicle_sure',
        'upkeep',
    ],
};

/** What a code in a row about the grid leads to. */
const OF_POWER: Readonly<Record<string, string>> = {
    transformer_code: 'power_facility',
    line_code: 'power_line',
    lowest_household: 'household',
    farthest_code: 'household',
};

/** What a code in a row of a water list leads to; a finding is about a household, a works or a pipe by its kind. */
function leadsTo(layer: string, name: string, kind: Value | undefined): string | undefined {
    if (layer.startsWith('power_')) return OF_POWER[name];
    if (!['pipe_finding', 'pipe_exposure', 'survey_point', 'refuse_above_source'].includes(layer)) return undefined;
    if (name === 'pipe_code') return 'pipe';
    if (name === 'supply_code' || name === 'source_code') return 'water_facility';
    if (name !== 'feature_code' || layer !== 'pipe_finding') return undefined;
    return String(kind).startsWith('tap_') ? 'household' : kind === 'tank_too_high' ? 'water_facility' : 'pipe';
}

const MEASURED = ['value', 'limit', 'value_error'];

/** A grade with its error; without the error it is no grade to build by. */
const gradeText = (percent: number, error: Value | undefined): string =>
    typeof error === 'number' ? `${decimals(percent, 1)} ± ${quantity(error, '%', 1)}` : quantity(percent, '%', 1);

/** Kinds of lines whose voltage is computed. */
const LOW_VOLTAGE: readonly string[] = ['low_voltage', 'service_drop'];

function FeatureSheet() {
    const what = selection.value;
    const picked = pickedFeature.value;
    if (what?.kind !== 'feature') return null;
    if (what.layer === 'power_project') return <PowerProjectSheet key={what.code} code={what.code} />;
    if (what.layer === 'water_project') return <ProjectSheet key={what.code} code={what.code} />;
    if (picked?.feature.properties?.code !== what.code) return <Waiting />;
    const own: Record<string, Value> & { code: string } = { ...picked.feature.properties, code: what.code };
    if (what.layer === 'pipe') return <PipeSheet key={what.code} properties={own} />;
    if (what.layer === 'water_facility') return <WorksSheet key={what.code} properties={own} />;
    if (what.layer === 'power_feeder') return <FeederSheet key={what.code} properties={own} />;
    if (what.layer === 'power_facility' && own.kind === 'transformer')
        return <TransformerSheet key={what.code} properties={own} />;
    if (what.layer === 'power_line' && LOW_VOLTAGE.includes(String(own.kind)))
        return <LineSheet key={what.code} properties={own} />;
    const all: Record<string, Value> = { ...picked.feature.properties, ...featureNumbers.value };
    const order = ORDER[what.layer] ?? [];
    const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
    // What a finding measures depends on its kind; so does its unit.
    const measured = what.layer === 'pipe_finding' ? findingNumbers({ ...all, code: what.code }) : '';
    const said = ['code', 'name', 'road_name', 'grade_error_percent', ...(measured ? MEASURED : [])];
    const properties = Object.entries(all)
        .filter(([name, v]) => !said.includes(name) && v !== null && v !== '' && !isPlaceColumn(name))
        .sort(([a], [b]) => rank(a) - rank(b));
    // What an engineer looks for is said to be unknown, not left out.
    const lacking = order.filter((name) => featureNumbers.value && (all[name] === undefined || all[name] === null));
    const placed = findPlaced(what.layer);
    const fault =
        what.layer === 'road_fault'
            ? findWord(`map.fault.${String(all.kind)}`)
            : findWord(`map.fault.${what.layer}.${String(all.kind)}`);
    const title = all.name
        ? placeName(String(all.name))
        : placed
          ? rowName(placed, { ...all, code: what.code }, what.layer)
          : `${oneName(what.layer)} · ${what.code}`;
    return (
        <>
            <h1 class="big">{title}</h1>
            {fault && <p class="sentence">{fault}</p>}
            {measured && <p class="sentence num">{measured}</p>}
            <dl class="facts">
                {!measured && !isNamed(what.layer) && (
                    <>
                        <dt>{t('sheet.code')}</dt>
                        <dd class="num">{what.code}</dd>
                    </>
                )}
                {properties.map(([name, v]) => {
                    const found = columnOfKind(what.layer, name);
                    return (
                        <>
                            <dt>{findWord(`attribute.${name}`) ?? findWord(`column.${name}`) ?? name}</dt>
                            <dd class="num">
                                {typeof v === 'string' && leadsTo(what.layer, name, all.kind) ? (
                                    <FeatureLink layer={leadsTo(what.layer, name, all.kind)!} code={v} />
                                ) : name === 'grade_percent' && typeof v === 'number' ? (
                                    gradeText(v, all.grade_error_percent)
                                ) : isUnitColumn(name) ? (
                                    placeName(unitName(name, String(v)))
                                ) : found?.column.type === 'CLASS' ? (
                                    <ClassMark scheme={found.column.scheme} code={String(v)} />
                                ) : found && typeof v === 'number' ? (
                                    shownValue(v, name, found.column)
                                ) : typeof v === 'boolean' ? (
                                    t(v ? 'yes' : 'no')
                                ) : name === 'best_class' ? (
                                    (findWord(`class.suitability.${v}`) ?? String(v))
                                ) : v === 'yes' || v === 'no' ? (
                                    t(v)
                                ) : typeof v === 'string' ? (
                                    codeWord(what.layer, name, v)
                                ) : (
                                    shownValue(v as number, name, undefined)
                                )}
                            </dd>
                        </>
                    );
                })}
            </dl>
            {lacking.length > 0 && (
                <dl class="facts">
                    {lacking.map((name) => (
                        <>
                            <dt>{findWord(`attribute.${name}`) ?? findWord(`column.${name}`) ?? name}</dt>
                            <dd class="soft">{t('unknown')}</dd>
                        </>
                    ))}
                </dl>
            )}
            {islandShape.value.length > 0 && <p class="caption">{t('sheet.segmentsOfIsland')}</p>}
            {properties.length === 0 && <p class="caption">{t('sheet.nothingMore')}</p>}
        </>
    );
}

export function Waiting() {
    return (
        <div class="skeleton" role="status" aria-label={t('state.loading')}>
            <span />
            <span />
            <span />
        </div>
    );
}
