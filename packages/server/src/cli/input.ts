/** Reads what a command is given: JSON lines or CSV, gzipped or not, and definitions, with the place of whatever is wrong. */
import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import type {Validate} from '@shurkum/contract';
import {findNodeAtLocation, parseTree, printParseErrorCode} from 'jsonc-parser';
import type {ParseError} from 'jsonc-parser';
import {Refusal, refusalAt} from './refusal.ts';

/** @throws Refusal where the file cannot be read, unpacked, or is not UTF-8. */
export function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new Refusal(`${file}: the text is not UTF-8`);
  }
}

export type Line = {number: number; record: Record<string, unknown>};

/** The objects of a JSON-lines file; empty lines are passed over. */
export function jsonLines(file: string): Line[] {
  return textOf(file).split('\n').flatMap((text, index) => {
    if (!text.trim()) return [];
    const number = index + 1;
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch (error) {
      throw refusalAt(file, number, error instanceof Error ? error.message : 'not JSON');
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record)) throw refusalAt(file, number, 'each line must be one object');
    return [{number, record: record as Record<string, unknown>}];
  });
}

const placeIn = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1};
};

const inWords = (keyword: string, params: Record<string, unknown>): string => {
  const shown = Object.values(params).map((value) => (Array.isArray(value) ? value.join(', ') : String(value))).join(' ');
  return {
    required: `“${shown}” is missing`, additionalProperties: `“${shown}” is not known here`, type: `must be ${shown}`,
    enum: `must be one of ${shown}`, pattern: `does not match ${shown}`, maxLength: `is longer than ${shown}`, minLength: `is shorter than ${shown}`,
  }[keyword] ?? `${keyword} ${shown}`;
};

/** What a definition says that its schema does not catch, and where. */
type Check<T> = (definition: T) => {pointer: string; why: string} | undefined;

/** A definition that its schema and its own rules accept. @throws Refusal with line and column of the first thing that is wrong. */
export function definitionOf<T>(file: string, accepts: Validate, faultOf: Check<T> = () => undefined): T {
  const text = textOf(file);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {disallowComments: true});
  const [broken] = errors;
  if (broken || !tree) {
    const {line, column} = placeIn(text, broken?.offset ?? 0);
    throw refusalAt(file, line, broken ? printParseErrorCode(broken.error) : 'the file is empty', column);
  }
  const refuse = (pointer: string, why: string): never => {
    const path = pointer.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
    const {line, column} = placeIn(text, findNodeAtLocation(tree, path)?.offset ?? 0);
    throw refusalAt(file, line, `${pointer} ${why}`.trim(), column);
  };
  const definition = JSON.parse(text) as T;
  if (!accepts(definition)) {
    const finding = accepts.errors?.[0];
    refuse(finding?.instancePath ?? '', finding ? inWords(finding.keyword, finding.params) : 'is not accepted');
  }
  const fault = faultOf(definition);
  return fault ? refuse(fault.pointer, fault.why) : definition;
}
