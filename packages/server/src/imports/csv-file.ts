/** Comma-separated values as they are read from elsewhere, gzipped or not, with the line and the column of whatever is wrong. */
import {parse} from 'csv-parse/sync';
import {textOf} from '../cli/input.ts';
import {refusalAt, Refusal} from '../cli/refusal.ts';

export type CsvRow = {record: {[column: string]: string}; line: number; refuse: (column: string, why: string) => never};

type Parsed = {record: CsvRow['record']; raw: string; info: {lines: number}};

/** Where the field of this number begins in a record: separators inside quotes belong to the text. */
function placeOf(raw: string, field: number): {line: number; column: number} {
  let left = field, quoted = false, line = 0, begin = 0, at = 0;
  for (; at < raw.length && left > 0; at += 1) {
    const character = raw[at];
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) left -= 1;
    else if (character === '\n') { line += 1; begin = at + 1; }
  }
  return {line, column: at - begin + 1};
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** What the parser finds it says with the number of bytes that it had read: the column is counted from there. */
function brokenAt(file: string, text: string, error: unknown): Refusal {
  const {lines, bytes, message} = error as {lines?: number; bytes?: number; message: string};
  if (lines === undefined) return new Refusal(`${file}: ${message}`);
  const before = Buffer.from(text).subarray(0, bytes ?? 0).toString('utf8');
  return refusalAt(file, lines, message, before.length - before.lastIndexOf('\n'));
}

/** The rows under the first line's names. @throws Refusal where the file is broken or a column is missing. */
export function csvRows(file: string, columns: readonly string[]): CsvRow[] {
  const text = textOf(file).replace(/^\ufeff/, '');
  let rows: Parsed[];
  try {
    rows = parse(text, {columns: true, info: true, raw: true, skip_empty_lines: true});
  } catch (error) {
    throw brokenAt(file, text, error);
  }
  const [names = []]: string[][] = parse(text, {to: 1});
  for (const column of columns) {
    if (!names.includes(column)) throw refusalAt(file, 1, `there is no column “${column}”`, 1);
  }
  return rows.map(({record, raw, info}) => {
    // The line a record ends on is known; it begins as many lines before as it has.
    const line = info.lines - lineBreaks(raw.trimEnd());
    const refuse = (column: string, why: string): never => {
      const place = placeOf(raw, Math.max(names.indexOf(column), 0));
      throw refusalAt(file, line + place.line, why, place.column);
    };
    return {record, line, refuse};
  });
}
