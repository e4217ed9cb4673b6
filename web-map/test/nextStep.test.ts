import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../data/words/parts/web.en.json';
import { nextStep } from '../src/state/nextStep';
import { useWords } from '../src/state/words';

const row = { quantity: 'meets', quality: 'meets', convenience: 'basically_meets', guarantee: 'meets' };

describe('the next step', () => {
    beforeEach(() => useWords('en', en as never));

    it('names what this household lacks and nothing else', () => {
        expect(nextStep('water.access', 'declared_safe', { ...row, quality: 'unknown' })).toBe(
            'Next: have the water looked at, or tested.',
        );
        expect(
            nextStep('water.access', 'quality_not_known', { ...row, quality: 'unknown', guarantee: 'unknown' }),
        ).toBe('Next: have the water looked at, or tested; ask on how many days of the year the water was cut.');
    });

    it('is not told where nothing is missing, or nothing would settle it', () => {
        expect(nextStep('water.access', 'declared_safe', row)).toBeUndefined();
        expect(nextStep('road.access', 'too_far', {})).toBeUndefined();
    });

    it('is the sentence of its reason elsewhere', () => {
        expect(nextStep('road.access', 'position_error_can_flip', {})).toBe('Next: survey the position of the house.');
    });
});
