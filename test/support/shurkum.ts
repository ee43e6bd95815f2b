/** The command line as an operator runs it, and a space to run it on. */
import {execFile} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = {code: number; out: string; err: string};

/** Runs `shurkum …words` on a database and gives what it said, whatever its exit code. */
export function shurkum(database: string, ...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'packages/server/src/cli/main.ts'), ...words],
      {cwd: root, env: {...process.env, SHURKUM_DATABASE: database}, maxBuffer: 256 * 1024 * 1024},
      (error, out, err) => { resolve({code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err}); });
  });
}

/** The same, where it must succeed. @throws with what it said. */
export async function shurkumOk(database: string, ...words: string[]): Promise<string> {
  const {code, out, err} = await shurkum(database, ...words);
  if (code !== 0) throw new Error(`shurkum ${words.join(' ')} ended with ${code}: ${err}${out}`);
  return out;
}

export const spaceDefinition = {
  id: 'default', name: {ar: 'هيئة المشاركة', en: 'Participation Authority'}, languages: ['ar', 'en'], origins: ['http://localhost:8080'], guests: true,
  display: {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab', calendar: 'gregory'}}},
  threads: {state: 'open', policy: null, accept: ['.+']},
};

/** A folder for the length of a test, and a file in it. */
export const folder = (): string => mkdtempSync(join(tmpdir(), 'shurkum-'));
export function file(name: string, text: string | Buffer, where = folder()): string {
  const path = join(where, name);
  writeFileSync(path, text);
  return path;
}

/** Makes the space `default`, empty but for its settings. */
export const createSpace = (database: string): Promise<string> =>
  shurkumOk(database, 'create', 'space', file('space.json', JSON.stringify(spaceDefinition)));
