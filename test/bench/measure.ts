/** What every measurement needs: a child server with its port, a load on it, and a line that sets it beside its floor. */
import {spawn, type ChildProcess} from 'node:child_process';
import {closeSync, fdatasyncSync, openSync, writeSync} from 'node:fs';
import {createInterface} from 'node:readline';
import autocannon from 'autocannon';

export type Child = {url: string; pid: number; stop: () => Promise<void>};

/** Starts a script that prints `ready {"port":…}` and gives its address. */
export async function floor(script: string, ...words: string[]): Promise<Child> {
  const child = spawn(process.execPath, [script, ...words], {stdio: ['ignore', 'pipe', 'inherit']});
  for await (const line of createInterface({input: child.stdout})) {
    if (line.startsWith('ready ')) {
      const {port} = JSON.parse(line.slice(6)) as {port: number};
      return {url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => ended(child)};
    }
  }
  throw new Error(`${script} did not start.`);
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) { resolve(); return; }
    child.once('exit', () => { resolve(); });
    child.kill('SIGTERM');
  });
}

export type Load = {perSecond: number; p99: number; refused: number};
type Options = Parameters<typeof autocannon>[0];

/** A load of some seconds; `refused` counts answers that were not 2xx, and must be 0 for the figure to mean anything. */
export async function load(options: Options): Promise<Load> {
  const result = await autocannon({duration: 4, connections: 10, ...options});
  return {perSecond: result.requests.average, p99: result.latency.p99, refused: result.non2xx + result.errors};
}

/** The median cost of making one small append durable, in milliseconds. */
export function fsyncCost(path: string): number {
  const file = openSync(path, 'w');
  const times: number[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const start = performance.now();
    writeSync(file, 'x'.repeat(4096));
    fdatasyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return median(times);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

let missed = 0;
export const targetsMissed = () => missed;

/** One line of the report: the figure, its target, and whether it is met. */
export function report(name: string, figure: string, met: boolean | null, target = ''): void {
  if (met === false) missed += 1;
  const verdict = met === null ? '' : met ? 'met' : 'MISSED';
  console.log(`${name.padEnd(44)} ${figure.padEnd(34)} ${target.padEnd(22)} ${verdict}`);
}

export const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
