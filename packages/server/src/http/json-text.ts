/** What JSON text must be before it is parsed, and its strings after. */
const deepest = 32;

/** How deep brackets nest (no deeper than one more than allowed) and how many members objects have, in one pass that skips strings. */
export function shapeOf(text: string): {tooDeep: boolean; members: number} {
  let depth = 0, members = 0, inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x3a) members += 1;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) return {tooDeep: true, members};
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return {tooDeep: false, members};
}

/** How many members the objects of a parsed value have: fewer than its text says where a name stood twice. */
export function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: unknown[] = Object.values(value);
  return inner.reduce<number>((sum, each) => sum + membersOf(each), Array.isArray(value) ? 0 : inner.length);
}

/** NUL and halves of surrogate pairs: no text, and not every database can hold them. */
const unstorable = /[\u0000\p{Cs}]/u;

/** Where a string that is no text stands (a JSON pointer), if one does. */
export function unstorableAt(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable.test(key) ? pointer : unstorableAt(inner, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
