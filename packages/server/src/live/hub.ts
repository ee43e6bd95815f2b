/**
 * Who watches what. A watcher holds, for each topic, only the newest sequence it has not told yet: one that reads
 * slowly misses steps in between, never the last, and never makes a queue grow.
 */
import type {Change} from '../store/act.ts';
import type {Store} from '../store/store.ts';

export type Watcher = {
  /** The changes not told yet; waits for the first, at most `wait` milliseconds. Undefined once the watcher ended. */
  next(wait: number): Promise<Change[] | undefined>;
  end(): void;
};

export type Hub = {
  /** Whether one more stream may begin that watches so many things. */
  hasRoom(topics: number): boolean;
  /** Where there is no room, the watcher has ended already. */
  watch(topics: readonly string[]): Watcher;
  end(): void;
};

/** Reads what the topics stand at now, for when something may have been missed. */
export type ReadSequences = (topics: readonly string[]) => Promise<Change[]>;

class Ear implements Watcher {
  readonly topics: readonly string[];
  #told = new Map<string, number>();
  #untold = new Map<string, number>();
  #wake: (() => void) | undefined;
  #ended = false;
  readonly #onEnd: (ear: Ear) => void;

  constructor(topics: readonly string[], onEnd: (ear: Ear) => void) {
    this.topics = topics;
    this.#onEnd = onEnd;
  }

  hear({topic, sequence}: Change): void {
    if (sequence <= (this.#told.get(topic) ?? -1)) return;
    this.#untold.set(topic, Math.max(sequence, this.#untold.get(topic) ?? 0));
    this.#wake?.();
  }

  #somethingNew(wait: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async next(wait: number): Promise<Change[] | undefined> {
    if (!this.#untold.size && !this.#ended) await this.#somethingNew(wait);
    this.#wake = undefined;
    if (this.#ended) return undefined;
    const changes = [...this.#untold].map(([topic, sequence]) => ({topic, sequence}));
    for (const {topic, sequence} of changes) this.#told.set(topic, sequence);
    this.#untold.clear();
    return changes;
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
    this.#onEnd(this);
  }
}

/** How many streams one process keeps, and how many different things they may watch. */
export type Room = {streams: number; topics: number};
const usualRoom: Room = {streams: 5000, topics: 20_000};

/** Runs `work` now; whoever asks while it runs is served by one more run behind it, however many they are. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false, wanted = false;
  const run = async () => {
    running = true;
    do {
      wanted = false;
      await work();
    } while (wanted);
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) void run();
  };
}

export function createHub(store: Store, readSequences: ReadSequences, room: Room = usualRoom): Hub {
  const all = new Set<Ear>();
  const ears = new Map<string, Set<Ear>>();
  let stop: (() => void) | undefined;

  const changed = (change: Change) => { ears.get(change.topic)?.forEach((ear) => { ear.hear(change); }); };
  // A failed look is made good by the next one.
  const missed = oneAtATime(() => readSequences([...ears.keys()]).then((changes) => { changes.forEach(changed); }, () => undefined));
  const hasRoom = (topics: number) => all.size < room.streams && ears.size + topics <= room.topics;

  const forget = (ear: Ear) => {
    if (!all.delete(ear)) return;
    for (const topic of ear.topics) {
      const set = ears.get(topic);
      set?.delete(ear);
      if (!set?.size) ears.delete(topic);
    }
    if (ears.size) return;
    stop?.();
    stop = undefined;
  };

  return {
    hasRoom,
    watch(topics) {
      const ear = new Ear(topics, forget);
      if (!hasRoom(topics.length)) {
        ear.end();
        return ear;
      }
      all.add(ear);
      for (const topic of topics) ears.set(topic, (ears.get(topic) ?? new Set()).add(ear));
      stop ??= store.listen({changed, missed});
      readSequences(topics).then((changes) => { changes.forEach((change) => { ear.hear(change); }); }, () => { ear.end(); });
      return ear;
    },
    end() { for (const ear of [...all]) ear.end(); },
  };
}
