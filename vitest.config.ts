import {existsSync} from 'node:fs';
import {defineConfig} from 'vitest/config';
import {playwright} from '@vitest/browser-playwright';
import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {chromeArguments, chromePath} from './test/support/chrome.ts';
import {pageDependencies} from './test/support/page-dependencies.ts';

/** Who runs what: thinking and the server in Node, elements in a real browser, stories as Storybook draws them. */
const pure = ['packages/{core,widgets}/src/**/*.model.test.ts', 'packages/core/src/**/*.unit.test.ts'];
const slow = ['test/audit/**'];

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({launchOptions: {executablePath: chromePath(), args: [...chromeArguments]}}),
  instances: [{browser: 'chromium' as const}],
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: ['packages/{contract,client,server,site,bundle}/src/**/*.test.ts', 'test/**/*.test.ts', ...pure],
          exclude: ['**/node_modules/**', ...(process.env['SHURKUM_AUDIT'] ? [] : slow)],
          ...(existsSync('test/support/vitest-setup.ts') ? {globalSetup: ['test/support/vitest-setup.ts']} : {}),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        optimizeDeps: {exclude: ['@sqlite.org/sqlite-wasm'], include: ['axe-core/axe.min.js', ...pageDependencies()]},
        resolve: {dedupe: ['lit']},
        test: {
          name: 'widgets',
          include: ['packages/{core,widgets}/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
          browser: chromium(),
          testTimeout: 15_000,
        },
      },
      ...(existsSync('.storybook/main.ts') ? [{
        plugins: [storybookTest({configDir: '.storybook'})],
        optimizeDeps: {exclude: ['@sqlite.org/sqlite-wasm']},
        test: {name: 'stories', browser: chromium()},
      }] : []),
    ],
  },
});
