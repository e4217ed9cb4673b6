import { ChevronDown, ChevronUp, Layers as LayersIcon } from 'lucide';
import { useEffect } from 'preact/hooks';
import { classColumn, colourings, columnInfo } from '../state/columns';
import { classCounts } from '../state/counts';
import { schemes } from '../state/county';
import { filteredCodes, toggleCode } from '../state/filter';
import { allLayers, isOn, type LayerInfo, lineClass, loadingRasters, offered, seenCodes } from '../state/layers';
import { legendOf, type NumberField, wantLegend } from '../state/results';
import { colouring, crop, isOpen, legendOpen, linesOpen, mapView, mode, tableOpen, theme, toggle } from '../state/view';
import { stacks } from '../state/stacks';
import { findWord, t, word } from '../state/words';
import { countText } from './Bars';
import { Icon } from './Icon';
import { LayerPanel } from './LayerPanel';
import { analysisName, columnName, cropName } from './names';
import { bandName, LinesBy } from './RoadMap';
import { Symbol } from './Symbol';
import { className, colourOf, markShape, pointShape } from './verdicts';

/** Lower left: what is drawn now, with the number of households of each class that are shown. */
export function Legend() {
    const { analysis, column } = colouring.value;
    const info = columnInfo(analysis, column);
    const scheme = info ? (schemes.value[info.scheme] ?? []) : [];
    const values = classColumn(analysis, column);
    const counts = info && values ? classCounts(analysis, column, values, info.codes.length) : undefined;
    const on = filteredCodes(analysis, column);
    const zoom = mapView.value?.zoom ?? 0;
    const drawn = allLayers.value.filter((l) => isOn(l, mode.value) && offered(l) && zoom >= l.minZoom);
    const households = drawn.some((l) => l.group === 'households');
    // Lines that were given another class than their own have its list in place of their samples.
    const classed = drawn.filter((l) => lineClass(l));
    const lines = drawn.filter(
        (l) => l.group !== 'households' && !classed.includes(l) && (l.swatches.length > 0 || l.scheme),
    );
    const numbers = drawn.filter((l) => l.numbers);
    // Households coloured by the classes of the land under them share its list.
    const same = households && info !== undefined && lines.some((l) => l.scheme === info.scheme);
    const marks = lines.filter((l) => l.swatches.length > 0);
    // The table takes half of the map: the legend makes room while it is open.
    const table = tableOpen.value;
    useEffect(() => {
        if (!table) return undefined;
        const before = legendOpen.peek();
        legendOpen.value = false;
        return () => (legendOpen.value = before);
    }, [table]);
    return (
        <div class="legend-corner">
            {isOpen('layers') && <LayerPanel />}
            <section class={`legend${legendOpen.value ? '' : ' closed'}`} aria-label={t('legend.title')}>
                <header>
                    <button
                        type="button"
                        class="legend-toggle"
                        aria-expanded={legendOpen.value}
                        onClick={() => (legendOpen.value = !legendOpen.value)}
                    >
                        {t('legend.title')}
                        <Icon of={legendOpen.value ? ChevronDown : ChevronUp} size={16} />
                    </button>
                    <button
                        type="button"
                        class="layers-button"
                        aria-expanded={isOpen('layers')}
                        onClick={() => toggle('layers')}
                    >
                        <Icon of={LayersIcon} size={16} />
                        {t('layers.title')}
                    </button>
                </header>
                <div class="legend-body">
                    {households && (
                        <label class="colour-by">
                            <span>{t('legend.colourBy')}</span>
                            <select
                                value={`${analysis}:${column}`}
                                onChange={(event) => {
                                    const [a, c] = event.currentTarget.value.split(':');
                                    colouring.value = { analysis: a!, column: c! };
                                }}
                            >
                                {colourings().map((one) => (
                                    <option
                                        key={`${one.analysis}:${one.column.id}`}
                                        value={`${one.analysis}:${one.column.id}`}
                                    >
                                        {one.column.id === 'verdict'
                                            ? analysisName(one.analysis)
                                            : `${analysisName(one.analysis)} · ${columnName(one.analysis, one.column)}`}
                                    </option>
                                ))}
                            </select>
                        </label>
                    )}
                    {households && info && (
                        <ul class="legend-classes">
                            {info.codes.map((code, i) => {
                                const entry = scheme.find((e) => e.code === code);
                                const n = counts?.[i]?.households;
                                if (n === 0 && info.codes.length > 5 && !same && !on.includes(code)) return null;
                                return (
                                    <li key={code}>
                                        <button
                                            type="button"
                                            aria-pressed={on.includes(code)}
                                            onClick={() => toggleCode(analysis, column, code)}
                                            title={[
                                                findWord(`class_note.${info.scheme}.${code}`),
                                                t('filter.toggle', { what: className(info.scheme, code) }),
                                            ]
                                                .filter(Boolean)
                                                .join(' · ')}
                                        >
                                            <Symbol
                                                shape={pointShape(entry?.symbol)}
                                                colour={entry ? colourOf(entry) : '#767676'}
                                            />
                                            <span class="grow">
                                                {className(info.scheme, code)}
                                                <Legal scheme={info.scheme} code={code} />
                                            </span>
                                            <span class="num">{n === undefined ? '' : countText(n, on, code)}</span>
                                        </button>
                                    </li>
                                );
                            })}
                        </ul>
                    )}
                    {households && stacks.value.length > 0 && (
                        <p class="stack-note">
                            <span class="stack num">×n</span> {t('legend.stack')}
                        </p>
                    )}
                    {numbers.map((layer) => (
                        <div key={layer.id} class="legend-layer" data-layer={layer.id}>
                            <h3>{word(layer.nameKey)}</h3>
                            <LoadingNote of={[layer]} />
                            <Bands of={layer.numbers!} />
                        </div>
                    ))}
                    {classed.map((layer) => (
                        <div key={layer.id} class="legend-layer" data-layer={layer.id}>
                            <LinesBy layer={layer} />
                            <Classes of={layer} scheme={lineClass(layer)!.scheme} lines />
                        </div>
                    ))}
                    {byScheme(lines.filter((l) => !(same && l.scheme === info?.scheme))).map((layers) => (
                        <div key={layers[0]!.id} class="legend-layer" data-layer={layers.map((l) => l.id).join(' ')}>
                            <h3>{layers.map(layerTitle).join(' · ')}</h3>
                            <LoadingNote of={layers} />
                            <Classes of={layers[0]!} scheme={layers[0]!.scheme!} />
                        </div>
                    ))}
                    {marks.length > 0 && (
                        <details
                            class="legend-layer"
                            open={linesOpen.value}
                            onToggle={(event) => (linesOpen.value = event.currentTarget.open)}
                        >
                            <summary>{marks.map(layerTitle).join(' · ')}</summary>
                            {marks.map((layer) => (
                                <LinesBy key={layer.id} layer={layer} />
                            ))}
                            <ul class="swatches">
                                {marks.map((layer) => (
                                    <Swatches key={layer.id} of={layer} />
                                ))}
                            </ul>
                        </details>
                    )}
                    {drawn.length === 0 && <p class="caption">{t('legend.nothing')}</p>}
                </div>
            </section>
        </div>
    );
}

