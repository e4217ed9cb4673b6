import type { ComponentChildren } from 'preact';
import { classColumn, columnInfo, wantClassColumn } from '../state/columns';
import { classCounts } from '../state/counts';
import { schemes } from '../state/county';
import { filteredCodes, toggleCode } from '../state/filter';
import { integer, percent } from '../state/format';
import { colouring } from '../state/view';
import { t } from '../state/words';
import { className, colourOf } from './verdicts';

/** One line: a stacked bar of a class column over what is on screen. Each part filters; the switch beside the name colours the map. */
export function ClassStrip({
    analysis,
    column,
    title,
    note,
    order,
    nameOf,
}: {
    analysis: string;
    column: string;
    title: string;
    note?: ComponentChildren;
    /** Codes from what asks for somebody to act to what is well. */
    order: readonly string[];
    /** What a class is called here, where its own label would not say it. */
    nameOf?: (code: string) => string | undefined;
}) {
    const info = columnInfo(analysis, column);
    wantClassColumn(analysis, column);
    const values = classColumn(analysis, column);
    if (!info || !values) return null;
    const counts = classCounts(analysis, column, values, info.codes.length);
    const all = counts.reduce((n, one) => n + one.households, 0);
    const on = filteredCodes(analysis, column);
    const entries = schemes.value[info.scheme] ?? [];
    const coloured = colouring.value.analysis === analysis && colouring.value.column === column;
    const toMap = coloured ? t('overview.onMap') : t('overview.showOnMap');
    return (
        <div class="class-strip" data-column={column}>
            <div class="head">
                <span class="grow">
                    {title}
                    {note}
                </span>
                <button
                    type="button"
                    class="on-map-switch"
                    aria-pressed={coloured}
                    aria-label={`${title}: ${toMap}`}
                    onClick={() =>
                        (colouring.value =
                            coloured && columnInfo(analysis, 'verdict')
                                ? { analysis, column: 'verdict' }
                                : { analysis, column })
                    }
                >
                    {toMap}
                </button>
            </div>
            <div class="parts" role="group" aria-label={title}>
                {order.map((code) => {
                    if (!info.codes.includes(code)) return null;
                    const n = counts[info.codes.indexOf(code)]!.households;
                    const entry = entries.find((e) => e.code === code);
                    if (n === 0 && !on.includes(code)) return null;
                    const text = `${nameOf?.(code) ?? className(info.scheme, code)}: ${integer(n)} (${percent(n, all)})`;
                    return (
                        <button
                            key={code}
                            type="button"
                            data-code={code}
                            aria-pressed={on.includes(code)}
                            aria-label={text}
                            title={text}
                            class={entry?.unknown ? 'unknown' : ''}
                            style={{ flexGrow: Math.max(n, all * 0.04), background: entry && colourOf(entry) }}
                            onClick={() => toggleCode(analysis, column, code)}
                        >
                            {integer(n)}
                        </button>
                    );
                })}
            </div>
        </div>
    );
}
