import {statusOf} from '../../domain/poll.ts';
import {readPoll} from '../../acts/polls.ts';
import {Refusal as DomainRefusal} from '../../domain/refusal.ts';
import {statement} from '../../store/statement.ts';
import {findThread} from '../../store/threads.ts';
import {oneOf, spaceOf, withStore, wordsOf} from '../context.ts';
import {plain} from '../printed.ts';
import {Refusal} from '../refusal.ts';
import {sheet} from '../sheet.ts';

const formats = ['json', 'csv'] as const;
const pageSize = 1000;

const commentsFrom = statement((db, p: {thread: number; seq: number}) =>
  db.selectFrom('comment').select(['seq', 'id', 'parent_id', 'state', 'reason', 'name', 'source', 'supports', 'pinned', 'created_at', 'edited_at', 'revision'])
    .where('thread', '=', p.thread).where('seq', '>', p.seq).orderBy('seq').limit(pageSize));

const columns = ['id', 'parentId', 'state', 'reason', 'author', 'createdAt', 'editedAt', 'revision', 'supports', 'pinned', 'text'] as const;

const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString());

/** Published comments; with `--all` those too that wait, were rejected, removed or withdrawn. Nobody's person key. */
export async function exportThread(args: string[]): Promise<string> {
  const words = wordsOf(args, {format: {type: 'string'}, all: {type: 'boolean'}}, 1, 'export thread ID [--format json|csv] [--all] [--space ID]');
  const [threadId = ''] = words.positionals;
  const format = oneOf(words.values['format'] as string | undefined, formats, 'format');
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const thread = await store.peek(() => findThread.first({space: space.id, id: threadId}));
    if (!thread) throw new Refusal(`There is no thread “${threadId}” in the space “${space.id}”.`);
    const items: Record<(typeof columns)[number], unknown>[] = [];
    let seq = 0;
    for (;;) {
      const rows = await store.peek(() => commentsFrom.all({thread: thread.key, seq}));
      const shown = words.values['all'] === true ? rows : rows.filter(({state}) => state === 'published');
      items.push(...shown.map((row) => ({
        id: row.id, parentId: row.parent_id, state: row.state, reason: row.reason, author: row.name, createdAt: instant(row.created_at),
        editedAt: instant(row.edited_at), revision: row.revision, supports: row.supports, pinned: row.pinned === 1, text: row.source,
      })));
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) break;
      seq = last.seq;
    }
    return format === 'csv' ? sheet(columns, items) : plain(JSON.stringify({items}, null, 2));
  });
}

/** A poll's rules and its tally. Ballots stay where they are: nobody needs them to know the result. */
export async function exportPoll(args: string[]): Promise<string> {
  const words = wordsOf(args, {format: {type: 'string'}}, 1, 'export poll ID [--format json|csv] [--space ID]');
  const [pollId = ''] = words.positionals;
  const format = oneOf(words.values['format'] as string | undefined, formats, 'format');
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const {poll, tally} = await store.read(() => readPoll(space, pollId)).catch((error: unknown) => {
      throw error instanceof DomainRefusal ? new Refusal(`There is no poll “${pollId}” in the space “${space.id}”.`) : error;
    });
    const {id, title, questions, opensAt, closesAt, timeZone, resultRule, quorum, outcome} = poll;
    const status = statusOf(poll, Date.now());
    if (format === 'json') return plain(JSON.stringify({id, status, title, questions, opensAt, closesAt, timeZone, resultRule, quorum, outcome, tally}, null, 2));
    const rows = tally.questions.flatMap(({questionId, options}) => {
      const question = questions.find((each) => each.id === questionId);
      return options.map(({optionId, people, score}) => ({
        question: questionId, option: optionId, label: Object.values(question?.options.find((each) => each.id === optionId)?.label ?? {})[0] ?? optionId,
        people, score, answered: tally.people,
      }));
    });
    return sheet(['question', 'option', 'label', 'people', 'score', 'answered'], rows);
  });
}
