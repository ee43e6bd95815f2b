/** What somebody was writing, kept on this device until it was sent: 30 days. */
import {newKey} from '@shurkum/client';

/** `key` is the act's own: sent again after a reload, the server gives the first answer again. `place`: how far somebody had come. */
export type Draft = {text: string; name: string; key: string; at: number; place?: string};

const days = 30 * 86_400_000;
const kept = new Map<string, Draft>();
const names = new Map<string, string>();

/** `JSON` keeps ids apart that a plain separator would let run together. */
const place = (path: readonly string[]) => `shurkum:draft:${JSON.stringify(path)}`;
const nameAt = ([api]: readonly string[]) => `shurkum:name:${api}`;
/** A name that was given once begins the next draft, on this device and for this API. */
const empty = (path: readonly string[]): Draft => {
  let name = names.get(nameAt(path)) ?? '';
  try {
    name = localStorage.getItem(nameAt(path)) ?? name;
  } catch { /* Kept in memory. */ }
  return {text: '', name, key: newKey(), at: 0};
};

/** The draft at a path (API, thread, parent); an empty one where there is none or it is too old. */
export function readDraft(path: readonly string[], now = Date.now()): Draft {
  try {
    const draft = JSON.parse(localStorage.getItem(place(path)) ?? 'null') as Draft | null;
    if (draft && now - draft.at < days) return draft;
  } catch { /* Kept in memory. */ }
  return kept.get(place(path)) ?? empty(path);
}

/** Other words are another act, and get another key; going to another place is none. Storage may be full or switched off. */
export function keepDraft(path: readonly string[], words: Partial<Draft>, now = Date.now()): Draft {
  const before = readDraft(path, now);
  const draft = {...before, ...words, key: words.place === undefined ? newKey() : before.key, at: now};
  // What is stored from before must not come back in place of what cannot be stored.
  clearDraft(path);
  kept.set(place(path), draft);
  try {
    localStorage.setItem(place(path), JSON.stringify(draft));
  } catch { /* Kept in memory. */ }
  return draft;
}

/** Only after the server said that it has it. */
export function clearDraft(path: readonly string[]): void {
  kept.delete(place(path));
  try {
    localStorage.removeItem(place(path));
  } catch { /* It was never there. */ }
}

/** Remembers under which name somebody took part, only once they have. */
export function keepName(path: readonly string[], name: string): void {
  names.set(nameAt(path), name);
  try {
    if (name) localStorage.setItem(nameAt(path), name);
    else localStorage.removeItem(nameAt(path));
  } catch { /* Kept in memory. */ }
}
