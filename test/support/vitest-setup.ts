/** Starts one PostgreSQL for the whole run; test files make a database of their own in it. */
import type {TestProject} from 'vitest/node';
import {startPostgres} from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: there is none, and `postgresSkipped` says why. */
    postgresUrl: string | null;
    postgresSkipped: string;
  }
}

export default async function setup({provide}: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres().catch((error: unknown) => ({skipped: `PostgreSQL did not start: ${String(error)}`}));
  if ('url' in postgres) {
    provide('postgresUrl', postgres.url);
    provide('postgresSkipped', '');
    return () => postgres.stop();
  }
  provide('postgresUrl', null);
  provide('postgresSkipped', postgres.skipped);
  console.log(`Tests on PostgreSQL are skipped: ${postgres.skipped}.`);
  return () => Promise.resolve();
}
