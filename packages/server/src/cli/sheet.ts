/** Comma-separated values that a spreadsheet shows and never runs (CWE-1236). */
import {stringify} from 'csv-stringify/sync';

/** A cell that begins like a formula is given a leading apostrophe, so that it stays text. Numbers stay numbers. */
export const harmless = (cell: unknown): unknown => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** The rows under their headings, with a byte order mark so that spreadsheets read Arabic as UTF-8. */
export function sheet(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
  const cells = rows.map((row) => columns.map((column) => harmless(row[column] ?? '')));
  return `\uFEFF${stringify([[...columns], ...cells], {record_delimiter: 'windows'})}`;
}
