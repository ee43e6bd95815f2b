/** Comma-separated values that a spreadsheet shows and never runs (CWE-1236). */
import {stringify} from 'csv-stringify/sync';

/** A cell that begins like a formula, also behind spaces and what cannot be seen, is given a leading apostrophe, so that it stays text. Numbers stay numbers. */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u;
export const harmless = (cell: unknown): unknown => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell);

/** The rows under their headings, with a byte order mark so that spreadsheets read Arabic as UTF-8. */
export function sheet(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
  const cells = rows.map((row) => columns.map((column) => harmless(row[column] ?? '')));
  return `\uFEFF${stringify([[...columns], ...cells], {record_delimiter: 'windows', quoted: true, quoted_empty: true})}`;
}
