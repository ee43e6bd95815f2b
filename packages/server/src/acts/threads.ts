/** A thread as an operation meets it: acceptable or not there at all, with the settings that hold for it. */
import type {Schema} from '@shurkum/contract';
import {accepts, isThreadId} from '../domain/thread-id.ts';
import type {ThreadState} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findThread, threadSequence} from '../store/threads.ts';
import type {ThreadRow} from '../store/threads.ts';

/** An id that the space accepts, or a refusal; `pointer` says where it came from. */
export function checkThreadId(space: Space, id: string, pointer: string): void {
  if (!isThreadId(id)) throw new Refusal(pointer.startsWith('/') ? 'invalid-request' : 'invalid-parameter', [{pointer, code: 'threadId'}]);
  if (!accepts(space.threads.accept, id)) throw new Refusal('not-found');
}

/** The thread's row; undefined where nobody has written yet. */
export function readThread(space: Space, id: string): Act<ThreadRow | undefined> {
  return findThread.first({space: space.id, id});
}

/** Names the state everyone sees: of the space's settings and of the thread. Null where nobody has written yet. */
export function* threadVersion(space: Space, id: string): Act<string | null> {
  const row = yield* threadSequence.first({space: space.id, id});
  return row ? `${space.version}.${row.sequence}` : null;
}

export const stateOf = (space: Space, row: ThreadRow | undefined): ThreadState => (row?.state ?? space.threads.state) as ThreadState;

export const policyOf = (space: Space, row: ThreadRow | undefined): Schema<'Policy'> | null =>
  (row?.policy ? JSON.parse(row.policy) as Schema<'Policy'> : space.threads.policy);
