import { ClipboardList } from 'lucide';
import { detail } from '../state/county';
import { integer } from '../state/format';
import { mode } from '../state/view';
import { t } from '../state/words';
import { Icon } from './Icon';

/** No plan has been computed: says so, and what a plan will need. */
export function Plans() {
    const projects = detail.value?.layers.find((l) => l.kind === 'project')?.count ?? 0;
    return (
        <div class="empty">
            <Icon of={ClipboardList} size={32} />
            <p class="question">{t('question.plans')}</p>
            <h1>{t('plans.none')}</h1>
            <p>{t('plans.noneHint')}</p>
            <ul>
                <li>{projects > 0 ? t('plans.projects', { n: integer(projects) }) : t('plans.noProjects')}</li>
                <li>{t('plans.budget')}</li>
            </ul>
            <button type="button" class="secondary" onClick={() => (mode.value = 'data')}>
                {t('plans.toData')}
            </button>
        </div>
    );
}
