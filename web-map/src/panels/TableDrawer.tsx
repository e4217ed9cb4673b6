import { useSignal } from '@preact/signals';
import { ChevronDown, ChevronUp, Crosshair, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { VerdictCode } from '../api/types';
import { codes, positions } from '../state/county';
import { notLivedIn, shownCount } from '../state/counts';
import { integer, value } from '../state/format';
import { positionOf, rowOf, selectRow } from '../state/household';
import { cell, columnKey, rows, sort, sortBy, type TableColumn, tableColumns, wantTableColumns } from '../state/table';
import { hovered, selection, showPlace, tableOpen } from '../state/view';
import { findWord, t } from '../state/words';
import { Icon } from './Icon';
import { columnName, reasonName } from './names';
import { ClassMark, VerdictSymbol, verdictName } from './verdicts';

const ROW = 32;

function title(c: TableColumn): string {
    switch (c.kind) {
        case 'code':
            return t('sheet.code');
        case 'unit':
            return t(`table.${c.level}`);
        case 'attribute':
            return findWord(`attribute.${c.name}`) ?? t('sheet.people');
        case 'result':
            return columnName(c.analysis, c.column);
    }
}

const isNumber = (c: TableColumn): boolean =>
    c.kind === 'attribute' || (c.kind === 'result' && c.column.type === 'NUMBER');

function Cell({ column, row }: { column: TableColumn; row: number }) {
    const v = cell(column, row);
    if (v === null) return <span class="soft">–</span>;
    if (column.kind === 'result' && column.column.type === 'CLASS' && typeof v === 'string')
        return column.column.scheme === 'verdict' ? (
            <span class="class-mark">
                <VerdictSymbol of={v as VerdictCode} />
                {verdictName(v as VerdictCode)}
            </span>
        ) : (
            <ClassMark scheme={column.column.scheme} code={v} />
        );
    if (column.kind === 'result' && column.column.type === 'REASON')
        return <>{reasonName(column.analysis, String(v))}</>;
    if (column.kind === 'attribute') return <>{integer(Number(v))}</>;
    return <>{column.kind === 'result' ? value(v, column.column.unit, column.column.decimals) : v}</>;
}

/** The same households as on the map, as a table: sorted, virtual, and for those who cannot use the map the way in. */
export function TableDrawer() {
    const top = useSignal(0);
    const height = useSignal(240);
    const active = useSignal(0);
    const body = useRef<HTMLDivElement>(null);
    const columns = tableColumns.value;
    const list = rows.value;
    const empty = shownCount.value ? list.length - shownCount.value.total.households : 0;
    useEffect(wantTableColumns, [columns]);
    useEffect(() => {
        const element = body.current;
        if (!element) return;
        const watch = new ResizeObserver(() => (height.value = element.clientHeight));
        watch.observe(element);
        return () => watch.disconnect();
    }, []);
    const selected = selection.value?.kind === 'household' ? rowOf(selection.value.code) : -1;
    // What was selected on the map comes into sight in the table.
    useEffect(() => {
        const at = selected < 0 ? -1 : list.indexOf(selected);
        const element = body.current;
        if (at < 0 || !element) return;
        active.value = at;
        if (at * ROW < element.scrollTop || (at + 2) * ROW > element.scrollTop + element.clientHeight)
            element.scrollTop = Math.max(0, (at - 2) * ROW);
    }, [selected, list]);
    const first = Math.max(0, Math.floor(top.value / ROW) - 4);
    const last = Math.min(list.length, Math.ceil((top.value + height.value) / ROW) + 4);
    const move = (to: number) => {
        const at = Math.min(list.length - 1, Math.max(0, to));
        active.value = at;
        hovered.value = list[at] ?? -1;
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
            Home: -list.length,
            End: list.length,
        };
        if (event.key in step) {
            event.preventDefault();
            move(active.value + step[event.key]!);
        } else if (event.key === 'Enter') {
            const row = list[active.value];
            if (row !== undefined) selectRow(row);
        }
    };
    return (
        <section class="drawer" aria-labelledby="table-title">
            <header>
                <h2 id="table-title">{t('table.title')}</h2>
                <span class="num soft">
                    {t('filter.shown', {
                        n: integer(list.length - empty),
                        of: integer((positions.value?.count ?? 0) - notLivedIn.value),
                    })}
                    {empty > 0 ? ` ${t('table.withEmpty', { n: integer(empty) })}` : ''}
                </span>
                <span class="grow" />
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t('close')}
                    title={t('close')}
                    onClick={() => (tableOpen.value = false)}
                >
                    <Icon of={X} />
                </button>
            </header>
            <div
                class="table-body"
                ref={body}
                tabIndex={0}
                role="grid"
                aria-label={t('table.title')}
                aria-rowcount={list.length + 1}
                aria-activedescendant={list.length ? `row-${active.value}` : undefined}
                onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
                onKeyDown={keys}
                onMouseLeave={() => (hovered.value = -1)}
            >
                <div class="table-head" role="row">
                    {columns.map((c) => {
                        const key = columnKey(c);
                        const falling = sort.value === `-${key}`;
                        const on = falling || sort.value === key;
                        return (
                            <div
                                key={key}
                                role="columnheader"
                                aria-sort={on ? (falling ? 'descending' : 'ascending') : 'none'}
                                class={`cell ${c.kind}${isNumber(c) ? ' number' : ''}`}
                            >
                                <button type="button" onClick={() => sortBy(key)}>
                                    <span>{title(c)}</span>
                                    {on && <Icon of={falling ? ChevronDown : ChevronUp} size={14} />}
                                </button>
                            </div>
                        );
                    })}
                    <div class="cell go" role="columnheader" aria-label={t('sheet.zoom')} />
                </div>
                <div class="table-rows" style={{ height: `${list.length * ROW}px` }}>
                    {Array.from({ length: Math.max(0, last - first) }, (_, k) => {
                        const at = first + k;
                        const row = list[at]!;
                        const where = positionOf(row);
                        return (
                            <div
                                key={row}
                                id={`row-${at}`}
                                role="row"
                                aria-rowindex={at + 2}
                                aria-selected={row === selected}
                                class={`table-row${row === hovered.value ? ' hovered' : ''}${row === selected ? ' selected' : ''}`}
                                style={{ transform: `translateY(${at * ROW}px)` }}
                                onMouseEnter={() => (hovered.value = row)}
                                onClick={() => selectRow(row)}
                            >
                                {columns.map((c) => (
                                    <div
                                        key={columnKey(c)}
                                        role="gridcell"
                                        class={`cell ${c.kind}${isNumber(c) ? ' number' : ''}`}
                                    >
                                        <Cell column={c} row={row} />
                                    </div>
                                ))}
                                <div class="cell go" role="gridcell">
                                    <button
                                        type="button"
                                        class="icon-button"
                                        tabIndex={-1}
                                        disabled={!where}
                                        aria-label={`${t('sheet.zoom')} ${codes.value?.[row] ?? ''}`}
                                        title={where ? t('sheet.zoom') : t('sheet.noPosition')}
                                        onClick={(event) => {
                                            event.stopPropagation();
                                            if (where) showPlace.value = { ...where, zoom: 17 };
                                        }}
                                    >
                                        <Icon of={Crosshair} size={16} />
                                    </button>
                                </div>
                            </div>
                        );
                    })}
                </div>
                {list.length === 0 && <p class="caption pad">{t('table.none')}</p>}
            </div>
        </section>
    );
}
