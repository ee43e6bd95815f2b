/**
 * Proposals as the contract writes them. Parsed texts, decisions and updates are stored as JSON and go into the answer as
 * they are.
 */
import type {Schema} from '@shurkum/contract';
import {isFinal, isGone, proposalThread} from '../domain/proposal.ts';
import {dayOf, workingDaysLeft} from '../domain/working-days.ts';
import type {Space} from '../spaces.ts';
import type {ProposalRow, UpdateRow} from '../store/proposals.ts';
import {instant, pageJson} from './comment-json.ts';

const text = (value: unknown): string => JSON.stringify(value ?? null);
const time = (value: number | null): string => (value === null ? 'null' : `"${instant(value)}"`);

/** Before anything was decided. */
const undecided = (state: string): string =>
  JSON.stringify({state, reason: null, body: null, agency: null, at: null, transferredTo: null, mergedInto: null, link: null});

/** An agency by its id; one that the space no longer names is still named by its id. */
export const agencyOf = ({agencies = []}: Space, id: string | null): Schema<'Agency'> | null =>
  (id === null ? null : agencies.find((agency) => agency.id === id) ?? {id, name: {en: id}});

export const categoryOf = ({categories = []}: Space, id: string | null): Schema<'Category'> | null =>
  (id === null ? null : categories.find((category) => category.id === id) ?? {id, label: {en: id}});

type Standing = Pick<ProposalRow, 'decision' | 'decided' | 'progress' | 'percent' | 'due_on' | 'answered_at' | 'answered_in'>;

/** Working days until an answer is due, where one is awaited: nobody waits for what was answered, refused or taken back. */
function dueIn({due_on: due, answered_at: answered, decision, visibility}: Standing & {visibility?: string}, {display, week}: Space, now: number): number | null {
  const awaited = answered === null && !isFinal(decision) && visibility !== 'rejected' && !isGone(visibility ?? '');
  return due !== null && awaited ? workingDaysLeft(dayOf(now, display.timeZone), due, week) : null;
}

const standing = (space: Space, row: Standing, now: number): string =>
  `"decision":${row.decided ?? undecided(row.decision)},"progress":{"state":"${row.progress}","percent":${row.percent ?? 'null'}},`
  + `"dueOn":${text(row.due_on)},"dueIn":${dueIn(row, space, now) ?? 'null'},"answeredAt":${time(row.answered_at)},"answeredIn":${row.answered_in ?? 'null'}`;

const author = ({name, tint}: Pick<ProposalRow, 'name' | 'tint'>): string => `{"name":${text(name)},"tint":${tint}}`;

/** What a list of published proposals reads of each. */
export type SummaryRow = Standing & Pick<ProposalRow,
  'key' | 'reference' | 'title' | 'kind' | 'excerpt' | 'category' | 'agency' | 'name' | 'tint' | 'supports' | 'supports_needed' | 'published_at' | 'updated_at'>;

export const summaryJson = (space: Space, row: SummaryRow, commentCount: number, now: number): string =>
  `{"reference":"${row.reference}","title":${text(row.title)},"kind":"${row.kind}","excerpt":${text(row.excerpt)},`
  + `"category":${text(categoryOf(space, row.category))},"agency":${text(agencyOf(space, row.agency))},"author":${author(row)},${standing(space, row, now)},`
  + `"supports":${row.supports},"supportsNeeded":${row.supports_needed ?? 'null'},"commentCount":${commentCount},`
  + `"publishedAt":${time(row.published_at)},"updatedAt":${time(row.updated_at)}}`;

/** An update as everybody may read it; `official` besides for officials, who alone read notes. */
export const updateJson = ({id, kind, at, content, official}: UpdateRow, forOfficials = false): string => {
  const more = content === '{}' ? '' : `,${content.slice(1, -1)}`;
  return `{"id":"${id}","kind":"${kind}","at":"${instant(at)}"${more}${forOfficials && official ? `,"official":${text(official)}` : ''}}`;
};

export type ProposalParts = {
  /** Its author and officials read what others may not: their own words, before and after publication. */
  whole: boolean;
  answers: readonly Schema<'ProposalAnswer'>[];
  attachments: readonly Schema<'Attachment'>[];
  mergedFrom: readonly string[];
  commentCount: number;
  updates: {items: readonly string[]; nextCursor: string | null};
  now: number;
};

export function proposalJson(space: Space, row: ProposalRow, parts: ProposalParts): string {
  const {now} = parts;
  const gone = isGone(row.visibility) && !parts.whole;
  return `{"reference":"${row.reference}","formId":${text(row.form)},"kind":"${row.kind}","participation":"${row.participation}",`
    + `"title":${gone ? 'null' : text(row.title)},"body":${gone ? 'null' : row.body},"category":${text(categoryOf(space, row.category))},`
    + `"agency":${text(agencyOf(space, row.agency))},"author":${gone ? 'null' : author(row)},"visibility":"${row.visibility}",`
    + `"reason":${text(row.reason)},${standing(space, row, now)},"supports":${row.supports},"supportsNeeded":${row.supports_needed ?? 'null'},`
    + `"threadId":${row.visibility === 'published' ? text(proposalThread(row.reference)) : 'null'},"commentCount":${parts.commentCount},`
    + `"answers":${gone ? '[]' : text(parts.answers)},"attachments":${gone ? '[]' : text(parts.attachments)},`
    + `"mergedFrom":${text(parts.mergedFrom)},"receivedAt":${time(row.created_at)},"publishedAt":${time(row.published_at)},`
    + `"updatedAt":${time(row.updated_at)},"updates":${pageJson(parts.updates.items, parts.updates.nextCursor)}}`;
}
