/** What a message says, in the languages there are words for. */
import type {Schema} from '@shurkum/contract';
import type {Formats} from './formats.ts';
import type {Line, Piece} from './lines.ts';
import {arabic} from './words-ar.ts';
import {english} from './words-en.ts';

export type Happened = 'published' | 'rejected' | 'removed' | 'withdrawn' | 'decision' | 'progress' | 'answer' | 'threshold' | 'merged';
export type Told = 'confirm' | 'received' | Happened;

/** What a message is about. `title` is null where not everybody may read it: what nobody reviewed must not go out in the authority’s name to whatever address somebody gave; `own`: it goes to whoever sent it. */
export type About = {kind: Schema<'Kind'>; own: boolean; reference: Piece; title: Piece | null; space: Piece};

/** What the update says, as far as there is something. */
export type Facts = {
  /** Where what was received stands meanwhile. */
  stands: 'held' | 'private' | 'published';
  dueOn: string | null;
  decision?: Schema<'Decision'> | undefined;
  progress?: Schema<'Progress'> | undefined;
  reason?: Schema<'ReasonCode'> | undefined;
  agency?: Piece | undefined;
  transferredTo?: Piece | undefined;
  supports?: number | undefined;
  merged?: string | undefined;
};

export type Fact = {label: string; value: Line};

export type Words = {
  language: string;
  direction: 'rtl' | 'ltr';
  /** The thing itself, for the head of the message: "Proposal 4831-7290-5673". */
  name(about: About): Line;
  subject(told: Told, about: About, facts: Facts, formats: Formats): Line;
  said(told: Told, about: About, facts: Facts, formats: Formats): Line[];
  facts(told: Told, facts: Facts, formats: Formats): Fact[];
  signed(agency: Piece, role: Piece | null, day: string): Line;
  read: string;
  confirm: string;
  stop: string;
  linked: string;
  /** Why it came, and that nobody reads replies. */
  because(told: Told, about: About): Line[];
};

const known: readonly Words[] = [arabic, english];

/** Words in the first of these languages that has them; else in Arabic. */
export function wordsIn(languages: readonly (string | null)[]): Words {
  for (const language of languages) {
    const found = known.find((words) => words.language === language?.split('-')[0]?.toLowerCase());
    if (found) return found;
  }
  return arabic;
}