/** Bands of volts between the legal limits. */
const LEGAL: Readonly<Record<string, readonly string[]>> = { voltage_band: ['below_209', 'up_to_235'] };

/** Marks the classes of a scale that lie within the limits of the law. */
function Legal({ scheme, code }: { scheme: string; code: string }) {
    return LEGAL[scheme]?.includes(code) ? <small class="legal"> {t('legend.legal')}</small> : null;
}

/** So many classes of lines are read at a glance: all stand in the legend, those that are not in sight fainter. */
const AT_A_GLANCE = 8;

/** The classes of a layer: of points and lines those that are in sight, with a row for features that have none. */
function Classes({ of, scheme, lines }: { of: LayerInfo; scheme: string; lines?: boolean }) {
    const entries = schemes.value[scheme] ?? [];
    const seen = of.points || lines ? seenCodes.value[of.id] : undefined;
    const all = !of.points && entries.length <= AT_A_GLANCE;
    // What has no class is not known, as the scheme calls it: one row for both.
    const unknown = entries.find((entry) => entry.unknown)?.code;
    const isSeen = (code: string): boolean => !seen || seen.has(code) || (code === unknown && seen.has(''));
    return (
        <ul class="swatches">
            {entries
                .filter((entry) => all || isSeen(entry.code))
                .map((entry) => (
                    <li key={entry.code} data-code={entry.code} class={isSeen(entry.code) ? '' : 'out-of-sight'}>
                        <Symbol
                            shape={of.points || of.marks ? markShape(entry.symbol) : lines ? entry.symbol : 'fill'}
                            colour={colourOf(entry)}
                            line={lines === true && !of.marks}
                        />
                        {className(scheme, entry.code)}
                        <Legal scheme={scheme} code={entry.code} />
                        {!isSeen(entry.code) && <span class="soft"> {t('legend.notInView')}</span>}
                    </li>
                ))}
            {seen?.has('') && unknown === undefined && (
                <li key="">
                    <Symbol shape={lines && !of.marks ? 'dotted' : 'pentagon'} colour="#767676" />
                    {t('unknown')}
                </li>
            )}
        </ul>
    );
}

/** Ground without colour is not known or out of reach, but not before all tiles are there. */
function LoadingNote({ of }: { of: readonly LayerInfo[] }) {
    return (
        <p class="caption loading-note" role="status">
            {of.some((layer) => loadingRasters.value.includes(layer.id)) ? t('state.loading') : ''}
        </p>
    );
}

/** The bands of a field of numbers, as its tiles are coloured. */
function Bands({ of }: { of: NumberField }) {
    useEffect(() => wantLegend(of), [of.analysis, of.field.id]);
    const legend = legendOf(of);
    if (!legend) return <p class="caption">{t('state.loading')}</p>;
    return (
        <ul class="swatches">
            {legend.bands.map((band) => (
                <li key={band.colour}>
                    <Symbol shape="fill" colour={band.colour} />
                    <span class="num">{bandName(band, legend.unit)}</span>
                </li>
            ))}
            <li class="caption">{t('legend.noValue')}</li>
        </ul>
    );
}

/** Layers that share their classes (plots and the suitability of the land) share one list of them. */
function byScheme(layers: readonly LayerInfo[]): LayerInfo[][] {
    const groups = new Map<string, LayerInfo[]>();
    for (const layer of layers)
        if (layer.scheme) groups.set(layer.scheme, [...(groups.get(layer.scheme) ?? []), layer]);
    return [...groups.values()];
}

const layerTitle = (layer: LayerInfo): string =>
    layer.id === 'suitability' && crop.value ? `${word(layer.nameKey)} (${cropName(crop.value)})` : word(layer.nameKey);

function Swatches({ of }: { of: LayerInfo }) {
    const dark = theme.value === 'dark';
    return (
        <>
            {of.swatches.map((s) => (
                <li key={s.key} data-layer={of.id}>
                    <Symbol shape={s.shape} colour={(dark && s.dark) || s.colour} />
                    {word(s.key)}
                </li>
            ))}
        </>
    );
}
