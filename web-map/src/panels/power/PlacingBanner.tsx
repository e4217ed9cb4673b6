import { MapPin, X } from 'lucide';
import { isPlacing, stopPlacing } from '../../state/placing';
import { t } from '../../state/words';
import { Icon } from '../Icon';

/** Stands over the map while it waits for the place of a new transformer. */
export function PlacingBanner() {
    if (!isPlacing()) return null;
    return (
        <section class="trial-banner placing" aria-label={t('power.add')}>
            <Icon of={MapPin} size={18} />
            <p role="status" aria-live="polite">
                {t('power.placing')}
            </p>
            <button type="button" class="secondary small" data-do="cancel" onClick={stopPlacing}>
                <Icon of={X} size={16} />
                {t('power.cancel')}
            </button>
        </section>
    );
}
