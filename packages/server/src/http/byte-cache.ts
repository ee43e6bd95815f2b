/**
 * Answers everyone may have, as bytes, for as long as the version they were made from is the version that stands.
 * The version is read on every request, so a write by any process ends what was kept. Bounded, keys and all; the longest
 * unused goes first.
 */
export type Kept = {version: string; bytes: Uint8Array<ArrayBuffer>; etag: string; stampNow: boolean; until: number | null};

const bytesAtMost = 32 * 1024 * 1024;
const entriesAtMost = 8192;
/** What an entry takes besides its bytes and its key's characters. */
const overhead = 512;

export type ByteCache = {
  get(key: string, version: string): Kept | undefined;
  set(key: string, kept: Kept): void;
};

export function byteCache(): ByteCache {
  const entries = new Map<string, Kept>();
  let size = 0;
  const weight = (key: string, {bytes}: Kept) => bytes.byteLength + 2 * key.length + overhead;
  const drop = (key: string) => {
    const kept = entries.get(key);
    if (kept) size -= weight(key, kept);
    entries.delete(key);
  };
  return {
    get(key, version) {
      const kept = entries.get(key);
      if (kept?.version !== version) return undefined;
      entries.delete(key);
      entries.set(key, kept);
      return kept;
    },
    set(key, kept) {
      drop(key);
      entries.set(key, kept);
      size += weight(key, kept);
      for (const oldest of entries.keys()) {
        if (size <= bytesAtMost && entries.size <= entriesAtMost) break;
        drop(oldest);
      }
    },
  };
}
