/** A request's body: bounded while it arrives, strict UTF-8, bounded depth, then the contract's own check. */
import type {Finding, Validate} from '@shurkum/contract';
import {Refusal} from '../domain/refusal.ts';
import {membersOf, shapeOf, unstorableAt} from './json-text.ts';

const bytesAtMost = 64 * 1024;
const mediaType = /^application\/json(?:[ \t]*;[ \t]*charset="?utf-8"?)?$/i;
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > bytesAtMost) throw new Refusal('body-too-large', [{pointer: '', code: 'maxBytes', limit: bytesAtMost}]);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > bytesAtMost) {
    throw new Refusal('body-too-large', [{pointer: '', code: 'maxBytes', limit: bytesAtMost}]);
  }
  try {
    // Where the length was declared the platform keeps to it, and reading at once is quicker.
    if (declared !== null) return new Uint8Array(await request.arrayBuffer());
    return request.body ? await collect(request.body) : new Uint8Array();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('malformed-json', [{pointer: '', code: 'truncated'}]);
  }
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new Refusal('malformed-json', [{pointer: '', code: 'encoding'}]);
  }
  const {tooDeep, members} = shapeOf(text);
  if (tooDeep) throw new Refusal('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json', [{pointer: '', code: 'syntax'}]);
  }
  // Of two members with one name, two readers may believe two different ones.
  if (membersOf(value) !== members) throw new Refusal('malformed-json', [{pointer: '', code: 'repeated'}]);
  return value;
}

function refusalOf({instancePath, keyword, params}: Finding): Refusal {
  const named = params['additionalProperty'] ?? params['missingProperty'];
  const pointer = `${instancePath}${typeof named === 'string' ? `/${named}` : ''}`.slice(0, 512);
  const limit = params['limit'];
  const detail = {pointer, code: keyword, ...(typeof limit === 'number' ? {limit} : {})};
  if (keyword === 'maxLength') return new Refusal('too-long', [detail]);
  if (keyword === 'minLength' && pointer === '/text') return new Refusal('empty-text', [detail]);
  return new Refusal('invalid-request', [detail]);
}

/** The body of an operation that takes one. */
export async function readBody(request: Request, validate: Validate): Promise<unknown> {
  if (!mediaType.test(request.headers.get('content-type') ?? '')) throw new Refusal('unsupported-media-type');
  const body = parse(await bytesOf(request));
  if (!validate(body)) throw refusalOf(validate.errors?.[0] ?? {instancePath: '', keyword: 'invalid', params: {}});
  const pointer = unstorableAt(body);
  if (pointer !== undefined) throw new Refusal('invalid-request', [{pointer, code: 'characters'}]);
  return body;
}

/** An operation without a body refuses one, so that nothing is ever silently ignored. */
export async function refuseBody(request: Request): Promise<void> {
  if (request.headers.get('content-length') === '0' || !request.body) return;
  if ((await bytesOf(request)).byteLength) throw new Refusal('invalid-request', [{pointer: '', code: 'unexpected'}]);
}
