/** What the server needs of a database. Three things answer to it: SQLite in a file, SQLite in the page, PostgreSQL. */
import type {Act, Change} from './act.ts';

export type Listener = {
  changed(change: Change): void;
  /** Something may have been missed: read the sequences again. */
  missed(): void;
};

export type Store = {
  readonly kind: 'sqlite' | 'postgres';
  /** Runs a read on one snapshot. */
  read<T>(act: () => Act<T>): Promise<T>;
  /** Runs a read of a single statement, without a snapshot's cost. */
  peek<T>(act: () => Act<T>): Promise<T>;
  /** Runs a write; resolves only after its commit. The act may be started again after a conflict. */
  write<T>(act: () => Act<T>): Promise<T>;
  /** Hears committed changes, of other processes too. Returns how to stop. */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
};

/** The database cannot be used now (locked, gone, full): trying again later may help. */
export class Unavailable extends Error {}

/** Another act was quicker where only one may be: start again, and find what it left. */
export class Overtaken extends Error {}
