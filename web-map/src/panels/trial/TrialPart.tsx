import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Edit, Value } from '../../api/types';
import { quantity } from '../../state/format';
import { editOf, trialFindings, trialKind, trialMoves, trialRefusal, tryEdit } from '../../state/trial';
import type { Move, TrialKind } from '../../state/trials';
import { t, word } from '../../state/words';
import { problemText } from '../ErrorBar';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';

/** So many moves stand in a list before it is unfolded. */
const FIRST = 12;

function Moves({ title, kind, list, of }: { title: string; kind: string; list: readonly Move[]; of: TrialKind }) {
    const all = useSignal(false);
    if (list.length === 0) return null;
    const n = (v: number | null): string => (v === null ? t('unknown') : quantity(v, of.unit, of.digits));
    return (
        <div class="moves" data-moves={kind}>
            <h4>{title}</h4>
            <ul class="plain-list">
                {list.slice(0, all.value ? undefined : FIRST).map((move) => (
                    <li key={move.code}>
                        <FeatureLink layer="household" code={move.code} />
                        <span class="grow num">
                            {n(move.fromValue)} → {n(move.toValue)}
                        </span>
                        {move.to && <ClassMark scheme={of.scheme} code={move.to} />}
                    </li>
                ))}
            </ul>
            {list.length > FIRST && !all.value && (
                <button type="button" class="link" onClick={() => (all.value = true)}>
                    {t('trial.all', { n: String(list.length) })}
                </button>
            )}
        </div>
    );
}

/** Who gets better and who gets worse, while something is tried. */
export function TrialOutcome() {
    const moves = trialMoves.value;
    const of = trialKind.value;
    if (!of || !moves) return null;
    const { better, worse, other, sameClass } = moves;
    return (
        <div class="trial-outcome">
            <Moves title={t('trial.better', { n: String(better.length) })} kind="better" list={better} of={of} />
            <Moves title={t('trial.worse', { n: String(worse.length) })} kind="worse" list={worse} of={of} />
            <Moves title={t('trial.other', { n: String(other.length) })} kind="other" list={other} of={of} />
            {better.length + worse.length + other.length === 0 && <p class="caption">{t(`trial.${of.id}.nobody`)}</p>}
            {trialFindings.value.length > 0 && (
                <div class="moves" data-moves="findings">
                    <h4>{t('trial.findings')}</h4>
                    <ul class="plain-list">
                        {trialFindings.value.map(({ kind, made, gone }) => (
                            <li key={kind}>
                                <span class="grow">
                                    <ClassMark scheme="pipe_finding" code={kind} />
                                </span>
                                <span class="num">
                                    {[
                                        made > 0 && t('trial.made', { n: String(made) }),
                                        gone > 0 && t('trial.gone', { n: String(gone) }),
                                    ]
                                        .filter(Boolean)
                                        .join(' · ')}
                                </span>
                            </li>
                        ))}
                    </ul>
                </div>
            )}
            {sameClass > 0 && <p class="caption">{t(`trial.${of.id}.sameClass`, { n: String(sameClass) })}</p>}
        </div>
    );
}

/** A number of the record that can be tried otherwise: the rest follows when it is entered. */
export function TryNumber({
    edit,
    attribute,
    recorded,
    unit,
    label,
    step,
    min,
    choices = [],
    fresh = false,
}: {
    edit: Pick<Edit, 'layer' | 'code'>;
    attribute: string;
    recorded: Value | undefined;
    unit: string;
    label: string;
    step: number;
    min?: number;
    /** Values to pick from; any other can be entered too. */
    choices?: readonly number[];
    /** It is on no record: there is nothing to compare with. */
    fresh?: boolean;
}) {
    const tried = editOf(edit.layer, edit.code)?.attributes?.[attribute];
    const refused = trialRefusal.value;
    const why =
        refused?.edit.layer === edit.layer &&
        refused.edit.code === edit.code &&
        refused.edit.attributes?.[attribute] !== undefined
            ? problemText(refused.problem)
            : undefined;
    const now = tried ?? (typeof recorded === 'number' ? recorded : '');
    const text = useSignal(String(now));
    useEffect(() => void (text.value = String(now)), [now, edit.code]);
    const apply = (): void => {
        const v = Number(text.value);
        if (text.value.trim() === '' || !Number.isFinite(v) || v === now || (min !== undefined && v < min)) return;
        tryEdit({ ...edit, attributes: { [attribute]: v } });
    };
    return (
        <form
            class="try"
            onSubmit={(event) => {
                event.preventDefault();
                apply();
            }}
        >
            <label>
                <span>{label}</span>
                <input
                    type="number"
                    name={attribute}
                    inputMode="decimal"
                    step={step}
                    min={min}
                    list={choices.length > 0 ? `choices-${attribute}` : undefined}
                    value={text.value}
                    onInput={(event) => (text.value = event.currentTarget.value)}
                />
                {choices.length > 0 && (
                    <datalist id={`choices-${attribute}`}>
                        {choices.map((one) => (
                            <option key={one} value={one} />
                        ))}
                    </datalist>
                )}
                <span class="unit">{word(`unit.${unit}`)}</span>
            </label>
            <button type="submit" class="secondary small">
                {t('trial.try')}
            </button>
            {why && (
                <p class="problem" role="alert">
                    {t('trial.refused', { why })}
                </p>
            )}
            {tried !== undefined && !fresh && (
                <small class="num">
                    {t('trial.recorded', {
                        what:
                            typeof recorded === 'number'
                                ? quantity(recorded, unit === 'm' ? 'metres' : unit)
                                : t('unknown'),
                    })}
                </small>
            )}
        </form>
    );
}

/** A choice of the record that can be tried otherwise. */
export function TryChoice({
    edit,
    attribute,
    recorded,
    options,
    label,
    none,
}: {
    edit: Pick<Edit, 'layer' | 'code'>;
    attribute: string;
    recorded: Value | undefined;
    options: readonly { value: string | number; label: string }[];
    label: string;
    /** Stands where nothing is on record and nothing is tried. */
    none: string;
}) {
    const tried = editOf(edit.layer, edit.code)?.attributes?.[attribute];
    const refused = trialRefusal.value;
    const why =
        refused?.edit.layer === edit.layer &&
        refused.edit.code === edit.code &&
        refused.edit.attributes?.[attribute] !== undefined
            ? problemText(refused.problem)
            : undefined;
    const now = tried ?? recorded ?? '';
    const known = options.some((one) => one.value === now);
    return (
        <label class="try">
            <span>{label}</span>
            <select
                name={attribute}
                value={String(now)}
                onChange={(event) => {
                    const to = options.find((one) => String(one.value) === event.currentTarget.value);
                    if (to && to.value !== now) tryEdit({ ...edit, attributes: { [attribute]: to.value } });
                }}
            >
                {!known && <option value={String(now)}>{now === '' ? none : String(now)}</option>}
                {options.map((one) => (
                    <option key={one.value} value={String(one.value)}>
                        {one.label}
                    </option>
                ))}
            </select>
            {why && (
                <span class="problem" role="alert">
                    {t('trial.refused', { why })}
                </span>
            )}
        </label>
    );
}
