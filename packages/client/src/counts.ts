/** Gathers the counts that widgets of one page ask for at the same moment into as few requests as the contract allows. */
import type {Schema} from '@shurkum/contract';
import type {Client} from './client.ts';
import {unwrap} from './problem.ts';

export type CommentCount = Schema<'CommentCounts'>['counts'][number] & Pick<Schema<'CommentCounts'>, 'display'>;
export type Counted<Count> = (threadIds: string[]) => Promise<Map<string, Count>>;

/** The contract's bounds of `countComments`: ids, and bytes of them as they stand in the address. */
const most = 50;
const widest = 3500;

/** The first ids of a list that fit one request; at least one. */
export function fitting(ids: readonly string[]): string[] {
  let width = 0;
  const end = ids.findIndex((id, index) => index === most || (width += encodeURIComponent(id).length + 8) > widest && index > 0);
  return ids.slice(0, end < 0 ? ids.length : end);
}

export function batched<Count>(read: Counted<Count>): (threadId: string) => Promise<Count | undefined> {
  let waiting: Set<string> | null = null;
  let answer: Promise<Map<string, Count>>;
  const readAll = async (ids: string[]): Promise<Map<string, Count>> => {
    const some = fitting(ids);
    if (some.length === ids.length) return read(some);
    const [first, others] = await Promise.all([read(some), readAll(ids.slice(some.length))]);
    return new Map([...first, ...others]);
  };
  return async (threadId) => {
    if (!waiting) {
      const ids = waiting = new Set<string>();
      answer = new Promise((done) => { setTimeout(done, 10); }).then(() => {
        waiting = null;
        return readAll([...ids]);
      });
    }
    waiting.add(threadId);
    return (await answer).get(threadId);
  };
}

const counters = new WeakMap<Client, (threadId: string) => Promise<CommentCount | undefined>>();

async function readCounts(client: Client, thread: string[]): Promise<Map<string, CommentCount>> {
  const {counts, display} = await unwrap(client.open.GET('/comment-counts', {params: {query: {thread}}}));
  return new Map(counts.map((count) => [count.threadId, {...count, display}]));
}

/** The published comments of a thread; widgets that ask together are answered together. */
export function countOf(client: Client, threadId: string): Promise<CommentCount | undefined> {
  const count = counters.get(client) ?? batched((threads) => readCounts(client, threads));
  counters.set(client, count);
  return count(threadId);
}
