/** What a file is, by its bytes. Its name and what a browser says of it decide nothing. */
import type {Schema} from '@shurkum/contract';
import {JPG} from 'image-size/types/jpg';
import {PNG} from 'image-size/types/png';
import {WEBP} from 'image-size/types/webp';
import {fileRules} from '../domain/form.ts';
import {Refusal} from '../domain/refusal.ts';
import {isWholeJpeg, isWholePdf, isWholePng, isWholeWebp} from './whole.ts';

type Type = Schema<'Attachment'>['type'];
type Size = {width: number; height: number; orientation?: number};
type Format = {type: Type; begins: (bytes: Uint8Array) => boolean; isWhole: (bytes: Uint8Array) => boolean; size?: (bytes: Uint8Array) => Size};

export type FileKind = {type: Type; width: number | null; height: number | null};

const longestSide = 100_000;
const begins = (signature: string, at = 0) => (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(at, at + signature.length)) === signature;
const riff = begins('RIFF'), webp = begins('WEBP', 8);

const formats: readonly Format[] = [
  {type: 'image/png', begins: begins('\u0089PNG\r\n\u001a\n'), isWhole: isWholePng, size: (bytes) => PNG.calculate(bytes)},
  {type: 'image/jpeg', begins: begins('\u00ff\u00d8\u00ff'), isWhole: isWholeJpeg, size: (bytes) => JPG.calculate(bytes)},
  {type: 'image/webp', begins: (bytes) => riff(bytes) && webp(bytes), isWhole: isWholeWebp, size: (bytes) => WEBP.calculate(bytes)},
  {type: 'application/pdf', begins: begins('%PDF-'), isWhole: isWholePdf},
];

const refuse = (problem: 'file-type' | 'file-unreadable', code: string, limit?: number) =>
  new Refusal(problem, [{pointer: '', code, ...(limit === undefined ? {} : {limit})}]);

/** The header's size, as it is shown: a camera held sideways says so beside it. */
function sizeOf(size: (bytes: Uint8Array) => Size, bytes: Uint8Array): {width: number; height: number} {
  let found: Size;
  try {
    found = size(bytes);
  } catch {
    throw refuse('file-unreadable', 'header');
  }
  const {width, height, orientation = 1} = found;
  if (!(width > 0 && height > 0)) throw refuse('file-unreadable', 'header');
  if (width * height > fileRules.pixels || Math.max(width, height) > longestSide) throw refuse('file-unreadable', 'pixels', fileRules.pixels);
  return orientation > 4 ? {width: height, height: width} : {width, height};
}

/** @throws Refusal: empty, of a type that is not taken, cut off, or larger than anybody should have to unpack. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (!bytes.length) throw refuse('file-unreadable', 'empty');
  const format = formats.find((each) => each.begins(bytes));
  if (!format) throw refuse('file-type', 'type');
  if (!format.isWhole(bytes)) throw refuse('file-unreadable', 'truncated');
  return {type: format.type, ...(format.size ? sizeOf(format.size, bytes) : {width: null, height: null})};
}
