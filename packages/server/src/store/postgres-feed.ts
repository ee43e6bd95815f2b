/**
 * Tells other processes what changed, and hears them. A notice is sent after the commit it speaks of, and only the
 * newest of each topic: a notice inside the transaction would make commits wait in one line for each other.
 */
import pg from 'pg';
import type {Change} from './act.ts';
import type {Listener} from './store.ts';

const channel = 'shurkum_changes';
const waitAtMost = 10_000;

export type Feed = {tell(changes: readonly Change[]): void; listen(listener: Listener): () => void; close(): Promise<void>};

/** Sends what is waiting, the newest sequence of each topic, one statement at a time. */
function sender(pool: pg.Pool) {
  const waiting = new Map<string, number>();
  let sending: Promise<void> | undefined;
  const send = async () => {
    while (waiting.size) {
      const notices = [...waiting].map(([topic, sequence]) => JSON.stringify([topic, sequence]));
      waiting.clear();
      // A lost notice costs a reader a little freshness, never a write.
      await pool.query('select pg_notify($1, notice) from unnest($2::text[]) as notice', [channel, notices]).catch(() => undefined);
    }
  };
  return {
    tell(changes: readonly Change[]) {
      for (const {topic, sequence} of changes) waiting.set(topic, Math.max(sequence, waiting.get(topic) ?? 0));
      if (waiting.size) sending ??= send().finally(() => { sending = undefined; });
    },
    done: () => sending,
  };
}

function receiver(url: string, listeners: ReadonlySet<Listener>) {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;

  const again = (wait: number) => {
    client?.removeAllListeners('end');
    client = undefined;
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => { void connect(Math.min(wait * 2, waitAtMost)); }, wait);
    timer.unref();
  };
  const connect = async (wait: number) => {
    const mine = new pg.Client({connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000});
    client = mine;
    mine.on('error', () => undefined);
    mine.on('notification', ({payload}) => {
      const [topic, sequence] = JSON.parse(payload ?? '[]') as [string, number];
      for (const listener of listeners) listener.changed({topic, sequence});
    });
    mine.on('end', () => { if (client === mine) again(wait); });
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      for (const listener of listeners) listener.missed();
    } catch {
      if (client === mine) again(wait);
    }
  };
  return {
    start() {
      if (!stopped) return;
      stopped = false;
      void connect(250);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const mine = client;
      client = undefined;
      await mine?.end().catch(() => undefined);
    },
  };
}

export function postgresFeed(url: string, pool: pg.Pool): Feed {
  const listeners = new Set<Listener>();
  const {tell, done} = sender(pool);
  const incoming = receiver(url, listeners);
  return {
    tell,
    listen(listener) {
      listeners.add(listener);
      incoming.start();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) void incoming.stop();
      };
    },
    async close() {
      await incoming.stop();
      await done();
    },
  };
}
