/** One request to one operation: who asks and what, by the contract; then the operation; then the answer's form. */
import * as bodies from '@shurkum/contract/bodies';
import {operations} from '@shurkum/contract/operations';
import * as parameters from '@shurkum/contract/parameters';
import type {OperationId, Validate} from '@shurkum/contract';
import {digest} from '../domain/digest.ts';
import type {Person} from '../domain/person.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Authenticator} from '../identity/authenticator.ts';
import type {Hmac} from '../identity/keys.ts';
import type {Hub} from '../live/hub.ts';
import {handlers} from '../operations/index.ts';
import type {Asked, AskedToWrite, Operation} from '../operations/operation.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import {happenOnce} from '../store/idempotency.ts';
import type {Answered} from '../store/idempotency.ts';
import type {ByteCache} from './byte-cache.ts';
import {secured} from './headers.ts';
import {publicReply} from './public-reply.ts';
import {readBody, refuseBody} from './read-body.ts';
import {canonical, readIdempotencyKey, readQuery} from './read-query.ts';

export type Server = {
  services: Services; hmac: Hmac; authenticators: readonly Authenticator[]; hub: Hub; cache: ByteCache;
};

export type Exchange = {
  request: Request;
  /** The address behind the host. */
  target: string;
  path: Record<string, string>;
  space: Space;
  cors: Record<string, string>;
};

const validators = {...parameters, ...bodies} as Record<string, Validate | undefined>;
// Each operation is called with what its own entry of the contract describes; the types meet again in `handlers`.
const handlerOf = (id: OperationId) => handlers[id] as unknown as Operation<'postComment'>;

function jsonReply({status, json}: Answered, cors: Record<string, string>): Response {
  return new Response(json, {status, headers: {...secured, ...cors, 'content-type': 'application/json', 'cache-control': 'no-store'}});
}

async function authenticate({authenticators}: Server, {request, space}: Exchange): Promise<Person> {
  const header = request.headers.get('authorization');
  if (header === null) throw new Refusal('person-needed');
  const [, credential] = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(header) ?? [];
  const authenticator = credential === undefined ? undefined : authenticators.find((each) => each.recognises(credential));
  const person = credential === undefined ? null : await authenticator?.authenticate(space, credential);
  if (!person) throw new Refusal('invalid-credential');
  if (person.level === 'guest' && !space.guests) throw new Refusal('person-needed');
  return person;
}

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
  const {request, space, path, cors} = exchange;
  const person = await authenticate(server, exchange);
  const validateKey = validators[`${id}_header`];
  const key = validateKey ? readIdempotencyKey(request.headers, validateKey) : '';
  const body = await bodyOf(id, request);
  const {act, actor = person.key} = await handler.prepare({...asked, body, person} as AskedToWrite<'postComment'>);
  const hash = digest(JSON.stringify([path, body]));
  const once = {space: space.id, person: actor, operation: id, key, hash};
  const {store, clock} = server.services;
  return jsonReply(await store.write(() => happenOnce(once, clock, act)), cors);
}

async function bodyOf(id: OperationId, request: Request): Promise<unknown> {
  const validate = validators[id];
  if (operations[id].body && validate) return readBody(request, validate);
  await refuseBody(request);
  return undefined;
}

async function stream(server: Server, handler: Operation<'postComment'> & {kind: 'stream'}, asked: Asked<'postComment'>, {request, cors}: Exchange) {
  const events = await handler.open(asked, server.hub, request.signal);
  return new Response(events, {status: 200, headers: {
    ...secured, ...cors, 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no',
  }});
}

export async function answer(server: Server, id: OperationId, exchange: Exchange): Promise<Response> {
  const {services: {store}, cache} = server;
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
      const act = await handler.prepare({...asked, person: await authenticate(server, exchange)});
      return jsonReply({status: 200, json: await store.read(act)}, cors);
    }
    case 'free': {
      const body = await bodyOf(id, request);
      return jsonReply(await handler.answer({...asked, body} as Asked<'postComment'>), cors);
    }
    case 'stream': return stream(server, handler, asked, exchange);
    case 'write': return write(server, id, exchange, asked);
  }
}
