/**
 * `npm test`, `npm run check` (`--fast`) and `npm run audit` (`--audit`): each stage with its name and time, then one
 * line `N passed, N failed`. A stage that is not a test run (types, lint, build) counts as one.
 */
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ensureChrome} from './support/chrome.ts';

const bin = (name: string) => join('node_modules', '.bin', name);
const fast = process.argv.includes('--fast');
const audit = process.argv.includes('--audit');
const scratch = mkdtempSync(join(tmpdir(), 'shurkum-test-'));
const total = {passed: 0, failed: 0, skipped: 0};

function run(command: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, words, {stdio: 'inherit', env: {...process.env, ...env}});
    child.on('error', () => { resolve(false); });
    child.on('exit', (code) => { resolve(code === 0); });
  });
}

async function stage(name: string, work: () => Promise<boolean>): Promise<boolean> {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const passed = await work();
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`── ${name}: ${passed ? 'passed' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return passed;
}

type Report = {numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number;
  testResults: {name: string; status: string; assertionResults: {status: string; fullName: string}[]}[]};

/** A vitest project, counted test by test; a file that could not even start counts as one failure. */
async function suite(project: string, filters: string[] = []): Promise<void> {
  console.log(`\n── ${project}`);
  const file = join(scratch, `${project}.json`);
  const passed = await run(bin('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters],
    audit ? {SHURKUM_AUDIT: '1'} : {});
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    total.failed += 1;
    return;
  }
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.filter((each) => each.status === 'failed' && !each.assertionResults.some((test) => test.status === 'failed'));
  total.failed += broken.length;
  if (!passed && report.numFailedTests === 0 && broken.length === 0) total.failed += 1;
  const skipped = report.testResults.flatMap((each) => each.assertionResults).filter((test) => test.status === 'pending' || test.status === 'skipped');
  for (const test of skipped) console.log(`skipped: ${test.fullName}`);
}

async function main(): Promise<void> {
  ensureChrome();
  const ready = await stage('generate', () => run('node', ['packages/bundle/tools/generate.ts']));
  if (!ready) return;
  await stage('types', () => run('node', ['node_modules/typescript-native/bin/tsc', '-p', '.']));
  await stage('lint', () => run(bin('eslint'), ['.']));
  if (fast) {
    await suite('units', ['packages/', 'test/lint']);
    return;
  }
  if (!await stage('build', () => run('node', ['packages/bundle/tools/build.ts']))) return;
  await suite('units', audit ? ['test/audit', 'test/proof'] : []);
  if (audit) return;
  await suite('widgets');
  await suite('stories');
}

await main();
rmSync(scratch, {recursive: true, force: true});
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed ? 1 : 0;
