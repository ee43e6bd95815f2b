/**
 * SQLite, wherever it runs. Acts are run without a pause, so everything that arrives together is committed together:
 * one `begin immediate … commit` for the batch, a savepoint for each act, so that one may fail alone. Nobody is
 * answered before the commit.
 */
import type {Act, Change, Row, Value} from './act.ts';
import {Unavailable} from './store.ts';
import type {Listener, Store} from './store.ts';

/** A synchronous database of one connection. */
export type SyncDatabase = {
  all(text: string, values: readonly Value[]): Row[];
  readonly inTransaction: boolean;
  /** Whether the error says that the database cannot be used now. */
  isUnavailable(error: unknown): boolean;
  close(): void;
};

type Waiting = {run(changes: Change[]): unknown; resolve(value: unknown): void; reject(error: unknown): void};
type Outcome = {waiting: Waiting; value?: unknown; error?: unknown; failed: boolean};

const batchSize = 200;

export function run<T>(db: SyncDatabase, act: Act<T>, changes?: Change[]): T {
  let step = act.next();
  while (!step.done) {
    let rows: Row[] = [];
    if ('call' in step.value) rows = db.all(step.value.call.compiled('sqlite').text, step.value.call.values('sqlite'));
    else changes?.push(step.value.change);
    step = act.next(rows);
  }
  return step.value;
}

function runInSavepoint(db: SyncDatabase, waiting: Waiting, changes: Change[]): Outcome {
  const mine: Change[] = [];
  db.all('savepoint act', []);
  try {
    const value = waiting.run(mine);
    db.all('release act', []);
    changes.push(...mine);
    return {waiting, value, failed: false};
  } catch (error) {
    if (!db.inTransaction) throw error;
    db.all('rollback to act', []);
    db.all('release act', []);
    return {waiting, error, failed: true};
  }
}

export type SyncStoreOptions = {
  /** Calls back once everything that came in the same turn has been queued. */
  soon(flush: () => void): void;
  /** Looks for commits of other processes while somebody listens; returns how to stop. */
  lookOut?(missed: () => void): () => void;
};

export function syncStore(db: SyncDatabase, {soon, lookOut}: SyncStoreOptions): Store {
  const queue: Waiting[] = [];
  const listeners = new Set<Listener>();
  let stopLooking: (() => void) | undefined;

  const unavailable = (error: unknown) =>
    (db.isUnavailable(error) ? new Unavailable('The database cannot be used now.', {cause: error}) : error);

  function commitTogether(batch: readonly Waiting[], changes: Change[]): Outcome[] {
    db.all('begin immediate', []);
    const outcomes = batch.map((waiting) => runInSavepoint(db, waiting, changes));
    db.all('commit', []);
    return outcomes;
  }

  function flush(): void {
    const batch = queue.splice(0, batchSize);
    if (queue.length) soon(flush);
    const changes: Change[] = [];
    let outcomes: Outcome[];
    try {
      outcomes = commitTogether(batch, changes);
    } catch (error) {
      if (db.inTransaction) db.all('rollback', []);
      for (const waiting of batch) waiting.reject(unavailable(error));
      return;
    }
    for (const {waiting, value, error, failed} of outcomes) {
      if (failed) waiting.reject(unavailable(error));
      else waiting.resolve(value);
    }
    for (const listener of listeners) changes.forEach((change) => { listener.changed(change); });
  }

  const snapshot = <T>(act: () => Act<T>): T => {
    db.all('begin', []);
    try {
      return run(db, act());
    } finally {
      if (db.inTransaction) db.all('commit', []);
    }
  };
  const attempt = async <T>(work: () => T): Promise<T> => {
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw unavailable(error);
    }
  };

  return {
    kind: 'sqlite',
    read: (act) => attempt(() => snapshot(act)),
    peek: (act) => attempt(() => run(db, act())),
    write: <T>(act: () => Act<T>) => new Promise<T>((resolve, reject) => {
      queue.push({run: (changes) => run(db, act(), changes), resolve: resolve as (value: unknown) => void, reject});
      if (queue.length === 1) soon(flush);
    }),
    listen(listener) {
      listeners.add(listener);
      stopLooking ??= lookOut?.(() => { for (const each of listeners) each.missed(); });
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        stopLooking?.();
        stopLooking = undefined;
      };
    },
    async close() {
      if (queue.length) await new Promise<void>((resolve) => { soon(resolve); });
      stopLooking?.();
      db.close();
    },
  };
}
