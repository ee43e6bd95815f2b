/** One official change to a suggestion: taken, as it was read, changed through the one door, written down, given back. */
import {proposalView} from '../acts/proposal-view.ts';
import {referenceIn} from '../acts/proposals.ts';
import {changeProposal} from '../acts/proposal-changes.ts';
import type {ProposalChange} from '../acts/proposal-changes.ts';
import {agencyOf} from '../replies/proposal-json.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Schema} from '@shurkum/contract';
import type {AskedToDecide, Deed} from '../operations/operation.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {countBeside} from '../store/proposal-reads.ts';
import {takeProposal} from '../store/proposals.ts';
import type {ProposalRow} from '../store/proposals.ts';
import {record} from './record.ts';

/** What every official's act comes with. */
export type Hands = Pick<AskedToDecide<'addNote'>, 'services' | 'space' | 'path' | 'official' | 'ifMatch'>;
export type Changed = Partial<Pick<ProposalChange, 'change' | 'updates'>> & {reason?: string | undefined};

/** The suggestion as officials read it; its revision comes first. */
export function* staffView(space: Space, row: ProposalRow, now: number): Act<string> {
  const beside = yield* countBeside.first({key: row.key});
  const {source, public: isPublic, draft, name, assigned_to: assigned} = row;
  return `{"revision":${row.revision},"suggestion":${yield* proposalView(space, row, 'officials', now)},"text":${JSON.stringify(source)},`
    + `"public":${isPublic === 1},"draft":${draft ?? 'null'},"followers":${beside?.followers ?? 0},"reports":${beside?.reports ?? 0},`
    + `"name":${JSON.stringify(name)},"assignedTo":${JSON.stringify(assigned)}}`;
}

/** An agency of the space. */
export function agencyIn(space: Space, id: string): Schema<'Agency'> {
  const known = space.agencies?.some((agency) => agency.id === id) ? agencyOf(space, id) : null;
  if (!known) throw new Refusal('unknown-option', [{pointer: '/agencyId', code: 'unknown'}]);
  return known;
}

/** The row taken for this act. Where it is not the one that was read, somebody else was quicker, and nothing of theirs is lost. */
export function* takeAsRead({space, path, ifMatch}: Hands): Act<ProposalRow> {
  const row = yield* takeProposal.first({space: space.id, reference: referenceIn(path.reference)});
  if (!row) throw new Refusal('not-found');
  if (row.revision !== ifMatch) throw new Refusal('stale');
  return row;
}

export function* writeChange(hands: Hands, row: ProposalRow, act: string, changed: Changed, now: number): Act<ProposalRow> {
  const {services, space, official} = hands;
  const after = yield* changeProposal(services, row, {change: {}, updates: [], ...changed, official, now});
  yield* record(services, {space: space.id, subject: `proposal ${row.reference}`, act, reason: changed.reason, by: official});
  return after;
}

/** `change` says what becomes of the row; undefined: it stands like that already. */
export const changeOfSuggestion = (hands: Hands, act: string, change: (row: ProposalRow, now: number) => Changed | undefined): Deed => ({
  *act(now) {
    const row = yield* takeAsRead(hands);
    const changed = change(row, now);
    const after = changed ? yield* writeChange(hands, row, act, changed, now) : row;
    return {status: 200, json: yield* staffView(hands.space, after, now)};
  },
});
