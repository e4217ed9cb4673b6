import { useComputed } from '@preact/signals';
import type { Stretch } from '../api/types';
import { schemes } from '../state/county';
import { distance, quantity } from '../state/format';
import { heightTicks, limits, placeOn, profileOf, ticks, type WayProfile as Profile } from '../state/way';
import { t } from '../state/words';
import { useProfileWalk } from './profileWalk';
import { Symbol } from './Symbol';
import { className, colourOf } from './verdicts';

const SCHEME = 'way';
const WIDTH = 320;
const HEIGHT = 104;
const LEFT = 52;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 20;

const height = (m: number): string => quantity(Math.round(m), 'metres');
const kindColour = (kind: string): string => {
    const entry = schemes.value[SCHEME]?.find((e) => e.code === kind);
    return entry ? colourOf(entry) : 'var(--bar)';
};

/**
 * The way from the door: its length by kind, and how it rises and falls. Pointer, finger and arrow keys walk along it; the map marks
 * the place. What the picture shows is said in words too.
 */
export function WayProfile({ way }: { way: readonly Stretch[] }) {
    const profile = profileOf(way);
    const missing = profile.lengths.reduce((sum, { kind, m }) => sum + (kind === 'hardened' ? 0 : m), 0);
    return (
        <figure class="way">
            {profile.parts.length > 0 && <Chart way={way} profile={profile} />}
            <figcaption>
                <ul class="way-kinds">
                    {profile.lengths.map(({ kind, m }) => {
                        const entry = schemes.value[SCHEME]?.find((e) => e.code === kind);
                        return (
                            <li key={kind} data-kind={kind}>
                                <Symbol shape={entry?.symbol ?? 'line'} colour={kindColour(kind)} line />
                                <span class="grow">{className(SCHEME, kind)}</span>
                                <span class="num">{distance(m)}</span>
                            </li>
                        );
                    })}
                    <li class="sum">
                        <span class="grow">{t('way.length')}</span>
                        <span class="num strong">{distance(profile.lengthM)}</span>
                    </li>
                    <li class="missing">
                        <span class="grow">{t('way.missing')}</span>
                        <span class="num strong">{distance(missing)}</span>
                    </li>
                </ul>
                {profile.parts.length > 0 && (
                    <p class="caption num">
                        {t('way.climb', { up: height(profile.upM), down: height(profile.downM) })}
                    </p>
                )}
                {profile.gaps.length > 0 && (
                    <p class="caption">
                        {t('way.heightUnknown', {
                            m: distance(profile.gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0)),
                        })}
                    </p>
                )}
            </figcaption>
        </figure>
    );
}

function Chart({ way, profile }: { way: readonly Stretch[]; profile: Profile }) {
    const { at, handlers } = useProfileWalk(way, profile.lengthM, { width: WIDTH, left: LEFT, right: RIGHT });
    const place = useComputed(() => (at.value === null ? null : placeOn(way, at.value)));
    const { lengthM, lowM, highM } = profile;
    // A flat way is not blown up into mountains: at least 20 m from bottom to top.
    const spare = Math.max(0, 20 - (highM - lowM)) / 2;
    const bottom = lowM - spare - (highM - lowM) * 0.06;
    const top = highM + spare + (highM - lowM) * 0.06;
    const x = (m: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * m) / Math.max(1, lengthM);
    const y = (h: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (h - bottom)) / (top - bottom);
    const here = place.value;
    const said = (m: number): string => {
        const one = placeOn(way, m);
        return one
            ? t('way.at', {
                  m: distance(one.m),
                  height: one.heightM === null ? t('way.noHeight') : height(one.heightM),
                  kind: className(SCHEME, one.kind),
              })
            : '';
    };
    return (
        <div class="way-chart">
            <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="slider"
                tabIndex={0}
                aria-label={t('way.profile', {
                    length: distance(lengthM),
                    start: said(0),
                    end: said(lengthM),
                    low: height(lowM),
                    high: height(highM),
                })}
                aria-valuemin={0}
                aria-valuemax={Math.round(lengthM)}
                aria-valuenow={Math.round(at.value ?? 0)}
                aria-valuetext={said(at.value ?? 0)}
                {...handlers}
            >
                {heightTicks(bottom, top).map((h) => (
                    <g key={h}>
                        <path class="grid" d={`M${LEFT} ${y(h)}H${WIDTH - RIGHT}`} />
                        <text class="tick" x={LEFT - 4} y={y(h) + 4} text-anchor="end">
                            {height(h)}
                        </text>
                    </g>
                ))}
                {ticks(0, lengthM, 4).map((m) => (
                    <text
                        key={m}
                        class="tick"
                        x={x(m)}
                        y={HEIGHT - 5}
                        text-anchor={m === 0 ? 'start' : x(m) > WIDTH - 30 ? 'end' : 'middle'}
                    >
                        {m === 0 ? '0' : distance(m)}
                    </text>
                ))}
                {profile.gaps.map((gap) => (
                    <rect
                        key={gap.from}
                        class="gap"
                        x={x(gap.from)}
                        width={Math.max(1, x(gap.to) - x(gap.from))}
                        y={TOP}
                        height={HEIGHT - TOP - BOTTOM}
                    />
                ))}
                {profile.parts.map((part, i) => {
                    const line = part.points.map(([m, h]) => `${x(m).toFixed(1)} ${y(h).toFixed(1)}`).join('L');
                    const [first, last] = [part.points[0]!, part.points.at(-1)!];
                    const colour = kindColour(part.kind);
                    return (
                        <g key={i} data-kind={part.kind}>
                            <path
                                d={`M${x(first[0]).toFixed(1)} ${HEIGHT - BOTTOM}L${line}L${x(last[0]).toFixed(1)} ${HEIGHT - BOTTOM}Z`}
                                fill={colour}
                                opacity={0.16}
                            />
                            <path
                                d={`M${line}`}
                                fill="none"
                                stroke={colour}
                                stroke-width="2.4"
                                stroke-linejoin="round"
                                stroke-dasharray={
                                    schemes.value[SCHEME]?.find((e) => e.code === part.kind)?.dash.join(' ') ||
                                    undefined
                                }
                            />
                        </g>
                    );
                })}
                {limits(way).map(({ from }, i) =>
                    i > 0 && way[i]!.kind !== way[i - 1]!.kind ? (
                        <path key={i} class="border" d={`M${x(from)} ${HEIGHT - BOTTOM}V${HEIGHT - BOTTOM + 4}`} />
                    ) : null,
                )}
                {here && (
                    <>
                        <path class="cursor" d={`M${x(here.m)} ${TOP}V${HEIGHT - BOTTOM}`} />
                        {here.heightM !== null && <circle class="cursor" cx={x(here.m)} cy={y(here.heightM)} r="4" />}
                    </>
                )}
            </svg>
            <p class="caption num way-here">{here ? said(here.m) : t('way.hint')}</p>
        </div>
    );
}
