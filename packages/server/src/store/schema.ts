/** The tables, as the query builder knows them. Instants are milliseconds, booleans 0 or 1, JSON is text: alike on every database. */
import type {Generated} from 'kysely';
import type {AnswerCountTable, ProposalCountTable, ProposalsVersionTable, WordCountTable} from './schema-search.ts';
import type {
  AttachmentTable, FollowerTable, FormTable, NoticeTable, OutboxTable, ProposalReportTable, ProposalSupportTable, ProposalTable, UpdateTable,
} from './schema-suggestions.ts';

export type Flag = 0 | 1;

export type SpaceTable = {
  id: string;
  settings: string;
  version: number;
  /** Keys the voter keys. It never rotates: another secret would let everyone vote again. */
  voter_secret: string;
  /** Signs guest keys. */
  token_secret: string;
  created_at: number;
};

export type ThreadTable = {
  key: Generated<number>;
  space: string;
  id: string;
  state: string | null;
  policy: string | null;
  published: number;
  next_seq: number;
  sequence: number;
  page_url: string | null;
  page_title: string | null;
  created_at: number;
};

export type CommentTable = {
  id: string;
  thread: number;
  seq: number;
  /** The `seq` of the top-level comment it stands under, 0 for one that is top-level itself. */
  root: number;
  parent: number;
  parent_id: string | null;
  path: string;
  author: string;
  name: string | null;
  tint: number;
  official: string | null;
  state: string;
  reason: string | null;
  source: string;
  body: string;
  /** Counts its texts: 1 for the first. */
  revision: number;
  supports: number;
  reply_count: number;
  listed: Flag;
  listed_children: number;
  pinned: Flag;
  answer: string | null;
  created_at: number;
  edited_at: number | null;
};

export type SupportTable = {comment: string; person: string; thread: number; created_at: number};
export type ReportTable = {comment: string; person: string; reason: string; note: string | null; created_at: number};

export type PollTable = {
  key: Generated<number>;
  space: string;
  id: string;
  definition: string;
  opens_at: number;
  closes_at: number | null;
  result_rule: string;
  released: Flag;
  outcome: string | null;
  people: number;
  /** Counts what everyone may see; the stream tells it. */
  sequence: number;
  /** Counts every change; caches hold on to it, nobody is told. */
  version: number;
  created_at: number;
};

export type TallyTable = {poll: number; question: string; option: string; people: number; score: number};

/** No person key: a ballot knows its voter only by the keyed hash. */
export type BallotTable = {poll: number; voter: string; answers: string; revision: number; cast_at: number};

export type IdempotencyTable = {
  space: string;
  person: string;
  operation: string;
  key: string;
  hash: string;
  status: number;
  reply: string;
  created_at: number;
};

export type DecisionTable = {
  id: string;
  space: string;
  subject: string;
  act: string;
  reason: string | null;
  official: string;
  decided_at: number;
};

export type MigrationTable = {version: number; applied_at: number};

export type Tables = {
  migration: MigrationTable;
  space: SpaceTable;
  thread: ThreadTable;
  comment: CommentTable;
  support: SupportTable;
  report: ReportTable;
  poll: PollTable;
  tally: TallyTable;
  ballot: BallotTable;
  idempotency: IdempotencyTable;
  decision: DecisionTable;
  form: FormTable;
  proposal: ProposalTable;
  proposal_update: UpdateTable;
  proposal_support: ProposalSupportTable;
  proposal_report: ProposalReportTable;
  attachment: AttachmentTable;
  follower: FollowerTable;
  notice: NoticeTable;
  outbox: OutboxTable;
  word_count: WordCountTable;
  proposal_count: ProposalCountTable;
  answer_count: AnswerCountTable;
  proposals_version: ProposalsVersionTable;
};
