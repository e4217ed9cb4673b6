import type { Value } from '../api/types';
import { INDICATORS } from './indicators';
import { findWord, t } from './words';

/** Reasons that say that something is not known of the household: what, its indicators tell. */
const SOMETHING_MISSING: readonly string[] = [
    'declared_safe',
    'connection_not_known',
    'quality_not_known',
    'quantity_not_known',
    'guarantee_not_known',
];

/** What would settle a verdict; undefined where nothing is known to. Of water only what this household lacks is named. */
export function nextStep(
    analysis: string,
    reason: string,
    row: Readonly<Record<string, Value | undefined>>,
): string | undefined {
    if (analysis === 'water.access' && SOMETHING_MISSING.includes(reason)) {
        const lacking = INDICATORS.filter((id) => row[id] === 'unknown');
        if (lacking.length === 0) return undefined;
        const what = lacking.map((id) => t(`fix.water.access.missingPart.${id}`)).join(t('sheet.reasonJoin'));
        return t('fix.water.access.missing', { what });
    }
    return findWord(`map.fix.${analysis}.${reason}`);
}
