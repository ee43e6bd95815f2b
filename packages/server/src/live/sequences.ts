/** What watched things stand at, for the first events of a stream and for when something may have been missed. */
import type {Change} from '../store/act.ts';
import {pollSequences} from '../store/polls.ts';
import {listedAtMost} from '../store/statement.ts';
import {threadSequences} from '../store/threads.ts';
import type {Store} from '../store/store.ts';

/** Topics are made of `kind space id`; an id may hold spaces, the others not. */
const kindAndSpace = (topic: string) => {
  const [kind = '', space = ''] = topic.split(' ', 2);
  return {kind, space, prefix: `${kind} ${space} `};
};

/** Topics that one statement reads together: of one kind and space, so many at a time. */
function* slices(topics: readonly string[]): Generator<{kind: string; space: string; prefix: string; ids: string[]}> {
  const groups = new Map<string, string[]>();
  for (const topic of topics) {
    const {prefix} = kindAndSpace(topic);
    const group = groups.get(prefix);
    if (group) group.push(topic);
    else groups.set(prefix, [topic]);
  }
  for (const [prefix, group] of groups) {
    for (let at = 0; at < group.length; at += listedAtMost) {
      yield {...kindAndSpace(prefix), ids: group.slice(at, at + listedAtMost).map((topic) => topic.slice(prefix.length))};
    }
  }
}

const pause = () => new Promise<void>((resolve) => { setTimeout(resolve, 0); });

/** However many topics there are, others get their turn in between. */
export const sequenceReader = (store: Store) => async (topics: readonly string[]): Promise<Change[]> => {
  const changes: Change[] = [];
  for (const {kind, space, prefix, ids} of slices(topics)) {
    if (changes.length) await pause();
    const read = kind === 'poll' ? pollSequences : threadSequences;
    const rows = await store.peek(() => read(ids, {space}));
    const found = new Map(rows.map(({id, sequence}) => [id, sequence]));
    changes.push(...ids.map((id) => ({topic: prefix + id, sequence: found.get(id) ?? 0})));
  }
  return changes;
};
