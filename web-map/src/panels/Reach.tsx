import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { schemes } from '../state/county';
import { decimals, integer, percent } from '../state/format';
import { classFilters } from '../state/filter';
import {
    chosenLevel,
    chosenReach,
    hasReach,
    isKnown,
    OTHERS,
    type Part,
    type ReachRow,
    type Step,
    STEPS,
    wantReach,
} from '../state/reach';
import { openTable } from '../state/tabs';
import { AREAS } from '../state/view';
import { t } from '../state/words';
import { className, colourOf, VerdictSymbol } from './verdicts';

/** How many of how many, with a bar: reached from the left, what is not known hatched behind it. */
export function PartBar({ of }: { of: Part }) {
    const width = (n: number): string => `${of.total > 0 ? (100 * n) / of.total : 0}%`;
    return (
        <span class="part-bar" aria-hidden="true">
            <span class="reached" style={{ width: width(of.reached) }} />
            <span class="unknown" style={{ width: width(of.unknown) }} />
        </span>
    );
}

const partText = (of: Part): string =>
    of.unknown > 0
        ? t('reach.partUnknown', { n: integer(of.reached), of: integer(of.total), unknown: integer(of.unknown) })
        : t('reach.part', { n: integer(of.reached), of: integer(of.total) });

/** Reached, whole, and with the sign of the unknown how many nobody knows. */
export function PartCount({ of }: { of: Part }) {
    return (
        <span class="num soft part-count" title={partText(of)} aria-label={partText(of)}>
            {integer(of.reached)} / {integer(of.total)}
            {of.unknown > 0 && (
                <>
                    <VerdictSymbol of="unknown" />
                    {integer(of.unknown)}
                </>
            )}
        </span>
    );
}

const BANDS = 'road_distance_band';
const bandColour = (code: string): string => {
    const entry = schemes.value[BANDS]?.find((e) => e.code === code);
    return entry ? colourOf(entry) : 'var(--bar)';
};

/** Households by distance to the hardened road, the nearest first; a tap or the keyboard opens the numbers. */
export function BandBar({ of }: { of: ReachRow }) {
    const button = useRef<HTMLButtonElement>(null);
    const numbers = useRef<HTMLDivElement>(null);
    /** Where the numbers stand on the screen: above the table, which cuts off what leaves its cells. */
    const at = useSignal<{ right: number; bottom: number } | null>(null);
    const all = of.bands.filter((band) => band.households > 0);
    const text = all.map((band) => `${className(BANDS, band.code)} ${integer(band.households)}`).join(', ');
    const open = (): void => {
        const box = button.current?.getBoundingClientRect();
        if (box) at.value = { right: innerWidth - box.right, bottom: innerHeight - box.top + 4 };
    };
    const shut = (): void => void (at.value = null);
    const isOpen = at.value !== null;
    useEffect(() => {
        if (!isOpen) return undefined;
        numbers.current?.showPopover();
        addEventListener('scroll', shut, true);
        return () => removeEventListener('scroll', shut, true);
    }, [isOpen]);
    return (
        <>
            <button
                ref={button}
                type="button"
                class="band-bar"
                aria-label={`${of.name}: ${text}`}
                title={text}
                aria-expanded={isOpen}
                onFocus={open}
                onBlur={shut}
                onKeyDown={(event) => {
                    if (event.key === 'Escape' && at.value) {
                        event.stopPropagation();
                        shut();
                    }
                }}
                onClick={(event) => {
                    event.stopPropagation();
                    open();
                }}
            >
                {all.map((band) => (
                    <span
                        key={band.code}
                        class={band.code === 'unknown' ? 'unknown' : ''}
                        style={{ flexGrow: band.households, background: bandColour(band.code) }}
                    />
                ))}
            </button>
            {at.value && (
                <div
                    ref={numbers}
                    popover="manual"
                    class="band-numbers"
                    style={{ right: `${at.value.right}px`, bottom: `${at.value.bottom}px` }}
                    aria-hidden="true"
                >
                    <p class="strong">{of.name}</p>
                    <ul class="plain-list">
                        {all.map((band) => (
                            <li key={band.code}>
                                <Swatch code={band.code} />
                                <span class="grow">{className(BANDS, band.code)}</span>
                                <span class="num strong">{integer(band.households)}</span>
                            </li>
                        ))}
                    </ul>
                </div>
            )}
        </>
    );
}

