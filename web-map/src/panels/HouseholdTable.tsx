import { useEffect } from 'preact/hooks';
import type { VerdictCode } from '../api/types';
import { codes } from '../state/county';
import { integer, value } from '../state/format';
import { positionOf, rowOf, selectRow } from '../state/household';
import { cell, columnKey, rows, sort, sortBy, type TableColumn, tableColumns, wantTableColumns } from '../state/table';
import { hovered, selection, showPlace } from '../state/view';
import { findWord, t } from '../state/words';
import { Grid } from './Grid';
import { columnName, reasonName } from './names';
import { ClassMark, VerdictSymbol, verdictName } from './verdicts';

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

/** The same households as on the map, for those who cannot use the map the way in. */
export function HouseholdTable() {
    const columns = tableColumns.value;
    const list = rows.value;
    useEffect(wantTableColumns, [columns]);
    const selected = selection.value?.kind === 'household' ? rowOf(selection.value.code) : -1;
    return (
        <Grid
            label={t('table.title')}
            columns={columns.map((c) => ({
                key: columnKey(c),
                title: title(c),
                kind: c.kind,
                isNumber: isNumber(c),
            }))}
            count={list.length}
            cell={(at, i) => <Cell column={columns[i]!} row={list[at]!} />}
            nameOf={(at) => codes.value?.[list[at]!] ?? ''}
            sort={sort.value}
            sortBy={sortBy}
            selected={selected < 0 ? -1 : list.indexOf(selected)}
            hovered={hovered.value < 0 ? -1 : list.indexOf(hovered.value)}
            hover={(at) => (hovered.value = list[at] ?? -1)}
            choose={(at) => selectRow(list[at]!)}
            show={(at) => {
                const where = positionOf(list[at]!);
                return where ? () => (showPlace.value = { ...where, zoom: 17 }) : undefined;
            }}
            none={t('table.none')}
        />
    );
}
