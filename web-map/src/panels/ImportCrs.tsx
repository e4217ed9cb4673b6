import { useSignal } from '@preact/signals';
import type { ImportLayer } from '../api/types';
import { crsText } from '../state/issues';
import { t } from '../state/words';

const OTHER = 'other';

/** With its number, by which surveyors know it. */
export const crsName = ({ epsg, name }: { epsg: number; name: string }): string =>
    crsText(name.includes(`EPSG:${epsg}`) ? name : `${name} (EPSG:${epsg})`);

/** The coordinate system of a file: likely ones by name, any other by its EPSG number. */
export function CrsField({
    crs,
    busy,
    choose,
}: {
    crs: NonNullable<ImportLayer['crs']>;
    busy: boolean;
    choose: (crs: string) => void;
}) {
    const other = useSignal(false);
    const code = useSignal('');
    return (
        <>
            <select
                aria-label={t('import.crs')}
                disabled={busy}
                value={other.value ? OTHER : String(crs.epsg ?? '')}
                onChange={(event) => {
                    const chosen = event.currentTarget.value;
                    other.value = chosen === OTHER;
                    if (chosen !== OTHER && chosen !== '') choose(`EPSG:${chosen}`);
                }}
            >
                {crs.epsg === null && <option value="">{t('import.pick')}</option>}
                {crs.options.map((one) => (
                    <option key={one.epsg} value={String(one.epsg)}>
                        {crsName(one)}
                    </option>
                ))}
                <option value={OTHER}>{t('import.otherCrs')}</option>
            </select>
            {other.value && (
                <form
                    class="crs-code"
                    onSubmit={(event) => {
                        event.preventDefault();
                        if (code.value.trim() !== '') choose(code.value.trim());
                    }}
                >
                    <input
                        aria-label={t('import.crsCode')}
                        placeholder="EPSG:4544"
                        value={code.value}
                        disabled={busy}
                        onInput={(event) => (code.value = event.currentTarget.value)}
                    />
                    <button type="submit" class="secondary" disabled={busy}>
                        {t('import.use')}
                    </button>
                </form>
            )}
        </>
    );
}
