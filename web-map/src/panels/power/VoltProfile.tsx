import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Stretch } from '../../api/types';
import { schemes } from '../../state/county';
import { decimals, distance, quantity } from '../../state/format';
import { type VoltProfile as Profile, type VoltSection, voltProfileOf, voltRange, voltsAt } from '../../state/volts';
import { ticks } from '../../state/way';
import { lineRow, wantLines } from '../../state/wires';
import { findWord, t } from '../../state/words';
import { useProfileWalk } from '../profileWalk';
import { Symbol } from '../Symbol';
import { className, colourOf } from '../verdicts';

const WIDTH = 340;
const HEIGHT = 186;
const LEFT = 40;
const RIGHT = 10;
const TOP = 22;
const BOTTOM = 34;

interface Props {
    way: readonly Stretch[];
    /** As it is on record, where {@code way} is what would be. */
    was?: readonly Stretch[] | undefined;
    lowV: number | null;
    highV: number | null;
    transformer: string;
}

const kindEntry = (kind: string) => schemes.value.way?.find((e) => e.code === kind);
const volts = (v: number | null): string => (v === null ? t('power.none') : quantity(v, 'V', 1));

/** What a stretch of wire is: its kind, its line, its conductor, and what flows in it. */
export function sectionText({ kind, code, numbers }: VoltSection): string {
    const row = code === '' ? undefined : lineRow(code);
    const wire =
        typeof row?.wire === 'string' && row.wire !== ''
            ? row.wire_source === 'assumed'
                ? `${row.wire} (${findWord('class.wire_source.assumed')})`
                : row.wire
            : typeof numbers.wire_mm2 === 'number'
              ? quantity(numbers.wire_mm2, 'mm²', 0)
              : '';
    return [
        `${className('way', kind)} ${code}`.trim(),
        wire,
        typeof numbers.amperes === 'number' ? quantity(numbers.amperes, 'A', 0) : '',
        typeof numbers.customers === 'number' ? t('power.customersBeyond', { n: decimals(numbers.customers, 0) }) : '',
    ]
        .filter(Boolean)
        .join(' · ');
}

/** Volts from the transformer to the door, with the legal band. Pointer, finger and arrow keys walk along; a table says the same. */
export function VoltProfile({ way, was: given, lowV, highV, transformer }: Props) {
    // Who hangs on nothing on record has no line of before.
    const was = given && given.length > 0 ? given : undefined;
    const profile = voltProfileOf(way, lowV);
    const codes = way.map((stretch) => stretch.code).join(' ');
    useEffect(() => wantLines(codes.split(' ')), [codes]);
    if (profile.middle.length === 0 && profile.band.length === 0) return <p class="caption">{t('power.noProfile')}</p>;
    const kinds = [...new Set(profile.sections.map((s) => s.kind))];
    return (
        <figure class="way volts" data-below={profile.belowFromM === null ? 'no' : 'yes'}>
            <Chart way={way} was={was} profile={profile} lowV={lowV} highV={highV} transformer={transformer} />
            <figcaption>
                <ul class="head-key">
                    <li>
                        <svg class="symbol" width="22" height="14" aria-hidden="true">
                            <path class="volt-line" d="M1 7H21" />
                        </svg>
                        {t('power.middleLine')}
                    </li>
                    {profile.band.length > 0 && (
                        <li>
                            <svg class="symbol" width="22" height="14" aria-hidden="true">
                                <rect class="volt-band" x="1" y="2" width="20" height="10" />
                            </svg>
                            {t('power.band')}
                        </li>
                    )}
                    <li>
                        <svg class="symbol" width="22" height="14" aria-hidden="true">
                            <path class="volt-limit" d="M1 7H21" />
                        </svg>
                        {t('power.limits')}
                    </li>
                    {was && (
                        <li>
                            <svg class="symbol" width="22" height="14" aria-hidden="true">
                                <path class="volt-was" d="M1 7H21" />
                            </svg>
                            {t('power.wasLine')}
                        </li>
                    )}
                    {kinds.map((kind) => {
                        const entry = kindEntry(kind);
                        return (
                            <li key={kind} data-kind={kind}>
                                <Symbol
                                    shape={entry?.dash.length ? 'dash' : 'line'}
                                    colour={entry ? colourOf(entry) : 'var(--bar)'}
                                    line
                                />
                                {className('way', kind)}
                            </li>
                        );
                    })}
                </ul>
                {profile.belowFromM !== null && lowV !== null && (
                    <p class="caption below">
                        {t('power.belowFrom', { v: quantity(lowV, 'V', 1), m: distance(profile.belowFromM) })}
                    </p>
                )}
                <Table profile={profile} />
            </figcaption>
        </figure>
    );
}

