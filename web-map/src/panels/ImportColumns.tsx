import { useSignal } from '@preact/signals';
import type { FieldUse, ImportLayer } from '../api/types';
import { integer } from '../state/format';
import { chooseColumn, choosePosition } from '../state/imports';
import { findWord, t } from '../state/words';
import { layerName } from './names';

/** Which field is read from which column of the file, with the first value; every field can be given another column, or none. */
export function ColumnTable({ layer, titled, busy }: { layer: ImportLayer; titled: boolean; busy: boolean }) {
    const all = useSignal(false);
    const columns = [...new Set(layer.mapping.filter((m) => !m.dropped).map((m) => m.column))];
    const unread = [...new Set(layer.mapping.filter((m) => !m.dropped && !m.attribute).map((m) => m.column))].filter(
        (column) => column !== layer.position?.x && column !== layer.position?.y && column !== layer.position?.wkt,
    );
    const dropped = layer.mapping.filter((m) => m.dropped).map((m) => m.column);
    const read = layer.fields.filter(isRead);
    const fields = all.value ? layer.fields : layer.fields.filter((f) => isRead(f) || f.attribute === 'code');
    const value = (column: string): string => String(layer.preview.find((row) => row[column] != null)?.[column] ?? '');
    return (
        <details class="columns" open>
            <summary>
                {titled && `${layer.sourceLayer}: `}
                {t('import.fieldsRead', { n: integer(read.length), of: integer(layer.fields.length) })}
            </summary>
            <table class="small-table column-table">
                <thead>
                    <tr>
                        <th scope="col">{t('import.field')}</th>
                        <th scope="col">{t('import.column')}</th>
                    </tr>
                </thead>
                <tbody>
                    {layer.position &&
                        !layer.position.wkt &&
                        (['x', 'y'] as const).map((axis) => (
                            <Row
                                key={axis}
                                name={t(`import.position.${axis}`)}
                                column={layer.position![axis]}
                                columns={columns}
                                none={layer.position![axis] === '' ? t('import.pick') : undefined}
                                sample={value(layer.position![axis])}
                                busy={busy}
                                choose={(column) => void choosePosition(layer, axis, column, Date.now)}
                            />
                        ))}
                    {fields.map((field) => (
                        <Row
                            key={`${field.kind} ${field.attribute}`}
                            name={fieldName(field)}
                            of={layer.kinds.length > 1 ? layerName(field.kind) : undefined}
                            column={field.column ?? ''}
                            columns={columns}
                            none={
                                field.constant !== null
                                    ? t('import.always', { value: field.constant })
                                    : field.attribute === 'code'
                                      ? t('import.numbered')
                                      : t('import.notInFile')
                            }
                            sample={field.column ? value(field.column) : ''}
                            busy={busy}
                            choose={(column) =>
                                void chooseColumn({ kind: field.kind, attribute: field.attribute, column }, Date.now)
                            }
                        />
                    ))}
                </tbody>
            </table>
            {layer.fields.length > read.length && (
                <button type="button" class="link" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
                    {all.value
                        ? t('import.fewerFields')
                        : t('import.moreFields', { n: integer(layer.fields.length - read.length) })}
                </button>
            )}
            {unread.length > 0 && (
                <p class="caption wrap">{t('import.unread', { columns: unread.join(t('data.listComma')) })}</p>
            )}
            {dropped.length > 0 && (
                <p class="caption wrap">{t('import.personal', { columns: dropped.join(t('data.listComma')) })}</p>
            )}
        </details>
    );
}

const isRead = (field: FieldUse): boolean => field.column !== null || field.constant !== null;
const fieldName = (field: FieldUse): string =>
    field.attribute === 'code' ? t('sheet.code') : (findWord(`attribute.${field.attribute}`) ?? field.attribute);

function Row(props: {
    name: string;
    of?: string | undefined;
    column: string;
    columns: string[];
    none?: string | undefined;
    sample: string;
    busy: boolean;
    choose: (column: string) => void;
}) {
    return (
        <tr>
            <th scope="row">
                {props.name}
                {props.of && <small> {props.of}</small>}
            </th>
            <td>
                <select
                    aria-label={props.name}
                    disabled={props.busy}
                    value={props.column}
                    onChange={(event) => props.choose(event.currentTarget.value)}
                >
                    {props.none !== undefined && <option value="">{props.none}</option>}
                    {props.columns.map((column) => (
                        <option key={column} value={column}>
                            {column}
                        </option>
                    ))}
                </select>
                {props.sample !== '' && <small class="sample">{props.sample}</small>}
            </td>
        </tr>
    );
}
