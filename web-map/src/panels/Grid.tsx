import { useSignal } from '@preact/signals';
import { ChevronDown, ChevronUp, Crosshair } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../state/words';
import { Icon } from './Icon';

const ROW = 32;
/** Of a cell at either side. */
const PADDING = 10;

export interface GridColumn {
    key: string;
    title: string;
    /** Class of its cells, which gives them their width. */
    kind: string;
    isNumber: boolean;
}

/** What a grid shows and does; rows are named by their position in the order that is shown. */
export interface GridProps {
    label: string;
    columns: readonly GridColumn[];
    count: number;
    cell: (at: number, column: number) => ComponentChildren;
    /** What a row is called beside its button that shows it on the map. */
    nameOf: (at: number) => string;
    /** What a row goes by in the data. */
    codeOf?: (at: number) => string;
    /** Column key, with a minus in front for falling order. */
    sort: string;
    sortBy: (key: string) => void;
    /** -1 = none. */
    selected: number;
    hovered: number;
    hover: (at: number) => void;
    choose: (at: number) => void;
    /** Shows a row on the map; undefined where it lies nowhere. */
    show: (at: number) => (() => void) | undefined;
    /** What stands in place of rows when there are none. */
    none: string;
}

/** A table of any number of rows, of which only those in sight exist; sorted by its heads, walked with the arrow keys. */
export function Grid({
    label,
    columns,
    count,
    cell,
    nameOf,
    codeOf,
    sort,
    sortBy,
    selected,
    hovered,
    hover,
    choose,
    show,
    none,
}: GridProps) {
    const top = useSignal(0);
    const height = useSignal(240);
    const active = useSignal(0);
    /** The column that lies half under the buttons at the right edge; -1 = none. Half a number reads as another number. */
    const cut = useSignal(-1);
    const body = useRef<HTMLDivElement>(null);
    const measure = (): void => {
        const edge = body.current?.querySelector('.table-head .go')?.getBoundingClientRect().left;
        const heads = body.current?.querySelectorAll('.table-head .cell:not(.go)') ?? [];
        cut.value =
            edge === undefined
                ? -1
                : [...heads].findIndex((head) => {
                      const { left, right } = head.getBoundingClientRect();
                      return left < edge && right - PADDING > edge;
                  });
    };
    useEffect(() => {
        const element = body.current;
        if (!element) return;
        const watch = new ResizeObserver(() => {
            height.value = element.clientHeight;
            measure();
        });
        watch.observe(element);
        return () => watch.disconnect();
    }, []);
    const order = columns.map((c) => c.key).join(' ');
    useEffect(measure, [order]);
    // What was selected on the map comes into sight in the table.
    useEffect(() => {
        const element = body.current;
        if (selected < 0 || !element) return;
        active.value = selected;
        if (selected * ROW < element.scrollTop || (selected + 2) * ROW > element.scrollTop + element.clientHeight)
            element.scrollTop = Math.max(0, (selected - 2) * ROW);
    }, [selected]);
    const first = Math.max(0, Math.floor(top.value / ROW) - 4);
    const last = Math.min(count, Math.ceil((top.value + height.value) / ROW) + 4);
    const move = (to: number) => {
        const at = Math.min(count - 1, Math.max(0, to));
        active.value = at;
        hover(at);
        const element = body.current;
        if (!element) return;
        if (at * ROW < element.scrollTop) element.scrollTop = at * ROW;
        else if ((at + 2) * ROW > element.scrollTop + element.clientHeight)
            element.scrollTop = (at + 2) * ROW - element.clientHeight;
    };
    const keys = (event: KeyboardEvent) => {
        const page = Math.max(1, Math.floor(height.value / ROW) - 2);
        const step: Record<string, number> = {
            ArrowDown: 1,
            ArrowUp: -1,
            PageDown: page,
            PageUp: -page,
            Home: -count,
            End: count,
        };
        if (event.key in step) {
            event.preventDefault();
            move(active.value + step[event.key]!);
        } else if (event.key === 'Enter' && event.target === body.current && active.value < count) {
            choose(active.value);
        }
    };
    return (
        <div
            class="table-body"
            ref={body}
            tabIndex={0}
            role="grid"
            aria-label={label}
            aria-rowcount={count + 1}
            aria-activedescendant={count ? `row-${active.value}` : undefined}
            onScroll={(event) => {
                top.value = event.currentTarget.scrollTop;
                measure();
            }}
            onKeyDown={keys}
            onMouseLeave={() => hover(-1)}
        >
            <div class="table-inner">
                <div class="table-head" role="row">
                    {columns.map((c) => {
                        const falling = sort === `-${c.key}`;
                        const on = falling || sort === c.key;
                        return (
                            <div
                                key={c.key}
                                role="columnheader"
                                aria-sort={on ? (falling ? 'descending' : 'ascending') : 'none'}
                                class={`cell ${c.kind}${c.isNumber ? ' number' : ''}`}
                            >
                                <button type="button" title={c.title} onClick={() => sortBy(c.key)}>
                                    <span>{c.title}</span>
                                    {on && <Icon of={falling ? ChevronDown : ChevronUp} size={14} />}
                                </button>
                            </div>
                        );
                    })}
                    <div class="cell go" role="columnheader" aria-label={t('sheet.zoom')} />
                </div>
                <div class="table-rows" style={{ height: `${count * ROW}px` }}>
                    {Array.from({ length: Math.max(0, last - first) }, (_, k) => {
                        const at = first + k;
                        const there = show(at);
                        return (
                            <div
                                key={at}
                                id={`row-${at}`}
                                role="row"
                                aria-rowindex={at + 2}
                                aria-selected={at === selected}
                                data-code={codeOf?.(at)}
                                class={`table-row${at === hovered ? ' hovered' : ''}${at === selected ? ' selected' : ''}`}
                                style={{ transform: `translateY(${at * ROW}px)` }}
                                onMouseEnter={() => hover(at)}
                                onClick={() => choose(at)}
                            >
                                {columns.map((c, i) => (
                                    <div
                                        key={c.key}
                                        role="gridcell"
                                        class={`cell ${c.kind}${c.isNumber ? ' number' : ''}${c.isNumber && i === cut.value ? ' cut' : ''}`}
                                    >
                                        {cell(at, i)}
                                    </div>
                                ))}
                                <div class="cell go" role="gridcell">
                                    <button
                                        type="button"
                                        class="icon-button"
                                        tabIndex={-1}
                                        disabled={!there}
                                        aria-label={`${t('sheet.zoom')} ${nameOf(at)}`}
                                        title={there ? t('sheet.zoom') : t('sheet.noPosition')}
                                        onClick={(event) => {
                                            event.stopPropagation();
                                            there?.();
                                        }}
                                    >
                                        <Icon of={Crosshair} size={16} />
                                    </button>
                                </div>
                            </div>
                        );
                    })}
                </div>
            </div>
            {count === 0 && <p class="caption pad">{none}</p>}
        </div>
    );
}
