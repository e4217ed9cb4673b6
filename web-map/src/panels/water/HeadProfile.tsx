import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Stretch } from '../../api/types';
import { schemes } from '../../state/county';
import { decimals, distance, quantity } from '../../state/format';
import { headProfileOf, mainStations, type HeadProfile as Profile, type Station, stationAt } from '../../state/heads';
import { heightTicks, ticks } from '../../state/way';
import { t } from '../../state/words';
import { wantWorksName, worksName } from '../../state/worksNames';
import { useProfileWalk } from '../profileWalk';
import { Symbol } from '../Symbol';
import { className, colourOf } from '../verdicts';

const WIDTH = 340;
const HEIGHT = 178;
const LEFT = 54;
const RIGHT = 10;
const TOP = 22;
const BOTTOM = 34;

interface Props {
    way: readonly Stretch[];
    /** Of the head at the tap; null where it is not known. */
    errorM: number | null;
    neededM: number | null;
    /** Above the tap, with no water drawn. */
    staticM: number | null;
    /** Works whose level makes the head. */
    level: string;
}

const height = (m: number): string => quantity(Math.round(m), 'metres');
const pressure = (s: Station): number | null => (s.headM === null || s.groundM === null ? null : s.headM - s.groundM);
const kindEntry = (kind: string) => schemes.value.way?.find((e) => e.code === kind);

/** Ground and head line from the works to the tap. Pointer, finger and arrow keys walk along; the map marks the place; a table says the same. */
export function HeadProfile({ way, errorM, neededM, staticM, level }: Props) {
    const profile = headProfileOf(way);
    useEffect(() => wantWorksName(level), [level]);
    const works = level === '' ? t('head.works') : worksName(level);
    if (profile.ground.length === 0 && profile.head.length === 0) return null;
    return (
        <figure class="way heads" data-head={profile.head.length > 0 ? 'known' : 'unknown'}>
            <Chart way={way} profile={profile} errorM={errorM} neededM={neededM} staticM={staticM} works={works} />
            <figcaption>
                <ul class="head-key">
                    <li>
                        <svg class="symbol" width="22" height="14" aria-hidden="true">
                            <path class="head-line" d="M1 7H21" />
                        </svg>
                        {t('head.line')}
                    </li>
                    {errorM !== null && profile.head.length > 0 && (
                        <li>
                            <svg class="symbol" width="22" height="14" aria-hidden="true">
                                <rect class="head-error" x="1" y="2" width="20" height="10" />
                            </svg>
                            {t('head.error', { m: quantity(errorM, 'metres', 1) })}
                        </li>
                    )}
                    {staticM !== null && (
                        <li>
                            <svg class="symbol" width="22" height="14" aria-hidden="true">
                                <path class="head-static" d="M1 7H21" />
                            </svg>
                            {t('head.staticLine')}
                        </li>
                    )}
                    {[...new Set(profile.kinds.map((k) => k.kind))].map((kind) => {
                        const entry = kindEntry(kind);
                        return (
                            <li key={kind} data-kind={kind}>
                                <Symbol
                                    shape={entry?.symbol ?? 'line'}
                                    colour={entry ? colourOf(entry) : 'var(--bar)'}
                                    line
                                />
                                {className('way', kind)}
                            </li>
                        );
                    })}
                </ul>
                {profile.head.length === 0 && <p class="caption">{t('head.lineUnknown')}</p>}
                {profile.below.length > 0 && (
                    <p class="caption below">
                        {t('head.below', {
                            m: distance(profile.below.reduce((sum, b) => sum + b.to - b.from, 0)),
                        })}
                    </p>
                )}
                <Table profile={profile} works={works} />
            </figcaption>
        </figure>
    );
}

