import { ChartNoAxesColumn, ClipboardList, Database, Droplets, Route, Sprout, Zap } from 'lucide';
import { MODES, type Mode, mode } from '../state/view';
import { t } from '../state/words';
import { Icon } from './Icon';

export const MODE_ICON = {
    overview: ChartNoAxesColumn,
    roads: Route,
    water: Droplets,
    power: Zap,
    crops: Sprout,
    plans: ClipboardList,
    data: Database,
};

export function Rail() {
    return (
        <nav class="rail" aria-label={t('mode.label')}>
            {MODES.map((m: Mode) => (
                <button
                    key={m}
                    type="button"
                    aria-current={mode.value === m ? 'page' : undefined}
                    onClick={() => (mode.value = m)}
                >
                    <Icon of={MODE_ICON[m]} size={20} />
                    <span>{t(`mode.${m}`)}</span>
                </button>
            ))}
        </nav>
    );
}
