import { useSignal } from '@preact/signals';
import { CircleQuestionMark } from 'lucide';
import { useId } from 'preact/hooks';
import { type MapKey, t } from '../state/words';
import { Icon } from './Icon';

type TermId = MapKey extends infer K ? (K extends `term.${infer T}` ? T : never) : never;

/** Help beside the term: a small button that unfolds a sentence or two. */
export function Term({ of }: { of: TermId }) {
    const open = useSignal(false);
    const id = useId();
    return (
        <>
            <button
                type="button"
                class="term"
                aria-expanded={open.value}
                aria-controls={id}
                aria-label={t('help.whatIs')}
                onClick={() => (open.value = !open.value)}
            >
                <Icon of={CircleQuestionMark} size={16} />
            </button>
            <p id={id} class="term-text" hidden={!open.value}>
                {t(`term.${of}` as MapKey)}
            </p>
        </>
    );
}
