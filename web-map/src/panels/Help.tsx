import { X } from 'lucide';
import { close } from '../state/view';
import { VERDICTS } from '../api/types';
import { t } from '../state/words';
import { Icon } from './Icon';
import { VerdictSymbol, verdictName } from './verdicts';

const KEYS = ['/', 'Esc', 'Tab', '↑ ↓', 'Enter', '+ −'] as const;
const KEY_WORD = { '/': 'slash', Esc: 'escape', Tab: 'tab', '↑ ↓': 'arrows', Enter: 'enter', '+ −': 'zoom' } as const;

export function Help() {
    return (
        <section class="help" aria-label={t('help.title')}>
            <header>
                <h2>{t('help.title')}</h2>
                <button type="button" class="icon-button" aria-label={t('close')} onClick={() => close('help')}>
                    <Icon of={X} />
                </button>
            </header>
            <ul class="help-verdicts">
                {VERDICTS.map((v) => (
                    <li key={v}>
                        <VerdictSymbol of={v} />
                        <b>{verdictName(v)}</b> {t(`help.verdict.${v}`)}
                    </li>
                ))}
            </ul>
            <h3>{t('help.keys')}</h3>
            <dl class="keys">
                {KEYS.map((key) => (
                    <div key={key}>
                        <dt>
                            <kbd>{key}</kbd>
                        </dt>
                        <dd>{t(`help.key.${KEY_WORD[key]}`)}</dd>
                    </div>
                ))}
            </dl>
            <p class="caption">{t('help.tip')}</p>
        </section>
    );
}
