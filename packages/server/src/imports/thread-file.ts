/** A discussion as a file: one comment a line, `n, parent_n, author, created_at, text`; a parent comes before its replies. */
import {displayNameMaxLength} from '@shurkum/contract/limits';
import {isEmpty} from '../domain/text.ts';
import type {Line} from '../cli/input.ts';
import {refusalAt} from '../cli/refusal.ts';

/** Characters. Longer than a comment written here may be: what was said elsewhere is not cut. */
const textMaxLength = 100_000;

export type ImportedComment = {
  n: number; parent: number | null; author: string; createdAt: number; text: string;
  /** JSON of the contract's `Official`, where one wrote it. */
  official?: string | null;
  supports?: number;
};

/** A text that would be refused here: halves of characters, control characters but for lines and tabs. */
const unwritable = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
export const isWritable = (text: string): boolean => !unwritable.test(text);

/** The years that an instant can be written in. */
export const isInstant = (time: number): boolean => time >= 0 && time < Date.UTC(10_000, 0);

const lengthOf = (text: string) => [...text].length;

function fault(record: Record<string, unknown>, seen: ReadonlySet<number>): string | undefined {
  const {n, parent_n: parent, author, created_at: createdAt, text} = record;
  if (!Number.isInteger(n)) return 'n must be a whole number';
  if (seen.has(n as number)) return `n ${String(n)} stood already in a line above`;
  if (parent !== null && parent !== undefined && !seen.has(parent as number)) return `parent_n ${JSON.stringify(parent)} does not stand in a line above`;
  if (typeof author !== 'string' || isEmpty(author)) return 'author must be a name';
  if (!isWritable(author) || /[\n\r\t]/.test(author)) return 'author holds control characters or half a character';
  if (lengthOf(author) > displayNameMaxLength) return `author is longer than ${displayNameMaxLength} characters`;
  if (typeof createdAt !== 'string' || Number.isNaN(Date.parse(createdAt))) return 'created_at must be an instant (ISO 8601)';
  if (!isInstant(Date.parse(createdAt))) return 'created_at must be in the years 1970 to 9999';
  if (typeof text !== 'string') return 'text must be a text';
  if (!isWritable(text)) return 'text holds control characters or half a character';
  return undefined;
}

/**
 * Every comment of the lines. One with nothing to see (a signature alone, say) is kept as an ellipsis, so that its
 * replies keep their place.
 * @throws Refusal naming the line.
 */
export function commentsOf(file: string, lines: readonly Line[]): ImportedComment[] {
  const seen = new Set<number>();
  return lines.map(({number, record}) => {
    const wrong = fault(record, seen);
    if (wrong) throw refusalAt(file, number, wrong);
    const text = record['text'] as string;
    if (lengthOf(text) > textMaxLength) throw refusalAt(file, number, `text is longer than ${textMaxLength} characters`);
    const n = record['n'] as number;
    seen.add(n);
    return {
      n, parent: (record['parent_n'] as number | null | undefined) ?? null, author: (record['author'] as string).trim(),
      createdAt: Date.parse(record['created_at'] as string), text: isEmpty(text) ? '…' : text,
    };
  });
}
