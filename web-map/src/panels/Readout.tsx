import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../state/county';
import { coordinates, quantity } from '../state/format';
import { pointer } from '../state/view';
import { t } from '../state/words';

const altitude = signal<number | null | undefined>(undefined);

/** Coordinates under the pointer at once, altitude as soon as the pointer rests. */
export function Readout() {
    useEffect(
        () =>
            effect(() => {
                const at = pointer.value;
                const from = api.value;
                altitude.value = undefined;
                if (!at || !from) return;
                const stop = new AbortController();
                const timer = setTimeout(() => {
                    from.point(at.lon, at.lat, stop.signal).then(
                        (answer) => (altitude.value = answer.altitudeM),
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
            {coordinates(at.lon, at.lat)}
            <span class="altitude">
                {h === undefined ? '···' : h === null ? t('point.noElevation') : quantity(Math.round(h), 'metres')}
            </span>
        </div>
    );
}
