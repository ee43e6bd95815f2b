/** Every operation of the contract. One that is missing, or answers something else, does not compile. */
import type {OperationId} from '@shurkum/contract';
import {addNote} from './add-note.ts';
import {assignProposal} from './assign-proposal.ts';
import {castBallot} from './cast-ballot.ts';
import {confirmFollow} from './confirm-follow.ts';
import {countComments} from './count-comments.ts';
import {countProposals} from './count-proposals.ts';
import {decideSuggestion} from './decide-suggestion.ts';
import {editComment} from './edit-comment.ts';
import {findSimilar} from './find-similar.ts';
import {followProposal} from './follow-proposal.ts';
import {getAttachment} from './get-attachment.ts';
import {getBallot} from './get-ballot.ts';
import {getForm} from './get-form.ts';
import {getMe} from './get-me.ts';
import {getMyProposals} from './get-my-proposals.ts';
import {getOutcomes} from './get-outcomes.ts';
import {getPoll} from './get-poll.ts';
import {getProposal} from './get-proposal.ts';
import {getSpace} from './get-space.ts';
import {getStaffAttachment} from './get-staff-attachment.ts';
import {getSuggestion} from './get-suggestion.ts';
import {getThread} from './get-thread.ts';
import {listComments} from './list-comments.ts';
import {listMine} from './list-mine.ts';
import {listMySuggestions} from './list-my-suggestions.ts';
import {listProposals} from './list-proposals.ts';
import {listSuggestions} from './list-suggestions.ts';
import {listUpdates} from './list-updates.ts';
import {mergeProposal} from './merge-proposal.ts';
import type {Operation} from './operation.ts';
import {postComment} from './post-comment.ts';
import {publishAnswer} from './publish-answer.ts';
import {reportComment} from './report-comment.ts';
import {reportProposal} from './report-proposal.ts';
import {saveAnswer} from './save-answer.ts';
import {setDecision} from './set-decision.ts';
import {setProgress} from './set-progress.ts';
import {startGuest} from './start-guest.ts';
import {submitSuggestion} from './submit-suggestion.ts';
import {supportComment} from './support-comment.ts';
import {supportProposal} from './support-proposal.ts';
import {trackSuggestion} from './track-suggestion.ts';
import {unfollowProposal} from './unfollow-proposal.ts';
import {unsupportComment} from './unsupport-comment.ts';
import {unsupportProposal} from './unsupport-proposal.ts';
import {uploadAttachment} from './upload-attachment.ts';
import {watch} from './watch.ts';
import {withdrawComment} from './withdraw-comment.ts';
import {withdrawSuggestion} from './withdraw-suggestion.ts';

export const handlers = {
  addNote, assignProposal, castBallot, confirmFollow, countComments, countProposals, decideSuggestion, editComment, findSimilar,
  followProposal, getAttachment, getBallot, getForm, getMe, getMyProposals, getOutcomes, getPoll, getProposal, getSpace,
  getStaffAttachment, getSuggestion, getThread, listComments, listMine, listMySuggestions, listProposals, listSuggestions,
  listUpdates, mergeProposal, postComment, publishAnswer, reportComment, reportProposal, saveAnswer, setDecision, setProgress,
  startGuest, submitSuggestion, supportComment, supportProposal, trackSuggestion, unfollowProposal, unsupportComment,
  unsupportProposal, uploadAttachment, watch, withdrawComment, withdrawSuggestion,
} satisfies {[Id in OperationId]: Operation<Id>};
