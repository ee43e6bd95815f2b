/** What each failure is called, and a way on; grouped by what a person can do about it. Comes after the widget itself. */
import type {ApiError, ProblemKind} from '@shurkum/client';
import {msg} from './i18n/words.ts';

/** What became of it meanwhile, by the code the server gives. */
const changed: Record<string, () => string> = {
  gone: () => msg('This was withdrawn or removed meanwhile.', {id: 'gone-since'}),
  merged: () => msg('This was merged with another one meanwhile, which can be supported in its place.', {id: 'merged-since'}),
};

export const said: Partial<Record<ProblemKind | 'refused', (failure: unknown) => string>> = {
  'misconfigured': () => msg('This part of the page is not set up correctly: the address of its service is missing or wrong.', {id: 'no-api'}),
  'origin-not-allowed': () => msg('This page is not registered with the participation service.', {id: 'no-origin'}),
  'not-found': () => msg('This could not be found. It may have been moved or closed.', {id: 'gone'}),
  'too-many-requests': () => msg('There were many tries in a short time. Please wait a little, then try again.', {id: 'slow-down'}),
  'person-needed': () => msg('Taking part here needs a sign-in. What you wrote is kept.', {id: 'sign-in'}),
  'invalid-credential': () => msg('Your sign-in has expired. Please sign in again; what you wrote is kept.', {id: 'expired'}),
  'not-allowed': () => msg('This is not open to you.', {id: 'no-right'}),
  'thread-closed': () => msg('This discussion has closed meanwhile. What you wrote is kept on this device.', {id: 'shut'}),
  'parent-gone': () => msg('The comment you are replying to is no longer there.', {id: 'no-parent'}),
  'not-editable': (failure) => changed[(failure as ApiError).problem?.errors?.[0]?.code ?? '']?.() ?? msg('This can no longer be changed.', {id: 'no-change'}),
  'edit-window-over': () => msg('The time for changing this comment is over.', {id: 'too-late'}),
  'poll-not-open': () => msg('This poll has not opened yet.', {id: 'too-soon'}),
  'poll-closed': () => msg('This poll has closed. Your vote was not counted.', {id: 'poll-shut'}),
  'ballot-final': () => msg('You have already voted, and a vote in this poll cannot be changed.', {id: 'final'}),
  'too-few-choices': () => msg('Please choose a little more, as the question asks.', {id: 'too-few'}),
  'too-many-choices': () => msg('That is more than the question allows.', {id: 'too-many'}),
  'missing-answer': () => msg('Please answer every question.', {id: 'missing'}),
  'wrong-points': () => msg('Please give out exactly the points there are.', {id: 'wrong-pts'}),
  'too-long': () => msg('The text is too long.', {id: 'too-long'}),
  'refused': () => msg('This was not accepted, and nothing was stored. Please load the page again and retry.', {id: 'refused'}),
  'empty-text': () => msg('Please write something first.', {id: 'no-text'}),
};
