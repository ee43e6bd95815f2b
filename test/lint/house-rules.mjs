/** The rules of the house that no published plugin knows. Each says in one sentence what to do instead. */
import {existsSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import {basename, dirname, join} from 'node:path';

const manifests = new Map();
/** The nearest package.json above a file, read once. */
function manifestOf(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  if (!manifests.has(folder)) manifests.set(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return manifests.get(folder);
}
const packageOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
const rule = (create) => ({meta: {type: 'problem', schema: []}, create});
const textOf = (node) => node.quasi.quasis.map((part) => part.value.raw).join('0');

const listedImports = rule((context) => {
  const manifest = manifestOf(context.filename);
  if (manifest.workspaces) return {};
  const aside = /\.test\.ts$|\/tools\//.test(context.filename);
  const rootDev = aside ? JSON.parse(readFileSync(join(context.cwd, 'package.json'), 'utf8')).devDependencies : {};
  const listed = {...manifest.dependencies, ...(aside ? {...manifest.devDependencies, ...rootDev} : {})};
  const check = (node) => {
    const specifier = node.source?.value;
    if (typeof specifier !== 'string' || specifier.startsWith('.')) return;
    const name = packageOf(specifier);
    if (specifier.startsWith('node:') || builtinModules.includes(name) || name === manifest.name || name in listed) return;
    context.report({node, message: `${manifest.name} does not list ${name}: the dependency list is the architecture.`});
  };
  return {ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check};
});

const sinks = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'unsafeHTML', 'unsafeCSS', 'unsafeSVG', 'setHTMLUnsafe']);
const noHtmlSinks = rule((context) => {
  if (/\.test\.ts$/.test(context.filename)) return {};
  return {
    Identifier(node) {
      if (sinks.has(node.name)) context.report({node, message: `${node.name} is never used: text is text.`});
    },
  };
});

const fetchDoor = rule((context) => ({
  'CallExpression[callee.name="fetch"]': (node) => context.report({node, message: 'Only the client calls fetch.'}),
  'NewExpression[callee.name="EventSource"]': (node) => context.report({node, message: 'Only the client opens a stream.'}),
}));

const physical = /(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:^|[;{\s])(?:left|right|top|bottom):|text-align:\s*(?:left|right)|float:\s*(?:left|right)/;
const logicalCss = rule((context) => ({
  'TaggedTemplateExpression[tag.name="css"]'(node) {
    const found = physical.exec(textOf(node));
    if (found) context.report({node, message: `'${found[0].trim()}': use the logical side (inline/block).`});
  },
}));

const tokenDoor = rule((context) => {
  if (basename(context.filename) === 'tokens.ts') return {};
  const check = (node, text) => {
    if (/var\(\s*--shurkum-/.test(text)) context.report({node, message: 'Tokens are read in tokens.ts only; here read --_….'});
  };
  return {TaggedTemplateExpression: (node) => check(node, textOf(node))};
});

const localeDoor = rule((context) => {
  if (/core\/src\/i18n/.test(context.filename)) return {};
  return {
    Identifier(node) {
      if (/^configure(Reentrant)?(Transform)?Locali[sz]ation$/.test(node.name)) context.report({node, message: 'Only core/i18n configures the locale.'});
    },
  };
});

/** Tag, folder, file and class agree: `shurkum-poll-card`, `poll-card/poll-card.ts`, `PollCard`. */
const namesAgree = rule((context) => ({
  'CallExpression[callee.object.name="customElements"][callee.property.name="define"]'(node) {
    const [tag, made] = node.arguments;
    const folder = basename(dirname(context.filename));
    if (tag?.type !== 'Literal' || tag.value !== `shurkum-${folder}`) {
      context.report({node, message: `The tag of folder ${folder} is shurkum-${folder}.`});
    }
    const expected = folder.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
    if (made?.type === 'Identifier' && made.name !== expected) context.report({node, message: `The class of folder ${folder} is ${expected}.`});
  },
}));

/** A word between tags, outside every ${…}, was not said through msg(). */
const saidWords = rule((context) => ({
  'TaggedTemplateExpression[tag.name="html"]'(node) {
    const inMessage = node.parent?.type === 'CallExpression' && node.parent.callee.name === 'msg'
      || node.parent?.type === 'ArrowFunctionExpression' && node.parent.parent?.callee?.name === 'msg';
    if (inMessage) return;
    const words = textOf(node).replaceAll(/<!--[^]*?-->/g, '').replaceAll(/<[^>]*>/g, '\n').replaceAll(/&\w+;/g, '');
    const found = /\p{L}{2,}/u.exec(words);
    if (found) context.report({node, message: `'${found[0]}' is a word in a template: say it through msg().`});
  },
}));

export default {
  rules: {
    'listed-imports': listedImports, 'no-html-sinks': noHtmlSinks, 'fetch-door': fetchDoor, 'logical-css': logicalCss,
    'token-door': tokenDoor, 'locale-door': localeDoor, 'names-agree': namesAgree, 'said-words': saidWords,
  },
};
