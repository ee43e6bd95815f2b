/** What an operation is to the server: what it was asked, and the act that answers. None of them knows HTTP. */
import type {OperationId, Operations} from '@shurkum/contract';
import type {operations} from '@shurkum/contract/operations';
import type {Person} from '../domain/person.ts';
import type {Hmac} from '../identity/keys.ts';
import type {Hub} from '../live/hub.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import type {Answered} from '../store/idempotency.ts';

type Parameters<Id extends OperationId, Where extends 'query' | 'path'> = NonNullable<Operations[Id]['parameters'][Where]>;
type Body<Id extends OperationId> =
  Operations[Id] extends {requestBody: {content: {'application/json': infer Content}}} ? Content
    : Operations[Id] extends {requestBody: {content: {'application/octet-stream': unknown}}} ? Uint8Array<ArrayBuffer> : undefined;

export type Asked<Id extends OperationId> = {
  services: Services;
  hmac: Hmac;
  space: Space;
  /** The server's clock when the request came, in milliseconds. */
  now: number;
  query: Parameters<Id, 'query'>;
  path: Parameters<Id, 'path'>;
  body: Body<Id>;
};

/** Nobody in particular asks where the contract names no credential. */
type Asker<Id extends OperationId> = (typeof operations)[Id]['credential'] extends readonly [] ? null : Person;

export type AskedBy<Id extends OperationId> = Asked<Id> & {person: Asker<Id>};

/** What a write is asked. It has no instant: a body may take its time, and only when the act runs is it known. */
export type AskedToWrite<Id extends OperationId> = Omit<AskedBy<Id>, 'now'> & {/** What makes it happen once; empty where nothing does. */ key: string};

/** Who acts, as it is written down beside what they do. */
export type AskedByOfficial<Id extends OperationId> = Asked<Id> & {official: string};

/** What an official's write is asked; `ifMatch` is the revision it was made on. The act refuses where another stands (`stale`). */
export type AskedToDecide<Id extends OperationId> = Omit<AskedByOfficial<Id>, 'now'> & {ifMatch: number};

/** An answer everyone may have. */
export type PublicAnswer = {
  json: string;
  /** Goes behind the JSON's last field and is not part of its state: the server's clock. */
  stampNow?: boolean;
  /** The instant from which it no longer holds, if that is known. */
  until?: number | null;
};

/**
 * The same for everyone. `version` names the state the answer is made from; while it is the same, bytes may be kept.
 * Null: what was asked for is not there yet, and anybody can ask for any number of such things, so nothing is kept.
 */
export type PublicRead<Id extends OperationId> = {
  kind: 'public';
  version?: (asked: Asked<Id>) => Act<string | null>;
  answer: (asked: Asked<Id>) => Act<PublicAnswer>;
};

export type PersonalRead<Id extends OperationId> = {
  kind: 'personal';
  prepare: (asked: AskedBy<Id>) => Promise<() => Act<string>> | (() => Act<string>);
};

export type Deed = {
  /** `now` is the server's clock inside the transaction: what closes while a request is on its way has closed. */
  act: (now: number) => Act<Answered>;
  /** Adds to the answer, each time it is given, what must not be kept with it. */
  finish?: (json: string) => Promise<string> | string;
  /** Under whose key the act happens once, where that is not the person's own. Needed where nobody in particular asks. */
  actor?: string;
};

export type Write<Id extends OperationId> = {kind: 'write'; prepare: (asked: AskedToWrite<Id>) => Promise<Deed> | Deed};

/** The JSON of a single thing begins with its revision, which becomes its ETag. */
export type StaffRead<Id extends OperationId> = {kind: 'staff-read'; answer: (asked: AskedByOfficial<Id>) => Act<string>};

export type StaffWrite<Id extends OperationId> = {kind: 'staff-write'; prepare: (asked: AskedToDecide<Id>) => Promise<Deed> | Deed};

/** What is asked by whoever it is. */
export type AskedByAnyone<Id extends OperationId> = Asked<Id> & {
  /** Takes one of the tries that somebody has at guessing a secret, and gives how to return it. */
  tryOnce: () => () => void;
};

/** Stores nothing and asks for nobody. */
export type Free<Id extends OperationId> = {kind: 'free'; answer: (asked: AskedByAnyone<Id>) => Promise<Answered>};

export type FoundFile = {id: string; name: string; type: string};

/** A file to be saved. `find` says whether the one who asks may have it. */
export type FileRead<Id extends OperationId> = {kind: 'file'; find: (asked: Asked<Id>) => Act<FoundFile>};

export type Stream<Id extends OperationId> = {
  kind: 'stream';
  open: (asked: Asked<Id>, hub: Hub, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
};

export type Operation<Id extends OperationId> =
  PublicRead<Id> | PersonalRead<Id> | Write<Id> | Free<Id> | FileRead<Id> | Stream<Id> | StaffRead<Id> | StaffWrite<Id>;
