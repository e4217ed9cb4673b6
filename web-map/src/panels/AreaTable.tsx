import { useEffect } from 'preact/hooks';
import { area, classFilters } from '../state/filter';
import { decimals, integer } from '../state/format';
import {
    isKnown,
    levelInSight,
    OTHERS,
    type ReachRow,
    rowsInSight,
    sortedReach,
    STEPS,
    type Step,
    wantReach,
} from '../state/reach';
import { sort, sortBy } from '../state/table';
import { t } from '../state/words';
import { Grid, type GridColumn } from './Grid';
import { BandBar, BandLegend, PartBar, PartCount, shareText } from './Reach';
import { Waiting } from './Sheet';

function Share({ row, step }: { row: ReachRow; step: Step }) {
    const part = row.steps[step];
    if (!part) return <span class="soft">–</span>;
    return (
        <span class="share-cell">
            <span class={isKnown(part) ? 'num strong' : 'soft'}>{shareText(part)}</span>
            {part.total > 0 && <PartCount of={part} />}
            {part.total > 0 && <PartBar of={part} />}
        </span>
    );
}

/** Committee, groups and doors side by side, by township; inside a chosen township by village. A click chooses the area. */
export function AreaTable() {
    const { level, township } = levelInSight.value;
    useEffect(() => wantReach(level), [level]);
    const all = rowsInSight();
    if (!all) return <Waiting />;
    const list = sortedReach(all, sort.value);
    const columns: GridColumn[] = [
        {
            key: 'name',
            title: t(level === 'village' ? 'table.village' : 'table.township'),
            kind: 'area-name',
            isNumber: false,
        },
        { key: 'households', title: t('count.householdsHead'), kind: 'count', isNumber: true },
        ...STEPS.map((step) => ({ key: step, title: t(`reach.step.${step}`), kind: 'share', isNumber: false })),
        { key: 'bands', title: t('roads.bands'), kind: 'bands', isNumber: false },
        { key: 'unknown', title: t('reach.unknown'), kind: 'count', isNumber: true },
        { key: 'missing_km', title: t('reach.missingHead'), kind: 'count', isNumber: true },
        { key: 'build_km', title: t('reach.toBuildHead'), kind: 'count', isNumber: true },
        { key: 'no_road', title: t('reach.noRoadHead'), kind: 'count', isNumber: true },
        ...OTHERS.map((step) => ({ key: step, title: t(`reach.step.${step}`), kind: 'share', isNumber: false })),
    ];
    return (
        <>
            <p class="table-note">
                {[classFilters.value.length > 0 && t('reach.notFiltered'), t('reach.sharedNote')]
                    .filter(Boolean)
                    .join(' ')}
            </p>
            <BandLegend />
            <Grid
                key={township ?? 'county'}
                label={t('reach.title')}
                columns={columns}
                count={list.length}
                cell={(at, i) => {
                    const row = list[at]!;
                    const key = columns[i]!.key;
                    switch (key) {
                        case 'name':
                            return row.name;
                        case 'households':
                            return integer(row.households);
                        case 'bands':
                            return <BandBar of={row} />;
                        case 'unknown':
                            return integer(row.bands.find((b) => b.code === 'unknown')?.households ?? 0);
                        case 'missing_km':
                            return row.missingKm === null ? '–' : decimals(row.missingKm, 1);
                        case 'build_km':
                            return row.buildKm === null ? '–' : decimals(row.buildKm, 1);
                        case 'no_road':
                            return row.noRoad === null ? '–' : integer(row.noRoad);
                        default:
                            return <Share row={row} step={key as Step} />;
                    }
                }}
                nameOf={(at) => list[at]!.name}
                sort={sort.value}
                sortBy={sortBy}
                selected={list.findIndex((row) => row.code === area.value)}
                hovered={-1}
                hover={() => undefined}
                choose={(at) => (area.value = area.value === list[at]!.code ? township : list[at]!.code)}
                show={(at) => () => (area.value = list[at]!.code)}
                none={t('areas.none')}
            />
        </>
    );
}
