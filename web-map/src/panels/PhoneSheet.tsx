import { useRef } from 'preact/hooks';
import { detail } from '../state/county';
import { type Mode, mode, phoneSheet, type PhoneSheet as Height, selection, tableOpen } from '../state/view';
import { t } from '../state/words';
import { CountySwitch } from './Counties';
import { Icon } from './Icon';
import { ModePanel } from './ModePanel';
import { MODE_ICON } from './Rail';
import { Sheet } from './Sheet';
import { HelpButton, LanguageButton, ThemeButton } from './TopBar';
import { TableDrawer } from './TableDrawer';
import { date } from '../state/format';
import { profileName } from './names';

const TABS = ['overview', 'access', 'crops', 'more'] as const;
const ACCESS: readonly Mode[] = ['roads', 'water', 'power'];
const MORE: readonly Mode[] = ['plans', 'data'];
const tabOf = (m: Mode): (typeof TABS)[number] =>
    ACCESS.includes(m) ? 'access' : MORE.includes(m) ? 'more' : m === 'crops' ? 'crops' : 'overview';
const TAB_ICON = {
    overview: MODE_ICON.overview,
    access: MODE_ICON.roads,
    crops: MODE_ICON.crops,
    more: MODE_ICON.data,
};
const HEIGHTS: readonly Height[] = ['peek', 'half', 'full'];

/** On a phone: the map is the page; this lies over its lower part in three heights. */
export function PhoneSheet() {
    const start = useRef(0);
    const tab = tabOf(mode.value);
    const height = phoneSheet.value;
    const step = (by: number) => {
        phoneSheet.value = HEIGHTS[Math.min(2, Math.max(0, HEIGHTS.indexOf(height) + by))]!;
    };
    const go = (to: (typeof TABS)[number]) => {
        selection.value = null;
        tableOpen.value = false;
        if (to === tab && height !== 'peek') return step(-1);
        mode.value = to === 'access' ? 'roads' : to === 'more' ? 'data' : to;
        if (height === 'peek') phoneSheet.value = 'half';
    };
    return (
        <div class={`phone-sheet ${height}`}>
            <button
                type="button"
                class="handle"
                aria-label={t(height === 'full' ? 'phone.lower' : 'phone.raise')}
                onClick={() => (height === 'full' ? (phoneSheet.value = 'peek') : step(1))}
                onPointerDown={(event) => {
                    start.current = event.clientY;
                }}
                onPointerUp={(event) => {
                    const moved = event.clientY - start.current;
                    if (Math.abs(moved) > 30) {
                        event.preventDefault();
                        step(moved < 0 ? 1 : -1);
                    }
                }}
            >
                <span />
            </button>
            <div class="phone-body">
                {selection.value ? (
                    <Sheet />
                ) : tableOpen.value ? (
                    <TableDrawer />
                ) : (
                    <div class="panel">
                        {tab === 'access' && (
                            <div class="segments phone-modes" role="radiogroup" aria-label={t('mode.label')}>
                                {ACCESS.map((m) => (
                                    <button
                                        key={m}
                                        type="button"
                                        role="radio"
                                        aria-checked={mode.value === m}
                                        onClick={() => (mode.value = m)}
                                    >
                                        {t(`mode.${m}`)}
                                    </button>
                                ))}
                            </div>
                        )}
                        {tab === 'more' && (
                            <>
                                <div class="phone-tools">
                                    <CountySwitch />
                                    <span class="grow" />
                                    <LanguageButton />
                                    <ThemeButton />
                                    <HelpButton />
                                </div>
                                <p class="caption">
                                    {t('top.profile')}: {profileName(detail.value?.standards?.id ?? '')} ·{' '}
                                    {t('top.imported', { date: date(detail.value?.version?.createdAt) })}
                                </p>
                                <div class="segments phone-modes" role="radiogroup" aria-label={t('mode.label')}>
                                    {[...MORE].reverse().map((m) => (
                                        <button
                                            key={m}
                                            type="button"
                                            role="radio"
                                            aria-checked={mode.value === m}
                                            onClick={() => (mode.value = m)}
                                        >
                                            {t(`mode.${m}`)}
                                        </button>
                                    ))}
                                </div>
                            </>
                        )}
                        <ModePanel />
                    </div>
                )}
            </div>
            <nav class="tabs" aria-label={t('mode.label')}>
                {TABS.map((one) => (
                    <button
                        key={one}
                        type="button"
                        aria-current={tab === one ? 'page' : undefined}
                        onClick={() => go(one)}
                    >
                        <Icon of={TAB_ICON[one]} size={20} />
                        <span>{t(`phone.${one}`)}</span>
                    </button>
                ))}
            </nav>
        </div>
    );
}
