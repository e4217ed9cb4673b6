import { Table2 } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { isBusy } from '../state/busy';
import { api, failure, isEmpty, loading } from '../state/county';
import { isPlacing } from '../state/placing';
import { isOpen, mode, narrow, phoneSheet, selection, tableOpen } from '../state/view';
import { t } from '../state/words';
import { CountySwitch } from './Counties';
import { Empty } from './Empty';
import { ErrorBar } from './ErrorBar';
import { FilterChips } from './FilterChips';
import { Help } from './Help';
import { HoverCard } from './HoverCard';
import { Icon } from './Icon';
import { JobBar } from './JobBar';
import { Legend } from './Legend';
import { ModePanel } from './ModePanel';
import { PhoneSheet } from './PhoneSheet';
import { Rail } from './Rail';
import { Readout } from './Readout';
import { Search } from './Search';
import { Sheet } from './Sheet';
import { TableDrawer } from './TableDrawer';
import { PlacingBanner } from './power/PlacingBanner';
import { TrialBanner } from './trial/TrialBanner';
import { HelpButton, LanguageButton, Mark, SampleBadge, ThemeButton, TopBar } from './TopBar';

/** The whole screen. The map is put into its place by {@code main}, because panels do not know the map. */
export function App({ mount }: { mount: (element: HTMLElement) => () => void }) {
    const begin = isEmpty.value === true && mode.value !== 'data';
    return (
        <div
            class={`app${narrow.value ? ` phone sheet-${phoneSheet.value}` : ''}${selection.value ? ' with-sheet' : ''}`}
        >
            <a
                class="skip"
                href="#table"
                onClick={(event) => {
                    event.preventDefault();
                    tableOpen.value = true;
                }}
            >
                {t('screen.skipToTable')}
            </a>
            {narrow.value ? <PhoneTop /> : <TopBar />}
            {loading.value && <div class="progress-line" role="progressbar" aria-label={t('state.loading')} />}
            <ErrorBar />
            <JobBar />
            {begin ? (
                <Empty />
            ) : (
                <div class="work">
                    {!narrow.value && <Rail />}
                    {!narrow.value && (
                        <aside class="panel" aria-label={t(`mode.${mode.value}`)}>
                            <ModePanel />
                        </aside>
                    )}
                    <main class="stage">
                        <div class="map-area">
                            <MapPlace mount={mount} />
                            {isBusy.value && <div class="progress-line" />}
                            <FilterChips />
                            {isPlacing() ? <PlacingBanner /> : <TrialBanner />}
                            <HoverCard />
                            {api.value && <Legend />}
                            {!narrow.value && <Readout />}
                            {api.value && !(narrow.value && tableOpen.value) && (
                                <button
                                    type="button"
                                    class="table-button"
                                    aria-pressed={tableOpen.value}
                                    onClick={() => (tableOpen.value = !tableOpen.value)}
                                >
                                    <Icon of={Table2} size={16} />
                                    {t('table.open')}
                                </button>
                            )}
                            {!api.value && !failure.value && <p class="map-wait">{t('state.loading')}</p>}
                        </div>
                        {!narrow.value && tableOpen.value && <TableDrawer />}
                    </main>
                    {!narrow.value && <Sheet />}
                    {narrow.value && <PhoneSheet />}
                </div>
            )}
            {isOpen('help') && <Help />}
        </div>
    );
}

function MapPlace({ mount }: { mount: (element: HTMLElement) => () => void }) {
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => (place.current ? mount(place.current) : undefined), []);
    return <div class="map" ref={place} role="application" tabIndex={0} aria-label={t('screen.map')} />;
}

function PhoneTop() {
    return (
        <header class="top-bar phone-top">
            <span class="brand">
                <Mark />
            </span>
            {api.value ? <Search /> : <span class="grow" />}
            <SampleBadge />
            {!api.value && (
                <>
                    <CountySwitch />
                    <LanguageButton />
                    <ThemeButton />
                    <HelpButton />
                </>
            )}
        </header>
    );
}
