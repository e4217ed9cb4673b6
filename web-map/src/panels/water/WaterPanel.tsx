import { columnInfo } from '../../state/columns';
import { schemes } from '../../state/county';
import { INDICATORS } from '../../state/indicators';
import { resultLayers, isOn, switchLayer } from '../../state/layers';
import { listKey, openTable } from '../../state/tabs';
import { mode } from '../../state/view';
import { findWord, t } from '../../state/words';
import { ClassStrip } from '../ClassStrip';
import { CountHere } from '../CountHere';
import { columnName } from '../names';
import { Distribution } from '../Needs';
import { OnTheMap } from '../RoadMap';
import { Symbol } from '../Symbol';
import { className, colourOf } from '../verdicts';
import { Assignment } from './Assignment';
import { SourceLoads } from './SourceLoads';

const ACCESS = 'water.access';
const ORDER = ['fails', 'basically_meets', 'unknown', 'meets'] as const;

/** The four indicators under one legend. */
export function IndicatorBars() {
    const entries = schemes.value.water_indicator ?? [];
    if (!columnInfo(ACCESS, 'quantity')) return null;
    return (
        <section class="block indicators-block">
            <div class="block-head">
                <h2>{t('water.indicators')}</h2>
            </div>
            {INDICATORS.map((id) => {
                const info = columnInfo(ACCESS, id);
                return (
                    info && (
                        <ClassStrip
                            key={id}
                            analysis={ACCESS}
                            column={id}
                            title={columnName(ACCESS, info)}
                            order={ORDER}
                        />
                    )
                );
            })}
            <p class="caption indicator-key">
                {entries.map((entry) => (
                    <span key={entry.code}>
                        <Symbol shape={entry.symbol} colour={colourOf(entry)} />{' '}
                        {className('water_indicator', entry.code)}
                    </span>
                ))}
            </p>
        </section>
    );
}

/** Findings and exposed places: on the map with one click, and as lists. */
export function PlacesOnMap() {
    const layers = resultLayers.value.filter((l) => l.points && l.only?.includes(mode.value));
    if (layers.length === 0) return null;
    return (
        <section class="block" data-part="places">
            <div class="block-head">
                <h2>{t('water.places')}</h2>
            </div>
            <ul class="plain-list">
                {layers.map((layer) => {
                    const shown = isOn(layer, mode.value);
                    const name = findWord(layer.nameKey) ?? layer.id;
                    return (
                        <li key={layer.id} class="two">
                            <button
                                type="button"
                                class="line"
                                data-layer={layer.id}
                                onClick={() => openTable(listKey(layer.points!))}
                            >
                                <span class="grow">{name}</span>
                                <CountHere of={layer.points!} />
                            </button>
                            <button
                                type="button"
                                class="on-map-switch"
                                aria-pressed={shown}
                                aria-label={`${name}: ${shown ? t('overview.onMap') : t('overview.showOnMap')}`}
                                onClick={() => switchLayer(layer.id, !shown)}
                            >
                                {shown ? t('overview.onMap') : t('overview.showOnMap')}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}

/** All that the water screen shows beside the verdict. */
export function WaterPanel() {
    return (
        <>
            <IndicatorBars />
            <SourceLoads />
            <Assignment />
            <Distribution title={t('water.taps')} analysis="water.pipes" column="tap" />
            <Distribution title={t('water.exposedPipes')} analysis="water.exposure" column="exposure" />
            <OnTheMap lines="pipes" more={['water-works']} />
            <PlacesOnMap />
        </>
    );
}
