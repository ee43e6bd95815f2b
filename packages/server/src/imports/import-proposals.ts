/**
 * Brings a proposal held elsewhere in, with its discussion and its supports, whole or not at all. Its reference is made from its
 * number there, so another import finds it again and makes no second one.
 */
import {placeProposal} from '../acts/proposal-changes.ts';
import {tintOf} from '../domain/comment.ts';
import {excerptOf, proposalThread} from '../domain/proposal.ts';
import {referenceOf} from '../domain/reference.ts';
import {parseText} from '../domain/text.ts';
import type {Form} from '../domain/form.ts';
import type {Hmac} from '../identity/keys.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {insertUnnamedSupports} from '../store/imports.ts';
import {findProposal} from '../store/proposals.ts';
import type {NewProposal, ProposalRow} from '../store/proposals.ts';
import {importThread} from './import-thread.ts';
import type {ImportedProposal} from './proposals-file.ts';

export type ProposalImport = {
  services: Services; space: Space; form: Form; proposal: ImportedProposal; now: number;
  /** References to try, in this order: the second only where the first stands for something else. */
  references: readonly string[];
  personOf: (author: string) => string;
};

/** Ten digits from a number elsewhere, the same each time. */
export async function importedReferences(hmac: Hmac, space: Space, form: string, id: string): Promise<string[]> {
  const made = [0, 1, 2, 3].map(async (turn) => {
    const bytes = await hmac(space.voterSecret, `reference:import:${form}:${id}:${turn}`);
    const number = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return referenceOf(String(number % 10_000_000_000n).padStart(10, '0'));
  });
  return Promise.all(made);
}

function rowOf({space, form, proposal, personOf}: ProposalImport, reference: string): NewProposal {
  const {title, text, author, at, supports, archived} = proposal;
  const person = personOf(author);
  const expired = {state: 'expired', reason: 'out-of-date', body: null, agency: null, at: null, transferredTo: null, mergedInto: null, link: null};
  return {
    space: space.id, reference, form: form.id, kind: form.kind, participation: form.participation, author: person, guest: 0, name: author,
    tint: tintOf(person), language: null, title, source: text, body: JSON.stringify(parseText(text)), excerpt: excerptOf(text), answers: '{}', public: 1,
    category: null, agency: form.agency, assigned_to: null, visibility: 'published', reason: null, decision: archived ? 'expired' : 'open',
    decided: archived ? JSON.stringify(expired) : null, decided_at: null, progress: 'not-started', percent: null, draft: null, due_on: null,
    answered_at: null, answered_in: null, on_time: null, changed_at: null, merged_into: null, supports, supports_needed: null, crossed: 0, listed: 1,
    revision: 1, created_at: at, published_at: at, updated_at: at,
  };
}

/** The proposal that an earlier import made, or the first reference that is free. */
function* seatOf({space, references, proposal}: ProposalImport): Act<{reference: string; before: ProposalRow | undefined}> {
  for (const reference of references) {
    const before = yield* findProposal.first({space: space.id, reference});
    if (!before || (before.title === proposal.title && before.created_at === proposal.at)) return {reference, before};
  }
  throw new Error('Every reference of a proposal stands for another.');
}

/** How many comments came with it; null where it was here already, and nothing was stored. */
export function* importProposal(asked: ProposalImport): Act<number | null> {
  const {services, space, form, proposal: {at, supports, comments}, personOf, now} = asked;
  const {reference, before} = yield* seatOf(asked);
  if (before) return null;
  const row = yield* placeProposal(services, rowOf(asked, reference), {
    updates: [{kind: 'received', public: true}, {kind: 'published', public: true}], now: at,
  });
  if (!row) throw new Error('A reference that was free is taken.');
  yield* insertUnnamedSupports.all({proposal: row.key, from: `import:${form.id}:`, count: supports, now: at});
  const official = JSON.stringify({agency: space.name, role: {ar: 'موظف عام', en: 'Public employee'}});
  yield* importThread({
    space: space.id, threadId: proposalThread(reference), personOf, newId: services.newId, now, append: false, done: () => undefined,
    comments: comments.map(({byOfficial, ...comment}) => ({...comment, official: byOfficial ? official : null})),
  });
  return comments.length;
}
