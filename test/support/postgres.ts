/**
 * A PostgreSQL cluster to throw away: made in a temporary folder, reachable only through a socket there, gone at the
 * end. `TEST_DATABASE_URL` names one that is there already. Where there is neither, it says so.
 */
import {execFileSync, spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export type Postgres = {url: string; stop: () => Promise<void>};

const homes = '/usr/lib/postgresql';
const port = '5432';

/** The folder of the server's binaries: the newest packaged one, else where the search path finds it. */
function binaries(): string | undefined {
  const packaged = existsSync(homes) ? readdirSync(homes).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...packaged.map((version) => join(homes, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

type Account = {uid: number; gid: number};

/** PostgreSQL refuses to run as root; then it runs as the account its package made, else as nobody. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return found ? {uid: Number(found[2]), gid: Number(found[3])} : undefined;
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', (code) => { reject(new Error(`postgres ended with ${code}:\n${said}`)); });
  });
}

const ended = (server: ChildProcess) => new Promise<void>((resolve) => {
  if (server.exitCode !== null || server.signalCode !== null) resolve();
  else server.once('exit', () => { resolve(); });
});

export async function startPostgres(): Promise<Postgres | {skipped: string}> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return {url: given, stop: () => Promise.resolve()};
  const bin = binaries();
  if (!bin) return {skipped: 'no PostgreSQL binaries were found and TEST_DATABASE_URL is not set'};
  const folder = mkdtempSync(join(tmpdir(), 'shurkum-postgres-'));
  const as = account();
  if (as) chownSync(folder, as.uid, as.gid);
  const place = join(folder, 'cluster');
  const options = {cwd: folder, env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8'}, ...as};
  execFileSync(join(bin, 'initdb'), ['-D', place, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {...options, stdio: 'ignore'});
  const server = spawn(join(bin, 'postgres'), ['-D', place, '-k', folder, '-p', port, '-c', 'listen_addresses='],
    {...options, stdio: ['ignore', 'ignore', 'pipe']});
  const stop = async () => {
    server.kill('SIGINT');
    await ended(server);
    rmSync(folder, {recursive: true, force: true});
  };
  // However this process ends, the cluster does not outlive it.
  process.once('exit', () => server.kill('SIGQUIT'));
  await untilReady(server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {url: `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`, stop};
}
