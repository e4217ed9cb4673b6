import { useEffect } from 'preact/hooks';
import { livingThere, waitingHere, wantAssignment } from '../../state/assignment';
import { areaAt } from '../../state/filter';
import { decimals, integer } from '../../state/format';
import { findTable, rowsOf, wantRows } from '../../state/results';
import { t } from '../../state/words';
import { Distribution } from '../Needs';

/** How many could be given a source in the chosen area, and how good the county's distribution is proven to be. */
export function Assignment() {
    const table = findTable('water.sources', 'total');
    useEffect(() => {
        if (table) wantRows(table);
    }, [table?.analysis, table?.table.rows]);
    wantAssignment();
    const row = table && rowsOf(table)?.[0];
    const here = waitingHere();
    if (!row || !here) return null;
    const n = (v: unknown): string =>
        typeof v === 'number' && Number.isFinite(v) ? integer(Math.floor(v + 1e-6)) : t('unknown');
    const proof =
        row.people_proven === 'yes'
            ? t('water.proven')
            : t('water.bound', {
                  bound: n(row.people_bound),
                  gap: typeof row.people_gap_percent === 'number' ? decimals(row.people_gap_percent, 1) : '–',
              });
    return (
        <section class="block" data-part="assignment">
            <div class="block-head">
                <h2>{t('water.assignment')}</h2>
            </div>
            <p class="sentence num">
                {t('water.assignable', {
                    waiting: n(here.waiting.people),
                    households: n(here.waiting.households),
                    given: n(here.given.people),
                })}
            </p>
            <p class="caption num">
                {areaAt.value ? t('water.proofOfCounty', { proof }) : proof} {t('water.livingThere')}
            </p>
            <Distribution
                title={t('water.status')}
                analysis="water.sources"
                column="status"
                people={livingThere()}
                heads={(people) => t('count.living', { n: integer(people) })}
            />
        </section>
    );
}
