/** Tells by content, not by date, whether the built files still say what the sources say. */
import {createHash} from 'node:crypto';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const dist = `${root}packages/bundle/dist/`;

const made = [`${root}packages/contract/generated/stamp`, `${dist}all.js`, `${dist}.stamp`];
const sources = ['packages/contract/openapi.yaml', 'packages/contract/tools/*.ts', 'packages/contract/src/**/*.ts',
  'packages/{client,core,widgets,bundle}/src/**/*.ts', 'packages/core/{tools,xliff}/**/*', 'packages/core/*.json',
  'packages/bundle/tools/*.ts', 'rollup.config.mjs', 'package-lock.json'];

/** One digest of everything the bundle is made from. */
export function digest(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(sources, {cwd: root}).filter((name) => /\.\w+$/.test(name) && !/\.test\.ts$|\/generated\//.test(name));
  for (const name of files.sort()) hash.update(name).update(readFileSync(root + name));
  return hash.digest('hex');
}

export const isBuilt = (): boolean =>
  made.every((name) => existsSync(name)) && readFileSync(`${dist}.stamp`, 'utf8') === digest();
