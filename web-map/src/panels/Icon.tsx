import type { IconNode } from 'lucide';
import { h } from 'preact';

/** An icon of the set; a picture beside a word, so it says nothing to a screen reader. */
export function Icon({ of, size = 18 }: { of: IconNode; size?: number }) {
    return (
        <svg
            class="icon"
            width={size}
            height={size}
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            {of.map(([tag, attributes], i) => h(tag, { ...attributes, key: i }))}
        </svg>
    );
}
