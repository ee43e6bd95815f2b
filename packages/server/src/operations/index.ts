/** Every operation of the contract. One that is missing, or answers something else, does not compile. */
import type {OperationId} from '@shurkum/contract';
import {castBallot} from './cast-ballot.ts';
import {confirmFollow} from './confirm-follow.ts';
import {countComments} from './count-comments.ts';
import {editComment} from './edit-comment.ts';
import {followProposal} from './follow-proposal.ts';
import {getBallot} from './get-ballot.ts';
import {getMe} from './get-me.ts';
import {getPoll} from './get-poll.ts';
import {getSpace} from './get-space.ts';
import {getThread} from './get-thread.ts';
import {listComments} from './list-comments.ts';
import {listMine} from './list-mine.ts';
import type {Operation} from './operation.ts';
import {postComment} from './post-comment.ts';
import {reportComment} from './report-comment.ts';
import {startGuest} from './start-guest.ts';
import {supportComment} from './support-comment.ts';
import {unfollowProposal} from './unfollow-proposal.ts';
import {unsupportComment} from './unsupport-comment.ts';
import {watch} from './watch.ts';
import {withdrawComment} from './withdraw-comment.ts';

export const handlers = {
  castBallot, confirmFollow, countComments, editComment, followProposal, getBallot, getMe, getPoll, getSpace, getThread, listComments, listMine,
  postComment, reportComment, startGuest, supportComment, unfollowProposal, unsupportComment, watch, withdrawComment,
} satisfies {[Id in OperationId]: Operation<Id>};
