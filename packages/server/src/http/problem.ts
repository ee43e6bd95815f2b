/** The one shape of a refusal on the wire: RFC 9457, with a type of the contract's closed list. */
import type {Problem} from '@shurkum/contract';
import type {ProblemDetail, ProblemName} from '../domain/refusal.ts';
import {secured} from './headers.ts';

const problems: Record<ProblemName, readonly [status: number, title: string]> = {
  'malformed-json': [400, 'The body is not JSON in UTF-8.'],
  'too-deep': [400, 'The body is nested too deeply.'],
  'body-too-large': [413, 'The body is larger than allowed.'],
  'unsupported-media-type': [415, 'The body is not of the media type that this takes.'],
  'invalid-request': [422, 'The body is not what this operation takes.'],
  'too-long': [422, 'A text is longer than allowed.'],
  'empty-text': [422, 'The text is empty.'],
  'unknown-parameter': [400, 'A parameter is not known here.'],
  'invalid-parameter': [400, 'A parameter has a value it may not have.'],
  'invalid-cursor': [400, 'The cursor is not of this list.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'This cannot be done here.'],
  'origin-not-allowed': [403, 'Pages of this origin may not use this space.'],
  'person-needed': [401, 'This needs a person.'],
  'invalid-credential': [401, 'The credential is not valid.'],
  'not-allowed': [403, 'This person may not do this.'],
  'idempotency-key-missing': [400, 'The request needs an Idempotency-Key.'],
  'idempotency-key-reused': [409, 'The Idempotency-Key was used for another request.'],
  'thread-closed': [409, 'The thread is closed.'],
  'parent-gone': [409, 'The comment this refers to is gone.'],
  'edit-window-over': [409, 'The time to change this is over.'],
  'not-editable': [409, 'This can no longer be changed.'],
  'poll-not-open': [409, 'The poll has not opened yet.'],
  'poll-closed': [409, 'The poll has closed.'],
  'ballot-final': [409, 'A ballot in this poll is final.'],
  'unknown-question': [422, 'The poll has no such question.'],
  'missing-answer': [422, 'A question was not answered.'],
  'wrong-answer-kind': [422, 'The answer is not of the kind the question asks for.'],
  'unknown-option': [422, 'The question has no such option.'],
  'too-few-choices': [422, 'Too few options were chosen.'],
  'too-many-choices': [422, 'Too many options were chosen.'],
  'repeated-choice': [422, 'Something was chosen twice.'],
  'out-of-scale': [422, 'The rating is not on the scale.'],
  'wrong-points': [422, 'The points do not add up.'],
  'form-closed': [409, 'The form takes nothing now.'],
  'unknown-field': [422, 'The form has no such field.'],
  'out-of-range': [422, 'The value is outside what is allowed.'],
  'consent-needed': [422, 'A consent that is needed was not given.'],
  'file-type': [415, 'The file is of no type that is taken here.'],
  'file-unreadable': [422, 'The file is empty, broken or too large to be opened.'],
  'attachment-gone': [409, 'A file that is named is not there.'],
  'not-withdrawable': [409, 'This can no longer be taken back.'],
  stale: [412, 'It has changed since it was read.'],
  'merge-circle': [409, 'The merge would lead in a circle.'],
  'invalid-decision': [422, 'The decision is not complete, or not possible from here.'],
  'no-draft': [409, 'There is no saved answer to publish.'],
  'too-many-requests': [429, 'Too many requests.'],
  unavailable: [503, 'The server cannot answer now.'],
  internal: [500, 'Something went wrong here.'],
};

const retryAfter: Partial<Record<ProblemName, string>> = {'too-many-requests': '30', unavailable: '2'};

/** `seconds`: after which to try again, where that is known better than in general. */
export function problemReply(name: ProblemName, errors: readonly ProblemDetail[] = [], headers: Record<string, string> = {}, seconds?: number): Response {
  const [status, title] = problems[name];
  const problem: Problem = {type: `urn:shurkum:problem:${name}`, title, status, ...(errors.length ? {errors: [...errors]} : {})};
  const wait = seconds === undefined ? retryAfter[name] : String(seconds);
  return new Response(JSON.stringify(problem), {status, headers: {
    ...secured, 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...(wait ? {'retry-after': wait} : {}),
    ...(status === 401 ? {'www-authenticate': 'Bearer'} : {}), ...headers,
  }});
}
