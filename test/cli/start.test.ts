/** What `npm start` refuses before it builds, opens or listens to anything. */
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const main = fileURLToPath(new URL('../../packages/site/src/main.ts', import.meta.url));

const start = (environment: Record<string, string>) => new Promise<{code: unknown; out: string; err: string}>((resolve) => {
  execFile(process.execPath, [main], {env: {...process.env, ...environment}, timeout: 20_000}, (error, out, err) => { resolve({code: error?.code, out, err}); });
});

describe('a server that is started with an administrator’s key', () => {
  it.each([
    ['too short', 'k7Qp2xV9', 'must have at least 32 characters'], ['empty', '', 'must have at least 32 characters'],
    ['from an example', 'change-me-k7Qp2xV9mL4sT8wZ1bN6cR3f', 'is an example'], ['of one character', 'z'.repeat(64), 'repeats itself'],
  ])('%s says what is wrong, not what it was, and ends', async (_, key, why) => {
    const {code, out, err} = await start({SHURKUM_ADMIN_KEY: key});
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`SHURKUM_ADMIN_KEY ${why}`);
    if (key) expect(err).not.toContain(key);
  });
});
