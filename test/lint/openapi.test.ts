import {readFileSync} from 'node:fs';
import {createConfig, lint, loadConfig} from '@redocly/openapi-core';
import {parse} from 'yaml';
import {describe, expect, it} from 'vitest';

const file = new URL('../../packages/contract/openapi.yaml', import.meta.url).pathname;
type Json = {[key: string]: any};
const document = parse(readFileSync(file, 'utf8')) as Json;

/** Every schema of the document with where it stands, references left alone. */
function* schemas(node: unknown, path: string): Generator<[string, Json]> {
  if (node === null || typeof node !== 'object') return;
  const schema = node as Json;
  if (typeof schema['type'] === 'string' || Array.isArray(schema['type'])) yield [path, schema];
  for (const [key, inner] of Object.entries(schema)) {
    if (key !== 'examples' && key !== 'example' && key !== 'enum') yield* schemas(inner, `${path}/${key}`);
  }
}
const types = (schema: Json) => [schema['type']].flat() as string[];
const all = [...schemas(document['components'].schemas, ''), ...schemas(document['components'].parameters, '/parameters'),
  ...schemas(document['paths'], '/paths')].filter(([path]) => !path.includes('/securitySchemes') && !/\/properties$/.test(path));

describe('the contract', () => {
  it('passes the OpenAPI linter without an error or a warning', async () => {
    const config = await loadConfig({configPath: new URL('../../redocly.yaml', import.meta.url).pathname}).catch(() => createConfig({extends: ['recommended']}));
    const problems = await lint({ref: file, config});
    expect(problems.map((problem) => `${problem.ruleId}: ${problem.message} ${problem.location[0]?.pointer ?? ''}`)).toEqual([]);
  });

  it('limits the length of every string', () => {
    const free = all.filter(([, schema]) => types(schema).includes('string') && !schema['enum'] && schema['const'] === undefined
      && typeof schema['maxLength'] !== 'number');
    expect(free.map(([path]) => path)).toEqual([]);
  });

  it('limits the size of every list', () => {
    const free = all.filter(([, schema]) => types(schema).includes('array') && typeof schema['maxItems'] !== 'number');
    expect(free.map(([path]) => path)).toEqual([]);
  });

  it('limits the range of every number', () => {
    const free = all.filter(([, schema]) => types(schema).some((type) => type === 'integer' || type === 'number')
      && !(typeof schema['minimum'] === 'number' && typeof schema['maximum'] === 'number'));
    expect(free.map(([path]) => path)).toEqual([]);
  });

  it('closes every object of a request', () => {
    const bodies = Object.values<Json>(document['paths']).flatMap((item) => Object.values<Json>(item))
      .flatMap((operation) => operation?.['requestBody']?.content['application/json']?.schema ?? []) as Json[];
    const open = new Set<string>();
    const visit = (schema: Json, at: string) => {
      if (schema['$ref']) { visit(document['components'].schemas[schema['$ref'].split('/').pop()], schema['$ref']); return; }
      if (schema['type'] === 'object' && (schema['additionalProperties'] ?? true) === true) open.add(at);
      for (const [name, inner] of Object.entries<Json>(schema['properties'] ?? {})) visit(inner, `${at}/${name}`);
      if (schema['items']) visit(schema['items'], `${at}/items`);
      for (const [index, inner] of (schema['oneOf'] as Json[] | undefined ?? []).entries()) visit(inner, `${at}/${index}`);
      if (typeof schema['additionalProperties'] === 'object') visit(schema['additionalProperties'], `${at}/*`);
    };
    for (const body of bodies) visit(body, 'body');
    expect([...open]).toEqual([]);
  });
});
