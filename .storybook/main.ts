import type {StorybookConfig} from '@storybook/web-components-vite';
import {pageDependencies} from '../test/support/page-dependencies.ts';

/** Stories run on the server function in the page: nothing to start beside them, and any static host can show them. */
const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: (vite) => ({
    ...vite,
    base: './',
    resolve: {...vite.resolve, dedupe: ['lit']},
    optimizeDeps: {...vite.optimizeDeps,
      include: [...(vite.optimizeDeps?.include ?? []), ...pageDependencies()], exclude: [...(vite.optimizeDeps?.exclude ?? []), '@sqlite.org/sqlite-wasm'],
    },
  }),
};
export default config;
