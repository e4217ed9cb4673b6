// npm run api-types: the types of the map's requests and answers, from the server's OpenAPI document that is checked in beside them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const api = join(dirname(fileURLToPath(import.meta.url)), '../src/api');
const source = readFileSync(join(api, 'openapi.json'));

const nodes = await openapiTS(JSON.parse(source.toString('utf8')), {
    arrayLength: true,
    // A geometry is what the GeoJSON types call one.
    transform: (schema) =>
        schema.format === 'geojson'
            ? ts.factory.createTypeReferenceNode(
                  ts.factory.createQualifiedName(ts.factory.createIdentifier('GeoJSON'), 'Geometry'),
              )
            : undefined,
});

writeFileSync(
    join(api, 'openapi.ts'),
    `// Made by 'npm run api-types' from openapi.json. Do not edit.
// source: ${createHash('sha256').update(source).digest('hex')}
${astToString(nodes)}`,
);
