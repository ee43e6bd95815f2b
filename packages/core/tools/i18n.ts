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
const late = /(problem-words|comment-thread\.part|views\/(editors|states|results|acts|writing|standing|reasons))\.ts$/;
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

/** The ids of the messages that a widget needs before it can be used. */
function atOnce(): Set<string> {
  const files = globSync(['src/**/*.ts', '../widgets/src/**/*.ts'], {cwd: core}).filter((name) => !late.test(name) && !/\.test\.ts$/.test(name));
  return new Set(files.flatMap((name) => [...readFileSync(core + name, 'utf8').matchAll(/\{id: '([^']+)'\}/g)].map(([, id]) => id ?? '')));
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
  const early = atOnce();
  for (const [locale, messages] of translations) {
    const write = (name: string, some: Message[]) => {
      const lines = some.map((message) => `  ${JSON.stringify(message.name)}: ${JSON.stringify(words(message))},`);
      writeFileSync(`${core}generated/locales/${name}.ts`, `export const templates = {\n${lines.sort().join('\n')}\n};\n`);
    };
    write(locale, messages.filter(({name}) => early.has(name)));
    write(`late-${locale}`, messages.filter(({name}) => !early.has(name)));
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
