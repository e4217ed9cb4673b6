import type { CropResult } from '../api/types';
import { schemes } from '../state/county';
import { t } from '../state/words';
import { cropName, limitingName } from './names';
import { className, colourOf } from './verdicts';

/** Crops from best to worst, with what limits each; those that do not grow here are folded away. */
export function CropClasses({ list }: { list: readonly CropResult[] }) {
    const scheme = schemes.value.suitability ?? [];
    const rank = (c: CropResult): number => {
        const at = scheme.findIndex((entry) => entry.code === c.class);
        return at < 0 ? scheme.length : at;
    };
    const sorted = [...list].sort((a, b) => rank(a) - rank(b));
    const grows = sorted.filter((c) => c.class !== 'N' && c.class !== null && c.class !== 'unknown');
    const rest = sorted.filter((c) => !grows.includes(c));
    const row = (c: CropResult) => {
        const entry = scheme[rank(c)];
        return (
            <li key={c.crop}>
                <span class="class-badge" style={{ background: entry ? colourOf(entry) : 'var(--line)' }}>
                    {badge(c.class)}
                </span>
                <span class="grow">{cropName(c.crop)}</span>
                <span class="soft">{c.limiting && c.limiting !== 'none' ? limitingName(c.limiting) : ''}</span>
            </li>
        );
    };
    return (
        <>
            <ul class="crop-list">{grows.map(row)}</ul>
            {grows.length === 0 && <p class="caption">{t('crops.nothingGrows')}</p>}
            {rest.length > 0 && (
                <details>
                    <summary>{t('crops.notHere', { n: String(rest.length) })}</summary>
                    <ul class="crop-list">{rest.map(row)}</ul>
                </details>
            )}
        </>
    );
}

const badge = (code: string | null): string =>
    code === null ? t('unknown') : code.length <= 3 ? code : className('suitability', code);
