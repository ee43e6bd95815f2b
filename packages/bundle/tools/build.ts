/** Builds what a page loads into `dist/`: the same bytes from the same sources, each file compressed and with its digest. */
import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {rollup} from 'rollup';
import type {OutputChunk} from 'rollup';
import {loadConfigFile} from 'rollup/loadConfigFile';
import {generate} from './generate.ts';
import {printed} from './progress.ts';
import type {Progress} from './progress.ts';
import {digest, dist, root} from './sources.ts';

/** What `integrity.json` says of each script. `brotli` is its size at quality 11, `imports` what it needs at once. */
export type Script = {entry: boolean; integrity: string; bytes: number; brotli: number; imports: string[]; dynamicImports: string[]};

const brotli = (bytes: Buffer) => promisify(brotliCompress)(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});
const zipped = (bytes: Buffer) => promisify(gzip)(bytes, {level: 9});

async function bundled(folder: string): Promise<OutputChunk[]> {
  const {options, warnings} = await loadConfigFile(`${root}rollup.config.mjs`, {});
  const [config] = options;
  if (!config) throw new Error('rollup.config.mjs says nothing to build');
  const bundle = await rollup(config);
  const {output} = await bundle.write({...config.output[0], dir: folder});
  await bundle.close();
  warnings.flush();
  return output.filter((file) => file.type === 'chunk');
}

async function compressed(folder: string, chunks: OutputChunk[]): Promise<Record<string, Script>> {
  const described: [string, Script][] = await Promise.all(chunks.map(async (chunk) => {
    const bytes = await readFile(folder + chunk.fileName);
    const [br, gz] = await Promise.all([brotli(bytes), zipped(bytes)]);
    await Promise.all([writeFile(`${folder}${chunk.fileName}.br`, br), writeFile(`${folder}${chunk.fileName}.gz`, gz)]);
    return [chunk.fileName, {
      entry: chunk.isEntry,
      integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
      bytes: bytes.length, brotli: br.length, imports: chunk.imports, dynamicImports: chunk.dynamicImports,
    }];
  }));
  return Object.fromEntries(described.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes beside the old files and swaps at the end: a build that fails, a reader meanwhile or a second build loses nothing. */
export async function build(progress: Progress, options: {manifest?: boolean; folder?: string} = {}): Promise<void> {
  const folder = options.folder ?? dist;
  const fresh = `${folder.replace(/\/$/, '')}.${process.pid}/`;
  await generate(progress, options);
  await rm(fresh, {recursive: true, force: true});
  await mkdir(fresh, {recursive: true});
  const chunks = await progress('widgets', () => bundled(fresh));
  await progress('compressed copies and digests', async () => {
    await writeFile(`${fresh}integrity.json`, `${JSON.stringify(await compressed(fresh, chunks), null, 1)}\n`);
  });
  await writeFile(`${fresh}.stamp`, digest());
  await rm(folder, {recursive: true, force: true});
  await rename(fresh, folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('Building the widgets');
  await build(printed);
}