function Table({ profile }: { profile: Profile }) {
    const v = (one: number | null): string => (one === null ? '–' : decimals(one, 1));
    return (
        <details>
            <summary>{t('head.asTable')}</summary>
            <table class="small-table head-table">
                <thead>
                    <tr>
                        <th scope="col">{t('power.section')}</th>
                        <th scope="col" class="num">
                            {t('power.toM')}
                        </th>
                        <th scope="col" class="num">
                            {t('power.least')}
                        </th>
                        <th scope="col" class="num">
                            {t('power.middle')}
                        </th>
                        <th scope="col" class="num">
                            {t('power.most')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {profile.sections.map((section, i) => (
                        <tr key={i}>
                            <th scope="row">{sectionText(section)}</th>
                            <td class="num">{decimals(section.to.m, 0)}</td>
                            <td class="num">{v(section.to.leastV)}</td>
                            <td class="num">{v(section.to.middleV)}</td>
                            <td class="num">{v(section.to.mostV)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </details>
    );
}

function Chart({ way, was, profile, lowV, highV, transformer }: Props & { profile: Profile }) {
    const { lengthM } = profile;
    const { at, handlers } = useProfileWalk(way, lengthM, { width: WIDTH, left: LEFT, right: RIGHT });
    const here = useComputed(() => (at.value === null ? null : voltsAt(profile, at.value))).value;
    const before = was && voltProfileOf(was, lowV);
    const [bottom, top] = voltRange(profile, [lowV, highV, ...(before?.middle.flat().map(([, v]) => v) ?? [])]);
    const x = (m: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * m) / Math.max(1, lengthM);
    // What collapses ends at the floor of the picture.
    const y = (v: number): number =>
        Math.min(HEIGHT - BOTTOM, HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (v - bottom)) / (top - bottom));
    const line = (points: readonly (readonly [number, number])[]): string =>
        points.map(([m, v]) => `${x(Math.min(m, lengthM)).toFixed(1)} ${y(v).toFixed(1)}`).join('L');
    const said = (found: ReturnType<typeof voltsAt>): string =>
        found
            ? t('power.at', {
                  m: distance(found.at.m),
                  v: volts(found.at.middleV),
                  least: volts(found.at.leastV),
                  most: volts(found.at.mostV),
                  section: sectionText(found.section),
              })
            : '';
    const [start, end] = [voltsAt(profile, 0), voltsAt(profile, lengthM)];
    return (
        <div class="way-chart">
            <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="slider"
                tabIndex={0}
                aria-label={t('power.profile', {
                    length: distance(lengthM),
                    from: transformer,
                    start: volts(start?.at.middleV ?? null),
                    end: volts(end?.at.middleV ?? null),
                    low: lowV === null ? t('unknown') : volts(lowV),
                    high: highV === null ? t('unknown') : volts(highV),
                })}
                aria-valuemin={0}
                aria-valuemax={Math.round(lengthM)}
                aria-valuenow={Math.round(at.value ?? 0)}
                aria-valuetext={said(here ?? start)}
                {...handlers}
            >
                {lowV !== null && highV !== null && (
                    <rect
                        class="volt-legal"
                        x={LEFT}
                        width={WIDTH - LEFT - RIGHT}
                        y={y(highV)}
                        height={y(lowV) - y(highV)}
                    />
                )}
                {ticks(bottom, top, 4).map((v) => (
                    <g key={v}>
                        <path class="grid" d={`M${LEFT} ${y(v)}H${WIDTH - RIGHT}`} />
                        <text class="tick" x={LEFT - 4} y={y(v) + 4} text-anchor="end">
                            {decimals(v, 0)}
                        </text>
                    </g>
                ))}
                {ticks(0, lengthM, 4).map((m) => (
                    <text
                        key={m}
                        class="tick"
                        x={x(m)}
                        y={HEIGHT - BOTTOM + 16}
                        text-anchor={m === 0 ? 'start' : x(m) > WIDTH - 30 ? 'end' : 'middle'}
                    >
                        {m === 0 ? '0' : distance(m)}
                    </text>
                ))}
                <text class="tick axis" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 3} text-anchor="middle">
                    {t('power.axisAlong')}
                </text>
                <text class="tick axis" x={2} y={11}>
                    {t('power.axisVolts')}
                </text>
                <text class="tick works" x={LEFT + 24} y={11}>
                    {transformer}
                </text>
                <text class="tick works" x={WIDTH - RIGHT} y={11} text-anchor="end">
                    {t('power.door')}
                </text>
                {profile.band.map((part, i) => (
                    <path key={i} class="volt-band" d={`M${line(part)}Z`} />
                ))}
                {[lowV, highV].map(
                    (v, i) =>
                        v !== null && (
                            <g key={i}>
                                <path class="volt-limit" d={`M${LEFT} ${y(v)}H${WIDTH - RIGHT}`} data-limit={v} />
                                <text class="tick limit" x={WIDTH - RIGHT} y={y(v) - 3} text-anchor="end">
                                    {quantity(v, 'V', 1)}
                                </text>
                            </g>
                        ),
                )}
                {before?.middle.map((part, i) => (
                    <path key={i} class="volt-was" d={`M${line(part)}`} />
                ))}
                {profile.middle.map((part, i) => (
                    <path key={i} class="volt-line" d={`M${line(part)}`} />
                ))}
                {profile.sections.map((section, i) => {
                    const entry = kindEntry(section.kind);
                    return (
                        <path
                            key={i}
                            class="volt-section"
                            data-code={section.code}
                            d={`M${x(section.from.m)} ${HEIGHT - BOTTOM + 2}H${x(section.to.m)}`}
                            stroke={entry ? colourOf(entry) : 'var(--bar)'}
                            stroke-width="4"
                            stroke-dasharray={entry?.dash.join(' ') || undefined}
                        >
                            <title>{sectionText(section)}</title>
                        </path>
                    );
                })}
                {profile.sections.map(
                    ({ from, kind, code }, i) =>
                        i > 0 &&
                        (kind !== profile.sections[i - 1]!.kind || code !== profile.sections[i - 1]!.code) && (
                            <path key={i} class="border" d={`M${x(from.m)} ${HEIGHT - BOTTOM - 3}v8`} />
                        ),
                )}
                {here && (
                    <>
                        <path class="cursor" d={`M${x(here.at.m)} ${TOP}V${HEIGHT - BOTTOM}`} />
                        {here.at.middleV !== null && (
                            <circle class="cursor" cx={x(here.at.m)} cy={y(here.at.middleV)} r="3.5" />
                        )}
                    </>
                )}
            </svg>
            <p class="caption num way-here">{here ? said(here) : t('way.hint')}</p>
        </div>
    );
}
