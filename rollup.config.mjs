/**
 * What a page loads. One graph with an entry a widget, so that no module is ever fetched or run twice: what two
 * widgets share is one chunk, a locale is a chunk, what loads on use is a chunk.
 */
import {readFile} from 'node:fs/promises';
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
    if (!/\.ts(?:\?copy)?$/.test(id)) return null;
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

/** Widgets that stand on few pages: what only they share with one other weighs on no other page. */
const rare = ['proposal-tracker', 'suggestion-form'];
/** One shared chunk, not one for each pair of widgets: a request costs a phone more than a few unused bytes. */
const shared = (id, {getModuleInfo}) => ([...needing(id, getModuleInfo)].filter((name) => !rare.includes(name)).length > 1 ? 'shared' : undefined);

/**
 * The one exception to "no module twice": small modules that of the other widgets only a discussion needs. To share them
 * would part them from its chunk and cost every discussion 300 bytes and a request; the rare widgets take copies instead.
 */
const copied = /core\/src\/(?:drafts|rich-text)\.ts$|lit-html\/(?:directive|directive-helpers|async-directive|directives\/ref)\.js$|lit\/directives\/ref\.js$/;
const copies = {
  name: 'copies',
  async resolveId(name, importer) {
    const from = importer?.replace(/\?copy$/, '');
    if (!from || (from === importer && !rare.some((widget) => from.includes(`/widgets/src/${widget}/`)))) return null;
    const found = await this.resolve(name, from, {skipSelf: true});
    return found && copied.test(found.id) ? `${found.id}?copy` : found;
  },
  load: (id) => (id.endsWith('?copy') ? readFile(id.slice(0, -5), 'utf8') : null),
};

export default {
  input: Object.fromEntries(['all', 'auto', ...widgets].map((name) => [name, source(name)])),
  plugins: [typescript, copies, nodeResolve({exportConditions: ['production', 'browser'], extensions: ['.js', '.mjs', '.ts']}),
    terser({ecma: 2022, module: true, maxWorkers: 2, format: {comments: false}})],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: `${root}packages/bundle/dist`, format: 'es', sourcemap: true, generatedCode: 'es2015',
    entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', manualChunks: shared, hoistTransitiveImports: true,
  },
};
