import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import type { Row } from '../src/api/types';
import { isNamed, rowName } from '../src/panels/names';
import { takeUnits } from '../src/state/county';
import { pipesBySize, tanksOf } from '../src/state/project';
import { useWords } from '../src/state/words';

/** Source at 0, break-pressure tank at 1, storage tank at 2, a branch to each of two houses; head in metres above the sea. */
const at = (from: number, to: number, begins: number, ends: number, mm = 25, m = 100): Row => ({
    code: `p${from}${to}`,
    lon: from,
    lat: 0,
    to_lon: to,
    to_lat: 0,
    head_from_m: begins,
    head_to_m: ends,
    diameter_mm: mm,
    class_mpa: 1,
    length_m: m,
});
const PIPES = [at(0, 1, 900, 899.8), at(1, 2, 850, 849.9), at(2, 3, 800, 799, 20, 40), at(2, 4, 800, 798, 20, 60.5)];
const project = (breaks: number): Row => ({ code: 'water:G1-2', lon: 2, lat: 0, break_pressure_tanks: breaks });

describe('a proposed project', () => {
    it('has its tanks where the head line begins anew: the storage tank at its own place', () => {
        expect(tanksOf(project(1), PIPES)).toEqual([
            { kind: 'break', lon: 1, lat: 0 },
            { kind: 'tank', lon: 2, lat: 0 },
        ]);
    });

    it('shows no tank at all rather than a wrong one', () => {
        expect(tanksOf(project(2), PIPES)).toEqual([]);
        expect(tanksOf({ ...project(1), lon: 9 }, PIPES)).toEqual([]);
        expect(tanksOf({ code: 'hose:W1' }, [])).toEqual([]);
    });

    it('sums its pipes by size, the widest first', () => {
        expect(pipesBySize(PIPES)).toEqual([
            { mm: 25, classMpa: 1, m: 200 },
            { mm: 20, classMpa: 1, m: 100.5 },
        ]);
    });
});

describe('a row whose code is put together', () => {
    beforeEach(() => {
        useWords('en', { ...(en as object), class: { exposure_cause: { gully: 'Gully' } } } as never);
        takeUnits({ townships: [], villages: [], groups: [{ code: 'G1', name: '长沟1组 Changgou Group 1' }] } as never);
    });

    it('goes by words', () => {
        expect(rowName(undefined, { code: 'water:G1-2' }, 'water_project')).toBe('Changgou Group 1, no. 2');
        expect(rowName(undefined, { code: 'hose:W3', source_code: 'W3' }, 'water_project')).toBe('Hoses from W3');
        expect(rowName(undefined, { code: 'water:G1-2-pipe-007' }, 'water_project_pipe')).toBe(
            'Changgou Group 1, no. 2, pipe 7',
        );
        expect(rowName(undefined, { code: 'G0000401:gully#002' }, 'pipe_exposure')).toBe('G0000401: Gully, place 2');
        const refuse = { code: 'W1:F2', source_code: 'W1', refuse_code: 'F2' };
        expect(rowName(undefined, refuse, 'refuse_above_source')).toBe('W1, refuse F2');
        expect(isNamed('pipe_exposure')).toBe(true);
        expect(isNamed('road_fault')).toBe(false);
    });
});
