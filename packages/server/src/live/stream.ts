/** A watcher as server-sent events. Nothing is written before the reader has taken what came before. */
import type {Schema} from '@shurkum/contract';
import type {Change} from '../store/act.ts';
import type {Hub, Watcher} from './hub.ts';

const heartbeat = 25_000;
const encoder = new TextEncoder();

export type Topics = ReadonlyMap<string, Omit<Schema<'Change'>, 'sequence'>>;

const eventOf = (topics: Topics, {topic, sequence}: Change): string =>
  `event: change\ndata: ${JSON.stringify({...topics.get(topic), sequence})}\n\n`;

export function eventStream(hub: Hub, topics: Topics, signal: AbortSignal): ReadableStream<Uint8Array> {
  let watcher: Watcher | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Nobody is listened for before somebody reads, so an answer that is never read leaves nothing behind.
      if (!watcher) {
        const mine = hub.watch([...topics.keys()]);
        watcher = mine;
        signal.addEventListener('abort', () => { mine.end(); }, {once: true});
        controller.enqueue(encoder.encode('retry: 3000\n\n'));
        return;
      }
      const changes = await watcher.next(heartbeat);
      if (!changes) controller.close();
      else controller.enqueue(encoder.encode(changes.map((change) => eventOf(topics, change)).join('') || ': still here\n\n'));
    },
    cancel() {
      watcher?.end();
    },
  }, {highWaterMark: 0});
}
