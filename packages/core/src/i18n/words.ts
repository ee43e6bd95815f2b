/**
 * How words are said. A message is one plain text with named places, `{name}`; where a number decides, it holds one
 * form for each CLDR plural category of its language, in the order zero, one, two, few, many, other, parted by `|`.
 * A form too many in front is the one for none: English says "No comments|One comment|{n} comments".
 */
import {msg, spoken} from './locale.ts';

export {msg};

const order: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const rules = new Map<string, Intl.PluralRules>();

/** The form of a message that a number asks for. */
export function plural(message: string, count: number): string {
  const locale = spoken();
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  const forms = message.split('|');
  const known = rule.resolvedOptions().pluralCategories;
  const extra = forms.length - known.length;
  const at = order.filter((category) => known.includes(category)).indexOf(rule.select(count));
  return forms[extra > 0 && count === 0 ? 0 : at + Math.max(extra, 0)] ?? message;
}

/** The pieces of a message with its places filled, for a template: a name stays in its `<bdi>`, a date in its `<time>`. */
export const pieces = <Value>(message: string, places: Record<string, Value>): (Value | string)[] =>
  message.split(/[{}]/).map((piece, index) => (index % 2 ? places[piece] ?? piece : piece));

/** A message with its places filled by words. */
export const fill = (message: string, places: Record<string, string>): string => pieces(message, places).join('');

/** "3 comments", as the heading of a thread and the count beside a link say it. */
export const commentsInWords = (count: number, formats: {number(value: number): string}): string =>
  fill(plural(msg('No comments|One comment|{n} comments', {id: 'comments'}), count), {n: formats.number(count)});
