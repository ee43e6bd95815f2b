import type {StorybookConfig} from '@storybook/web-components-vite';

/** Named beforehand, so that no story is loaded anew when one of them is met for the first time. */
const known = ['lit', 'lit/decorators.js', 'lit/directives/live.js', 'lit/directives/repeat.js', '@lit/task', '@lit/localize/init/install.js',
  '@lit/localize/init/reentrant.js', 'openapi-fetch', 'hono', 'kysely', 'jsonc-parser'];

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
      include: [...(vite.optimizeDeps?.include ?? []), ...known], exclude: [...(vite.optimizeDeps?.exclude ?? []), '@sqlite.org/sqlite-wasm'],
    },
  }),
};
export default config;
