/** What officials may say of a suggestion, from where, and what belongs to it. */
import type {Schema} from '@shurkum/contract';
import {isFinal} from './proposal.ts';
import type {Visibility} from './proposal.ts';
import {Refusal} from './refusal.ts';
import {isEmpty} from './text.ts';
import {dayOf, workingDaysBetween} from './working-days.ts';
import type {WorkingWeek} from './working-days.ts';

const refuse = (pointer: string, code: string): never => {
  throw new Refusal('invalid-decision', [{pointer, code}]);
};

type Standing = {visibility: string; public: number; decision: string};

const from: Record<Schema<'VisibilityChange'>['visibility'], readonly Visibility[]> = {
  published: ['held', 'rejected', 'removed'], rejected: ['held'], removed: ['published'],
};

/** What its author kept from the public is never published, what they withdrew never comes back, and what was seen is removed, not rejected. */
export function checkVisibility(row: Standing, {visibility, reason}: Schema<'VisibilityChange'>): void {
  if (visibility === 'published' && reason !== undefined) refuse('/reason', 'unexpected');
  if (visibility !== 'published' && reason === undefined) refuse('/reason', 'required');
  if (row.visibility === visibility) return;
  if (!from[visibility].includes(row.visibility as Visibility) || (visibility === 'published' && !row.public)) refuse('/visibility', 'not-from-here');
}

/** What was refused or taken back is in nobody's hands any more. */
export function checkInHand({visibility}: Standing): void {
  if (!['held', 'private', 'published'].includes(visibility)) refuse('', 'not-from-here');
}

/** A text that says something, where one is given. */
export function checkText(text: string | undefined): void {
  if (text !== undefined && isEmpty(text)) throw new Refusal('empty-text', [{pointer: '/text', code: 'empty'}]);
}

/** A decision that answers says why, in words, and in whose name. One that was merged has its answer where it went. */
export function checkDecision(row: Standing, change: Schema<'DecisionChange'>): void {
  checkInHand(row);
  if (row.decision === 'merged') refuse('/decision', 'merged');
  const {decision, reason, text, agencyId, transferredTo} = change;
  if (!isFinal(decision) && reason !== undefined) refuse('/reason', 'unexpected');
  if (decision !== 'transferred' && transferredTo !== undefined) refuse('/transferredTo', 'unexpected');
  if (!isFinal(decision)) return;
  if (reason === undefined) refuse('/reason', 'required');
  if (text === undefined) refuse('/text', 'required');
  if (agencyId === undefined) refuse('/agencyId', 'required');
  if (decision === 'transferred' && transferredTo === undefined) refuse('/transferredTo', 'required');
}

export function checkProgress(row: Standing, {progress, percent}: Schema<'ProgressChange'>): void {
  checkInHand(row);
  if (progress !== 'in-progress' && percent !== undefined) refuse('/percent', 'unexpected');
}

type Promised = {answered_at: number | null; created_at: number; due_on: string | null};
type Answered = {answered_at: number; answered_in: number; on_time: 0 | 1 | null};

/** The first answer or final decision is the one that counts: what was written once stays. */
export function firstAnswer(row: Promised, now: number, timeZone: string, week: WorkingWeek | undefined): Answered | Record<never, never> {
  if (row.answered_at !== null) return {};
  const today = dayOf(now, timeZone);
  const onTime = row.due_on === null ? null : today <= row.due_on ? 1 : 0;
  return {answered_at: now, answered_in: workingDaysBetween(dayOf(row.created_at, timeZone), today, week), on_time: onTime};
}
