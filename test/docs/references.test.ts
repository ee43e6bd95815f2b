/** Whoever copies an example must not be told that its number is mistyped. */
import {globSync, readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {parseReference} from '../../packages/server/src/domain/reference.ts';

it.each(['packages/contract/openapi.yaml', 'README.md', ...globSync('docs/**/*.md')])('every reference in %s is a valid one', (path) => {
  const named = readFileSync(path, 'utf8').match(/\b\d{4}-\d{4}-\d{4}\b/g) ?? [];
  expect(named.filter((reference) => parseReference(reference) !== reference)).toEqual([]);
});
