/** How soon a start answers and what it holds when nothing happens. */
import {readFileSync} from 'node:fs';
import {spawn} from 'node:child_process';
import {freePort} from '../support/site.ts';
import {ended, median, report} from './measure.ts';

const residentMiB = (pid: number) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

async function start(database: string): Promise<{first: number; memory: number}> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, ['packages/site/src/main.ts'],
    {stdio: 'ignore', env: {...process.env, PORT: String(port), SHURKUM_DATABASE: database, LOG_LEVEL: 'silent'}});
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/v1/default/space`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) break;
    if (child.exitCode !== null) throw new Error('The site did not start.');
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  const first = performance.now() - from;
  // Memory is read once the start's own garbage has had the time to go.
  await new Promise((resolve) => { setTimeout(resolve, 3000); });
  const memory = residentMiB(child.pid ?? 0);
  await ended(child);
  return {first, memory};
}

export async function measureFootprint(database: string): Promise<void> {
  const runs = [];
  for (let turn = 0; turn < 3; turn += 1) runs.push(await start(database));
  const first = median(runs.map((run) => run.first)), memory = median(runs.map((run) => run.memory));
  report('from start to the first answer', `${first.toFixed(0)} ms`, first <= 600, '≤ 600 ms');
  report('idle memory', `${memory.toFixed(0)} MiB`, memory <= 120, '≤ 120 MiB');
}
