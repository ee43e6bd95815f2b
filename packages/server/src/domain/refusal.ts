/** A rule said no. `problem` is the contract's name for why; nothing of the act is stored. */
import type {Problem, ProblemType} from '@shurkum/contract';

export type ProblemName = ProblemType extends `urn:shurkum:problem:${infer Name}` ? Name : never;
export type ProblemDetail = NonNullable<Problem['errors']>[number];

export class Refusal extends Error {
  readonly problem: ProblemName;
  readonly errors: readonly ProblemDetail[];
  /** Seconds after which to try again, where that is known. */
  readonly wait: number | undefined;
  constructor(problem: ProblemName, errors: readonly ProblemDetail[] = [], wait?: number) {
    super(problem);
    this.problem = problem;
    this.errors = errors;
    this.wait = wait;
  }
}
