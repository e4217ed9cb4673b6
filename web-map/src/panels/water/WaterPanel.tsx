import { columnInfo } from '../../state/columns';
import { schemes } from '../../state/county';
import { INDICATORS } from '../../state/indicators';
import { t } from '../../state/words';
import { ClassStrip } from '../ClassStrip';
import { columnName } from '../names';
import { Distribution } from '../Needs';
import { PlacesOnMap } from '../PlacesOnMap';
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
            <PlacesOnMap title={t('water.places')} />
        </>
    );
}
