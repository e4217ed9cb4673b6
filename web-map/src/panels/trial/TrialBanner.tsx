import { FlaskConical, List, Undo2, X } from 'lucide';
import type { Edit } from '../../api/types';
import { goToFeature } from '../../state/features';
import { integer } from '../../state/format';
import { selectNew } from '../../state/placing';
import { edits, endTrial, trialBusy, trialKind, trialMoves, trialProblem, undoEdit } from '../../state/trial';
import { selection } from '../../state/view';
import { t } from '../../state/words';
import { problemText } from '../ErrorBar';
import { Icon } from '../Icon';

function goTo(edit: Edit): void {
    if (edit.add === true && edit.lon != null && edit.lat != null) selectNew(edit.code, edit.lon, edit.lat);
    else goToFeature(edit.layer, edit.code);
}

/** Stands over the map while something is tried: nothing of it is saved, who gains and who loses, and the ways back. */
export function TrialBanner() {
    const of = trialKind.value;
    if (!of) return null;
    const moves = trialMoves.value;
    const problem = trialProblem.value;
    const last = edits.value.at(-1)!;
    const there = selection.value?.kind === 'feature' && selection.value.code === last.code;
    return (
        <section class="trial-banner" aria-label={t('trial.title')}>
            <Icon of={FlaskConical} size={18} />
            <p role="status" aria-live="polite" class={trialBusy.value ? 'busy' : ''}>
                <strong>{t('trial.title')}</strong>{' '}
                {problem ? (
                    <span class="problem">{problemText(problem)}</span>
                ) : moves ? (
                    <span class="num">
                        {t(`trial.${of.id}.counts`, {
                            better: integer(moves.better.length),
                            worse: integer(moves.worse.length),
                        })}
                        {moves.unserved !== null &&
                            ` · ${t('trial.unserved', { n: moves.unserved > 0 ? `+${integer(moves.unserved)}` : integer(moves.unserved).replace('-', '−') })}`}
                    </span>
                ) : (
                    <span>{t(`trial.${of.id}.working`)}</span>
                )}
            </p>
            {!there && (
                <button type="button" class="secondary small" onClick={() => goTo(last)}>
                    <Icon of={List} size={16} />
                    {t('trial.show')}
                </button>
            )}
            <button type="button" class="secondary small" data-do="undo" onClick={undoEdit}>
                <Icon of={Undo2} size={16} />
                {t('trial.undo')}
            </button>
            <button type="button" class="primary small" data-do="end" onClick={endTrial}>
                <Icon of={X} size={16} />
                {t('trial.end')}
            </button>
        </section>
    );
}
