import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Row } from '../api/types';
import { selectPlace } from '../state/household';
import { showPlace } from '../state/view';
import { t } from '../state/words';

const FIRST = 8;

/** Places of a result table as a short list; a click goes there and marks the place. */
export function Places({
    kind,
    rows,
    line,
}: {
    kind: string;
    rows: readonly Row[];
    line: (row: Row) => ComponentChildren;
}) {
    const all = useSignal(false);
    return (
        <>
            <ul class="plain-list places" data-places={kind}>
                {rows.slice(0, all.value ? undefined : FIRST).map((row) => (
                    <li key={row.code}>
                        <button
                            type="button"
                            class="line"
                            onClick={() => {
                                selectPlace(kind, row);
                                if (typeof row.lon === 'number' && typeof row.lat === 'number')
                                    showPlace.value = { lon: row.lon, lat: row.lat, zoom: 16 };
                            }}
                        >
                            {line(row)}
                        </button>
                    </li>
                ))}
            </ul>
            {rows.length > FIRST && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {t('trial.all', { n: String(rows.length) })}
                </button>
            )}
        </>
    );
}
