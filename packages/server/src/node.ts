/** The server's store on Node: a file, or PostgreSQL by its address. */
import type {Store} from './store/store.ts';

export {diskFiles} from './files/disk.ts';

/** Opens (and brings up to date) the database at a file path, `:memory:`, or a `postgres://` address. */
export async function openStore(url: string): Promise<Store> {
  // Each driver is loaded only where it is used: an embedded start stays quick and small.
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./store/postgres.ts')).openPostgres(url);
  return (await import('./store/node-sqlite.ts')).openFile(url);
}
