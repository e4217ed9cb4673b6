import { X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { positions } from '../state/county';
import { notLivedIn, shownCount } from '../state/counts';
import { integer } from '../state/format';
import { keyOf, type ResultTable, rowsOf } from '../state/results';
import { rows } from '../state/table';
import { featureTabs, hasAreasTab, openTable, placeTabs, tableShown } from '../state/tabs';
import { AREAS, tableOpen } from '../state/view';
import { t } from '../state/words';
import { AreaTable } from './AreaTable';
import { CountHere } from './CountHere';
import { HouseholdTable } from './HouseholdTable';
import { Icon } from './Icon';
import { tableName } from './names';
import { PlaceTable } from './PlaceTable';

/** What is on the map as a table: households, and what else the question on screen has to list. */
export function TableDrawer() {
    const shown = tableShown.value;
    const tabs: { key: string | null; name: string; of?: ResultTable }[] = [
        { key: null, name: t('table.title') },
        ...(hasAreasTab.value ? [{ key: AREAS, name: t('reach.title') }] : []),
        ...[...featureTabs.value, ...placeTabs.value].map((one) => ({
            key: keyOf(one),
            name: tableName(one),
            of: one,
        })),
    ];
    const bar = useRef<HTMLDivElement>(null);
    const current = shown === null ? null : shown === AREAS ? AREAS : keyOf(shown);
    useEffect(() => {
        bar.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }, [current]);
    return (
        <section class="drawer" aria-labelledby="table-title">
            <header>
                {tabs.length === 1 ? (
                    <h2 id="table-title">{t('table.title')}</h2>
                ) : (
                    <>
                        <h2 id="table-title" class="unseen">
                            {tabs.find((tab) => tab.key === current)?.name}
                        </h2>
                        <div ref={bar} class="segments small tabs-of-table" role="group" aria-label={t('table.lists')}>
                            {tabs.map((tab) => (
                                <button
                                    key={tab.key ?? 'households'}
                                    type="button"
                                    aria-pressed={tab.key === current}
                                    onClick={() => openTable(tab.key)}
                                >
                                    {tab.name}
                                    {tab.of && (
                                        <span class="soft">
                                            {' '}
                                            <CountHere of={tab.of} />
                                        </span>
                                    )}
                                </button>
                            ))}
                        </div>
                    </>
                )}
                {shown === null && <HouseholdsShown />}
                {shown !== null &&
                    shown !== AREAS &&
                    (rowsOf(shown)?.length ?? 0) < shown.table.rows &&
                    rowsOf(shown) && (
                        <span class="num soft">
                            {t('table.firstOf', {
                                n: integer(rowsOf(shown)!.length),
                                of: integer(shown.table.rows),
                            })}
                        </span>
                    )}
                <span class="grow" />
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t('close')}
                    title={t('close')}
                    onClick={() => (tableOpen.value = false)}
                >
                    <Icon of={X} />
                </button>
            </header>
            {shown === null ? (
                <HouseholdTable />
            ) : shown === AREAS ? (
                <AreaTable />
            ) : (
                <PlaceTable key={keyOf(shown)} of={shown} />
            )}
        </section>
    );
}

function HouseholdsShown() {
    const list = rows.value;
    const empty = shownCount.value ? list.length - shownCount.value.total.households : 0;
    return (
        <span class="num soft">
            {t('filter.shown', {
                n: integer(list.length - empty),
                of: integer((positions.value?.count ?? 0) - notLivedIn.value),
            })}
            {empty > 0 ? ` ${t('table.withEmpty', { n: integer(empty) })}` : ''}
        </span>
    );
}
