import type {Schema} from '@shurkum/contract';

/** An authority's own words in the reader's language, else in the space's first; with the language they are in. */
export function localText(text: Schema<'LocalText'>, tag: string, languages: readonly string[]): {lang: string; text: string} {
  const wishes = [tag, tag.split('-')[0] ?? tag, ...languages, ...Object.keys(text)];
  const lang = wishes.find((wish) => Object.hasOwn(text, wish)) ?? tag;
  return {lang, text: text[lang] ?? ''};
}
