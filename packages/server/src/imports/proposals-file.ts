/**
 * Proposals and their discussions as a Consul site lists them (the columns of Decide Madrid): two files, each a line a thing. What
 * could not be taken as it stands is adapted and counted, so that it can be said.
 */
import {displayNameMaxLength} from '@shurkum/contract/limits';
import {isEmpty} from '../domain/text.ts';
import {csvRows} from './csv-file.ts';
import type {CsvRow} from './csv-file.ts';
import {isInstant, isWritable} from './thread-file.ts';
import type {ImportedComment} from './thread-file.ts';

export type ProposalComment = ImportedComment & {byOfficial: boolean; supports: number};
export type ImportedProposal = {
  id: string; title: string; text: string; author: string; at: number; supports: number; archived: boolean; comments: ProposalComment[];
};

/** What was adapted, in the order it is told; the number goes before the words. */
export type Adapted = Map<string, number>;

const proposalColumns = ['id', 'title', 'userId', 'date', 'summary', 'text', 'numComments', 'status', 'numSupports'] as const;
const commentColumns = ['id', 'parentId', 'proposalId', 'userId', 'userType', 'date', 'time', 'text', 'numPositiveVotes', 'numNegativeVotes'] as const;
const titleMaxLength = 500;
const textMaxLength = 100_000;
/** `domain/path.ts`: a conversation keeps its order at any depth, and its steps down to here. */
const stepsAtMost = 20;

const count = (adapted: Adapted, what: string, more = 1): void => {
  if (more > 0) adapted.set(what, (adapted.get(what) ?? 0) + more);
};

const field = ({record}: CsvRow, column: string): string => record[column] ?? '';

function wholeNumber(row: CsvRow, column: string): number {
  const text = field(row, column);
  return /^\d{1,9}$/.test(text) ? Number(text) : row.refuse(column, `${column} must be a whole number, not “${text}”`);
}

function idOf(row: CsvRow, seen: ReadonlySet<string> | ReadonlyMap<string, unknown>): string {
  const id = field(row, 'id');
  if (!/^[\w-]{1,64}$/.test(id)) row.refuse('id', 'id must be a number or a short name');
  return seen.has(id) ? row.refuse('id', `id ${id} stood already in a line above`) : id;
}

function textOf(row: CsvRow, column: string, longest: number): string {
  const text = field(row, column).trim();
  if (!isWritable(text)) row.refuse(column, `${column} holds control characters or half a character`);
  return text.length > longest ? row.refuse(column, `${column} is longer than ${longest} characters`) : text;
}

function personOf(row: CsvRow): string {
  const name = textOf(row, 'userId', displayNameMaxLength);
  return isEmpty(name) ? row.refuse('userId', 'userId must name somebody') : name;
}

/** `2015-09-15`, and `0 days 10:50:19` as some programs write a time of day. */
function instantOf(row: CsvRow, time = '00:00:00'): number {
  const at = Date.parse(`${field(row, 'date')}T${time}Z`);
  const written = !Number.isNaN(at) && new Date(at).toISOString().startsWith(field(row, 'date'));
  return written && isInstant(at) ? at : row.refuse('date', `date must be a day such as 2015-09-15, not “${field(row, 'date')}”`);
}

