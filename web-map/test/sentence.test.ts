import { beforeEach, describe, expect, it } from 'vitest';
import { fillSentence, shownValue, stepSentence, thresholdValue, unitOf } from '../src/state/sentence';
import { useWords } from '../src/state/words';

const distance = { id: 'distance_m', type: 'NUMBER' as const, unit: 'm', decimals: 1, scheme: '', codes: [] };

describe('a reason', () => {
    beforeEach(() =>
        useWords('en', { class: { supply_radius_screen: { beyond_radius: 'Beyond the supply radius' } } }),
    );

    it('reads as a sentence with units, classes and thresholds', () => {
        const limit = {
            name: 'road.household.distance_m',
            value: 500,
            unit: 'm',
            source: {},
            clause: {},
            note: {},
            date: '',
            confidence: 'H',
            confirm: false,
        };
        const row = { distance_m: 742.4, radius_screen: 'beyond_radius' };
        const info = (name: string) =>
            name === 'distance_m'
                ? distance
                : { ...distance, id: name, type: 'CLASS' as const, scheme: 'supply_radius_screen' };
        expect(
            fillSentence(
                '{distance_m} away, setting {threshold:road.household.distance_m} ({radius_screen}).',
                row,
                info,
                [limit],
            ),
        ).toBe('742 m away, setting 500 m (Beyond the supply radius).');
    });

    it('says a dash for what is absent, never a zero', () => {
        expect(fillSentence('{distance_m}, {threshold:nothing}', { distance_m: null }, () => distance, [])).toBe(
            '—, —',
        );
        expect(shownValue(Number.NaN, 'distance_m', distance)).toBe('—');
    });

    it('knows the unit by the end of the name, and keeps heights in metres', () => {
        expect(unitOf('transformer_distance_m')).toBe('m');
        expect(unitOf('voltage_low_limit_v')).toBe('V');
        useWords('en', { map: { unit: { metres: 'm' } } });
        expect(shownValue(2963, 'elevation_m')).toBe('2,963 m');
        expect(shownValue(2963, 'distance_m', distance)).toBe('2.96 km');
    });

    it('says the settings of rules in words, whatever kind of value they have', () => {
        useWords('en', {
            map: { yes: 'yes', data: { listComma: ', ' } },
            value: { 'water.zone': { rich: 'rich in water' }, 'walking.barriers': { river: 'rivers', lake: 'lakes' } },
            code: { road_segment: { surface: { cement: 'cement' } } },
        });
        const value = (name: string, v: unknown) => thresholdValue({ name, value: v, unit: '' } as never);
        expect(value('water.zone', 'rich')).toBe('rich in water');
        expect(value('walking.barriers', ['river', 'lake'])).toBe('rivers, lakes');
        expect(value('road.surface', 'cement')).toBe('cement');
        expect(value('x.flag', true)).toBe('yes');
        expect(value('x.limit', 12)).toBe('12');
    });

    it('does not repeat a code that the name of a road holds', () => {
        useWords('en', { reason: { 'road.access': { step: 'Nearest: road {road_code} {road_name}, {surface}.' } } });
        const step = (road_code: string, road_name: string) =>
            stepSentence({
                key: 'road.access.step',
                texts: { road_code, road_name, surface: 'cement' },
                numbers: {},
                thresholds: [],
            });
        expect(step('X901', '县道X901')).toBe('Nearest: road 县道X901, cement.');
        expect(step('R7', '乡道 township road')).toBe('Nearest: road R7 township road, cement.');
    });
});
