/**
 * What people wrote, on somebody's terminal. Control characters could move the cursor, change what stands above, or type
 * for whoever reads (CWE-150); marks that turn the direction could show a text as another. Both are written as escapes,
 * which in JSON are the same text.
 */
const escaped = (text: string) => text.replaceAll(/./gsu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Without control characters, but for lines and tabs. */
export const printable = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g, escaped);

/** The same, and without what turns the direction of more than one word; marks and joiners that Arabic needs are kept. */
export const plain = (text: string): string => printable(text).replaceAll(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped);
