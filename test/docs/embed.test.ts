import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {written} from '../../packages/bundle/tools/reference.ts';
import {root} from '../../packages/bundle/tools/sources.ts';

const page = readFileSync(`${root}docs/embed.md`, 'utf8');

describe('docs/embed.md', () => {
  it('says of every widget what its class says (else: node packages/bundle/tools/reference.ts)', () => {
    expect(page).toBe(written(page));
  });

  it('names every token that can be set, and no other', () => {
    const read = new Set(readFileSync(`${root}packages/core/src/tokens.ts`, 'utf8').match(/--shurkum-[a-z-]+/g));
    const named = new Set(page.split('## Tokens')[1]!.split('```')[0]!.split('\n').flatMap((row) => {
      const [first = ''] = row.split('|').slice(1);
      const names = [...first.matchAll(/`(-[a-z-]+)`/g)].map(([, name = '']) => name);
      const stem = names[0]?.replace(/-[a-z]+$/, '') ?? '';
      return names.map((name) => (name.startsWith('--') ? name : stem + name));
    }));
    expect([...named].sort()).toEqual([...read].sort());
  });
});
