import { ChevronDown, ChevronUp, Layers as LayersIcon } from 'lucide';
import { useEffect } from 'preact/hooks';
import { classColumn, colourings, columnInfo } from '../state/columns';
import { classCounts } from '../state/counts';
import { schemes } from '../state/county';
import { filteredCodes, toggleCode } from '../state/filter';
import { isOn, type LayerInfo, layerList } from '../state/layers';
import { colouring, crop, isOpen, legendOpen, linesOpen, mapView, mode, tableOpen, theme, toggle } from '../state/view';
import { stacks } from '../state/stacks';
import { findWord, t, word } from '../state/words';
import { countText } from './Bars';
import { Icon } from './Icon';
import { LayerPanel, offered } from './LayerPanel';
import { analysisName, columnName, cropName } from './names';
import { Symbol } from './Symbol';
import { className, colourOf, pointShape } from './verdicts';

/** Lower left: what is drawn now, with the number of households of each class that are shown. */
export function Legend() {
    const { analysis, column } = colouring.value;
    const info = columnInfo(analysis, column);
    const scheme = info ? (schemes.value[info.scheme] ?? []) : [];
    const values = classColumn(analysis, column);
    const counts = info && values ? classCounts(analysis, column, values, info.codes.length) : undefined;
    const on = filteredCodes(analysis, column);
    const zoom = mapView.value?.zoom ?? 0;
    const drawn = layerList.value.filter((l) => isOn(l, mode.value) && offered(l) && zoom >= l.minZoom);
    const households = drawn.some((l) => l.group === 'households');
    const lines = drawn.filter((l) => l.group !== 'households' && (l.swatches.length > 0 || l.scheme));
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
                                            <span class="grow">{className(info.scheme, code)}</span>
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
                    {byScheme(lines.filter((l) => !(same && l.scheme === info?.scheme))).map((layers) => (
                        <div key={layers[0]!.id} class="legend-layer" data-layer={layers.map((l) => l.id).join(' ')}>
                            <h3>{layers.map(layerTitle).join(' · ')}</h3>
                            <ul class="swatches">
                                {schemes.value[layers[0]!.scheme!]?.map((entry) => (
                                    <li key={entry.code}>
                                        <Symbol shape="fill" colour={colourOf(entry)} />
                                        {className(layers[0]!.scheme!, entry.code)}
                                    </li>
                                ))}
                            </ul>
                        </div>
                    ))}
                    {marks.length > 0 && (
                        <details
                            class="legend-layer"
                            open={linesOpen.value}
                            onToggle={(event) => (linesOpen.value = event.currentTarget.open)}
                        >
                            <summary>{marks.map(layerTitle).join(' · ')}</summary>
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
