import { Layers as LayersIcon } from 'lucide';
import { classColumn, colourings, columnInfo } from '../state/columns';
import { classCounts } from '../state/counts';
import { schemes } from '../state/county';
import { filteredCodes, toggleCode } from '../state/filter';
import { isOn, type LayerInfo, layerList } from '../state/layers';
import { colouring, crop, isOpen, legendOpen, mapView, mode, theme, toggle } from '../state/view';
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
                                if (n === 0 && info.codes.length > 5 && !on.includes(code)) return null;
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
                    {lines.filter(hasTitle).map((layer) => (
                        <div key={layer.id} class="legend-layer" data-layer={layer.id}>
                            <h3>
                                {word(layer.nameKey)}
                                {layer.id === 'suitability' && crop.value ? ` · ${cropName(crop.value)}` : ''}
                            </h3>
                            <ul>
                                <Swatches of={layer} />
                                {layer.scheme &&
                                    schemes.value[layer.scheme]?.map((entry) => (
                                        <li key={entry.code}>
                                            <Symbol shape="fill" colour={colourOf(entry)} />
                                            {className(layer.scheme!, entry.code)}
                                        </li>
                                    ))}
                            </ul>
                        </div>
                    ))}
                    <ul class="legend-layer single">
                        {lines
                            .filter((layer) => !hasTitle(layer))
                            .map((layer) => (
                                <Swatches key={layer.id} of={layer} />
                            ))}
                    </ul>
                    {drawn.length === 0 && <p class="caption">{t('legend.nothing')}</p>}
                </div>
            </section>
        </div>
    );
}

const hasTitle = (layer: LayerInfo): boolean => layer.swatches.length > 1 || layer.scheme !== undefined;

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
