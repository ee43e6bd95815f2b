/** The reference server: a function of a request, and what an authority does with its store. */
export {createApp} from './app.ts';
export {createPoll} from './polls.ts';
export {createSpace, readSpace, updateSpace} from './spaces.ts';
export {answerComment} from './staff/answer-comment.ts';
export {decideComment} from './staff/decide-comment.ts';
export {pinComment} from './staff/pin-comment.ts';
export {publishOutcome} from './staff/publish-outcome.ts';
export {releaseResults} from './staff/release-results.ts';
export {setThread} from './staff/set-thread.ts';
export {updatePoll} from './staff/update-poll.ts';
export {randomId} from './identity/keys.ts';
export {Refusal} from './domain/refusal.ts';
export type {LogEvent, Services} from './services.ts';
export type {Space, SpaceDefinition} from './spaces.ts';
export type {PollDefinition} from './domain/poll.ts';
export type {Store} from './store/store.ts';
export type {Authenticator} from './identity/authenticator.ts';
export type {Person} from './domain/person.ts';
