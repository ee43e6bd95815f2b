/** Writes what each widget takes, tells and shows into `docs/embed.md`, from the manifest: the class docs are the one source. */
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {manifestFile} from './generate.ts';
import type {Declaration, Manifest, Named} from './generate.ts';
import {root} from './sources.ts';

const page = `${root}docs/embed.md`;
const begin = '<!-- widgets: made by packages/bundle/tools/reference.ts -->', end = '<!-- /widgets -->';

/** What every widget takes is said once, above. */
const common = new Set(['api', 'loading']);
const told = ({description = ''}: Partial<Named>) => description.replaceAll('|', '\\|').replaceAll('\n', ' ');
const quoted = (text: string | undefined) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');

function table(heads: string[], rows: string[][]): string {
  if (!rows.length) return '';
  return `\n${[heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function widget({tagName = '', description = '', attributes = [], slots = [], cssParts = [], events = []}: Declaration): string {
  return [`### \`<${tagName}>\`\n\n${description}\n`,
    table(['attribute', 'meaning', 'default'], attributes.filter(({name}) => !common.has(name)).map((one) => [quoted(one.name), told(one), quoted(one.default)])),
    table(['event', 'when'], events.map((one) => [quoted(one.name), told(one)])),
    table(['slot', 'what it is for'], slots.map((one) => [one.name ? quoted(one.name) : '(default)', told(one)])),
    table(['part', 'what it is'], cssParts.map((one) => [quoted(one.name), told(one)]))].filter(Boolean).join('');
}

/** The page as it should be. */
export function written(text = readFileSync(page, 'utf8'), manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest): string {
  const widgets = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const [before, rest] = text.split(begin), [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined) throw new Error('docs/embed.md has lost the marks between which its reference stands');
  const order = widgets.sort((one, other) => ((one.tagName ?? '') < (other.tagName ?? '') ? -1 : 1));
  return `${before}${begin}\n\n${order.map(widget).join('\n')}\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, written());
