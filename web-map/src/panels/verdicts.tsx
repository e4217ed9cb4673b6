import type { SchemeEntry, VerdictCode } from '../api/types';
import { schemes } from '../state/county';
import { VERDICT_COLOUR } from '../state/needs';
import { theme } from '../state/view';
import { findWord, t, word } from '../state/words';
import { Symbol } from './Symbol';

const SHAPE: Record<VerdictCode, string> = { served: 'dot', borderline: 'half', unserved: 'square', unknown: 'ring' };

/** The scheme's own colour; the fixed four until it has arrived. */
export function verdictColour(of: VerdictCode): string {
    const entry = schemes.value.verdict?.find((e) => e.code === of);
    return entry ? colourOf(entry) : VERDICT_COLOUR[of];
}

export function VerdictSymbol({ of }: { of: VerdictCode }) {
    return <Symbol shape={SHAPE[of]} colour={verdictColour(of)} />;
}

export const verdictName = (of: VerdictCode): string => findWord(`class.verdict.${of}`) ?? t(`verdict.${of}`);

/** A class's colour on the map as it is now. */
export const colourOf = (entry: SchemeEntry): string => (theme.value === 'dark' && entry.colourDark) || entry.colour;

/** Symbols of lines and areas are pentagons where a layer of results marks their places, apart from the signs of households. */
export const markShape = (symbol: string | undefined): string => (!symbol || FILLS.has(symbol) ? 'pentagon' : symbol);

const FILLS = new Set(['fill', 'solid', 'dashed', 'dotted', 'hatched']);
/** Classes made for areas and lines are dots where points are drawn. */
export const pointShape = (symbol: string | undefined): string => (!symbol || FILLS.has(symbol) ? 'dot' : symbol);

export function VerdictChip({ of }: { of: VerdictCode }) {
    return (
        <span class={`chip verdict verdict-${of}`}>
            <VerdictSymbol of={of} />
            {verdictName(of)}
        </span>
    );
}

/** Any class of any scheme, with its symbol. */
export function ClassMark({ scheme, code }: { scheme: string; code: string }) {
    const entry = schemes.value[scheme]?.find((e) => e.code === code);
    return (
        <span class="class-mark">
            {entry && <Symbol shape={entry.symbol} colour={colourOf(entry)} line={entry.width !== null} />}
            {className(scheme, code)}
        </span>
    );
}

export const className = (scheme: string, code: string): string =>
    scheme === 'verdict' ? verdictName(code as VerdictCode) : word(`class.${scheme}.${code}`);
