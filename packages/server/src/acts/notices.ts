/**
 * Telling followers what happened. The act that something happens in leaves one notice, whatever the number of followers; the
 * sender turns it into messages later, a page of followers at a time.
 */
import type {Act} from '../store/act.ts';
import {dropNotice, endOfPage, insertNotice, oldestNotice, takeNotice, tellPage, turnPage} from '../store/outbox.ts';
import {proposalByKey} from '../store/proposals.ts';
import type {ProposalRow, UpdateRow} from '../store/proposals.ts';

/** What followers are told. Receipt is told to its author alone, once the address is confirmed. */
const told: readonly string[] = ['published', 'rejected', 'removed', 'withdrawn', 'decision', 'progress', 'answer', 'threshold', 'merged'];
const pageSize = 500;

/** Called in the act that changes a proposal. What is not public stays with the officials. */
export function* tellFollowers(row: Pick<ProposalRow, 'key'>, update: Pick<UpdateRow, 'id' | 'kind' | 'public' | 'at'>): Act<void> {
  if (update.public !== 1 || !told.includes(update.kind)) return;
  yield* insertNotice.all({proposal: row.key, update_id: update.id, through: 0, created_at: update.at});
}

/** Writes one page of messages; false where nothing is left to tell. */
export function* expandNotice(now: number): Act<boolean> {
  const oldest = yield* oldestNotice.first({});
  if (!oldest) return false;
  const notice = yield* takeNotice.first({key: oldest.key});
  if (!notice) return true;
  const proposal = yield* proposalByKey.first({key: notice.proposal});
  const last = yield* endOfPage.first({proposal: notice.proposal, after: notice.through, skip: pageSize - 1});
  const through = last?.key ?? Number.MAX_SAFE_INTEGER;
  if (proposal) {
    yield* tellPage.all({space: proposal.space, proposal: proposal.key, updateId: notice.update_id, after: notice.through, through, now});
  }
  if (last) yield* turnPage.all({key: notice.key, through});
  else yield* dropNotice.all({key: notice.key});
  return true;
}
