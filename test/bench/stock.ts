/** Fills a database with as much history as a measurement needs, by the product's own acts. */
import {keyedId, randomId} from '../../packages/server/src/identity/keys.ts';
import {importThread} from '../../packages/server/src/imports/import-thread.ts';
import type {ImportedComment} from '../../packages/server/src/imports/thread-file.ts';
import {openStore} from '../../packages/server/src/node.ts';
import {placePoll} from '../../packages/server/src/polls.ts';
import {countBallot, countOption, takeBallot} from '../../packages/server/src/store/polls.ts';
import type {Store} from '../../packages/server/src/store/store.ts';
import {progress} from '../../packages/server/src/cli/progress.ts';

const chunk = 20_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const words = 'نقترح نشر مواعيد الخدمات في صفحة واحدة مع تنبيه عند كل تغيير، وأن تكون البيانات متاحة بصيغ يسهل استخدامها في التطبيقات.';

/** One top-level comment, then two replies to it, and so on. */
const comment = (n: number): ImportedComment =>
  ({n, parent: n % 3 === 1 ? null : n - ((n - 1) % 3), author: `كاتب ${n % 997}`, createdAt: start + n * 1000, text: `${words} (${n})`});

export async function stockThread(store: Store, threadId: string, count: number): Promise<void> {
  const bar = progress(threadId, count);
  for (let first = 0; first < count; first += chunk) {
    const size = Math.min(chunk, count - first);
    const comments = Array.from({length: size}, (_, index) => {
      const made = comment(first + index + 1);
      return made.parent !== null && made.parent <= first ? {...made, parent: null} : made;
    });
    await store.write(() => importThread({
      space: 'default', threadId, comments, personOf: (author) => author.padEnd(22, '0'), newId: randomId, now: Date.now(), append: true, done: () => undefined,
    }));
    bar.to(first + size);
  }
  bar.done();
}

export async function stockPoll(store: Store, id: string, count: number): Promise<void> {
  const bar = progress(id, count);
  const options = ['a', 'b', 'c'];
  const key = await store.write(() => placePoll('default', {
    id, title: {en: id}, asker: null, opensAt: new Date(start).toISOString(), closesAt: null, timeZone: 'UTC', resultRule: 'always', changeable: true, guests: true, quorum: null,
    questions: [{id: 'q', kind: 'single', text: {en: 'Which?'}, options: options.map((option) => ({id: option, label: {en: option}}))}],
  }, Date.now()));
  const voters = await Promise.all(Array.from({length: Math.min(count, chunk)}, (_, index) => keyedId((_secret, text) => new TextEncoder().encode(text.padEnd(16, '0')), '', `${index}`.padStart(16, '0'))));
  for (let first = 0; first < count; first += chunk) {
    const size = Math.min(chunk, count - first);
    await store.write(function* act() {
      for (let index = 0; index < size; index += 1) {
        const option = options[index % 3] ?? 'a';
        yield* takeBallot.all({poll: key, voter: `${first}.${voters[index] ?? ''}`, answers: `[{"questionId":"q","optionIds":["${option}"]}]`, now: start});
      }
      for (const [index, option] of options.entries()) {
        const people = Math.floor((size + 2 - index) / 3);
        yield* countOption.all({poll: key, question: 'q', option, people, score: people});
      }
      yield* countBallot.all({key, people: size, shown: 1});
    });
    bar.to(first + size);
  }
  bar.done();
}

export async function stocked(database: string, fill: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(database);
  await fill(store);
  await store.close();
}
