import type { HouseholdDetail } from '../../api/types';
import { decimals, quantity } from '../../state/format';
import { isOnTrial, trialExplanation, trialRow } from '../../state/trial';
import { t } from '../../state/words';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { HeadProfile } from './HeadProfile';

const number = (v: unknown): number | null => (typeof v === 'number' ? v : null);
const head = (m: number | null): string => (m === null ? t('unknown') : quantity(m, 'metres', 1));

/** The head at the tap with its error, and how it comes about along the pipe; while something is tried, as it would be. */
export function TapHead({ one }: { one: HouseholdDetail }) {
    const result = one.results.find((r) => r.analysis === 'water.pipes' && r.table === 'household');
    if (!result) return null;
    const recorded = result.row;
    const tried = isOnTrial.value ? trialRow('household', one.code) : undefined;
    const row = { ...recorded, ...tried };
    const tap = typeof row.tap === 'string' ? row.tap : 'unknown';
    const error = number(row.head_error_m);
    const residual = number(row.residual_head_m);
    const fixed = number(row.static_head_m);
    const way = (isOnTrial.value ? trialExplanation(one.code) : undefined)?.way ?? result.explanation.way;
    const level = typeof row.level_code === 'string' ? row.level_code : '';
    return (
        <section class="beside" data-part="tap" data-tap={tap}>
            <h3>{t('head.title')}</h3>
            {tap === 'no_tap' ? (
                <p class="caption">{t('head.noTap')}</p>
            ) : (
                <>
                    <p class="tap-now">
                        <ClassMark scheme="tap_head" code={tap} />
                        {tried && recorded.tap !== tap && (
                            <small class="was">
                                {t('trial.was')} <ClassMark scheme="tap_head" code={String(recorded.tap)} />
                            </small>
                        )}
                    </p>
                    <dl class="facts">
                        <dt>{t('head.residual')}</dt>
                        <dd class="num strong">
                            {residual === null
                                ? t('unknown')
                                : error === null
                                  ? head(residual)
                                  : `${decimals(residual, 1)} ± ${head(error)}`}
                        </dd>
                        <dt>{t('head.needed')}</dt>
                        <dd class="num">{head(number(row.needed_head_m))}</dd>
                        <dt>{t('head.static')}</dt>
                        <dd class="num">{head(fixed)}</dd>
                        {level !== '' && (
                            <>
                                <dt>{t('head.level')}</dt>
                                <dd>
                                    <FeatureLink layer="water_facility" code={level} />
                                </dd>
                            </>
                        )}
                    </dl>
                    {way.length > 0 && (
                        <HeadProfile
                            way={way}
                            errorM={error}
                            neededM={number(row.needed_head_m)}
                            staticM={fixed}
                            level={level}
                        />
                    )}
                </>
            )}
        </section>
    );
}
