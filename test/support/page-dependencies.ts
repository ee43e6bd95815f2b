import {globSync, readFileSync} from 'node:fs';

/**
 * Every package that sources running in a page import. Vite prepares them before a test runs: one that it meets only while
 * tests are under way makes it load their page anew, and they are lost.
 */
export function pageDependencies(): string[] {
  const sources = globSync('packages/{client,core,widgets,server}/src/**/*.ts').filter((file) => !/\.test\.ts$|\/cli\/|\/imports\//.test(file));
  const imported = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]*? from '((?:lit|@lit|hono|kysely|jsonc|porter2|image-size)[^']*)'/gm)].map(([, name = '']) => name));
  return [...new Set(imported)].sort();
}
