import type { VerdictCode } from '../api/types';
import { type ByVerdict, sumOf, type Tally } from '../state/counts';
import { filteredCodes, toggleCode } from '../state/filter';
import { integer, percent } from '../state/format';
import { analysisOf, type NeedId } from '../state/needs';
import { t } from '../state/words';
import { verdictColour, VerdictSymbol, verdictName } from './verdicts';

/** What matters most stands first. */
export const BAR_ORDER: readonly VerdictCode[] = ['unserved', 'borderline', 'unknown', 'served'];

/** The stacked bar; numbers stand on the parts that are wide enough, and all of them in the rows below. */
export function StackedBar({
    parts,
    total,
    label,
}: {
    parts: Record<VerdictCode, number>;
    total: number;
    label: string;
}) {
    return (
        <div class="bar" role="img" aria-label={label}>
            {BAR_ORDER.map((verdict) => {
                const n = parts[verdict];
                if (n === 0) return null;
                const share = n / total;
                return (
                    <span
                        key={verdict}
                        class={`part part-${verdict}`}
                        style={{ flexGrow: n, background: verdictColour(verdict) }}
                        title={`${verdictName(verdict)} ${integer(n)}`}
                    >
                        {share > 0.14 ? integer(n) : ''}
                    </span>
                );
            })}
        </div>
    );
}

export const households = (counts: ByVerdict): Record<VerdictCode, number> => ({
    served: counts.served.households,
    borderline: counts.borderline.households,
    unserved: counts.unserved.households,
    unknown: counts.unknown.households,
});

/** Bar and rows of one need; each row is a switch that filters everything by its verdict. */
export function NeedBars({ need, counts }: { need: NeedId; counts: ByVerdict }) {
    const on = filteredCodes(analysisOf(need), 'verdict');
    const parts = households(counts);
    const total = sumOf(counts);
    const label = BAR_ORDER.map((v) => `${verdictName(v)} ${integer(parts[v])}`).join(', ');
    return (
        <>
            <StackedBar parts={parts} total={total.households} label={label} />
            <div class="verdict-rows">
                <div class="verdict-row head" aria-hidden="true">
                    <span />
                    <span />
                    <span class="num">{t('count.householdsHead')}</span>
                    <span class="num">{t('count.shareHead')}</span>
                    <span class="num">{t('count.peopleHead')}</span>
                </div>
                {BAR_ORDER.map((verdict) => (
                    <button
                        key={verdict}
                        type="button"
                        class="verdict-row"
                        aria-pressed={on.includes(verdict)}
                        title={t('filter.toggle', { what: verdictName(verdict) })}
                        onClick={() => toggleCode(analysisOf(need), 'verdict', verdict)}
                    >
                        <VerdictSymbol of={verdict} />
                        <span class="grow">{verdictName(verdict)}</span>
                        <span class="num strong">{integer(parts[verdict])}</span>
                        <span class="num share">{percent(parts[verdict], total.households)}</span>
                        <span class="num people">{integer(counts[verdict].people)}</span>
                    </button>
                ))}
            </div>
        </>
    );
}

/** One row per class with a bar from the left; for bands, reasons and classes. Each row filters by its class. */
export function ClassBars({
    rows,
    on,
    toggle,
}: {
    rows: { code: string; name: string; colour: string; tally: Tally }[];
    on: readonly string[];
    toggle: (code: string) => void;
}) {
    const most = Math.max(1, ...rows.map((row) => row.tally.households));
    return (
        <div class="class-bars">
            {rows.map((row) => (
                <button
                    key={row.code}
                    type="button"
                    class="class-bar"
                    aria-pressed={on.includes(row.code)}
                    onClick={() => toggle(row.code)}
                    title={t('filter.toggle', { what: row.name })}
                >
                    <span class="name">{row.name}</span>
                    <span class="num">{integer(row.tally.households)}</span>
                    <span class="num people">{t('count.people', { n: integer(row.tally.people) })}</span>
                    <span class="track">
                        <span style={{ width: `${(100 * row.tally.households) / most}%`, background: row.colour }} />
                    </span>
                </button>
            ))}
        </div>
    );
}
