import type { VerdictCode } from '../api/types';
import { type ByVerdict, hasPeople, shownParts, type Tally } from '../state/counts';
import { filteredCodes, toggleCode } from '../state/filter';
import { integer, percent } from '../state/format';
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

export const sum = (parts: Record<VerdictCode, number>): number => BAR_ORDER.reduce((n, v) => n + parts[v], 0);

/** A number of a class that the filter leaves out: what choosing it too would add. */
export const countText = (n: number, on: readonly string[], code: string): string =>
    on.length > 0 && !on.includes(code) ? `+${integer(n)}` : integer(n);

/** Bar and rows of one need; each row is a switch that filters everything by its verdict. */
export function NeedBars({ analysis, counts }: { analysis: string; counts: ByVerdict }) {
    const on = filteredCodes(analysis, 'verdict');
    const parts = shownParts(counts, analysis);
    const total = sum(parts);
    const label = BAR_ORDER.map((v) => `${verdictName(v)} ${integer(parts[v])}`).join(', ');
    const people = hasPeople.value;
    return (
        <>
            <StackedBar parts={parts} total={total} label={label} />
            <div class={`verdict-rows${people ? '' : ' no-people'}${on.length > 0 ? ' chosen' : ''}`}>
                <div class="verdict-row head" aria-hidden="true">
                    <span />
                    <span />
                    <span class="num">{t('count.householdsHead')}</span>
                    <span class="num">{t('count.shareHead')}</span>
                    {people && <span class="num">{t('count.peopleHead')}</span>}
                </div>
                {BAR_ORDER.map((verdict) => {
                    const n = counts[verdict].households;
                    const out = on.length > 0 && !on.includes(verdict);
                    const share = out ? '' : percent(n, total);
                    const heads = people ? countText(counts[verdict].people, on, verdict) : '';
                    return (
                        <button
                            key={verdict}
                            type="button"
                            class="verdict-row"
                            aria-pressed={on.includes(verdict)}
                            title={[
                                out
                                    ? t('filter.add', { what: verdictName(verdict) })
                                    : t('filter.toggle', { what: verdictName(verdict) }),
                                share,
                                heads && t('count.people', { n: heads }),
                            ]
                                .filter(Boolean)
                                .join(' · ')}
                            onClick={() => toggleCode(analysis, 'verdict', verdict)}
                        >
                            <VerdictSymbol of={verdict} />
                            <span class="grow">{verdictName(verdict)}</span>
                            <span class="num strong">{countText(n, on, verdict)}</span>
                            <span class="num share">{share}</span>
                            {people && <span class="num people">{heads}</span>}
                        </button>
                    );
                })}
            </div>
        </>
    );
}

/** One row per class with a bar from the left, as wide as its share; for bands, reasons and classes. Each row filters by its class. */
export function ClassBars({
    rows,
    on,
    toggle,
    heads,
}: {
    rows: { code: string; name: string; colour: string; tally: Tally }[];
    on: readonly string[];
    toggle: (code: string) => void;
    /** What is said of the people of a class. */
    heads?: ((people: number) => string) | undefined;
}) {
    const all = rows.reduce((n, row) => n + row.tally.households, 0);
    const headsText = heads ?? ((people: number) => t('count.people', { n: integer(people) }));
    return (
        <div class={`class-bars${on.length > 0 ? ' chosen' : ''}${heads ? ' wide-heads' : ''}`}>
            {rows.map((row) => (
                <button
                    key={row.code}
                    type="button"
                    class="class-bar"
                    data-code={row.code}
                    aria-pressed={on.includes(row.code)}
                    onClick={() => toggle(row.code)}
                    title={t(on.length > 0 && !on.includes(row.code) ? 'filter.add' : 'filter.toggle', {
                        what: row.name,
                    })}
                >
                    <span class="name">{row.name}</span>
                    <span class="num">{countText(row.tally.households, on, row.code)}</span>
                    <span class="num people">{hasPeople.value ? headsText(row.tally.people) : ''}</span>
                    <span class="track">
                        <span
                            class={row.tally.households > 0 ? 'some' : ''}
                            style={{
                                width: `${all ? (100 * row.tally.households) / all : 0}%`,
                                background: row.colour,
                            }}
                        />
                    </span>
                </button>
            ))}
        </div>
    );
}
