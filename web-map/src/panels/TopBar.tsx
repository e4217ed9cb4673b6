import { CircleQuestionMark, Languages, Moon, Sun } from 'lucide';
import { county, detail } from '../state/county';
import { date } from '../state/format';
import { isOpen, mode, theme, toggle } from '../state/view';
import { lang, setLang, t } from '../state/words';
import { CountySwitch } from './Counties';
import { Icon } from './Icon';
import { profileName } from './names';
import { Search } from './Search';

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
                    <div class="optional shrinks">
                        <dt>{t('top.profile')}</dt>
                        <dd title={profileName(detail.value?.standards?.id ?? now.profile)}>
                            {profileName(detail.value?.standards?.id ?? now.profile)}
                        </dd>
                    </div>
                    <div class="optional">
                        <dt class="num">
                            {now.version ? t('top.imported', { date: date(now.version.createdAt) }) : ''}
                        </dt>
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
