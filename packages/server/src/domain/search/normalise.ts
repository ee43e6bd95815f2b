/**
 * One spelling for what people write in many: the same letters with and without vowel marks, hamza or a Persian keyboard, in
 * any digits, in any case. What is lost here is lost for looking only; the text itself is kept as it was written.
 */

/** Marks over Latin, Greek and Cyrillic letters; tashkeel, Quranic marks and hamza above and below; tatweel; unseen controls. */
const dropped = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\p{Cf}]/gu;

/** What decomposition leaves apart: alef wasla and wavy alefs, alef maqsura, Persian and Urdu letters, ta marbuta. */
const folded: Readonly<Record<string, string>> = {
  'ٱ': 'ا', 'ٲ': 'ا', 'ٳ': 'ا', 'ٵ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ک': 'ك', 'ڪ': 'ك',
  'ة': 'ه', 'ۃ': 'ه', 'ە': 'ه', 'ہ': 'ه', 'ھ': 'ه', '’': '\'', 'ʼ': '\'',
};
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'gu');
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * NFKD takes madda and hamza off their letters (آ أ إ ؤ ئ) and joined forms apart (ﷲ, ﻻ), so that they go with the marks;
 * NFC puts together again what is one letter in other scripts.
 */
export const normalise = (text: string): string => text
  .normalize('NFKD').replace(dropped, '').normalize('NFC')
  .replace(foldable, (letter) => folded[letter] ?? letter)
  .replace(digits, (digit) => String(digit.charCodeAt(0) & 15))
  .toLowerCase();
