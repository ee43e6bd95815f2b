/**
 * Answers everyone may have, as bytes, for as long as the version they were made from is the version that stands.
 * The version is read on every request, so a write by any process ends what was kept. Bounded; the longest unused goes first.
 */
export type Kept = {version: string; bytes: Uint8Array<ArrayBuffer>; etag: string; stampNow: boolean; until: number | null};

const bytesAtMost = 32 * 1024 * 1024;

export type ByteCache = {
  get(key: string, version: string): Kept | undefined;
  set(key: string, kept: Kept): void;
};

export function byteCache(): ByteCache {
  const entries = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string) => {
    size -= entries.get(key)?.bytes.byteLength ?? 0;
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
      size += kept.bytes.byteLength;
      for (const oldest of entries.keys()) {
        if (size <= bytesAtMost) break;
        drop(oldest);
      }
    },
  };
}