function timeOf(row: CsvRow): string {
  const [, time] = /^(?:0 days )?((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(field(row, 'time')) ?? [];
  return time ?? row.refuse('time', `time must be a time of day such as 10:50:19, not “${field(row, 'time')}”`);
}

function proposalOf(row: CsvRow, seen: ReadonlyMap<string, ImportedProposal>, adapted: Adapted): ImportedProposal {
  const id = idOf(row, seen);
  const [title, summary, text] = [textOf(row, 'title', titleMaxLength), textOf(row, 'summary', textMaxLength), textOf(row, 'text', textMaxLength)];
  if (isEmpty(title)) row.refuse('title', 'title must be a text');
  if (/[\n\r\t]/.test(title)) row.refuse('title', 'title must be one line');
  const parts = [summary, text].filter((part) => !isEmpty(part));
  const status = field(row, 'status');
  if (!['open', 'archived'].includes(status)) row.refuse('status', `status must be open or archived, not “${status}”`);
  if (isEmpty(text)) count(adapted, parts.length ? 'proposals without a text show their summary' : 'proposals without any text show “…”');
  if (status === 'archived') count(adapted, 'archived proposals count as expired');
  return {
    id, title, text: parts.join('\n\n') || '…', author: personOf(row), at: instantOf(row), supports: wholeNumber(row, 'numSupports'),
    archived: status === 'archived', comments: [],
  };
}

type Written = ProposalComment & {id: string; parentId: string; row: CsvRow};

function commentOf(row: CsvRow, n: number, seen: ReadonlySet<string>, adapted: Adapted): Written {
  const text = textOf(row, 'text', textMaxLength);
  const byOfficial = field(row, 'userType') === 'Empleados públicos';
  if (isEmpty(text)) count(adapted, 'comments without a text show “…”');
  if (byOfficial) count(adapted, 'comments by public employees are marked as officials’');
  count(adapted, 'votes against comments are left out: here comments are only supported', wholeNumber(row, 'numNegativeVotes'));
  return {
    n, id: idOf(row, seen), parentId: field(row, 'parentId'), parent: null, author: personOf(row), createdAt: instantOf(row, timeOf(row)),
    text: isEmpty(text) ? '…' : text, byOfficial, supports: wholeNumber(row, 'numPositiveVotes'), row,
  };
}

/** Parents before their replies, conversation by conversation. What answers a comment that is not there begins one of its own. */
function inOrder(comments: readonly Written[], adapted: Adapted): Written[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const below = Map.groupBy(comments, ({parentId}) => (byId.has(parentId) ? parentId : ''));
  const placed: Written[] = [];
  const open = (below.get('') ?? []).map((comment) => ({comment, depth: 0})).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const {comment, depth} = next;
    placed.push({...comment, parent: byId.get(comment.parentId)?.n ?? null});
    if (depth === 0 && comment.parentId !== '-1') count(adapted, 'replies to comments that are not in the file stand by themselves');
    if (depth > stepsAtMost) count(adapted, `replies more than ${stepsAtMost} steps down stand beside the one they answer`);
    open.push(...(below.get(comment.id) ?? []).map((reply) => ({comment: reply, depth: depth + 1})).reverse());
  }
  if (placed.length < comments.length) {
    const there = new Set(placed.map(({id}) => id));
    comments.find(({id}) => !there.has(id))?.row.refuse('parentId', 'the comments this answers lead back to it');
  }
  return placed;
}

export function readProposals(file: string, commentsFile: string | undefined): {proposals: ImportedProposal[]; adapted: Adapted} {
  const adapted: Adapted = new Map();
  const proposals = new Map<string, ImportedProposal>();
  let counted = 0;
  for (const row of csvRows(file, proposalColumns)) {
    const proposal = proposalOf(row, proposals, adapted);
    proposals.set(proposal.id, proposal);
    counted += wholeNumber(row, 'numComments');
  }
  if (commentsFile === undefined) return {proposals: [...proposals.values()], adapted};
  const seen = new Set<string>();
  const written = csvRows(commentsFile, commentColumns).map((row, index) => {
    const about = field(row, 'proposalId');
    if (!proposals.has(about)) row.refuse('proposalId', `there is no proposal ${about}`);
    const comment = commentOf(row, index + 1, seen, adapted);
    seen.add(comment.id);
    return {about, comment};
  });
  for (const [about, mine] of Map.groupBy(written, (each) => each.about)) {
    proposals.get(about)?.comments.push(...inOrder(mine.map(({comment}) => comment), adapted));
  }
  count(adapted, 'comments that the proposals count are not in the file', counted - written.length);
  if (written.length) count(adapted, 'times of comments have no zone and are read as UTC', written.length);
  return {proposals: [...proposals.values()], adapted};
}
