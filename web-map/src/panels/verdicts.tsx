import type { VerdictCode } from '../api/types';
import { schemes } from '../state/county';
import { VERDICT_COLOUR } from '../state/needs';
import { t, word } from '../state/words';
import { Symbol } from './Symbol';

const SHAPE: Record<VerdictCode, string> = { served: 'dot', borderline: 'half', unserved: 'square', unknown: 'ring' };

export function VerdictSymbol({ of }: { of: VerdictCode }) {
    return <Symbol shape={SHAPE[of]} colour={VERDICT_COLOUR[of]} />;
}

export const verdictName = (of: VerdictCode): string => t(`verdict.${of}`);

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
            {entry && <Symbol shape={entry.symbol} colour={entry.colour} />}
            {className(scheme, code)}
        </span>
    );
}

export const className = (scheme: string, code: string): string =>
    scheme === 'verdict' ? verdictName(code as VerdictCode) : word(`class.${scheme}.${code}`);
