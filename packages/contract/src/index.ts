/** The contract as types: every shape the API speaks, under the name it has in `openapi.yaml`. */
import type {components, operations as Operations, paths} from '../generated/types.ts';

export type {paths, Operations};
export type {OperationId} from '../generated/operations.ts';
type Schemas = components['schemas'];
export type Schema<Name extends keyof Schemas> = Schemas[Name];
export type Problem = Schemas['Problem'];
export type ProblemType = Schemas['ProblemType'];
export type {Finding, Validate} from './validate.ts';
