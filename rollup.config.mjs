/**
 * What a page loads. One graph with an entry a widget, so that no module is ever fetched or run twice: what two
 * widgets share is one chunk, a locale is a chunk, what loads on use is a chunk.
 */
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {transform} from 'esbuild';
import {minifyHTMLLiterals} from 'minify-literals';

const root = fileURLToPath(new URL('./', import.meta.url));
const source = (name) => `${root}packages/bundle/src/${name}.ts`;
const widgets = ['comment-thread', 'comment-count', 'poll-card', 'proposal-tracker', 'suggestion-form'];

/** Markup and styles first lose what only readers of the source need; then the types go and the decorators are lowered. */
const typescript = {
  name: 'typescript',
  async transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const minified = /\b(?:html|css|svg)`/.test(code) ? await minifyHTMLLiterals(code, {fileName: basename(id)}) : null;
    const out = await transform(minified?.code ?? code, {
      loader: 'ts', target: 'es2022', sourcefile: basename(id), sourcemap: true,
      tsconfigRaw: {compilerOptions: {experimentalDecorators: true, useDefineForClassFields: false, verbatimModuleSyntax: true}},
    });
    return {code: out.code, map: out.map};
  },
};

/** The widgets whose entry needs this module at once, and, where `late`, those that come to need it on use (a widget inside another is not counted). */
function needing(id, moduleInfo, late = false, seen = new Set()) {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const own = widgets.filter((name) => source(name) === id);
  const {importers, dynamicImporters} = moduleInfo(id);
  return new Set([...own, ...[...importers, ...(late && !id.endsWith('/define.ts') ? dynamicImporters : [])].flatMap((importer) => [...needing(importer, moduleInfo, late, seen)])]);
}

/** Widgets that stand on few pages: what only they share with one other weighs on no other page. */
const rare = new Set(['proposal-tracker', 'suggestion-form']);

/**
 * One shared chunk, not one for each pair of widgets: a request costs a phone more than a few unused bytes. A second one
 * holds what a discussion has in common with the widgets of few pages.
 */
function shared(id, {getModuleInfo}) {
  const common = needing(id, getModuleInfo).difference(rare);
  if (common.size > 1) return 'shared';
  return common.has('comment-thread') && !needing(id, getModuleInfo, true).isDisjointFrom(rare) ? 'talk' : undefined;
}

export default {
  input: Object.fromEntries(['all', 'auto', ...widgets].map((name) => [name, source(name)])),
  plugins: [typescript, nodeResolve({exportConditions: ['production', 'browser'], extensions: ['.js', '.mjs', '.ts']}),
    terser({ecma: 2022, module: true, maxWorkers: 2, format: {comments: false}})],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: `${root}packages/bundle/dist`, format: 'es', sourcemap: true, generatedCode: 'es2015',
    entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', manualChunks: shared, hoistTransitiveImports: true,
  },
};
