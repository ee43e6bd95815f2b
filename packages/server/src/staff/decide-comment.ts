import {changeState} from '../acts/comment-states.ts';
import type {CommentState, ReasonCode} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {record} from './record.ts';
import {staffComment} from './staff-comment.ts';

export type CommentDecision = {
  state: 'published' | 'rejected' | 'removed';
  /** Coded; needed for anything but publishing. */
  reason?: ReasonCode;
  by?: string;
};

const from: Record<CommentDecision['state'], readonly CommentState[]> = {
  published: ['held', 'rejected', 'removed'], rejected: ['held'], removed: ['published'],
};

/** Publishes a held comment (or one refused by mistake), rejects a held one, or removes a published one. */
export async function decideComment(services: Services, space: string, id: string, {state, reason, by}: CommentDecision): Promise<void> {
  if (state !== 'published' && !reason) throw new Refusal('invalid-request', [{pointer: '/reason', code: 'required'}]);
  await services.store.write(function* act() {
    const comment = yield* staffComment(space, id);
    if (comment.state === state) return;
    if (!from[state].includes(comment.state as CommentState)) throw new Refusal('not-editable');
    yield* changeState(comment, state, state === 'published' ? null : reason ?? 'other');
    yield* record(services, {space, subject: `comment ${id}`, act: state, reason, by});
  });
}
