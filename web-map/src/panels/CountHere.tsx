import { useEffect } from 'preact/hooks';
import { area } from '../state/filter';
import { integer } from '../state/format';
import { countHere, wantHere } from '../state/here';
import type { ResultTable } from '../state/results';
import { t } from '../state/words';

/** How many rows a list has in the chosen area; where it cannot be split the county's number, called so. */
export function CountHere({ of }: { of: ResultTable }) {
    const code = area.value;
    useEffect(() => wantHere(of), [of.analysis, of.table.id, of.table.rows, code]);
    const { n, whole } = countHere(of);
    return (
        <>
            {whole && <small class="soft whole-county">{t('count.wholeCounty')} </small>}
            <span class="num">{n === null ? '…' : integer(n)}</span>
        </>
    );
}
