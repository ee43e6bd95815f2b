/**
 * `npm start`: builds what is missing or stale, opens the store, fills a new one with sample content, and serves.
 * What it needs is made before it is imported, so that one command works on a fresh checkout.
 */
import {enableCompileCache} from 'node:module';
import {isBuilt} from '@shurkum/bundle/built';
import {printed} from '@shurkum/bundle/progress';
import {weaknessOf} from '@shurkum/server/administrator';

// Compiled once and kept: later starts are quicker, and hold a fifth less memory, since nothing has to be compiled again.
enableCompileCache();

const port = Number(process.env['PORT'] ?? 8080);
const database = process.env['SHURKUM_DATABASE'] ?? './data/shurkum.db';
const origin = process.env['SHURKUM_ORIGIN'];
const administratorKey = process.env['SHURKUM_ADMIN_KEY'];
const folder = process.env['SHURKUM_FILES'];
const smtp = process.env['SMTP_URL'];
const mail = smtp ? {url: smtp, from: process.env['SMTP_FROM'] ?? ''} : undefined;
const patience = 8000;

if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env['PORT'] ?? ''}".`);
  process.exit(1);
}
if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
  console.error(`SHURKUM_ORIGIN must be an origin such as https://participation.example, not "${origin}".`);
  process.exit(1);
}
const weakness = administratorKey === undefined ? undefined : weaknessOf(administratorKey);
if (weakness) {
  console.error(`SHURKUM_ADMIN_KEY ${weakness}. A good one: openssl rand -base64 32`);
  process.exit(1);
}

if (!isBuilt()) {
  const {build} = await import('@shurkum/bundle/build');
  console.log('Building the widgets (the first start, or the sources have changed)');
  await build(printed, {manifest: false});
}

const {startSite} = await import('./site.ts');
const site = await startSite({port, database, origin, administratorKey, progress: printed, folder, mail}).catch((failure: unknown) => {
  const taken = failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE';
  const wrong = failure instanceof Error && /^SMTP_/.test(failure.message);
  console.error(taken ? `Port ${port} is taken. Choose another: PORT=8081 npm start` : wrong ? failure.message : failure);
  process.exit(1);
});

console.log(`
Shurkum is ready

  Look        ${site.origin}/
  Discussion  ${site.origin}/demo/blog-ar.html
  Polls       ${site.origin}/demo/portal-en.html
  Proposals   ${site.origin}/demo/proposals-ar.html
  API         ${site.origin}/v1/default
  Widgets     ${site.origin}/widgets/all.js
  Database    ${site.database}
  Mail        ${site.mail}

Stop with Ctrl+C.`);

let asked = false;
async function stop(): Promise<void> {
  if (asked) return;
  asked = true;
  await site.stop(patience);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

// A signal to `npm start` reaches npm's shell, which ends without passing it on: whoever lost that shell was told to stop.
if (process.env['npm_lifecycle_event'] === 'start') {
  const shell = process.ppid;
  setInterval(() => { if (process.ppid !== shell) void stop(); }, 100).unref();
}
