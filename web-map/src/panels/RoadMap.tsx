import type { FieldBand } from '../api/types';
import { isOn, allLayers, type LayerInfo, lineClass, lineClasses, showLinesBy, switchLayer } from '../state/layers';
import { modeOf } from '../state/results';
import { decimals, quantity } from '../state/format';
import { mode } from '../state/view';
import { findWord, t, word } from '../state/words';

/** What the lines of a layer are coloured by; nothing where there is nothing to choose. */
export function LinesBy({ layer }: { layer: LayerInfo }) {
    const choices = lineClasses(layer);
    if (choices.length < 2) return null;
    return (
        <label class="colour-by">
            <span>{t('legend.linesBy', { name: word(layer.nameKey) })}</span>
            <select
                value={lineClass(layer)?.column ?? layer.ownClass}
                data-layer={layer.id}
                onChange={(event) => showLinesBy(layer, event.currentTarget.value)}
            >
                {choices.map((one) => (
                    <option key={one.column} value={one.column}>
                        {findWord(`column.${one.column}`) ?? findWord(`attribute.${one.column}`) ?? one.column}
                    </option>
                ))}
            </select>
        </label>
    );
}

/** Limits of a band of numbers in words: up to 10 min, 10 to 20 min, over 120 min. */
export function bandName({ from, upTo }: Pick<FieldBand, 'from' | 'upTo'>, unit: string): string {
    const plain = (v: number): string => decimals(v, Number.isInteger(v) ? 0 : 1);
    if (upTo === null) return t('legend.over', { n: quantity(from ?? 0, unit) });
    if (from === null || from === 0) return t('legend.upTo', { n: quantity(upTo, unit) });
    return t('legend.between', { from: plain(from), to: quantity(upTo, unit) });
}

/** What the map of this question can show besides households: the classes of its lines, its fields of numbers. */
export function OnTheMap({ lines, more = [] }: { lines: string; more?: readonly string[] }) {
    const layer = allLayers.value.find((one) => one.id === lines);
    const others = allLayers.value.filter((one) => more.includes(one.id));
    const fields = allLayers.value.filter((one) => one.numbers && modeOf(one.numbers.analysis) === mode.value);
    const shown = fields.find((field) => isOn(field, mode.value));
    const hasLines = layer !== undefined && lineClasses(layer).length > 1;
    if (!hasLines && fields.length === 0) return null;
    return (
        <section class="block on-the-map">
            <div class="block-head">
                <h2>{t('roads.map')}</h2>
            </div>
            {layer && <LinesBy layer={layer} />}
            {others.map((one) => (
                <LinesBy key={one.id} layer={one} />
            ))}
            {fields.length > 0 && (
                <label class="colour-by">
                    <span>{t('roads.fields')}</span>
                    <select
                        class="fields"
                        value={shown?.id ?? ''}
                        onChange={(event) => {
                            const id = event.currentTarget.value;
                            if (id !== '') switchLayer(id, true);
                            else if (shown) switchLayer(shown.id, false);
                        }}
                    >
                        <option value="">{t('roads.noField')}</option>
                        {fields.map((field) => (
                            <option key={field.id} value={field.id}>
                                {word(field.nameKey)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
        </section>
    );
}
