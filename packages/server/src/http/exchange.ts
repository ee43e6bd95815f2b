/** One request to one operation: who asks and what, by the contract; then the operation; then the answer's form. */
import * as bodies from '@shurkum/contract/bodies';
import {operations} from '@shurkum/contract/operations';
import * as parameters from '@shurkum/contract/parameters';
import type {OperationId, Validate} from '@shurkum/contract';
import {digest} from '../domain/digest.ts';
import {Refusal} from '../domain/refusal.ts';
import {digestOf} from '../files/digest.ts';
import type {Administrator} from '../identity/administrator.ts';
import type {Authenticator} from '../identity/authenticator.ts';
import type {Guesses} from '../identity/guesses.ts';
import type {Hmac} from '../identity/keys.ts';
import type {Hub} from '../live/hub.ts';
import {handlers} from '../operations/index.ts';
import type {Asked, AskedByAnyone, AskedToDecide, AskedToWrite, Deed, Operation} from '../operations/operation.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import {happenOnce} from '../store/idempotency.ts';
import type {Answered} from '../store/idempotency.ts';
import type {ByteCache} from './byte-cache.ts';
import {officialOf, personOf} from './caller.ts';
import {fileReply} from './file-reply.ts';
import {secured} from './headers.ts';
import {publicReply} from './public-reply.ts';
import {readBody, readFileBody, refuseBody} from './read-body.ts';
import {canonical, readHeaders, readQuery} from './read-query.ts';

export type Server = {
  services: Services; hmac: Hmac; authenticators: readonly Authenticator[]; administrator: Administrator; hub: Hub; cache: ByteCache;
  guesses: Guesses;
};

export type Exchange = {
  request: Request;
  /** The address behind the host. */
  target: string;
  path: Record<string, string>;
  space: Space;
  cors: Record<string, string>;
  /** Who sends it, as far as the port can tell people apart. */
  address: string | undefined;
};

const validators = {...parameters, ...bodies} as Record<string, Validate | undefined>;
// Each operation is called with what its own entry of the contract describes; the types meet again in `handlers`.
const handlerOf = (id: OperationId) => handlers[id] as unknown as Operation<'postComment'>;

function jsonReply({status, json}: Answered, headers: Record<string, string>): Response {
  return new Response(json, {status, headers: {...secured, 'content-type': 'application/json', 'cache-control': 'no-store', ...headers}});
}

