import {randomId, keyedId} from '../../identity/keys.ts';
import {voterKey} from '../../identity/voters.ts';
import {importPolls, pollOf, spanOf} from '../../imports/import-polis.ts';
import type {PolledStatement} from '../../imports/import-polis.ts';
import {importThread} from '../../imports/import-thread.ts';
import {consultationIn} from '../../imports/polis-folder.ts';
import type {Consultation} from '../../imports/polis-folder.ts';
import {commentsOf} from '../../imports/thread-file.ts';
import {checkThreadId} from '../../acts/threads.ts';
import type {Space} from '../../spaces.ts';
import {pollVersion} from '../../store/polls.ts';
import {hmac, needed, optional, spaceOf, withStore, wordsOf} from '../context.ts';
import {jsonLines} from '../input.ts';
import {progress} from '../progress.ts';
import {Refusal} from '../refusal.ts';

/** A person key for each name of a file: the same name is the same person within one source, and nobody's elsewhere. */
export async function peopleOf(space: Space, source: string, names: Iterable<string>): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const name of new Set(names)) people.set(name, await keyedId(hmac, space.voterSecret, `person:import:${source}:${name}`));
  return people;
}

export async function importThreadFrom(args: string[]): Promise<string> {
  const usage = 'import thread FILE --thread ID [--space ID] [--append]';
  const words = wordsOf(args, {thread: {type: 'string'}, append: {type: 'boolean'}}, 1, usage);
  const [file = ''] = words.positionals;
  const threadId = needed(words, 'thread', usage);
  const comments = commentsOf(file, jsonLines(file));
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    try {
      checkThreadId(space, threadId, 'thread');
    } catch {
      throw new Refusal(`The space “${space.id}” accepts no thread “${threadId}”.`);
    }
    const people = await peopleOf(space, threadId, comments.map(({author}) => author));
    const bar = progress('Comments', comments.length);
    const {before} = await store.write(() => importThread({
      space: space.id, threadId, comments, personOf: (author) => people.get(author) ?? '', newId: randomId, now: Date.now(),
      append: words.values['append'] === true, done: (count) => { bar.to(count); },
    }));
    if (before > 0 && words.values['append'] !== true) throw new Refusal(`“${threadId}” has ${before} comments already; --append adds to them. Nothing was stored.`);
    bar.done();
    return `${comments.length} comments in “${threadId}”`;
  });
}

async function polled(space: Space, consultation: Consultation, language: string, open: boolean): Promise<PolledStatement[]> {
  const span = spanOf(consultation);
  const polls: PolledStatement[] = [];
  for (const statement of consultation.statements) {
    const definition = pollOf(consultation.name, statement, language, {opens: span.opens, closes: open ? null : span.closes});
    const votes = [...(consultation.votes.get(statement.id)?.values() ?? [])];
    const ballots = await Promise.all(votes.map(async (vote) =>
      ({vote, voter: await voterKey(hmac, space, definition.id, {key: `import:${consultation.name}:${vote.voter}`, level: 'guest', name: null})})));
    polls.push({definition, ballots: open ? [] : ballots});
  }
  return polls;
}

export async function importPolisFrom(args: string[]): Promise<string> {
  const usage = 'import polis FOLDER [--space ID] [--language TAG] [--statements-only]';
  const words = wordsOf(args, {language: {type: 'string'}, 'statements-only': {type: 'boolean'}}, 1, usage);
  const consultation = consultationIn(words.positionals[0] ?? '');
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const open = words.values['statements-only'] === true;
    const polls = await polled(space, consultation, optional(words, 'language') ?? 'en', open);
    for (const {definition} of polls) {
      if (await store.peek(() => pollVersion.first({space: space.id, id: definition.id}))) throw new Refusal(`There is a poll “${definition.id}” already. Nothing was stored.`);
    }
    const bar = progress('Ballots', polls.reduce((sum, {ballots}) => sum + ballots.length, 0));
    const count = await store.write(() => importPolls(space.id, polls, Date.now(), (done) => { bar.to(done); }));
    bar.done();
    return `${polls.length} polls with ${count} ballots`;
  });
}
