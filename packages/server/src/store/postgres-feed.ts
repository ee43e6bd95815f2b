/**
 * Tells other processes what changed, and hears them. A notice is sent after the commit it speaks of, and only the
 * newest of each topic: a notice inside the transaction would make commits wait in one line for each other. One that is
 * lost with its process is made good by looking again now and then.
 */
import pg from 'pg';
import type {Change} from './act.ts';
import type {Listener} from './store.ts';

const channel = 'shurkum_changes';
const waitAtFirst = 250;
const waitAtMost = 10_000;
const lookAgainEvery = 30_000;

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

/** One connection that listens, and comes back when it is lost. */
class Receiver {
  readonly #url: string;
  readonly #listeners: ReadonlySet<Listener>;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = true;

  constructor(url: string, listeners: ReadonlySet<Listener>) {
    this.#url = url;
    this.#listeners = listeners;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    void this.#connect(waitAtFirst);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(wait: number): Promise<void> {
    const client = new pg.Client({connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: 5000});
    this.#client = client;
    client.on('error', () => undefined);
    client.on('end', () => { this.#lost(client, wait); });
    client.on('notification', ({payload}) => { this.#hear(payload ?? '[]'); });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      for (const listener of this.#listeners) listener.missed();
    } catch {
      this.#lost(client, wait);
    }
  }

  #hear(payload: string): void {
    const [topic, sequence] = JSON.parse(payload) as [string, number];
    for (const listener of this.#listeners) listener.changed({topic, sequence});
  }

  #lost(client: pg.Client, wait: number): void {
    if (this.#client !== client || this.#stopped) return;
    this.#client = undefined;
    this.#timer = setTimeout(() => { void this.#connect(Math.min(wait * 2, waitAtMost)); }, wait);
    this.#timer.unref();
  }
}

export function postgresFeed(url: string, pool: pg.Pool): Feed {
  const listeners = new Set<Listener>();
  const outgoing = sender(pool);
  const incoming = new Receiver(url, listeners);
  let looking: NodeJS.Timeout | undefined;
  return {
    tell: (changes) => { outgoing.tell(changes); },
    listen(listener) {
      listeners.add(listener);
      incoming.start();
      looking ??= setInterval(() => { for (const each of listeners) each.missed(); }, lookAgainEvery).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        clearInterval(looking);
        looking = undefined;
        void incoming.stop();
      };
    },
    async close() {
      clearInterval(looking);
      await incoming.stop();
      await outgoing.done();
    },
  };
}
