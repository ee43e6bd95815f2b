/**
 * SQLite, wherever it runs. Acts are run without a pause, so everything that arrives together is committed together:
 * one `begin immediate … commit` for the batch, a savepoint for each act, so that one may fail alone. Nobody is
 * answered before the commit. While another process holds the file, nobody waits inside SQLite, where everything else
 * would wait with them: the batch is tried again a little later.
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
  /** Whether it says that another process is writing: trying again soon may help. */
  isBusy(error: unknown): boolean;
  close(): void;
};

type Waiting = {since: number; run(changes: Change[]): unknown; resolve(value: unknown): void; reject(error: unknown): void};
type Outcome = {waiting: Waiting; value?: unknown; error?: unknown; failed: boolean};

const batchSize = 200;
/** How long an act waits for its turn while another process writes, and how often it tries (milliseconds). */
const patience = 5000;
const tryAgainAfter = 20;

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

function commitTogether(db: SyncDatabase, batch: readonly Waiting[], changes: Change[]): Outcome[] {
  db.all('begin immediate', []);
  const outcomes = batch.map((waiting) => runInSavepoint(db, waiting, changes));
  db.all('commit', []);
  return outcomes;
}

const blamed = (db: SyncDatabase, error: unknown) =>
  (db.isUnavailable(error) ? new Unavailable('The database cannot be used now.', {cause: error}) : error);

export type SyncStoreOptions = {
  /** Calls back once everything that came in the same turn has been queued. */
  soon: (flush: () => void) => void;
  /** Looks for commits of other processes while somebody listens; returns how to stop. */
  lookOut?: (missed: () => void) => () => void;
};

/** The queue of writes, and the one place that commits. */
function committer(db: SyncDatabase, soon: SyncStoreOptions['soon'], tell: (changes: readonly Change[]) => void) {
  const queue: Waiting[] = [];
  let due = false;
  const schedule = (when: SyncStoreOptions['soon']) => {
    if (due || !queue.length) return;
    due = true;
    when(flush);
  };
  const failed = (batch: readonly Waiting[], error: unknown) => {
    if (db.inTransaction) db.all('rollback', []);
    const young = (waiting: Waiting) => db.isBusy(error) && performance.now() - waiting.since < patience;
    for (const waiting of batch) if (!young(waiting)) waiting.reject(blamed(db, error));
    queue.unshift(...batch.filter(young));
    schedule((again) => { setTimeout(again, tryAgainAfter); });
  };
  const flush = (): void => {
    due = false;
    const batch = queue.splice(0, batchSize);
    const changes: Change[] = [];
    let outcomes: Outcome[];
    try {
      outcomes = commitTogether(db, batch, changes);
    } catch (error) { return failed(batch, error); }
    schedule(soon);
    for (const {waiting, value, error, failed: refused} of outcomes) {
      if (refused) waiting.reject(blamed(db, error));
      else waiting.resolve(value);
    }
    tell(changes);
  };
  return {
    write: <T>(act: () => Act<T>) => new Promise<T>((resolve, reject) => {
      queue.push({since: performance.now(), run: (changes) => run(db, act(), changes), resolve: (value) => { resolve(value as T); }, reject});
      schedule(soon);
    }),
    settled: async () => { while (queue.length) await new Promise((resolve) => { setTimeout(resolve, 1); }); },
  };
}

/** Who listens, and the look-out that stands while anybody does. */
function localFeed(lookOut: SyncStoreOptions['lookOut']) {
  const listeners = new Set<Listener>();
  let stopLooking: (() => void) | undefined;
  return {
    tell(changes: readonly Change[]) {
      for (const listener of listeners) changes.forEach((change) => { listener.changed(change); });
    },
    listen(listener: Listener) {
      listeners.add(listener);
      stopLooking ??= lookOut?.(() => { for (const each of listeners) each.missed(); });
      return () => {
        listeners.delete(listener);
        if (!listeners.size) this.stop();
      };
    },
    stop() {
      stopLooking?.();
      stopLooking = undefined;
    },
  };
}

function snapshot<T>(db: SyncDatabase, act: () => Act<T>): T {
  db.all('begin', []);
  try {
    return run(db, act());
  } finally {
    if (db.inTransaction) db.all('commit', []);
  }
}

export function syncStore(db: SyncDatabase, options: SyncStoreOptions): Store {
  const feed = localFeed(options.lookOut);
  const {write, settled} = committer(db, options.soon, (changes) => { feed.tell(changes); });
  const attempt = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve) => { resolve(work()); }).catch((error: unknown) => { throw blamed(db, error); });
  let closed = false;
  return {
    kind: 'sqlite',
    read: (act) => attempt(() => snapshot(db, act)),
    peek: (act) => attempt(() => run(db, act())),
    // A closed database can neither begin nor say why it did not: nobody would ever be answered.
    write: (act) => (closed ? Promise.reject(new Unavailable('The database is closed.')) : write(act)),
    listen: (listener) => feed.listen(listener),
    async close() {
      closed = true;
      await settled();
      feed.stop();
      db.close();
    },
  };
}
