/**
 * Light stemming of Arabic after light10 (Larkey, Ballesteros & Connell, "Light stemming for Arabic information retrieval",
 * 2007): the article with what clings to it and "and" come off the front, common endings come off the back. It knows no
 * roots, so a broken plural stays apart from its singular (طرق, طريق). Takes words that `normalise` has been through, where
 * ta marbuta is ه and alef maqsura is ي.
 */
const beginnings = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'] as const;
const endings = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] as const;

/** Two letters must be left, three after "and" alone. */
const mayLose = (word: string, beginning: string): boolean => word.length >= (beginning === 'و' ? 4 : beginning.length + 2);

/** The word without article and conjunction. */
export function withoutArticle(word: string): string {
  const beginning = beginnings.find((each) => word.startsWith(each) && mayLose(word, each));
  return beginning ? word.slice(beginning.length) : word;
}

/** Each ending comes off once, in this order, as long as two letters are left. */
export const stemArabic = (word: string): string => endings.reduce(
  (left, ending) => (left.endsWith(ending) && left.length >= ending.length + 2 ? left.slice(0, -ending.length) : left),
  withoutArticle(word));
