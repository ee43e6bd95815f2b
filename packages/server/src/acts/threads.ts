/** A thread as an operation meets it: acceptable or not there at all, with the settings that hold for it. */
import type {Schema} from '@shurkum/contract';
import {accepts, isThreadId} from '../domain/thread-id.ts';
import type {ThreadState} from '../domain/comment.ts';
import {proposalThread, threadReference} from '../domain/proposal.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {publishedOf} from '../store/proposal-reads.ts';
import {findThread, threadSequence} from '../store/threads.ts';
import type {ThreadRow} from '../store/threads.ts';
import {tellThread} from './comment-states.ts';

/** An id that the space accepts, or a refusal; `pointer` says where it came from. A proposal's thread comes with the proposal: `checkThere` asks for it. */
export function checkThreadId(space: Space, id: string, pointer: string): void {
  if (!isThreadId(id)) throw new Refusal(pointer.startsWith('/') ? 'invalid-request' : 'invalid-parameter', [{pointer, code: 'threadId'}]);
  if (threadReference(id) === null && !accepts(space.threads.accept, id)) throw new Refusal('not-found');
}

/** A proposal is discussed while it is published; before and after, its thread is as little there as what never was. Costs nothing for any other thread. */
export function* checkThere(space: Space, ids: readonly string[]): Act<void> {
  const references = new Set(ids.map(threadReference).filter((reference) => reference !== null));
  if (!references.size) return;
  const published = yield* publishedOf([...references], {space: space.id});
  if (published.length < references.size) throw new Refusal('not-found');
}

/** Whoever has a proposal's discussion open learns that it came or went, and no answer that was kept holds any longer. */
export function* tellDiscussion(space: string, reference: string): Act<void> {
  const thread = yield* findThread.first({space, id: proposalThread(reference)});
  if (thread) yield* tellThread(thread.key, 0);
}

/** The thread's row; undefined where nobody has written yet. */
export function* readThread(space: Space, id: string): Act<ThreadRow | undefined> {
  yield* checkThere(space, [id]);
  return yield* findThread.first({space: space.id, id});
}

/** Names the state everyone sees: of the space's settings and of the thread. Null where nobody has written yet. A proposal's coming and going is told to its thread. */
export function* threadVersion(space: Space, id: string): Act<string | null> {
  const row = yield* threadSequence.first({space: space.id, id});
  return row ? `${space.version}.${row.sequence}` : null;
}

export const stateOf = (space: Space, row: ThreadRow | undefined): ThreadState => (row?.state ?? space.threads.state) as ThreadState;

export const policyOf = (space: Space, row: ThreadRow | undefined): Schema<'Policy'> | null =>
  (row?.policy ? JSON.parse(row.policy) as Schema<'Policy'> : space.threads.policy);
