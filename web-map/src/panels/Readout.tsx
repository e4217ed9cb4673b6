import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FieldValue } from '../api/types';
import { api } from '../state/county';
import { coordinates, quantity } from '../state/format';
import { fieldShown } from '../state/layers';
import { pointer } from '../state/view';
import { t } from '../state/words';
import { fieldName, fieldText } from './names';

/** Undefined while it is not known yet whether the field knows. */
const minutes = signal<FieldValue | undefined>(undefined);
const altitude = signal<number | null | undefined>(undefined);

/** Coordinates under the pointer at once, altitude as soon as the pointer rests. */
export function Readout() {
    useEffect(
        () =>
            effect(() => {
                const at = pointer.value;
                const from = api.value;
                altitude.value = undefined;
                minutes.value = undefined;
                const field = fieldShown.value;
                if (!at || !from) return;
                const stop = new AbortController();
                const timer = setTimeout(() => {
                    from.point(at.lon, at.lat, stop.signal).then(
                        (answer) => (altitude.value = answer.altitudeM),
                        () => undefined,
                    );
                    if (field)
                        from.fieldAt(field.analysis, field.field.id, at.lon, at.lat, stop.signal).then(
                            (answer) => (minutes.value = answer),
                            () => undefined,
                        );
                }, 180);
                return () => {
                    clearTimeout(timer);
                    stop.abort();
                };
            }),
        [],
    );
    const at = pointer.value;
    if (!at) return null;
    const h = altitude.value;
    return (
        <div class="readout num" aria-hidden="true">
            {fieldShown.value && (
                <span class="field-value">
                    {fieldName(fieldShown.value)} <strong>{minutes.value ? fieldText(minutes.value) : '···'}</strong>
                </span>
            )}
            {coordinates(at.lon, at.lat)}
            <span class="altitude">
                {h === undefined ? '···' : h === null ? t('point.noElevation') : quantity(Math.round(h), 'metres')}
            </span>
        </div>
    );
}
