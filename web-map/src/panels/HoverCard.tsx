import { codes, householdUnits, units } from '../state/county';
import { classColumn, columnInfo } from '../state/columns';
import { colouring, hovered, pointer } from '../state/view';
import { ClassMark } from './verdicts';

/** A word about the household under the pointer, in a corner so that it hides nothing. */
export function HoverCard() {
    const row = hovered.value;
    if (row < 0 || !pointer.value) return null;
    const { analysis, column } = colouring.value;
    const info = columnInfo(analysis, column);
    const position = classColumn(analysis, column)?.[row];
    const village = units.value?.villages[householdUnits.value?.village[row] ?? 0xffff]?.name;
    return (
        <div class="hover-card" aria-hidden="true">
            <span class="num">{codes.value?.[row] ?? ''}</span>
            <span class="soft">{village ?? ''}</span>
            {info && position !== undefined && info.codes[position] && (
                <ClassMark scheme={info.scheme} code={info.codes[position]!} />
            )}
        </div>
    );
}
