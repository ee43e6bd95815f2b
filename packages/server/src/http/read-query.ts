/** A request's parameters, checked by the contract: closed, decoded strictly, none twice but where several are meant. */
import type {Validate} from '@shurkum/contract';
import {Refusal} from '../domain/refusal.ts';

const decode = (piece: string, name: string): string => {
  try {
    return decodeURIComponent(piece.replaceAll('+', ' '));
  } catch {
    throw new Refusal('invalid-parameter', [{pointer: name.slice(0, 64), code: 'encoding'}]);
  }
};

type Raw = Record<string, string | string[]>;

function parseQuery(url: string, many: readonly string[]): Raw {
  const raw = Object.create(null) as Raw;
  const start = url.indexOf('?');
  if (start < 0 || start === url.length - 1) return raw;
  const fragment = url.indexOf('#', start);
  for (const pair of url.slice(start + 1, fragment < 0 ? undefined : fragment).split('&')) {
    if (!pair) throw new Refusal('invalid-parameter', [{pointer: 'query', code: 'empty'}]);
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals), 'query');
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1), name);
    const before = raw[name];
    if (many.includes(name)) raw[name] = Array.isArray(before) ? [...before, value] : [value];
    else if (before !== undefined) throw new Refusal('invalid-parameter', [{pointer: name.slice(0, 64), code: 'repeated'}]);
    else raw[name] = value;
  }
  return raw;
}

/** A number is written in one way: what the validator would also read as one (`0x10`, `1e1`, ` 5`) is refused. */
function checkNumbers(query: Readonly<Record<string, unknown>>, written: Readonly<Raw>): void {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'number' && String(value) !== written[name]) throw new Refusal('invalid-parameter', [{pointer: name, code: 'type'}]);
  }
}

/** One text for one question, however it was spelled and in whatever order: what an answer is kept under. */
export const canonical = (place: readonly string[], path: object, query: object): string =>
  JSON.stringify([place, path, Object.entries(query).toSorted(([one], [other]) => (one < other ? -1 : 1))]);

/** The query as the contract's types, defaults left to the operation. */
export function readQuery(url: string, many: readonly string[], validate: Validate): unknown {
  const query = parseQuery(url, many);
  const written = {...query};
  if (validate(query)) {
    checkNumbers(query, written);
    return query;
  }
  const [finding] = validate.errors ?? [];
  if (finding?.keyword === 'additionalProperties') {
    throw new Refusal('unknown-parameter', [{pointer: String(finding.params['additionalProperty']).slice(0, 64), code: 'unknown'}]);
  }
  const missing = finding?.params['missingProperty'];
  const pointer = typeof missing === 'string' ? missing : (finding?.instancePath.split('/')[1] ?? 'query');
  if (pointer === 'cursor') throw new Refusal('invalid-cursor', [{pointer, code: 'cursor'}]);
  throw new Refusal('invalid-parameter', [{pointer, code: finding?.keyword ?? 'invalid'}]);
}

/** The key that makes a write happen once and, `onRevision`, the revision it is made on. */
export function readHeaders(headers: Headers, validate: Validate, onRevision: boolean): {key: string; ifMatch: number} {
  const key = headers.get('idempotency-key');
  const ifMatch = headers.get('if-match');
  if (key === null) throw new Refusal('idempotency-key-missing');
  const given = {'idempotency-key': key, ...(onRevision && ifMatch !== null ? {'if-match': ifMatch} : {})};
  if (validate(given)) return {key, ifMatch: Number(ifMatch?.slice(1, -1) ?? 0)};
  const [finding] = validate.errors ?? [];
  const ofRevision = finding?.instancePath === '/if-match' || finding?.params['missingProperty'] === 'if-match';
  throw new Refusal('invalid-parameter', [{pointer: ofRevision ? 'If-Match' : 'Idempotency-Key', code: finding?.keyword ?? 'invalid'}]);
}
