/** A request's body: bounded while it arrives, strict UTF-8, bounded depth, then the contract's own check. */
import type {Finding, Validate} from '@shurkum/contract';
import {fileRules} from '../domain/form.ts';
import {Refusal} from '../domain/refusal.ts';
import type {ProblemName} from '../domain/refusal.ts';
import {membersOf, shapeOf, unstorableAt} from './json-text.ts';

const charactersAtMost = 64 * 1024;
const mediaType = /^application\/json(?:[ \t]*;[ \t]*charset="?utf-8"?)?$/i;
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

const tooLarge = (limit: number) => new Refusal('body-too-large', [{pointer: '', code: 'maxBytes', limit}]);

async function collect(stream: ReadableStream<Uint8Array>, atMost: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > atMost) throw tooLarge(atMost);
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

/** The bytes of a request, no more than so many; `truncated` is what it is called when they end too early. */
async function bytesOf(request: Request, atMost = charactersAtMost, truncated: ProblemName = 'malformed-json'): Promise<Uint8Array<ArrayBuffer>> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > atMost) throw tooLarge(atMost);
  try {
    // Where the length was declared the platform keeps to it, and reading at once is quicker.
    if (declared !== null) return new Uint8Array(await request.arrayBuffer());
    return request.body ? await collect(request.body, atMost) : new Uint8Array();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(truncated, [{pointer: '', code: 'truncated'}]);
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
  if (keyword === 'minLength' && (pointer === '/text' || pointer === '/title')) return new Refusal('empty-text', [detail]);
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

/** Files that are being read at once: each is held in memory until it is known what it is. */
const filesAtOnce = 32;
let reading = 0;

/** The bytes of a file, of whatever type they turn out to be. */
export async function readFileBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^application\/octet-stream$/i.test(request.headers.get('content-type') ?? '')) throw new Refusal('unsupported-media-type');
  if (reading >= filesAtOnce) throw new Refusal('too-many-requests', [], 5);
  reading += 1;
  try {
    return await bytesOf(request, fileRules.bytes, 'file-unreadable');
  } finally {
    reading -= 1;
  }
}
