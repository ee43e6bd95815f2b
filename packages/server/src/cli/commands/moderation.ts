import type {Schema} from '@shurkum/contract';
import {AnswerDefinition as acceptsAnswer, OutcomeDefinition as acceptsOutcome} from '@shurkum/contract/definitions';
import type {ReasonCode} from '../../domain/comment.ts';
import {Refusal as DomainRefusal} from '../../domain/refusal.ts';
import type {Services} from '../../services.ts';
import type {Space} from '../../spaces.ts';
import {answerComment} from '../../staff/answer-comment.ts';
import {decideComment} from '../../staff/decide-comment.ts';
import {pinComment} from '../../staff/pin-comment.ts';
import {publishOutcome} from '../../staff/publish-outcome.ts';
import {releaseResults} from '../../staff/release-results.ts';
import {statement} from '../../store/statement.ts';
import {optional, servicesOf, spaceOf, withStore, wordsOf} from '../context.ts';
import type {Words} from '../context.ts';
import {definitionOf} from '../input.ts';
import {plain} from '../printed.ts';
import {Refusal} from '../refusal.ts';

const reasons: readonly ReasonCode[] = ['policy', 'abuse', 'spam', 'off-topic', 'personal-data', 'illegal', 'duplicate', 'other'];

const held = statement((db, p: {space: string}) =>
  db.selectFrom('comment').innerJoin('thread', 'thread.key', 'comment.thread')
    .select(['comment.id', 'comment.created_at', 'comment.source', 'comment.revision', 'thread.id as thread_id'])
    .where('thread.space', '=', p.space).where('comment.state', '=', 'held').orderBy('comment.created_at').limit(200));

const inWords: Record<string, string> = {
  'edited': 'its author has changed it since; read it again (shurkum list held) and say which text you mean with --revision',
  'parent-not-published': 'what it answers is not published; decide that first',
};

/** An official act, with what the rules refuse said in words. */
async function act(words: Words, does: (services: Services, space: Space) => Promise<unknown>, done: string): Promise<string> {
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    try {
      await does(servicesOf(store), space);
    } catch (error) {
      throw error instanceof DomainRefusal ? new Refusal(`Nothing was changed: ${inWords[error.errors[0]?.code ?? ''] ?? error.problem}`) : error;
    }
    return done;
  });
}

export async function listHeld(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 0, 'list held [--space ID]');
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const rows = await store.peek(() => held.all({space: space.id}));
    if (!rows.length) return 'Nothing waits for review.';
    return rows.map(({id, created_at, thread_id, source, revision}) =>
      `${id}  --revision ${revision}  ${new Date(created_at).toISOString()}  ${plain(thread_id)}\n  ${plain(source).replaceAll('\n', '\n  ')}`).join('\n');
  });
}

function revisionOf(words: Words): {revision?: number} {
  const given = optional(words, 'revision');
  if (given === undefined) return {};
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Refusal('--revision is a number as shurkum list held shows it');
  return {revision: Number(given)};
}

export async function decide(args: string[]): Promise<string> {
  const usage = `decide comment ID [--revision N] --publish | --reject REASON | --remove REASON (${reasons.join(', ')})`;
  const words = wordsOf(args, {publish: {type: 'boolean'}, reject: {type: 'string'}, remove: {type: 'string'}, revision: {type: 'string'}}, 1, usage);
  const revision = revisionOf(words);
  const [id = ''] = words.positionals;
  const given = (['publish', 'reject', 'remove'] as const).filter((name) => words.values[name] !== undefined);
  const [decision] = given;
  if (!decision || given.length > 1) throw new Refusal(`usage: shurkum ${usage}`);
  if (decision === 'publish') return act(words, (services, space) => decideComment(services, space.id, id, {state: 'published', ...revision}), 'Published.');
  const reason = reasons.find((each) => each === optional(words, decision));
  if (!reason) throw new Refusal(`The reason is one of ${reasons.join(', ')}`);
  const state = decision === 'reject' ? 'rejected' : 'removed';
  return act(words, (services, space) => decideComment(services, space.id, id, {state, reason, ...revision}), `Now ${state}; its author sees the reason.`);
}

export async function pin(args: string[]): Promise<string> {
  const words = wordsOf(args, {off: {type: 'boolean'}}, 1, 'pin comment ID [--off]');
  const [id = ''] = words.positionals;
  const on = words.values['off'] !== true;
  return act(words, (services, space) => pinComment(services, space.id, id, on), on ? 'Pinned.' : 'No longer pinned.');
}

export async function answer(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 2, 'answer comment ID FILE ({"agency": {…}, "role": {…}, "text": "…"})');
  const [id = '', file = ''] = words.positionals;
  const given = definitionOf<Schema<'AnswerDefinition'>>(file, acceptsAnswer);
  return act(words, (services, space) => answerComment(services, space.id, id, given), 'Answered.');
}

export async function outcome(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 2, 'publish outcome POLL FILE ({"agency": {…}, "text": {…}, "url": "…"})');
  const [poll = '', file = ''] = words.positionals;
  const given = definitionOf<Schema<'OutcomeDefinition'>>(file, acceptsOutcome);
  return act(words, (services, space) => publishOutcome(services, space.id, poll, {...given, date: new Date().toISOString()}), 'Published.');
}

export async function release(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 1, 'release results POLL');
  const [poll = ''] = words.positionals;
  return act(words, (services, space) => releaseResults(services, space.id, poll), 'Everyone may see the results now.');
}
