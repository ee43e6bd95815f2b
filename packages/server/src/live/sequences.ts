/** What watched things stand at, for the first events of a stream and for when something may have been missed. */
import {pollTopic, threadTopic} from '../domain/topic.ts';
import type {Act, Change} from '../store/act.ts';
import {pollVersion} from '../store/polls.ts';
import {threadSequence} from '../store/threads.ts';
import type {Store} from '../store/store.ts';

/** Topics are made of `kind space id`; an id may hold spaces, the others not. */
const parse = (topic: string) => {
  const [kind = '', space = ''] = topic.split(' ', 2);
  return {kind, space, id: topic.slice(kind.length + space.length + 2)};
};

function* sequenceOf(topic: string): Act<Change> {
  const {kind, space, id} = parse(topic);
  if (kind === 'poll') {
    const poll = yield* pollVersion.first({space, id});
    return {topic: pollTopic(space, id), sequence: poll?.sequence ?? 0};
  }
  const thread = yield* threadSequence.first({space, id});
  return {topic: threadTopic(space, id), sequence: thread?.sequence ?? 0};
}

export const sequenceReader = (store: Store) => (topics: readonly string[]): Promise<Change[]> =>
  store.peek(function* all() {
    const changes: Change[] = [];
    for (const topic of topics) changes.push(yield* sequenceOf(topic));
    return changes;
  });