function Table({ profile, works }: { profile: Profile; works: string }) {
    const rows = mainStations(profile);
    const place = (s: Station, i: number): string =>
        i === 0 ? works : i === rows.length - 1 ? t('head.tap') : s.code !== '' ? s.code : className('way', s.kind);
    const m = (v: number | null): string => (v === null ? t('unknown') : decimals(v, 1));
    return (
        <details>
            <summary>{t('head.asTable')}</summary>
            <table class="small-table head-table">
                <thead>
                    <tr>
                        <th scope="col">{t('head.place')}</th>
                        <th scope="col" class="num">
                            {t('head.along')}
                        </th>
                        <th scope="col" class="num">
                            {t('head.ground')}
                        </th>
                        <th scope="col" class="num">
                            {t('head.headAt')}
                        </th>
                        <th scope="col" class="num">
                            {t('head.pressure')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map((s, i) => (
                        <tr key={i}>
                            <th scope="row">{place(s, i)}</th>
                            <td class="num">{decimals(s.m, 0)}</td>
                            <td class="num">{m(s.groundM)}</td>
                            <td class="num">{m(s.headM)}</td>
                            <td class="num">{m(pressure(s))}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </details>
    );
}

function Chart({
    way,
    profile,
    errorM,
    neededM,
    staticM,
    works,
}: Omit<Props, 'level'> & { profile: Profile; works: string }) {
    const { at, handlers } = useProfileWalk(way, profile.lengthM, { width: WIDTH, left: LEFT, right: RIGHT });
    const place = useComputed(() => (at.value === null ? null : stationAt(profile, at.value)));
    const { lengthM, stations } = profile;
    const tap = stations.at(-1);
    const levelM = staticM !== null && tap && tap.groundM !== null ? tap.groundM + staticM : null;
    const spare = errorM ?? 0;
    const all = stations.flatMap((s) => [
        ...(s.groundM === null ? [] : [s.groundM]),
        ...(s.headM === null ? [] : [s.headM - spare, s.headM + spare]),
    ]);
    if (levelM !== null) all.push(levelM);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    // What is flat is not blown up into mountains: at least 20 m from bottom to top.
    const more = Math.max(0, 20 - (high - low)) / 2 + (high - low) * 0.06;
    const [bottom, top] = [low - more, high + more];
    const x = (m: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * m) / Math.max(1, lengthM);
    const y = (h: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (h - bottom)) / (top - bottom);
    const line = (points: readonly (readonly [number, number])[], by = 0): string =>
        points.map(([m, h]) => `${x(m).toFixed(1)} ${y(h + by).toFixed(1)}`).join('L');
    const said = (s: Station | null): string => {
        if (!s) return '';
        const p = pressure(s);
        return t('head.at', {
            m: distance(s.m),
            ground: s.groundM === null ? t('unknown') : height(s.groundM),
            head: s.headM === null ? t('unknown') : height(s.headM),
            pressure: p === null ? t('unknown') : quantity(p, 'metres', 1),
        });
    };
    const here = place.value;
    const start = stations[0] ?? null;
    return (
        <div class="way-chart">
            <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="slider"
                tabIndex={0}
                aria-label={t('head.profile', {
                    length: distance(lengthM),
                    from: works,
                    start: said(start),
                    end: said(tap ?? null),
                })}
                aria-valuemin={0}
                aria-valuemax={Math.round(lengthM)}
                aria-valuenow={Math.round(at.value ?? 0)}
                aria-valuetext={said(here ?? start)}
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
                        y={HEIGHT - BOTTOM + 14}
                        text-anchor={m === 0 ? 'start' : x(m) > WIDTH - 30 ? 'end' : 'middle'}
                    >
                        {m === 0 ? '0' : distance(m)}
                    </text>
                ))}
                <text class="tick axis" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 3} text-anchor="middle">
                    {t('head.axisAlong')}
                </text>
                <text class="tick axis" x={2} y={11}>
                    {t('head.axisHeight')}
                </text>
                <text class="tick works" x={LEFT + 50} y={11}>
                    {works}
                </text>
                <text class="tick works" x={WIDTH - RIGHT} y={11} text-anchor="end">
                    {t('head.tap')}
                </text>
                {profile.ground.map((part, i) => (
                    <path
                        key={i}
                        class="ground"
                        d={`M${x(part[0]![0]).toFixed(1)} ${HEIGHT - BOTTOM}L${line(part)}L${x(part.at(-1)![0]).toFixed(1)} ${HEIGHT - BOTTOM}Z`}
                    />
                ))}
                {profile.kinds.map(({ kind, from, to }) => {
                    const entry = kindEntry(kind);
                    return (
                        <path
                            key={from}
                            d={`M${x(from)} ${HEIGHT - BOTTOM}H${x(to)}`}
                            stroke={entry ? colourOf(entry) : 'var(--bar)'}
                            stroke-width="4"
                            stroke-dasharray={entry?.dash.join(' ') || undefined}
                        />
                    );
                })}
                {profile.below.map(({ from, to }) => (
                    <rect
                        key={from}
                        class="below"
                        x={x(from)}
                        width={Math.max(1, x(to) - x(from))}
                        y={TOP}
                        height={HEIGHT - TOP - BOTTOM}
                    />
                ))}
                {levelM !== null && <path class="head-static" d={`M${LEFT} ${y(levelM)}H${WIDTH - RIGHT}`} />}
                {errorM !== null &&
                    profile.head.map((part, i) => (
                        <path
                            key={i}
                            class="head-error"
                            d={`M${line(part, errorM)}L${line([...part].reverse(), -errorM)}Z`}
                        />
                    ))}
                {profile.head.map((part, i) => (
                    <path key={i} class="head-line" d={`M${line(part)}`} />
                ))}
                {neededM !== null && tap && tap.groundM !== null && (
                    <path
                        class="needed"
                        d={`M${x(lengthM) - 5} ${y(tap.groundM + neededM)}H${x(lengthM) + 5}M${x(lengthM)} ${y(tap.groundM)}V${y(tap.groundM + neededM)}`}
                    />
                )}
                {here && (
                    <>
                        <path class="cursor" d={`M${x(here.m)} ${TOP}V${HEIGHT - BOTTOM}`} />
                        {here.groundM !== null && <circle class="cursor" cx={x(here.m)} cy={y(here.groundM)} r="3.5" />}
                        {here.headM !== null && <circle class="cursor" cx={x(here.m)} cy={y(here.headM)} r="3.5" />}
                    </>
                )}
            </svg>
            <p class="caption num way-here">{here ? said(here) : t('way.hint')}</p>
        </div>
    );
}
