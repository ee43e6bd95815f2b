import {tellThread} from '../acts/comment-states.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {pinnedCount, setPinned} from '../store/comments.ts';
import {record} from './record.ts';
import {staffComment} from './staff-comment.ts';

const pinnedAtMost = 10;

/** Puts a published top-level comment before all others, or back among them. */
export async function pinComment(services: Services, space: string, id: string, pinned: boolean, by?: string): Promise<void> {
  await services.store.write(function* act() {
    const comment = yield* staffComment(space, id);
    if (comment.state !== 'published' || comment.root) throw new Refusal('not-editable');
    if ((comment.pinned === 1) === pinned) return;
    const before = pinned ? (yield* pinnedCount.all({thread: comment.thread})).length : 0;
    if (before >= pinnedAtMost) throw new Refusal('too-many-choices', [{pointer: '', code: 'maxItems', limit: pinnedAtMost}]);
    yield* setPinned.all({id, pinned: pinned ? 1 : 0});
    yield* tellThread(comment.thread, 0);
    yield* record(services, {space, subject: `comment ${id}`, act: pinned ? 'pinned' : 'unpinned', by});
  });
}
