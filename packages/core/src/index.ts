/** What widgets share. Knows no widget. */
export {clientOf} from './api.ts';
export {controls} from './controls.ts';
export {clearDraft, keepDraft, readDraft} from './drafts.ts';
export type {Draft} from './drafts.ts';
export {Formats} from './formats.ts';
export type {Display} from './formats.ts';
export * from './icons.ts';
export {LocaleController} from './i18n/locale.ts';
export {commentsInWords, fill, msg, pieces, plural} from './i18n/words.ts';
export {localText} from './local-text.ts';
export {Presence} from './presence.ts';
export {problemText} from './problems.ts';
export {richText} from './rich-text.ts';
export {local, moment, refusal, room, status} from './task-views.ts';
export type {Reader} from './task-views.ts';
export {tokens} from './tokens.ts';
