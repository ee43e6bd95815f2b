/**
 * The words of a text, each as its stem: what both databases index and what is looked for. A word belongs to one script;
 * where scripts meet (“الـAPI”), two words do. Scripts without stems of their own are taken as they stand.
 */
import {stem as stemEnglish} from 'porter2';
import {stemArabic, withoutArticle} from './arabic.ts';
import {normalise} from './normalise.ts';
import {stopWords} from './stop-words.ts';

const scripts = /(?:(?=\p{L})\p{Script=Arabic})+|\p{Script=Latin}+(?:'\p{Script=Latin}+)*|\p{N}+|(?:(?!\p{Script=Arabic}|\p{Script=Latin})[\p{L}\p{M}])+/gu;
const isArabic = /^\p{Script=Arabic}/u;
const isLatin = /^\p{Script=Latin}/u;

/** A longer word is no word, and an index key has an end. */
const lettersAtMost = 40;
/** Of a very long text, so many different words are indexed. */
export const wordsAtMost = 4000;

/** An address is no words: its parts would make strangers alike. */
const address = /https?:\/\/\S+/giu;

const split = (text: string): string[] => normalise(text.replace(address, ' ')).match(scripts) ?? [];
const cut = (word: string): string => [...word].slice(0, lettersAtMost).join('');

export function stemOf(word: string): string {
  if (isArabic.test(word)) return cut(stemArabic(word));
  return cut(isLatin.test(word) ? stemEnglish(word).replaceAll('\'', '') : word);
}

/** The different stems of a text, in the order in which they come, without words that say nothing. */
export function wordsOf(text: string): string[] {
  const stems = new Set<string>();
  for (const word of split(text)) {
    const stem = stopWords.has(word) ? '' : stemOf(word);
    if (stem) stems.add(stem);
    if (stems.size >= wordsAtMost) break;
  }
  return [...stems];
}

/** What is looked for: every one of `words`, and a word that is `stem` or goes on from `beginning` (still being typed). */
export type Sought = {words: readonly string[]; last: {stem: string; beginning: string} | null};

export function soughtIn(text: string): Sought {
  const written = split(text);
  const last = written.at(-1);
  if (last === undefined) return {words: [], last: null};
  const words = wordsOf(written.slice(0, -1).join(' '));
  // "the" may be on its way to "theatre"; behind other words it is a whole word that says nothing.
  if (words.length && stopWords.has(last)) return {words, last: null};
  const beginning = cut((isArabic.test(last) ? withoutArticle(last) : last).replaceAll('\'', ''));
  return {words, last: {stem: stemOf(last), beginning}};
}