const Swatch = ({ code }: { code: string }) => (
    <span
        class={`band-swatch${code === 'unknown' ? ' unknown' : ''}`}
        style={{ background: bandColour(code) }}
        aria-hidden="true"
    />
);

/** What the colours of the bars stand for. */
export function BandLegend() {
    return (
        <p class="table-note band-legend">
            <span>{t('roads.bands')}:</span>
            {(schemes.value[BANDS] ?? []).map((entry) => (
                <span key={entry.code} class="one">
                    <Swatch code={entry.code} />
                    {className(BANDS, entry.code)}
                </span>
            ))}
        </p>
    );
}

/** A share in words: nought is said only of what is known. */
export function shareText(of: Part): string {
    return of.total === 0 ? t('reach.none') : isKnown(of) ? percent(of.reached, of.total) : t('unknown');
}

function Steps({ of, steps }: { of: ReachRow; steps: readonly Step[] }) {
    return (
        <ul class="plain-list">
            {steps.map((step) => {
                const part = of.steps[step];
                return part ? (
                    <li key={step} class="reach-step" data-step={step}>
                        <span class="name">{t(`reach.step.${step}`)}</span>
                        <PartCount of={part} />
                        <span class="num strong">{shareText(part)}</span>
                        <PartBar of={part} />
                    </li>
                ) : null;
            })}
        </ul>
    );
}

/** What the unserved lack, in three numbers of which none holds the others. */
function Missing({ of }: { of: ReachRow }) {
    const { missingKm, buildKm, noRoad } = of;
    if (missingKm === null) return null;
    const km = (n: number): string => t('reach.km', { n: decimals(n, 1) });
    return (
        <>
            <h3>{t('reach.missingTitle')}</h3>
            <dl class="reach-missing">
                <dt class="num">{km(missingKm)}</dt>
                <dd>{t('reach.toHarden')}</dd>
                {buildKm !== null && (
                    <>
                        <dt class="num">{km(buildKm)}</dt>
                        <dd>{t('reach.toBuild')}</dd>
                    </>
                )}
                {noRoad !== null && noRoad > 0 && (
                    <>
                        <dt class="num">{integer(noRoad)}</dt>
                        <dd>{t('reach.noRoad')}</dd>
                    </>
                )}
            </dl>
            <p class="caption">{t('reach.sharedNote')}</p>
        </>
    );
}

/** The county or the chosen area, counted four ways: the farther the road has to come, the fewer it reaches. */
export function Reach() {
    const has = hasReach.value;
    const level = chosenLevel.value;
    useEffect(() => {
        if (has) wantReach(level);
    }, [has, level]);
    const row = has ? chosenReach() : undefined;
    if (!row) return null;
    return (
        <section class="block reach">
            <div class="block-head">
                <h2>{t('reach.title')}</h2>
                <button type="button" class="on-map-switch" onClick={() => openTable(AREAS)}>
                    {t('reach.compare')}
                </button>
            </div>
            <p class="caption">{t('reach.each')}</p>
            {classFilters.value.length > 0 && <p class="caption">{t('reach.notFiltered')}</p>}
            <Steps of={row} steps={STEPS} />
            <Missing of={row} />
            <h3>{t('reach.others')}</h3>
            <Steps of={row} steps={OTHERS} />
            <p class="caption">{t('reach.othersNote')}</p>
        </section>
    );
}
