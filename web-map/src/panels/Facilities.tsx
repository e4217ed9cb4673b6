import { columnInfo } from '../state/columns';
import { detail, schemes } from '../state/county';
import { quantity } from '../state/format';
import { findThreshold } from '../state/sentence';
import { type MapKey, t } from '../state/words';
import { ClassStrip } from './ClassStrip';
import { codeWord } from './names';
import { Symbol } from './Symbol';
import { colourOf } from './verdicts';

const REACH = 'facility.reach';
const COLUMN = /^(.+)_reach$/;
const ORDER = ['unserved', 'borderline', 'unknown', 'served'] as const;
const WORD: Readonly<Record<string, MapKey>> = {
    served: 'facility.within',
    borderline: 'facility.may',
    unserved: 'facility.beyond',
    unknown: 'facility.unknown',
};

/** For every kind of facility that the county sets a limit for: households within it, beyond it, and those of whom it is not known. */
export function Facilities() {
    const columns =
        detail.value?.analyses
            .find((a) => a.id === REACH && a.state === 'ready')
            ?.tables.find((table) => table.id === 'household')
            ?.columns.filter((c) => c.type === 'CLASS' && COLUMN.test(c.id)) ?? [];
    if (columns.length === 0) return null;
    const entries = schemes.value[columnInfo(REACH, columns[0]!.id)?.scheme ?? ''] ?? [];
    return (
        <section class="block facilities-block" data-part="facilities">
            <div class="block-head">
                <h2>{t('facility.title')}</h2>
            </div>
            <p class="caption">{t('facility.note')}</p>
            {columns.map(({ id }) => {
                const kind = COLUMN.exec(id)![1]!;
                const limit = findThreshold(`${REACH}.${kind}.minutes`)?.value;
                return (
                    <ClassStrip
                        key={id}
                        analysis={REACH}
                        column={id}
                        title={codeWord('facility', 'kind', kind)}
                        note={
                            typeof limit === 'number' && (
                                <small class="soft num">
                                    {' '}
                                    {t('facility.limit', { n: quantity(limit, 'minutes', 0) })}
                                </small>
                            )
                        }
                        order={ORDER}
                        nameOf={(code) => WORD[code] && t(WORD[code])}
                    />
                );
            })}
            <p class="caption indicator-key">
                {ORDER.map((code) => {
                    const entry = entries.find((e) => e.code === code);
                    return (
                        <span key={code}>
                            {entry && <Symbol shape={entry.symbol} colour={colourOf(entry)} />} {t(WORD[code]!)}
                        </span>
                    );
                })}
            </p>
        </section>
    );
}
