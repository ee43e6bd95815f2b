/** A proposal that somebody means by its reference, as far as they may know of it. */
import type {Person} from '../domain/person.ts';
import {isKnown} from '../domain/proposal.ts';
import {parseReference} from '../domain/reference.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findProposal, takeProposal} from '../store/proposals.ts';
import type {ProposalRow} from '../store/proposals.ts';
import {changeProposal} from './proposal-changes.ts';

/** The reference, however it was typed; what cannot be one is as little there as what is not. */
export function referenceIn(typed: string): string {
  const reference = parseReference(typed);
  if (reference === null) throw new Refusal('not-found');
  return reference;
}

/** What everybody may know of: published, or gone since. */
export function* knownProposal(space: Space, typed: string): Act<ProposalRow> {
  const row = yield* findProposal.first({space: space.id, reference: referenceIn(typed)});
  if (!row || !isKnown(row)) throw new Refusal('not-found');
  return row;
}

/** One that stands, its row taken, for what everybody but its author may do. */
export function* othersProposal(space: Space, typed: string, person: Person): Act<ProposalRow> {
  const row = yield* takeProposal.first({space: space.id, reference: referenceIn(typed)});
  if (!row || !isKnown(row)) throw new Refusal('not-found');
  if (row.visibility !== 'published') throw new Refusal('not-editable', [{pointer: '', code: 'gone'}]);
  if (row.author === person.key) throw new Refusal('not-allowed');
  return row;
}

/** The same, while it still stands for itself: what was merged is supported where it went. */
export function* supportable(space: Space, typed: string, person: Person): Act<ProposalRow> {
  const row = yield* othersProposal(space, typed, person);
  if (row.decision === 'merged') throw new Refusal('not-editable', [{pointer: '', code: 'merged'}]);
  return row;
}

/** Tells, once ever, that the supports were reached which bring an official answer. The row is as it stands after counting. */
export function* tellThreshold(services: Services, row: ProposalRow, now: number): Act<ProposalRow> {
  const {supports, supports_needed: needed, crossed} = row;
  if (needed === null || crossed || supports < needed) return row;
  return yield* changeProposal(services, row, {change: {crossed: 1}, updates: [{kind: 'threshold', public: true, content: {supports: needed}}], now});
}
