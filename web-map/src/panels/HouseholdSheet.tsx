import { Droplets, House, Route, Sprout, Zap } from 'lucide';
import { type HouseholdDetail, type NeedResult, VERDICTS, type VerdictCode } from '../api/types';
import { codes, columnInfoOf } from '../state/county';
import { quantity, value } from '../state/format';
import { walkText } from '../state/going';
import { here, household, rowOf } from '../state/household';
import { NEEDS } from '../state/needs';
import { nextStep } from '../state/nextStep';
import {
    findThreshold,
    reasonSentence,
    shownValue,
    stepSentence,
    thresholdsOf,
    thresholdValue,
} from '../state/sentence';
import { modeOf } from '../state/results';
import { trialExplanation, trialKind, trialRow } from '../state/trial';
import { mode, selection } from '../state/view';
import { findWord, lang, t } from '../state/words';
import { placeName } from '../state/placeNames';
import { CropClasses } from './CropClasses';
import { GoingToPlaces } from './GoingToPlaces';
import { Icon } from './Icon';
import { analysisName, codeWord, columnName, industryName } from './names';
import { Waiting } from './Sheet';
import { ClassMark, className, VerdictChip } from './verdicts';
import { SAID_OF_VOLTAGE, VoltageBeside } from './power/VoltageCard';
import { Indicators, SAID_OF_WATER, WaterBeside } from './water/WaterCard';
import { WayProfile } from './WayProfile';

/** Columns that an analysis's own card says. */
const SAID: Readonly<Record<string, ReadonlySet<string>>> = {
    'water.access': SAID_OF_WATER,
    'power.voltage': SAID_OF_VOLTAGE,
};

const ICON = { 'road.access': Route, 'water.access': Droplets, 'power.voltage': Zap } as const;

export function HouseholdSheet() {
    const what = selection.value;
    const one = household.value;
    if (what?.kind !== 'household') return null;
    if (one?.code !== what.code) return <Waiting />;
    const { group, village, township } = one.units;
    const attribute = (name: string) => one.attributes.find((a) => a.name === name)?.value;
    const registered = attribute('people_registered');
    const resident = attribute('people_resident');
    // What the screen asks about comes first.
    const asked = NEEDS.filter((need) => modeOf(need.analysis) === mode.value);
    const needs = [...asked, ...NEEDS.filter((need) => !asked.includes(need))].flatMap((need) =>
        one.results.filter((r) => r.analysis === need.analysis && r.verdictColumn),
    );
    const others = one.results.filter((r) => r.verdictColumn === 'verdict' && !needs.includes(r));
    return (
        <>
            <SamePlace code={one.code} />
            <h1 class="big num">{one.code}</h1>
            <p class="where">
                {[township, village, group].flatMap((u) => (u ? [placeName(u.name)] : [])).join(' › ') ||
                    t('sheet.noUnit')}
            </p>
            <dl class="facts inline">
                <div>
                    <dt>{t('sheet.altitude')}</dt>
                    <dd class="num">
                        {one.position?.altitudeM == null
                            ? t('unknown')
                            : quantity(Math.round(one.position.altitudeM), 'metres')}
                    </dd>
                </div>
                <div>
                    <dt>{t('sheet.people')}</dt>
                    <dd class="num">
                        {registered == null
                            ? t('unknown')
                            : t('sheet.peopleLine', {
                                  registered: String(registered),
                                  resident: resident == null ? '–' : String(resident),
                              })}
                    </dd>
                </div>
                <div>
                    <dt>{t('sheet.position')}</dt>
                    <dd class="num">{one.position ? positionText(one.position) : t('sheet.noPosition')}</dd>
                </div>
            </dl>
            {[...needs, ...others].map((result) => (
                <NeedSection key={result.analysis} result={result} one={one} />
            ))}
            <Livelihood one={one} />
            <details class="record">
                <summary>
                    <Icon of={House} size={16} />
                    {t('sheet.record')}
                </summary>
                <dl class="facts">
                    {one.attributes
                        .filter((a) => a.value !== null && a.value !== '')
                        .map((a) => (
                            <>
                                <dt>{findWord(`attribute.${a.name}`) ?? a.name}</dt>
                                <dd class="num">
                                    {a.value === 'yes' || a.value === 'no'
                                        ? t(a.value)
                                        : typeof a.value === 'string'
                                          ? codeWord('household', a.name, a.value)
                                          : value(a.value, a.unit)}
                                </dd>
                            </>
                        ))}
                </dl>
            </details>
        </>
    );
}

