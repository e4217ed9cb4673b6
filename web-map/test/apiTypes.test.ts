import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../src/api', name));

it('the types of the interface are those of the document that is checked in', () => {
    const source = createHash('sha256').update(file('openapi.json')).digest('hex');
    expect(file('openapi.ts').toString('utf8'), "openapi.ts is stale: run 'npm run api-types'").toContain(
        `// source: ${source}\n`,
    );
});
