/** Questions about one proposal, and about a number somebody typed, that can be answered by thinking alone. */
import type {Schema} from '@shurkum/contract';

export type Proposal = Schema<'Proposal'>;
export type Update = Schema<'Update'>;
export type Attachment = Schema<'Attachment'>;

/** Digits of the scripts our readers type, and what stands between groups of them (as the server reads them). */
const latin = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`);

/** What somebody typed, as a reference; null where it cannot be one (ISO 7064, MOD 97-10: the number leaves 1). */
export function parseReference(typed: string): string | null {
  const digits = latin(typed).replace(/[\s\p{Pd}\p{Cf}._/]+/gu, '');
  return /^\d{12}$/.test(digits) && BigInt(digits) % 97n === 1n ? digits.replace(/^(.{4})(.{4})/, '$1-$2-') : null;
}

/** A secret as it was copied: spaces at its ends or between its letters are no part of it. */
export const parseSecret = (typed: string): string => typed.replace(/[\s\p{Cf}]+/gu, '');

const drawable = ['image/png', 'image/jpeg', 'image/webp'];
const pixels = 40_000_000;

/** Whether an attachment may be shown as a picture, by what the API found in its bytes. */
export const isPicture = ({type, width, height}: Attachment): boolean =>
  drawable.includes(type) && !!width && !!height && width * height <= pixels;

/** Whether the picture that came is the one that was announced; a camera may have turned it. */
export const isAnnounced = ({width, height}: Attachment, {naturalWidth, naturalHeight}: {naturalWidth: number; naturalHeight: number}): boolean =>
  (naturalWidth === width && naturalHeight === height) || (naturalWidth === height && naturalHeight === width);

/** Updates of pages in a row, each once; what this version does not know, and what is for officials only, is left out. */
export function happened(pages: readonly {items: readonly Update[]}[], known: object): Update[] {
  const all = new Map(pages.flatMap(({items}) => items).map((one) => [one.id, one]));
  return [...all.values()].filter(({kind}) => Object.hasOwn(known, kind));
}
