/** The only place that calls `fetch`. */
export {clientFor} from './client.ts';
export type {Client} from './client.ts';
export type {Resource} from './live.ts';
export {newKey} from './key.ts';
export {ApiError, trouble, unwrap} from './problem.ts';
export type {ProblemKind} from './problem.ts';
export {configure} from './shared.ts';
export type {Settings} from './shared.ts';
