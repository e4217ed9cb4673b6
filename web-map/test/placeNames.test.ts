import { expect, test } from 'vitest';
import { placeName } from '../src/state/placeNames';
import { useWords } from '../src/state/words';

test('a name in two languages is shown in the language on screen', () => {
    useWords('en', {});
    expect(placeName('长石坝村 Changshiba Village')).toBe('Changshiba Village');
    useWords('zh-CN', {});
    expect(placeName('长石坝村 Changshiba Village')).toBe('长石坝村');
});

test('a name in one language stays whole', () => {
    useWords('en', {});
    expect(placeName('石棉县')).toBe('石棉县');
    expect(placeName('Sant Julià de Lòria')).toBe('Sant Julià de Lòria');
});
