/** What the widgets say, by the id of the message: a journey looks for a button by what it is for, however its wording is polished. */
import {readFileSync} from 'node:fs';

const units = readFileSync(new URL('../../packages/core/xliff/ar.xlf', import.meta.url), 'utf8')
  .matchAll(/<trans-unit id="([^"]+)">\s*<source>(.*?)<\/source>\s*<target>(.*?)<\/target>/gs);
const messages = new Map([...units].map(([, id = '', en = '', ar = '']) => [id, {en, ar}]));

/** @throws where no message has this id. */
export function said(language: 'ar' | 'en', id: string): string {
  const message = messages.get(id);
  if (!message) throw new Error(`No message is called “${id}”.`);
  return message[language];
}