function positionText(p: NonNullable<HouseholdDetail['position']>): string {
    const source = p.source ? codeWord('household', 'position_source', p.source) : '';
    return (
        [source, p.errorM == null ? '' : `± ${quantity(p.errorM, 'm')}`].filter(Boolean).join(' ') ||
        t('sheet.onRecord')
    );
}

/** Households that share one symbol, one behind the other: they would otherwise be out of reach of the pointer. */
function SamePlace({ code }: { code: string }) {
    const rows = here.value;
    if (rows.length < 2 || !rows.includes(rowOf(code))) return null;
    return (
        <label class="same-place">
            <span>{t('sheet.samePlace', { n: String(rows.length) })}</span>
            <select
                value={code}
                onChange={(event) => (selection.value = { kind: 'household', code: event.currentTarget.value })}
            >
                {rows.slice(0, 200).map((row) => (
                    <option key={row} value={codes.value?.[row]}>
                        {codes.value?.[row]}
                    </option>
                ))}
            </select>
        </label>
    );
}

const verdictOf = (result: NeedResult): VerdictCode =>
    VERDICTS.find((v) => v === result.row[result.verdictColumn ?? '']) ?? 'unknown';

/** A result as it is shown: while its analysis is on trial, as it would be. */
function asTried(given: NeedResult, code: string): NeedResult {
    const tried = trialKind.value?.analysis === given.analysis ? trialRow(given.table, code) : undefined;
    if (!tried) return given;
    const explanation = trialExplanation(code) ?? given.explanation;
    return { ...given, row: { ...given.row, ...tried }, explanation };
}

function NeedSection({ result: given, one }: { result: NeedResult; one: HouseholdDetail }) {
    const result = asTried(given, one.code);
    const icon = ICON[result.analysis as keyof typeof ICON];
    const verdict = verdictOf(result);
    const reason = result.reasonColumn ? result.row[result.reasonColumn] : null;
    const fix = typeof reason === 'string' ? nextStep(result.analysis, reason, result.row) : undefined;
    const links = one.links.filter((l) => l.analysis === result.analysis);
    const numbers = Object.entries(result.row).filter(
        ([name]) =>
            name !== result.verdictColumn && name !== result.reasonColumn && SAID[result.analysis]?.has(name) !== true,
    );
    const named = (result.explanation?.steps ?? []).flatMap((s) => s.thresholds);
    const rules = named.length
        ? [...new Set(named)].flatMap((name) => findThreshold(name) ?? [])
        : thresholdsOf(result.analysis);
    return (
        <section class={`need-section verdict-edge-${verdict}`} data-analysis={result.analysis} data-verdict={verdict}>
            <div class="need-head">
                {icon && <Icon of={icon} />}
                <h2>{analysisName(result.analysis)}</h2>
                <VerdictChip of={verdict} />
            </div>
            {typeof reason === 'string' && (
                <p class="sentence">{reasonSentence(result.analysis, reason, result.row)}</p>
            )}
            {result.analysis === 'water.access' && <Indicators result={result} one={one} />}
            {result.analysis !== 'power.voltage' && (result.explanation?.way.length ?? 0) > 0 && (
                <WayProfile way={result.explanation!.way} />
            )}
            {result.analysis === 'road.access' && columnInfoOf(result.analysis, 'walk_to_min') && (
                <dl class="facts on-foot">
                    <dt>{t('going.walk')}</dt>
                    <dd class="num strong">{walkText(result.row)}</dd>
                    {columnInfoOf(result.analysis, 'way_m') && typeof result.row.way_m !== 'number' && (
                        <>
                            <dt>{t('going.way')}</dt>
                            <dd class="strong">{t('going.noWay')}</dd>
                        </>
                    )}
                </dl>
            )}
            {fix && <p class="fix">{fix}</p>}
            {result.analysis === 'road.access' && <GoingToPlaces code={one.code} />}
            {result.analysis === 'water.access' && <WaterBeside one={one} />}
            {result.analysis === 'power.voltage' && <VoltageBeside one={one} result={given} />}
            <details>
                <summary>{t('sheet.why')}</summary>
                {(result.explanation?.steps.length ?? 0) > 0 && (
                    <ol class="steps">
                        {result.explanation!.steps.map((step, i) => (
                            <li key={i}>{stepSentence(step)}</li>
                        ))}
                    </ol>
                )}
                <dl class="facts">
                    {numbers.map(([name, v]) => {
                        const info = columnInfoOf(result.analysis, name);
                        return (
                            <>
                                <dt>
                                    {info ? columnName(result.analysis, info) : (findWord(`column.${name}`) ?? name)}
                                </dt>
                                <dd class="num">
                                    {info?.type === 'CLASS' && typeof v === 'string' ? (
                                        <ClassMark scheme={info.scheme} code={v} />
                                    ) : (
                                        shownValue(v, name, info)
                                    )}
                                </dd>
                            </>
                        );
                    })}
                    {links.map((l) => (
                        <>
                            <dt>{t('sheet.linked')}</dt>
                            <dd class="num">
                                {l.to} {l.value !== null && `· ${quantity(l.value, 'm')}`}
                            </dd>
                        </>
                    ))}
                </dl>
                {rules.length > 0 && (
                    <div class="rules">
                        <h3>{t('sheet.rules')}</h3>
                        <ul>
                            {rules.map((rule) => (
                                <li key={rule.name}>
                                    <span class="num strong">{thresholdValue(rule)}</span>{' '}
                                    {findWord(`standard.threshold.${rule.name}`) ??
                                        findWord(`threshold.${rule.name}`) ??
                                        rule.name}
                                    <small>
                                        {[
                                            rule.source[lang()],
                                            rule.clause[lang()],
                                            rule.date,
                                            findWord(`confidence.${rule.confidence}`),
                                        ]
                                            .filter(Boolean)
                                            .join(' · ')}
                                    </small>
                                    {rule.note[lang()] && <small>{rule.note[lang()]}</small>}
                                    {(rule.confirm || rule.confidence === 'GK') && (
                                        <small class="confirm">{t('sheet.toConfirm')}</small>
                                    )}
                                </li>
                            ))}
                        </ul>
                    </div>
                )}
            </details>
        </section>
    );
}

