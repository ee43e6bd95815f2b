/** A bar on a terminal, a line each tenth of longer work elsewhere, and both on standard error: standard output is for what was asked. */
import {Presets, SingleBar} from 'cli-progress';

export type Progress = {to(count: number): void; done(): void};

export function progress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return inLines(what, total);
  const bar = new SingleBar({format: `${what} [{bar}] {value}/{total} · {eta_formatted}`, stream: process.stderr, hideCursor: true}, Presets.shades_classic);
  bar.start(total, 0);
  return {to: (count) => { bar.update(count); }, done: () => { bar.update(total); bar.stop(); }};
}

/** Work that ends within this many milliseconds needs no lines. */
const patience = 2000;

function inLines(what: string, total: number): Progress {
  const start = performance.now();
  let tenth = 0;
  return {
    to(count) {
      const reached = Math.floor((10 * count) / Math.max(total, 1));
      if (reached <= tenth || performance.now() - start < patience) return;
      tenth = reached;
      process.stderr.write(`${what}: ${count} of ${total}\n`);
    },
    done: () => undefined,
  };
}
