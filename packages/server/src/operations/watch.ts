import {checkThere, checkThreadId} from '../acts/threads.ts';
import {Refusal} from '../domain/refusal.ts';
import {pollTopic, threadTopic} from '../domain/topic.ts';
import {eventStream} from '../live/stream.ts';
import {pollSequences} from '../store/polls.ts';
import {checkTogether} from './count-comments.ts';
import type {Stream} from './operation.ts';

const watchedAtMost = 50;

export const watch: Stream<'watch'> = {
  kind: 'stream',
  async open({services, space, query: {thread = [], poll = []}}, hub, signal) {
    const threads = new Set(thread);
    const polls = new Set(poll);
    if (!threads.size && !polls.size) throw new Refusal('invalid-parameter', [{pointer: 'thread', code: 'required'}]);
    if (threads.size + polls.size > watchedAtMost) {
      throw new Refusal('invalid-parameter', [{pointer: 'thread', code: 'maxItems', limit: watchedAtMost}]);
    }
    checkTogether(thread);
    threads.forEach((id) => { checkThreadId(space, id, 'thread'); });
    if (!hub.hasRoom(threads.size + polls.size)) throw new Refusal('unavailable');
    await services.store.peek(() => checkThere(space, thread));
    const found = await services.store.peek(() => pollSequences([...polls], {space: space.id}));
    if (found.length < polls.size) throw new Refusal('not-found');
    const topics = new Map<string, {thread?: string; poll?: string}>();
    threads.forEach((id) => topics.set(threadTopic(space.id, id), {thread: id}));
    polls.forEach((id) => topics.set(pollTopic(space.id, id), {poll: id}));
    return eventStream(hub, topics, signal);
  },
};
