/**
 * The one door through which a suggestion comes to be and changes. Whatever happens to it, the row counts a revision, what is
 * told is added to its updates, and everything that is made from the row (lists, search, counts, messages) follows in the
 * same transaction.
 */
import type {Schema} from '@shurkum/contract';
import type {Services} from '../services.ts';
import type {Act} from '../store/act.ts';
import {insertProposal, insertUpdate, writeProposal} from '../store/proposals.ts';
import type {Changing, NewProposal, ProposalRow, UpdateRow} from '../store/proposals.ts';
import {tellFollowers} from './notices.ts';
import {keepCounted, keepFindable} from './proposal-search.ts';
import {tellDiscussion} from './threads.ts';

export type UpdateKind = Schema<'Update'>['kind'];
/** `content` is what the contract's `Update` says besides id, kind and time. */
export type NewUpdate = {kind: UpdateKind; public: boolean; content?: Omit<Schema<'Update'>, 'id' | 'kind' | 'at' | 'official'>};
export type Happening = {updates: readonly NewUpdate[]; official?: string | null; now: number};
export type ProposalChange = Happening & {change: Partial<Omit<Changing, 'revision' | 'listed' | 'updated_at' | 'published_at'>>};

/** What became of an idea, as "you said, we did" lists it. */
const outcomes: readonly UpdateKind[] = ['decision', 'answer', 'progress', 'merged'];

function* tell(services: Services, proposal: number, {updates, official = null, now}: Happening): Act<UpdateRow[]> {
  const rows: UpdateRow[] = [];
  for (const {kind, public: everybody, content = {}} of updates) {
    const row = {id: services.newId(), proposal, kind, public: everybody ? 1 : 0, content: JSON.stringify(content), official, at: now} as const;
    const added = yield* insertUpdate.first(row);
    rows.push({...row, key: added?.key ?? 0});
  }
  return rows;
}

/** Everything that is kept beside the row and made from it. `before` is null for one that has just come. */
function* follow(before: ProposalRow | null, after: ProposalRow, told: readonly UpdateRow[]): Act<void> {
  yield* keepFindable(before, after);
  yield* keepCounted(before, after);
  if (before && before.listed !== after.listed) yield* tellDiscussion(after.space, after.reference);
  for (const update of told) yield* tellFollowers(after, update);
}

/** Puts a new suggestion in. Undefined where its reference is taken: choose another. */
export function* placeProposal(services: Services, row: NewProposal, happening: Happening): Act<ProposalRow | undefined> {
  const placed = yield* insertProposal.first(row);
  if (!placed) return undefined;
  const after: ProposalRow = {...row, key: placed.key};
  yield* follow(null, after, yield* tell(services, after.key, happening));
  return after;
}

/** Changes a suggestion whose row this act has taken (`takeProposal`, `holdProposal`), and gives it as it then stands. */
export function* changeProposal(services: Services, before: ProposalRow, {change, ...happening}: ProposalChange): Act<ProposalRow> {
  const {now, updates} = happening;
  const visibility = change.visibility ?? before.visibility;
  const published = visibility === 'published';
  const told = updates.some((update) => update.public);
  const after: ProposalRow = {
    ...before, ...change, visibility, listed: published ? 1 : 0, revision: before.revision + 1,
    published_at: before.published_at ?? (published ? now : null), updated_at: told ? now : before.updated_at,
    changed_at: updates.some((update) => update.public && outcomes.includes(update.kind)) ? now : before.changed_at,
  };
  yield* writeProposal.all(after);
  yield* follow(before, after, yield* tell(services, after.key, happening));
  return after;
}
