import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import zh from '../../data/words/parts/web.zh-CN.json';
import formatsEn from '../../data/words/parts/formats.en.json';
import formatsZh from '../../data/words/parts/formats.zh-CN.json';
import serverEn from '../../data/words/parts/server.en.json';
import serverZh from '../../data/words/parts/server.zh-CN.json';
import type { ImportPreview } from '../src/api/types';
import { crsText, issueParams, issueSentence, issueTitle, refusal, rowsOfZone, zoneText } from '../src/state/issues';
import { useWords } from '../src/state/words';

const english = { map: en.map, issue: { ...formatsEn.issue, ...serverEn.issue } };
const chinese = { map: zh.map, unit: { people: '人' }, issue: { ...formatsZh.issue, ...serverZh.issue } };

const elsewhere = {
    code: 'mostly_elsewhere',
    severity: 'error',
    count: 1,
    first: [
        {
            where: 'a.csv',
            field: '',
            value: '',
            params: { file: 'a.csv', layer: '', id: '', outside: '3', placed: '3', crs: 'WGS 84 (EPSG:4326)' },
        },
    ],
};
const row = {
    code: 'code_missing',
    severity: 'error',
    count: 2,
    first: [{ where: 'a.csv:2', field: 'code', value: '', params: { file: 'a.csv', id: '2', field: 'code' } }],
};
const preview = (canCommit: boolean, ...issues: unknown[]) => ({ canCommit, issues }) as unknown as ImportPreview;

describe('issues', () => {
    beforeEach(() => useWords('zh-CN', chinese));

    it('of a kind have a title in plain words without gaps, every one of them', () => {
        for (const words of [english, chinese]) {
            useWords(words === english ? 'en' : 'zh-CN', words);
            for (const [code, text] of Object.entries(words.issue))
                if (typeof text === 'string') expect(issueTitle(code), code).not.toMatch(/[…{}]/);
        }
    });

    it('are said with their values, units and systems in the language on screen', () => {
        expect(issueSentence('mostly_elsewhere', elsewhere.first[0]!.params)).toContain('3 个要素中有 3 个位于县外');
        const people = { file: 'a.csv', id: '2', field: 'people', value: '900', min: '0', max: '40', unit: 'people' };
        expect(issueSentence('implausible_number', people)).toContain('0 至 40 人 之间');
        const cut = { file: 'a.pbf', format: 'PBF', detail: 'ends inside a block at byte 1234' };
        expect(issueSentence('broken_file', cut)).toContain('数据在第 1,234 字节处中断');
        expect(crsText('CGCS2000 / 3-degree Gauss-Kruger CM 102E (EPSG:4543)')).toBe(
            'CGCS2000 / 3度带高斯-克吕格 中央经线102°E (EPSG:4543)',
        );
    });

    it('of the file as a whole refuse it; those of single rows do not', () => {
        expect(refusal(preview(false, row, elsewhere), true)).toBe(elsewhere);
        expect(refusal(preview(false, row), true)).toBeUndefined();
        expect(refusal(preview(true, row), true)).toBeUndefined();
        // Nobody has said yet which coordinate system it is.
        expect(refusal(preview(false, elsewhere), false)).toBeUndefined();
    });
});

describe('zones', () => {
    it('are called as surveyors call them, with how many rows lie in each', () => {
        useWords('zh-CN', chinese as never);
        expect(zoneText('EPSG:32717')).toBe('UTM 17S');
        expect(zoneText('EPSG:32648')).toBe('UTM 48N');
        expect(zoneText('EPSG:4543')).toContain('102');
        const issue = { code: 'several_zones', first: [{ params: { zones: 'EPSG:32718: 763, EPSG:3271: 2' } }] };
        const preview = { issues: [issue] } as unknown as ImportPreview;
        expect(rowsOfZone(preview, 'EPSG:32718')).toBe(763);
        expect(rowsOfZone(preview, 'EPSG:32719')).toBeUndefined();
    });
});

describe('the parameters of a message', () => {
    it('name attributes as the screen does', () => {
        useWords('en', { attribute: { elevation_m: 'Altitude' } } as never);
        expect(issueParams({ attribute: 'elevation_m', value: '99999' })).toEqual({
            attribute: 'Altitude',
            value: '99999',
        });
    });
});
