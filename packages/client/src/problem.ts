/** Every failure, whether the server's or the way's, as one kind of error with one `Problem`. */
import type {Problem, ProblemType} from '@shurkum/contract';

type Told<Type> = Type extends `urn:shurkum:problem:${infer Kind}` ? Kind : never;
/** The contract's problems by their short names, and those no server can tell. */
export type ProblemKind = Told<ProblemType> | 'offline' | 'timeout' | 'unreachable' | 'misconfigured';

const prefix = 'urn:shurkum:problem:';

/** RFC 9457 problem of an answer that was refused or never came. */
export class ApiError extends Error {
  readonly kind: ProblemKind;
  readonly problem: Pick<Problem, 'title' | 'status' | 'errors'> & {type: string};
  /** Seconds that the server asked to wait before the next try (`Retry-After`, RFC 9110). */
  readonly wait: number;
  constructor(problem: ApiError['problem'], wait = 0) {
    super(problem.title);
    this.problem = problem;
    this.wait = wait;
    this.kind = problem.type.replace(prefix, '') as ProblemKind;
  }
}

/** A problem that the client saw itself: there was no answer that could be read. */
export const trouble = (kind: ProblemKind, status = 0, wait = 0): ApiError =>
  new ApiError({type: prefix + kind, title: kind, status}, wait);

const isProblem = (value: unknown): value is Problem =>
  typeof (value as Problem | undefined)?.type === 'string' && (value as Problem).type.startsWith(prefix);

type Answer<Value> = {data?: Value; error?: unknown; response: Response};

/**
 * The value of an answer, or an `ApiError`: also where the network failed, the answer took too long, or a proxy
 * answered with a page of its own. An abort by the caller stays an abort.
 */
export async function unwrap<Value>(asked: Promise<Answer<Value>>): Promise<Value> {
  let answer: Answer<Value>;
  try {
    answer = await asked;
  } catch (failure) {
    const {name} = failure as Error;
    if (failure instanceof ApiError || name === 'AbortError') throw failure;
    throw trouble(name === 'TimeoutError' ? 'timeout' : navigator.onLine === false ? 'offline' : 'unreachable');
  }
  if (answer.response.ok && answer.data !== undefined) return answer.data;
  throw refusal(answer.error, answer.response);
}

/** What a refusal says; a proxy's own page says no more than its status. */
export function refusal(body: unknown, {status, headers}: Response): ApiError {
  const wait = Number(headers.get('retry-after')) || 0;
  return isProblem(body) ? new ApiError(body, wait)
    : trouble(status === 404 ? 'not-found' : status === 429 ? 'too-many-requests' : 'unavailable', status, wait);
}
