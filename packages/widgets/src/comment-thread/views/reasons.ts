import type {Schema} from '@shurkum/contract';
import {msg} from '@shurkum/core/i18n/words';

type Reason = Schema<'ReasonCode'>;

const said: Record<Reason, () => string> = {
  'pre-moderation': () => msg('review before publication', {id: 'y-review'}),
  'policy': () => msg('against the comment policy', {id: 'y-policy'}),
  'abuse': () => msg('insult or harassment', {id: 'y-abuse'}),
  'spam': () => msg('advertising or spam', {id: 'y-spam'}),
  'off-topic': () => msg('off the subject', {id: 'y-topic'}),
  'personal-data': () => msg('personal details', {id: 'y-data'}),
  'illegal': () => msg('against the law', {id: 'y-law'}),
  'duplicate': () => msg('said already', {id: 'y-twice'}),
  'other': () => msg('another reason', {id: 'y-other'}),
};

/** Why a comment was refused or removed; a code of a newer server is "another reason". */
export const reasonText = (reason: Reason | null): string => (said[reason ?? 'other'] ?? said.other)();