/** The ETag of a thing in an official's hands, which says its revision first; a list of them has none. */
function revisionOf(json: string): Record<string, string> {
  const [, revision] = /^\{"revision":(\d+)/.exec(json) ?? [];
  return revision === undefined ? {} : {etag: `"${revision}"`};
}

const credentialsOf = (id: OperationId): readonly string[] => operations[id].credential;
const isForStaff = (id: OperationId) => credentialsOf(id).includes('administratorKey');

/** What every operation is asked, checked by the contract; the body comes later, after who asks. */
function ask({services, hmac}: Server, id: OperationId, {target, path, space}: Exchange): Asked<'postComment'> {
  const inPath = validators[`${id}_path`];
  if (inPath && !inPath(path)) throw new Refusal('not-found');
  const validate = validators[`${id}_query`];
  const query = validate ? readQuery(target, operations[id].many, validate) : {};
  return {services, hmac, space, now: services.clock().getTime(), query, path, body: undefined} as unknown as Asked<'postComment'>;
}

async function write(server: Server, id: OperationId, exchange: Exchange, asked: Asked<'postComment'>): Promise<Response> {
  const handler = handlerOf(id);
  if (handler.kind !== 'write') throw new Error(`${id} is not a write.`);
  const {request, space, cors} = exchange;
  const person = credentialsOf(id).length ? await personOf(server.authenticators, request, space) : null;
  const {key} = headersOf(id, request);
  const body = await bodyOf(id, request);
  const {act, finish, actor = person?.key} = await handler.prepare({...asked, body, person, key} as AskedToWrite<'postComment'>);
  const {status, json} = await doOnce(server, id, exchange, {actor, key, body, act});
  return jsonReply({status, json: finish ? await finish(json) : json}, cors);
}

type Doing = {actor: string | undefined; key: string; body: unknown; act: Deed['act']};

async function doOnce({services: {store, clock}}: Server, id: OperationId, {space, path, target}: Exchange, {actor, key, body, act}: Doing): Promise<Answered> {
  if (actor === undefined) throw new Error(`${id} does not say under whose key it happens once.`);
  // What is asked besides the body is part of the request; a file is known by its digest.
  const asked = body instanceof Uint8Array ? [path, await digestOf(body as Uint8Array<ArrayBuffer>), target] : [path, body];
  const once = {space: space.id, person: actor, operation: id, key, hash: digest(JSON.stringify(asked))};
  return store.write(() => happenOnce(once, clock, act));
}

function headersOf(id: OperationId, request: Request): {key: string; ifMatch: number} {
  const validate = validators[`${id}_header`];
  return validate ? readHeaders(request.headers, validate, isForStaff(id)) : {key: '', ifMatch: 0};
}

async function staffWrite(server: Server, id: OperationId, exchange: Exchange, official: string): Promise<Response> {
  const handler = handlerOf(id);
  if (handler.kind !== 'staff-write') throw new Error(`${id} is not an official's write.`);
  const {request, cors} = exchange;
  const {key, ifMatch} = headersOf(id, request);
  const asked = {...ask(server, id, exchange), body: await bodyOf(id, request), official, ifMatch};
  const {act, actor = official} = await handler.prepare(asked as AskedToDecide<'postComment'>);
  const answered = await doOnce(server, id, exchange, {actor, key, body: asked.body, act});
  return jsonReply(answered, {...cors, ...revisionOf(answered.json)});
}

async function staffReply(server: Server, id: OperationId, exchange: Exchange): Promise<Response> {
  const official = await officialOf(server.administrator, exchange.request);
  const handler = handlerOf(id);
  if (handler.kind === 'file') return file(server, handler, ask(server, id, exchange), exchange);
  if (handler.kind !== 'staff-read') return staffWrite(server, id, exchange, official);
  const asked = {...ask(server, id, exchange), official};
  const json = await server.services.store.read(() => handler.answer(asked));
  return jsonReply({status: 200, json}, {...exchange.cors, ...revisionOf(json)});
}

async function bodyOf(id: OperationId, request: Request): Promise<unknown> {
  const validate = validators[id];
  if (operations[id].body === 'json' && validate) return readBody(request, validate);
  if (operations[id].body === 'bytes') return readFileBody(request);
  await refuseBody(request);
  return undefined;
}

/** Officials' files are for them alone; others are the same for everyone. */
async function file({services: {store, files}}: Server, handler: Operation<'postComment'> & {kind: 'file'}, asked: Asked<'postComment'>, {request, cors}: Exchange) {
  const found = await store.read(() => handler.find(asked));
  return fileReply(files, found, {request, now: asked.now, cors, shared: !request.headers.has('authorization')});
}

async function stream(server: Server, handler: Operation<'postComment'> & {kind: 'stream'}, asked: Asked<'postComment'>, {request, cors}: Exchange) {
  const events = await handler.open(asked, server.hub, request.signal);
  return new Response(events, {status: 200, headers: {
    ...secured, ...cors, 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no',
  }});
}

export async function answer(server: Server, id: OperationId, exchange: Exchange): Promise<Response> {
  if (isForStaff(id)) return staffReply(server, id, exchange);
  const {services, cache} = server;
  const {store} = services;
  const {request, cors, space} = exchange;
  const handler = handlerOf(id);
  const asked = ask(server, id, exchange);
  switch (handler.kind) {
    case 'public': {
      const {version} = handler;
      return publicReply(store, cache, {request, key: canonical([space.id, id], asked.path, asked.query), now: asked.now, cors},
        {version: version && (() => version(asked)), answer: () => handler.answer(asked)});
    }
    case 'personal': {
      const act = await handler.prepare({...asked, person: await personOf(server.authenticators, request, space)});
      return jsonReply({status: 200, json: await store.read(act)}, cors);
    }
    case 'free': {
      const body = await bodyOf(id, request);
      const tryOnce = () => server.guesses.take(space.id, exchange.address, services.clock().getTime());
      return jsonReply(await handler.answer({...asked, body, tryOnce} as AskedByAnyone<'postComment'>), cors);
    }
    case 'file': return file(server, handler, asked, exchange);
    case 'stream': return stream(server, handler, asked, exchange);
    case 'write': return write(server, id, exchange, asked);
    default: throw new Error(`${id} is for officials, and the contract names no key for it.`);
  }
}
