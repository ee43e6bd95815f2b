/** The tables of suggestions, their files, and the mail about them. */
import type {Generated} from 'kysely';
import type {Flag} from './schema.ts';

export type FormTable = {
  key: Generated<number>;
  space: string;
  id: string;
  definition: string;
  version: number;
  created_at: number;
};

/** What a person sent, and how it stands. Published and public, it is a proposal. */
export type ProposalTable = {
  key: Generated<number>;
  space: string;
  reference: string;
  /** The form's id. */
  form: string;
  kind: string;
  participation: string;
  author: string;
  /** Whether a guest sent it, who then has a tracking secret. */
  guest: Flag;
  name: string | null;
  tint: number;
  language: string | null;
  title: string;
  source: string;
  body: string;
  excerpt: string;
  /** JSON, by the id of the field. */
  answers: string;
  public: Flag;
  category: string | null;
  agency: string | null;
  assigned_to: string | null;
  visibility: string;
  reason: string | null;
  decision: string;
  /** JSON: the reason, the body, the agency and whatever else belongs to the decision. */
  decided: string | null;
  decided_at: number | null;
  progress: string;
  percent: number | null;
  /** JSON: an answer that is not published yet. */
  draft: string | null;
  /** A calendar day, `YYYY-MM-DD`. */
  due_on: string | null;
  answered_at: number | null;
  /** Working days from receipt to the first answer or final decision. */
  answered_in: number | null;
  on_time: Flag | null;
  /** When a decision, an answer or progress was last told. */
  changed_at: number | null;
  /** The key of the proposal that took this one over. */
  merged_into: number | null;
  supports: number;
  supports_needed: number | null;
  /** Whether the supports that bring an answer were reached, ever. */
  crossed: Flag;
  /** Whether it stands in public lists: exactly while it is published. */
  listed: Flag;
  /** Counts every change; an official's act names the one it was made on. */
  revision: number;
  created_at: number;
  published_at: number | null;
  /** When something public last happened to it. */
  updated_at: number;
};

/** Rows are only ever added. */
export type UpdateTable = {
  key: Generated<number>;
  id: string;
  proposal: number;
  kind: string;
  public: Flag;
  content: string;
  official: string | null;
  at: number;
};

export type ProposalSupportTable = {proposal: number; person: string; created_at: number};
export type ProposalReportTable = {proposal: number; person: string; reason: string; note: string | null; created_at: number};

/** The bytes are in the file store, under the same id. */
export type AttachmentTable = {
  id: string;
  space: string;
  person: string;
  proposal: number | null;
  field: string | null;
  name: string;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  created_at: number;
};

export type FollowerTable = {
  key: Generated<number>;
  id: string;
  proposal: number;
  person: string;
  address: string;
  /** A keyed hash, so that an address follows once without being compared in the clear. */
  address_key: string;
  language: string | null;
  state: string;
  asked_at: number;
  created_at: number;
};

/** An update whose followers are still to be written to, and the last of them that was. */
export type NoticeTable = {key: Generated<number>; proposal: number; update_id: string; through: number; created_at: number};

export type OutboxTable = {
  key: Generated<number>;
  space: string;
  follower: string;
  update_id: string;
  /** Which message it is. What it says is written when it is sent, to the address that still follows then. */
  mail: string;
  state: string;
  attempts: number;
  due_at: number;
  created_at: number;
  sent_at: number | null;
};
