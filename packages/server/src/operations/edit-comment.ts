import {changeState, tellThread} from '../acts/comment-states.ts';
import {myComment} from '../acts/my-comment.ts';
import {ownComment} from '../acts/own-comment.ts';
import {stateOf} from '../acts/threads.ts';
import {editableUntil} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import {isEmpty, parseText} from '../domain/text.ts';
import type {Act} from '../store/act.ts';
import {heldBelow, setText} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import type {Write} from './operation.ts';

function* checkEditable(comment: CommentRow, state: string, now: number): Act<void> {
  if (comment.state !== 'published' && comment.state !== 'held') throw new Refusal('not-editable');
  if (editableUntil(comment.state, comment.created_at, now) === null) throw new Refusal('edit-window-over');
  if (state === 'closed') throw new Refusal('thread-closed');
  // Reviewing it again would take the ground from under the replies that are public already, or are about to be.
  const answered = state === 'pre-moderated' && (comment.listed_children > 0 || (yield* heldBelow.first(comment)));
  if (answered) throw new Refusal('not-editable');
}

function* changeText(comment: CommentRow, text: string, reviewed: boolean, now: number): Act<void> {
  yield* setText.all({id: comment.id, source: text, body: JSON.stringify(parseText(text)), now});
  if (reviewed && comment.state === 'published') yield* changeState(comment, 'held', 'pre-moderation');
  else if (comment.listed) yield* tellThread(comment.thread, 0);
}

export const editComment: Write<'editComment'> = {
  kind: 'write',
  prepare({space, person, path: {commentId}, body: {text}}) {
    if (isEmpty(text)) throw new Refusal('empty-text', [{pointer: '/text', code: 'empty'}]);
    return {
      *act(now) {
        const {comment, thread} = yield* ownComment(space, commentId, person);
        const state = stateOf(space, thread);
        yield* checkEditable(comment, state, now);
        if (text !== comment.source) yield* changeText(comment, text, state === 'pre-moderated', now);
        return {status: 200, json: yield* myComment(space.id, commentId, now)};
      },
    };
  },
};
