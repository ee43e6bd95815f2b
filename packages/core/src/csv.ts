/** Numbers as a file (RFC 4180), for whoever wants to count again. Loaded on use. */

type Value = string | number | null;

/** A text that a spreadsheet would take for a formula is kept a text. */
const cell = (value: Value): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csv = (rows: readonly (readonly Value[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Offers the file under a name. The byte order mark tells spreadsheets that it is UTF-8. */
export function offer(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], {type: 'text/csv'}));
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 1000);
}
