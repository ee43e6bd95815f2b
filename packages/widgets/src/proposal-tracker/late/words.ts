/** What codes of the contract are called. A code of a newer server is "another reason". */
import type {Schema} from '@shurkum/contract';
import {msg} from '@shurkum/core/i18n/words';

type Words = () => string;

const other: Words = () => msg('another reason', {id: 'y-other'});
const reasons: Partial<Record<Schema<'ReasonCode'> | Schema<'DecisionReason'>, Words>> = {
  'pre-moderation': () => msg('review before publication', {id: 'y-review'}),
  'policy': () => msg('against the rules of participation', {id: 'y-rules'}),
  'abuse': () => msg('insult or harassment', {id: 'y-abuse'}),
  'spam': () => msg('advertising or spam', {id: 'y-spam'}),
  'off-topic': () => msg('off the subject', {id: 'y-topic'}),
  'personal-data': () => msg('personal details', {id: 'y-data'}),
  'illegal': () => msg('against the law', {id: 'y-law'}),
  'duplicate': () => msg('said already', {id: 'y-twice'}),
  'adopted': () => msg('the idea is taken up', {id: 'y-adopted'}),
  'planned-already': () => msg('it is planned already', {id: 'y-planned'}),
  'exists-already': () => msg('it exists already', {id: 'y-exists'}),
  'not-feasible': () => msg('it cannot be done for now', {id: 'y-hard'}),
  'cost': () => msg('its cost', {id: 'y-cost'}),
  'legal': () => msg('the law as it stands', {id: 'y-legal'}),
  'not-in-remit': () => msg('outside this authority’s remit', {id: 'y-remit'}),
  'unclear': () => msg('it is not clear what is asked', {id: 'y-unclear'}),
  'out-of-date': () => msg('overtaken by events', {id: 'y-over'}),
};
export const reasonText = (reason: Schema<'ReasonCode'> | Schema<'DecisionReason'> | null | undefined): string => (reasons[reason ?? 'other'] ?? other)();

const kinds: Record<Schema<'Kind'>, Words> = {
  suggestion: () => msg('Suggestion', {id: 'k-suggestion'}),
  complaint: () => msg('Complaint', {id: 'k-complaint'}),
  inquiry: () => msg('Inquiry', {id: 'k-inquiry'}),
  report: () => msg('Report of a fault', {id: 'k-report'}),
};
export const kindText = (kind: Schema<'Kind'>): string => (kinds[kind] ?? kinds.suggestion)();
