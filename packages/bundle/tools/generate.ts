/** Makes what the sources import but nobody writes: the contract's modules, the locales, the manifest of the elements. */
import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {printed} from './progress.ts';
import type {Progress} from './progress.ts';
import {root} from './sources.ts';

type Member = {name: string; privacy?: string; kind: string};
export type Named = {name: string; description?: string; default?: string; type?: {text: string}};
export type Declaration = {
  tagName?: string; description?: string; members?: Member[];
  attributes?: Named[]; slots?: Named[]; cssParts?: Named[]; events?: Partial<Named>[];
};
export type Manifest = {modules: {declarations: Declaration[]}[]};

export const manifestFile = `${root}packages/widgets/custom-elements.json`;

/** What a page may use: without the private fields, which autodocs would offer as controls, and events the reader of the sources made up. */
function published(manifest: Manifest): Manifest {
  for (const {declarations} of manifest.modules) {
    for (const declaration of declarations) {
      declaration.events = declaration.events?.filter(({name}) => name?.startsWith('shurkum-'));
      declaration.members = declaration.members?.filter(({name, privacy}) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected');
    }
  }
  return manifest;
}

async function describeElements(): Promise<void> {
  const analyzer = fileURLToPath(import.meta.resolve('@custom-elements-manifest/analyzer/cem.js'));
  await promisify(execFile)(process.execPath, [analyzer, 'analyze', '--litelement', '--quiet',
    '--globs', 'src/*/*.ts', '--exclude', 'src/**/*.test.ts', '--outdir', '.'], {cwd: `${root}packages/widgets`});
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest;
  await writeFile(manifestFile, `${JSON.stringify(published(manifest), null, 2)}\n`);
}

/** Each step imports its tool only once the step before has made what that tool reads. */
export async function generate(progress: Progress, {manifest = true} = {}): Promise<void> {
  await progress('types and validators from the contract', async () => {
    const contract = await import('@shurkum/contract/generate');
    await contract.generate();
  });
  await progress('words of every language', async () => {
    const core = await import('@shurkum/core/locales');
    await core.buildLocales();
  });
  if (manifest) await progress('manifest of the elements', describeElements);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate(printed);
