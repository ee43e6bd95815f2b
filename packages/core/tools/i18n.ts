/**
 * The words of every language: gathers the messages of the sources into `xliff/`, and builds the modules that widgets
 * load. Fails where a message has no translation, a translation no message, or the two name different places.
 */
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

type Contents = (string | {untranslatable: string})[];
type Message = {name: string; contents: Contents};
type Localizer = {
  extractSourceMessages(): {messages: Message[]; errors: unknown[]};
  readTranslationsSync(): {translations: Map<string, Message[]>};
  writeInterchangeFiles(): Promise<void>;
  build(): Promise<void>;
};

const core = fileURLToPath(new URL('../', import.meta.url));
/** Sources that widgets load only on use, or once they stand: words said nowhere else come with a chunk of their own. */
const late = /(problem-words|comment-thread\.part|views\/(editors|states|results|acts|writing|standing|reasons))\.ts$|\/late\//;
/** Widgets that stand on few pages: what only they say comes with chunks of their own, and weighs on no other page. */
const own = ['suggestion-form', 'proposal-tracker'];
const words = (message: Message): string => message.contents.map((piece) => (typeof piece === 'string' ? piece : piece.untranslatable)).join('');
const places = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

async function localizer(): Promise<Localizer> {
  const {RuntimeLitLocalizer} = await import('@lit/localize-tools/lib/modes/runtime.js');
  const config = JSON.parse(readFileSync(`${core}lit-localize.json`, 'utf8')) as object;
  return new RuntimeLitLocalizer({...config, baseDir: core, resolve: (path: string) => fileURLToPath(new URL(path, import.meta.resolve('../')))} as never);
}

/** What is wrong with the translations of one language; nothing where all is well. */
export function faults(locale: string, source: Message[], translated: Message[]): string[] {
  const texts = new Map(translated.map((message) => [message.name, words(message)]));
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.length;
  const found = source.flatMap((message) => {
    const [said, text] = [words(message), texts.get(message.name)];
    if (!text) return [`${locale}: "${message.name}" (${said}) is not translated`];
    if (places(said) !== places(text)) return [`${locale}: "${message.name}" names ${places(text)}, its source ${places(said)}`];
    const parts = text.split('|').length;
    return said.includes('|') && parts !== forms ? [`${locale}: "${message.name}" has ${parts} plural forms of ${forms}`] : [];
  });
  const names = new Set(source.map(({name}) => name));
  return [...found, ...[...texts.keys()].filter((name) => !names.has(name)).map((name) => `${locale}: "${name}" is said nowhere`)];
}

type Said = {early: Set<string>; late: Set<string>};

/** The ids of the messages that these sources say, parted by whether a widget needs them before it can be used. */
function saidBy(belongs: (name: string) => boolean): Said {
  const files = globSync(['src/**/*.ts', '../widgets/src/**/*.ts'], {cwd: core}).filter((name) => belongs(name) && !/\.test\.ts$/.test(name));
  const ids = (some: string[]) => new Set(some.flatMap((name) => [...readFileSync(core + name, 'utf8').matchAll(/\{id: '([^']+)'\}/g)].map(([, id]) => id ?? '')));
  return {early: ids(files.filter((name) => !late.test(name))), late: ids(files.filter((name) => late.test(name)))};
}

/** Which messages each chunk of words holds, by the chunk's name without its language. Nothing is said twice to one page. */
function chunks(): Map<string, Set<string>> {
  const folder = (widget: string) => (name: string) => name.includes(`widgets/src/${widget}/`);
  const without = (ids: Set<string>, ...others: Set<string>[]) => new Set([...ids].filter((id) => !others.some((other) => other.has(id))));
  const common = saidBy((name) => !own.some((widget) => folder(widget)(name)));
  const later = without(common.late, common.early);
  return new Map([['', common.early], ['late-', later], ...own.flatMap((widget): [string, Set<string>][] => {
    const said = saidBy(folder(widget));
    const early = without(said.early, common.early);
    return [[`${widget}-`, early], [`late-${widget}-`, without(said.late, common.early, later, early)]];
  })]);
}

function check(localizer: Localizer): void {
  const {messages, errors} = localizer.extractSourceMessages();
  if (errors.length) throw new Error(`The sources hold messages that cannot be read: ${JSON.stringify(errors.map((error) => (error as {messageText: unknown}).messageText))}`);
  const found = [...localizer.readTranslationsSync().translations].flatMap(([locale, translated]) => faults(locale, messages, translated));
  if (found.length) throw new Error(`Words are missing.\n${found.join('\n')}`);
}

/** Builds the locale modules from `xliff/`. */
export async function buildLocales(): Promise<void> {
  const tool = await localizer();
  // The list of languages is read by the sources themselves, so it stands before they are read.
  const {sourceLocale, targetLocales} = JSON.parse(readFileSync(`${core}lit-localize.json`, 'utf8')) as {sourceLocale: string; targetLocales: string[]};
  mkdirSync(`${core}generated/locales`, {recursive: true});
  writeFileSync(`${core}generated/locale-codes.ts`,
    `export const sourceLocale = '${sourceLocale}';\nexport const targetLocales = ${JSON.stringify(targetLocales)} as const;\n`);
  check(tool);
  const {translations} = tool.readTranslationsSync();
  for (const [locale, messages] of translations) {
    for (const [name, ids] of chunks()) {
      const lines = messages.filter((message) => ids.has(message.name)).map((message) => `  ${JSON.stringify(message.name)}: ${JSON.stringify(words(message))},`);
      writeFileSync(`${core}generated/locales/${name}${locale}.ts`, `export const templates = {\n${lines.sort().join('\n')}\n};\n`);
    }
  }
}

/** Gathers the messages of the sources into `xliff/`, for a translator to fill, then builds. */
export async function i18n(): Promise<void> {
  await (await localizer()).writeInterchangeFiles();
  await buildLocales();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await i18n();
  console.log('Words of every language: complete');
}
