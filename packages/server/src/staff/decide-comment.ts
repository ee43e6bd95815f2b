import {changeState} from '../acts/comment-states.ts';
import type {CommentState, ReasonCode} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import type {Act} from '../store/act.ts';
import {hiddenAbove} from '../store/comment-lines.ts';
import type {CommentRow} from '../store/comments.ts';
import {record} from './record.ts';
import {staffComment} from './staff-comment.ts';

export type CommentDecision = {
  state: 'published' | 'rejected' | 'removed';
  /** Coded; needed for anything but publishing. */
  reason?: ReasonCode;
  /**
   * The text that was judged: a comment that waits may be changed by its author while an official reads it. Without it, a
   * decision on a comment that waits is about its first text; on any other, about whatever stands.
   */
  revision?: number;
  by?: string;
};

const from: Record<CommentDecision['state'], readonly CommentState[]> = {
  published: ['held', 'rejected', 'removed'], rejected: ['held'], removed: ['published'],
};

function* check(comment: CommentRow, {state, revision}: CommentDecision): Act<void> {
  if (!from[state].includes(comment.state as CommentState)) throw new Refusal('not-editable');
  const judged = revision ?? (comment.state === 'held' ? 1 : comment.revision);
  if (judged !== comment.revision) throw new Refusal('not-editable', [{pointer: '/revision', code: 'edited'}]);
  if (state === 'published' && comment.parent && (yield* hiddenAbove.first(comment))) {
    throw new Refusal('not-editable', [{pointer: '/parentId', code: 'parent-not-published'}]);
  }
}

/** Publishes a held comment (or one refused by mistake), rejects a held one, or removes a published one. A reply is published only where what it answers was. */
export async function decideComment(services: Services, space: string, id: string, decision: CommentDecision): Promise<void> {
  const {state, reason, by} = decision;
  if (state !== 'published' && !reason) throw new Refusal('invalid-request', [{pointer: '/reason', code: 'required'}]);
  await services.store.write(function* act() {
    const comment = yield* staffComment(space, id);
    if (comment.state === state) return;
    yield* check(comment, decision);
    yield* changeState(comment, state, state === 'published' ? null : reason ?? 'other');
    yield* record(services, {space, subject: `comment ${id}`, act: state, reason, by});
  });
}
