import type {Schema} from '@shurkum/contract';
import type {ThreadState} from '../domain/comment.ts';
import {threadTopic} from '../domain/topic.ts';
import type {Services} from '../services.ts';
import {announce} from '../store/act.ts';
import {changeThread, ensureThread, findThread} from '../store/threads.ts';
import {record} from './record.ts';

export type ThreadSettings = {
  /** Null: as the space says. */
  state?: ThreadState | null;
  policy?: Schema<'Policy'> | null;
  by?: string;
};

/** Gives one thread settings of its own; what is left out stays. The thread comes to be if it is not yet. */
export async function setThread(services: Services, space: string, id: string, {state, policy, by}: ThreadSettings): Promise<void> {
  await services.store.write(function* act() {
    yield* ensureThread.all({space, id, pageUrl: null, pageTitle: null, now: services.clock().getTime()});
    const row = yield* findThread.first({space, id});
    if (!row) return;
    const changed = yield* changeThread.first({
      key: row.key, state: state === undefined ? row.state : state,
      policy: policy === undefined ? row.policy : policy && JSON.stringify(policy),
    });
    if (changed) yield* announce({topic: threadTopic(space, id), sequence: changed.sequence});
    yield* record(services, {space, subject: `thread ${id}`, act: 'set', by});
  });
}
