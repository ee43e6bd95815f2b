/** Which languages there are, and which one a place in a page speaks. Knows the document, but no element of ours. */
import {sourceLocale, targetLocales} from '../../generated/locale-codes.ts';

/** A page that says nothing is read as Arabic. */
const unsaid = 'ar';

const parentOf = (place: Element): Element | null => {
  const root = place.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** The tag of the nearest `lang`, through shadow roots, as HTML's own rule has it. */
export function languageAt(place: Element): string {
  for (let at: Element | null = place; at; at = parentOf(at)) {
    const tag = at.closest('[lang]')?.getAttribute('lang');
    if (tag) return tag;
  }
  return unsaid;
}

/** Our language for a BCP 47 tag: its own, else its primary language's, else the source's. */
export const localeFor = (tag: string): string =>
  ([...targetLocales] as string[]).find((locale) => locale === tag.toLowerCase().split('-')[0]) ?? sourceLocale;

const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;
export const directionOf = (tag: string): 'rtl' | 'ltr' => (rightToLeft.test(tag) ? 'rtl' : 'ltr');
