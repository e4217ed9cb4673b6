import type { HouseholdDetail, NeedResult } from '../../api/types';
import { columnInfoOf } from '../../state/county';
import { quantity } from '../../state/format';
import { INDICATORS, indicatorNumbers, otherReadings } from '../../state/indicators';
import { reasonSentence } from '../../state/sentence';
import { findWord, t } from '../../state/words';
import { columnName } from '../names';
import { ClassMark } from '../verdicts';
import { FeatureLink } from '../FeatureLink';
import { TapHead } from './TapHead';

/** Columns that the card says in its own way; the list behind 'why' leaves them out. */
export const SAID_OF_WATER: ReadonlySet<string> = new Set([
    ...INDICATORS,
    'convenience_literal',
    'quantity_if_rich',
    'quantity_if_short',
    'jmp',
]);

const SCHEME = 'water_indicator';

/** The four indicators, each with what it rests on and with what another reading of the standard would make of it. */
export function Indicators({ result, one }: { result: NeedResult; one: HouseholdDetail }) {
    const { row } = result;
    if (!columnInfoOf(result.analysis, 'quantity')) return null;
    const name = (column: string): string => {
        const info = columnInfoOf(result.analysis, column);
        return info ? columnName(result.analysis, info) : column;
    };
    return (
        <>
            <dl class="indicators">
                {INDICATORS.map((id) => (
                    <div key={id} data-indicator={id} data-class={String(row[id] ?? 'unknown')}>
                        <dt>{name(id)}</dt>
                        <dd>
                            <ClassMark scheme={SCHEME} code={String(row[id] ?? 'unknown')} />
                            <small class="num">{indicatorNumbers(id, row, one.attributes).join(' · ')}</small>
                            {otherReadings(id, row).map((reading) => (
                                <small key={reading.column} class="reading" data-reading={reading.column}>
                                    {name(reading.column)}: <ClassMark scheme={SCHEME} code={reading.code} />
                                </small>
                            ))}
                        </dd>
                    </div>
                ))}
                {typeof row.jmp === 'string' && (
                    <div data-indicator="jmp">
                        <dt>{name('jmp')}</dt>
                        <dd>
                            <ClassMark scheme="jmp_ladder" code={row.jmp} />
                        </dd>
                    </div>
                )}
            </dl>
        </>
    );
}

const resultOf = (one: HouseholdDetail, analysis: string): NeedResult | undefined =>
    one.results.find((r) => r.analysis === analysis && r.table === 'household');

/** Where the household's water comes from or could come from, the head at its tap, and what threatens it. */
export function WaterBeside({ one }: { one: HouseholdDetail }) {
    return (
        <>
            <Source one={one} />
            <TapHead one={one} />
            <Threats one={one} />
        </>
    );
}

function Source({ one }: { one: HouseholdDetail }) {
    const row = resultOf(one, 'water.sources')?.row;
    const access = resultOf(one, 'water.access')?.row;
    if (!row) return null;
    const source = [row.source_code, access?.source_code].find((v) => typeof v === 'string' && v !== '');
    const minutes = [row.round_trip_min, access?.round_trip_min].find((v) => typeof v === 'number');
    return (
        <section class="beside" data-part="source">
            <h3>{t('water.source')}</h3>
            <dl class="facts">
                {typeof row.status === 'string' && (
                    <>
                        <dt>{t('water.status')}</dt>
                        <dd>
                            <ClassMark scheme="water_assignment" code={row.status} />
                        </dd>
                    </>
                )}
                <dt>{t('water.sourceCode')}</dt>
                <dd>
                    {typeof source === 'string' ? (
                        <FeatureLink layer="water_facility" code={source} />
                    ) : (
                        <span class="soft">{t('water.sourceUnknown')}</span>
                    )}
                </dd>
                {typeof minutes === 'number' && (
                    <>
                        <dt>{t('water.thereAndBack')}</dt>
                        <dd class="num">{quantity(minutes, 'minutes', minutes < 9.95 ? 1 : 0)}</dd>
                    </>
                )}
            </dl>
        </section>
    );
}

/** Exposed pipes and refuse above, where anything is to be said of them. */
function Threats({ one }: { one: HouseholdDetail }) {
    const parts = [
        { analysis: 'water.exposure', column: 'exposure', scheme: 'exposure', title: t('water.exposure') },
        { analysis: 'water.contamination', column: 'contamination', scheme: 'contamination', title: t('water.refuse') },
    ] as const;
    const told = parts.flatMap((part) => {
        const row = resultOf(one, part.analysis)?.row;
        const code = row?.[part.column];
        return row && typeof code === 'string' ? [{ ...part, row, code }] : [];
    });
    if (told.length === 0) return null;
    return (
        <section class="beside" data-part="threats">
            <h3>{t('water.threats')}</h3>
            <dl class="facts">
                {told.map(({ analysis, scheme, title, row, code }) => (
                    <>
                        <dt>{title}</dt>
                        <dd>
                            <ClassMark scheme={scheme} code={code} />
                            {typeof row.reason === 'string' && findWord(`reason.${analysis}.${row.reason}`) && (
                                <small>{reasonSentence(analysis, row.reason, row)}</small>
                            )}
                        </dd>
                    </>
                ))}
            </dl>
        </section>
    );
}
