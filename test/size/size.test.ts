/**
 * What a page costs before its widget can be used in Arabic: the entry, everything it imports at once, and the Arabic
 * words, in bytes of brotli 11. The numbers in budgets.json only go down.
 */
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from '@shurkum/bundle/build';
import type {Script} from '@shurkum/bundle/build';
import {silent} from '@shurkum/bundle/progress';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import budgets from './budgets.json' with {type: 'json'};

type Scripts = Record<string, Script>;
const pages: Partial<Record<keyof typeof budgets, string[]>> = {
  'poll page': ['poll-card.js'],
  'comment page': ['comment-thread.js'],
  'tracker page': ['proposal-tracker.js'],
  'form page': ['suggestion-form.js'],
  all: ['all.js'],
};

/** The entries, and everything they import before they run. */
function needed(scripts: Scripts, entries: string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const imported of scripts[name]?.imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...found];
}

/** The Arabic words of a page: those of every widget, and what only these widgets say. */
function arabicOf(scripts: Scripts, entries: string[]): string[] {
  const said = [...needed(scripts, entries)].map((name) => name.replace('.js', '-ar-'));
  return Object.keys(scripts).filter((name) => /^ar-/.test(name) || said.some((one) => name.startsWith(one))).sort();
}

const contents = async (folder: string): Promise<Record<string, string>> => Object.fromEntries(await Promise.all(
  (await readdir(folder)).sort().map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')])));

describe('what a page loads', () => {
  let folder = '', scripts: Scripts = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shurkum-size-'));
    await build(silent, {manifest: false, folder: join(folder, 'first')});
    scripts = JSON.parse(await readFile(join(folder, 'first', 'integrity.json'), 'utf8')) as Scripts;
  });
  afterAll(() => rm(folder, {recursive: true}));

  for (const [page, entries] of Object.entries(pages)) {
    it(`costs the ${page} no more than its budget`, () => {
      const arabic = arabicOf(scripts, entries);
      expect(arabic[0]).toMatch(/^ar-/);
      const files = [...needed(scripts, entries), ...arabic];
      const sizes = Object.fromEntries(files.map((name) => [name, scripts[name]!.brotli]));
      const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
      console.log(`${page}: ${total} bytes of ${budgets[page as keyof typeof budgets]}, ${files.length} files`, sizes);
      expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(budgets[page as keyof typeof budgets]);
    });
  }

  it('names each widget’s entry as its tag, and everything else by a hash', () => {
    const entries = Object.keys(scripts).filter((name) => scripts[name]!.entry).sort();
    expect(entries).toEqual(['all.js', 'auto.js', 'comment-count.js', 'comment-thread.js', 'poll-card.js', 'proposal-tracker.js', 'suggestion-form.js']);
    const others = Object.keys(scripts).filter((name) => !scripts[name]!.entry);
    for (const name of others) expect(name).toMatch(/^[\w.-]+-[\w-]{8}\.js$/);
  });

  it('loads no widget before its tag appears, where the page asks for auto.js', () => {
    expect(needed(scripts, ['auto.js'])).not.toContain('comment-thread.js');
    expect(needed(scripts, ['auto.js'])).not.toContain('poll-card.js');
  });

  it('exports configure from all.js', async () => {
    expect(await readFile(join(folder, 'first', 'all.js'), 'utf8')).toMatch(/export\{[^}]*\bconfigure\b/);
  });

  it('is the same bytes when built again', async () => {
    await build(silent, {manifest: false, folder: join(folder, 'second')});
    const [first, second] = await Promise.all(['first', 'second'].map((name) => contents(join(folder, name))));
    expect(Object.keys(second!)).toEqual(Object.keys(first!));
    for (const name of Object.keys(first!)) expect(second![name] === first![name], name).toBe(true);
  });
});
