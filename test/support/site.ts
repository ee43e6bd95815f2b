/** The whole product as a newcomer starts it: `npm start`'s own process, on a free port, with a database of its own. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type RunningSite = {
  origin: string;
  /** Base URL of the API and its sample space. */
  api: string;
  pid: number;
  /** Everything it has said on standard output and standard error so far. */
  said(): string;
  complained(): string;
  /** Sends SIGTERM and gives the exit code (or the signal that ended it). */
  stop(): Promise<number | NodeJS.Signals | null>;
};

/** Starts the site (`npm`: by its script) and waits until it says that it is ready. @throws with what it said, where it ends before that. */
export async function startSite(options: {database: string; port?: number; npm?: boolean; env?: Record<string, string>}): Promise<RunningSite> {
  const [command, words] = options.npm ? ['npm', ['start']] : [process.execPath, ['packages/site/src/main.ts']];
  const child = spawn(command, words, {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...options.env, PORT: String(options.port ?? 0), SHURKUM_DATABASE: options.database},
  });
  let said = '', complained = '';
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ready = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const origin = /Look\s+(\S+)\//.exec(said)?.[1];
      if (origin && said.includes('Stop with')) resolve(origin);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text; });
  const failed = ended.then(([code]) => { throw new Error(`The site ended with ${code} before it was ready:\n${said}${complained}`); });
  const origin = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return {
    origin, api: `${origin}/v1/default`, pid: child.pid!, said: () => said, complained: () => complained,
    stop: async () => {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      return code ?? signal;
    },
  };
}

/** A folder for a database that lasts as long as a test. */
export async function scratch(): Promise<{database: string; remove(): Promise<void>}> {
  const folder = await mkdtemp(join(tmpdir(), 'shurkum-site-'));
  return {database: join(folder, 'shurkum.db'), remove: () => rm(folder, {recursive: true, force: true})};
}

/** A port that nobody uses now, for a server that must come back where it was. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
