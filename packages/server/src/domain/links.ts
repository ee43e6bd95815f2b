/**
 * Which pieces of a text are links: bare or in angle brackets, `http`, `https` and `mailto` only, and only where the
 * address leads to what it shows. Everything else stays text.
 */
const schemes = ['https://', 'http://', 'mailto:'];
/** Closing punctuation of either script that belongs to the sentence, not to the address. */
const trailing = new Set('.,;:!?\'"*_~،؛؟»”’…');
const longest = 2048;

const isSpace = (character: string) => character <= ' ' || character === '\u00a0' || /\s/u.test(character);
/** Marks that reorder or vanish: an address that holds one does not show where it leads. */
const deceptive = /[\u0000-\u001f\u007f-\u009f\\<>"`{}|^\u061c\u2028-\u202e\u2800\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/** The scheme that starts at `at`, if one does. */
export const schemeAt = (text: string, at: number): boolean =>
  (text[at] === 'h' || text[at] === 'm') && schemes.some((scheme) => text.startsWith(scheme, at));

/** Where the run of characters without a space ends. */
export function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charAt(end)) && text[end] !== '<' && text[end] !== '>') end += 1;
  return end;
}

/** The end of the address inside a run: without the sentence's punctuation, brackets only in pairs. */
export function addressEnd(text: string, start: number, end: number): number {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    if (text[at] === '(') open += 1;
    else if (text[at] === ')') open -= 1;
  }
  let last = end;
  while (last > start) {
    const character = text.charAt(last - 1);
    if (character === ')' && open < 0) open += 1;
    else if (!trailing.has(character)) break;
    last -= 1;
  }
  return last;
}

const isMail = (address: string) => /^mailto:[A-Za-z0-9.!#$&'*+/=_~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/.test(address);

/** A label of another script than Latin that holds Latin letters too: no name that people read is made so. */
const mixed = (label: string) => /\p{Script=Latin}/u.test(label) && /[^\P{L}\p{Script=Latin}]/u.test(label);

/**
 * Whether the host is written as the browser will understand it: for ASCII exactly so (`0x7f.1` and `2130706433` are not),
 * else in letters, digits and marks that stand for themselves and for nothing else.
 */
function isPlainHost(written: string, understood: string): boolean {
  const lower = written.toLowerCase();
  if (/^[\u0021-\u007e]*$/.test(lower)) return lower === understood;
  return /^[\p{L}\p{N}\p{M}.-]+$/u.test(lower) && lower === lower.normalize('NFKC').toLowerCase() && !lower.split('.').some(mixed);
}

/** Whether the address may be followed: parsed, of a known scheme, without a name before the host. */
export function isLink(address: string): boolean {
  if (address.length > longest || deceptive.test(address)) return false;
  if (address.startsWith('mailto:')) return isMail(address);
  const host = /^https?:\/\/([^/?#]+)/.exec(address)?.[1];
  if (!host || host.includes('%') || host.includes('@') || !URL.canParse(address)) return false;
  const {protocol, username, password, hostname} = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password && isPlainHost(host.replace(/:\d+$/, ''), hostname);
}
