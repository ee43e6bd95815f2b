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

/** The widgets whose entry needs this module at once (what only `import()` reaches is nobody's). */
function needing(id, moduleInfo, seen = new Set()) {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const own = widgets.filter((name) => source(name) === id);
  return new Set([...own, ...moduleInfo(id).importers.flatMap((importer) => [...needing(importer, moduleInfo, seen)])]);
}

/** One shared chunk, not one for each pair of widgets: a request costs a phone more than a few unused bytes. */
const shared = (id, {getModuleInfo}) => (needing(id, getModuleInfo).size > 1 ? 'shared' : undefined);

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
