import type { Swatch } from '../state/layers';

type Shape = Swatch['shape'] | string;

/** The sample of a symbol or line as the map draws it. */
export function Symbol({
    shape: given,
    colour,
    size = 14,
    line: asLine = false,
}: {
    shape: Shape;
    colour: string;
    size?: number;
    /** The class of a line: what is solid is a line and no area. */
    line?: boolean;
}) {
    const shape = asLine && given === 'solid' ? 'line' : given;
    const line = (dash?: string, cap: 'round' | 'butt' = 'butt') => (
        <>
            <path d="M1 7H21" stroke={colour} stroke-width="2.6" stroke-dasharray={dash} stroke-linecap={cap} />
        </>
    );
    const wide = ['line', 'dash', 'dot-line', 'dotted', 'dashed', 'island', 'hatch', 'hatched', 'label'].includes(
        shape,
    );
    return (
        <svg
            class="symbol"
            width={wide ? 22 : size}
            height={14}
            viewBox={wide ? '0 0 22 14' : '0 0 14 14'}
            aria-hidden="true"
            focusable="false"
        >
            {shape === 'line' && line()}
            {(shape === 'dash' || shape === 'dashed') && line('6 3')}
            {(shape === 'dot-line' || shape === 'dotted') && line('0.5 4.5', 'round')}
            {(shape === 'island' || shape === 'hatch' || shape === 'hatched') && (
                <>
                    <path d="M1 7H21" stroke={colour} stroke-width="4" />
                    <path d="M1 7H21" stroke="var(--surface)" stroke-width="1.8" stroke-dasharray="3 3" />
                </>
            )}
            {shape === 'square' && (
                <rect x="2" y="2" width="10" height="10" fill={colour} stroke="#2b1503" stroke-width="1.4" />
            )}
            {shape === 'half' && (
                <>
                    <circle cx="7" cy="7" r="5" fill="var(--surface)" stroke={colour} stroke-width="1.6" />
                    <path d="M7 2A5 5 0 0 0 7 12Z" fill={colour} />
                </>
            )}
            {shape === 'ring' && <circle cx="7" cy="7" r="4.4" fill="none" stroke={colour} stroke-width="1.8" />}
            {(shape === 'fill' || shape === 'solid') && (
                <rect x="1" y="2" width="12" height="10" rx="1.5" fill={colour} />
            )}
            {shape === 'flag' && <path d="M3 1L12 4L5 7V13H3Z" fill={colour} />}
            {shape === 'triangle' && <path d="M7 2L13 12H1Z" fill={colour} />}
            {shape === 'diamond' && <path d="M7 1L13 7L7 13L1 7Z" fill={colour} />}
            {shape === 'bars' && <path d="M2 2H6V12H2ZM8 2H12V12H8Z" fill={colour} />}
            {shape === 'hourglass' && <path d="M2 2H12L2 12H12Z" fill={colour} />}
            {shape === 'pentagon' && <path d="M7 1L13 5.5L10.7 12.5H3.3L1 5.5Z" fill={colour} />}
            {shape === 'cross' && <path d="M3 3L11 11M11 3L3 11" stroke={colour} stroke-width="2.4" />}
            {shape === 'plus' && <path d="M7 2V12M2 7H12" stroke={colour} stroke-width="2.6" />}
            {shape === 'dot' && <circle cx="7" cy="7" r="3.4" fill={colour} />}
            {shape === 'label' && (
                <>
                    <circle cx="6" cy="7" r="3" fill="var(--surface)" stroke={colour} stroke-width="1.6" />
                    <path d="M12 7H21" stroke="var(--muted)" stroke-width="2" />
                </>
            )}
        </svg>
    );
}