type Industry = HouseholdDetail['industries'][number];

function IndustryRow({ industry }: { industry: Industry }) {
    const reasons = industry.reasons.map(
        (key) =>
            findWord(`reason.${key}`) ?? findWord(`reason.industry.match.${key}`) ?? className('limiting_factor', key),
    );
    return (
        <li>
            <span class="grow">
                {industryName(industry.id)}
                <small>{reasons.join(t('sheet.reasonJoin'))}</small>
            </span>
            {industry.match && <ClassMark scheme="match_class" code={industry.match} />}
        </li>
    );
}

function Livelihood({ one }: { one: HouseholdDetail }) {
    const fits = one.industries
        .filter((i) => i.match && !['rejected', 'not_assessed', 'unknown'].includes(i.match))
        .sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
    const rest = one.industries.filter((i) => !fits.includes(i));
    return (
        <section class="livelihood">
            <div class="need-head">
                <Icon of={Sprout} />
                <h2>{t('sheet.livelihood')}</h2>
            </div>
            {one.industries.length === 0 && one.plots.length === 0 && <p class="caption">{t('sheet.noLivelihood')}</p>}
            {one.industries.length > 0 && fits.length === 0 && <p class="caption">{t('sheet.noIndustryFits')}</p>}
            {fits.length > 0 && (
                <ol class="industries">
                    {fits.slice(0, 8).map((industry) => (
                        <IndustryRow key={industry.id} industry={industry} />
                    ))}
                </ol>
            )}
            {rest.length + Math.max(0, fits.length - 8) > 0 && (
                <details>
                    <summary>
                        {t('sheet.otherIndustries', { n: String(rest.length + Math.max(0, fits.length - 8)) })}
                    </summary>
                    <ul class="industries">
                        {[...fits.slice(8), ...rest].map((industry) => (
                            <IndustryRow key={industry.id} industry={industry} />
                        ))}
                    </ul>
                </details>
            )}
            {one.plots.map((plot) => (
                <div key={plot.code} class="plot">
                    <h3>
                        <span class="num">{plot.code}</span>
                        <small>
                            {[
                                plot.areaMu === null ? '' : quantity(plot.areaMu, 'mu', 1),
                                plot.landClass ? codeWord('plot', 'land_class', plot.landClass) : '',
                            ]
                                .filter(Boolean)
                                .join(' · ')}
                        </small>
                    </h3>
                    <CropClasses list={plot.best} />
                </div>
            ))}
        </section>
    );
}
