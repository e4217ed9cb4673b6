import { CircleQuestionMark, Languages, Moon, Sun } from 'lucide';
import { counties, county, countyCode, detail, loadCounty } from '../state/county';
import { date } from '../state/format';
import { area, classFilters } from '../state/filter';
import { isOpen, mapView, mode, selection, theme, toggle } from '../state/view';
import { lang, setLang, t } from '../state/words';
import { Icon } from './Icon';
import { profileName } from './names';
import { Search } from './Search';

export function switchCounty(code: string): void {
    selection.value = null;
    area.value = null;
    classFilters.value = [];
    mapView.value = undefined;
    void loadCounty(code);
}

export function CountySwitch() {
    const all = counties.value ?? [];
    const now = county.value;
    if (all.length < 2) return <span class="county-name">{now?.name ?? ''}</span>;
    return (
        <select
            class="county-switch"
            aria-label={t('top.county')}
            value={countyCode.value ?? ''}
            onChange={(event) => switchCounty(event.currentTarget.value)}
        >
            {all.map((c) => (
                <option key={c.code} value={c.code}>
                    {c.name}
                </option>
            ))}
        </select>
    );
}

export function SampleBadge() {
    return county.value?.synthetic ? (
        <span class="badge-sample" title={t('data.synthetic')}>
            {t('top.synthetic')}
        </span>
    ) : null;
}

export const LanguageButton = () => (
    <button
        type="button"
        class="icon-button wide"
        aria-label={t('top.language')}
        title={t('top.language')}
        onClick={() => void setLang(lang() === 'en' ? 'zh-CN' : 'en')}
    >
        <Icon of={Languages} />
        <span lang={lang() === 'en' ? 'zh-CN' : 'en'}>{t('top.otherLanguage')}</span>
    </button>
);

export const ThemeButton = () => (
    <button
        type="button"
        class="icon-button"
        aria-pressed={theme.value === 'dark'}
        aria-label={t('top.dark')}
        title={t('top.dark')}
        onClick={() => (theme.value = theme.value === 'dark' ? 'light' : 'dark')}
    >
        <Icon of={theme.value === 'dark' ? Sun : Moon} />
    </button>
);

export const HelpButton = () => (
    <button
        type="button"
        class="icon-button"
        aria-expanded={isOpen('help')}
        aria-label={t('help.title')}
        title={t('help.title')}
        onClick={() => toggle('help')}
    >
        <Icon of={CircleQuestionMark} />
    </button>
);

export function TopBar() {
    const now = county.value;
    return (
        <header class="top-bar">
            <span class="brand">
                <Mark />
                Terrace
            </span>
            <CountySwitch />
            <SampleBadge />
            {now && (
                <dl class="top-facts">
                    <div class="optional">
                        <dt>{t('top.profile')}</dt>
                        <dd>{profileName(detail.value?.standards?.id ?? now.profile)}</dd>
                    </div>
                    <div class="optional">
                        <dt>{t('top.version')}</dt>
                        <dd class="num" title={now.version?.id ?? ''}>
                            {date(now.version?.createdAt)}
                        </dd>
                    </div>
                    <div>
                        <dt>{t('top.level')}</dt>
                        <dd>
                            <button
                                type="button"
                                class="level"
                                title={t('top.levelHint')}
                                onClick={() => (mode.value = 'data')}
                            >
                                {now.dataLevel || '–'}
                            </button>
                        </dd>
                    </div>
                </dl>
            )}
            <span class="grow" />
            {now && <Search />}
            <LanguageButton />
            <ThemeButton />
            <HelpButton />
        </header>
    );
}

export const Mark = () => (
    <svg
        class="mark"
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
        aria-hidden="true"
    >
        <path d="M2 19h20M5 14h14M8 9h8M11 4h2" />
    </svg>
);
