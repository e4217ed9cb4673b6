import { X } from 'lucide';
import { columnInfo } from '../state/columns';
import { area, areaAt, classFilters, clearFilters, toggleCode } from '../state/filter';
import { notLivedIn, shownCount } from '../state/counts';
import { positions } from '../state/county';
import { integer } from '../state/format';
import { t } from '../state/words';
import { Icon } from './Icon';
import { columnName, reasonName } from './names';
import { className } from './verdicts';

/** What the screen is limited to, each with the way to take it off. */
export function FilterChips() {
    const place = areaAt.value;
    const filters = classFilters.value;
    if (!place && filters.length === 0) return null;
    const counted = (positions.value?.count ?? 0) - notLivedIn.value;
    return (
        <div class="filter-chips" role="group" aria-label={t('filter.title')}>
            {place && (
                <button
                    type="button"
                    class="chip"
                    onClick={() => (area.value = null)}
                    aria-label={t('filter.remove', { what: place.name })}
                >
                    {place.name}
                    <Icon of={X} size={14} />
                </button>
            )}
            {filters.flatMap((f) =>
                f.codes.map((code) => {
                    const info = columnInfo(f.analysis, f.column);
                    const name = info
                        ? info.type === 'REASON'
                            ? reasonName(f.analysis, code)
                            : `${columnName(f.analysis, info)}: ${className(info.scheme, code)}`
                        : code;
                    return (
                        <button
                            key={`${f.analysis}${f.column}${code}`}
                            type="button"
                            class="chip"
                            onClick={() => toggleCode(f.analysis, f.column, code)}
                            aria-label={t('filter.remove', { what: name })}
                        >
                            {name}
                            <Icon of={X} size={14} />
                        </button>
                    );
                }),
            )}
            <span class="num shown" role="status">
                {t('filter.shown', {
                    n: integer(shownCount.value?.total.households ?? Number.NaN),
                    of: integer(counted),
                })}
            </span>
            <button type="button" class="link" onClick={clearFilters}>
                {t('filter.clear')}
            </button>
        </div>
    );
}
