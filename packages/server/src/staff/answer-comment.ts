import type {Schema} from '@shurkum/contract';
import {tellThread} from '../acts/comment-states.ts';
import {Refusal} from '../domain/refusal.ts';
import {parseText} from '../domain/text.ts';
import {instant} from '../replies/comment-json.ts';
import type {Services} from '../services.ts';
import {setAnswer} from '../store/comments.ts';
import {record} from './record.ts';
import {staffComment} from './staff-comment.ts';

export type NewAnswer = Pick<Schema<'OfficialAnswer'>, 'agency' | 'role'> & {text: string; by?: string};

/** Gives a published comment its official answer, or another in its place. */
export async function answerComment(services: Services, space: string, id: string, {agency, role, text, by}: NewAnswer): Promise<void> {
  await services.store.write(function* act() {
    const comment = yield* staffComment(space, id);
    if (comment.state !== 'published') throw new Refusal('not-editable');
    const answer: Schema<'OfficialAnswer'> = {agency, role, date: instant(services.clock().getTime()), body: parseText(text)};
    yield* setAnswer.all({id, answer: JSON.stringify(answer)});
    yield* tellThread(comment.thread, 0);
    yield* record(services, {space, subject: `comment ${id}`, act: 'answered', by});
  });
}
