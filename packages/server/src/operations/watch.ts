import {checkThreadId} from '../acts/threads.ts';
import {findPollOr404} from '../acts/polls.ts';
import {Refusal} from '../domain/refusal.ts';
import {pollTopic, threadTopic} from '../domain/topic.ts';
import {eventStream} from '../live/stream.ts';
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
    for (const id of polls) await services.store.peek(() => findPollOr404(space, id));
    const topics = new Map<string, {thread?: string; poll?: string}>();
    threads.forEach((id) => topics.set(threadTopic(space.id, id), {thread: id}));
    polls.forEach((id) => topics.set(pollTopic(space.id, id), {poll: id}));
    return eventStream(hub, topics, signal);
  },
};
