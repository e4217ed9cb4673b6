import { useSignal } from '@preact/signals';
import { Search as SearchIcon } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { choose, hits, query, search } from '../state/search';
import { close, isOpen, open } from '../state/view';
import { findWord, t } from '../state/words';
import { placeName } from '../state/placeNames';
import { Icon } from './Icon';

/** By name or code; '/' comes here from anywhere, arrows and Enter choose. */
export function Search() {
    const at = useSignal(0);
    const field = useRef<HTMLInputElement>(null);
    const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
    const list = hits.value;
    const shown = isOpen('search') && list !== null;
    useEffect(() => {
        const slash = (event: KeyboardEvent) => {
            const target = event.target as HTMLElement;
            if (event.key !== '/' || /input|select|textarea/i.test(target.tagName)) return;
            event.preventDefault();
            field.current?.focus();
            field.current?.select();
        };
        addEventListener('keydown', slash);
        return () => removeEventListener('keydown', slash);
    }, []);
    const keys = (event: KeyboardEvent) => {
        if (!list?.length) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            at.value = (at.value + (event.key === 'ArrowDown' ? 1 : list.length - 1)) % list.length;
        } else if (event.key === 'Enter') {
            choose(list[at.value]!);
            field.current?.blur();
        }
    };
    return (
        <div class="search" role="search">
            <Icon of={SearchIcon} size={16} />
            <input
                ref={field}
                type="search"
                role="combobox"
                list={undefined}
                aria-expanded={shown}
                aria-controls="search-hits"
                aria-autocomplete="list"
                aria-activedescendant={shown && list.length ? `hit-${at.value}` : undefined}
                aria-label={t('search.label')}
                placeholder={t('search.short')}
                value={query.value}
                onInput={(event) => {
                    const text = event.currentTarget.value;
                    query.value = text;
                    at.value = 0;
                    open('search');
                    clearTimeout(timer.current);
                    timer.current = setTimeout(() => void search(text), 120);
                }}
                onFocus={() => query.value && open('search')}
                onBlur={() => setTimeout(() => close('search'), 150)}
                onKeyDown={keys}
            />
            <kbd aria-hidden="true">/</kbd>
            {shown && (
                <ul id="search-hits" role="listbox" class="hits">
                    {list.map((hit, i) => (
                        <li
                            key={`${hit.kind}-${hit.code}`}
                            id={`hit-${i}`}
                            role="option"
                            aria-selected={i === at.value}
                            onMouseDown={(event) => {
                                event.preventDefault();
                                choose(hit);
                            }}
                            onMouseEnter={() => (at.value = i)}
                        >
                            <span class="tag">
                                {findWord(`map.search.kind.${hit.kind}`) ?? findWord(`layer.${hit.kind}`) ?? hit.kind}
                            </span>
                            <span class="grow">{placeName(hit.name) || hit.code}</span>
                            <span class="soft num">
                                {[hit.name ? hit.code : '', placeName(hit.context)].filter(Boolean).join(' · ')}
                            </span>
                        </li>
                    ))}
                    {list.length === 0 && <li class="caption">{t('search.none')}</li>}
                </ul>
            )}
        </div>
    );
}
