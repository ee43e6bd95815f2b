/** Where the bytes of attachments are. What they belong to, and who may read them, the database says. */
export type FileStore = {
  /** Resolves once the bytes are there to stay. The same id again has the same bytes. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(id: string): Promise<void>;
};

/** In memory, for a page and for tests. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: (id, bytes) => Promise.resolve(void files.set(id, bytes.slice())),
    get: (id) => Promise.resolve(files.get(id)?.slice()),
    remove: (id) => Promise.resolve(void files.delete(id)),
  };
}
