import {describe, expect, it} from 'vitest';
import {jpeg, joined, pdf, png, pngChunk, pngHead, webp, zip} from '../../../../test/support/files.ts';
import {Refusal} from '../domain/refusal.ts';
import {kindOf} from './kind.ts';

function refusalOf(bytes: Uint8Array): unknown[] {
  try {
    return ['taken', kindOf(bytes)];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.problem, error.errors[0]?.code, ...(error.errors[0]?.limit === undefined ? [] : [error.errors[0].limit])];
  }
}

describe('the kind of a file', () => {
  it.each([
    ['a PNG', png(7, 5), {type: 'image/png', width: 7, height: 5}],
    ['a JPEG', jpeg(7, 5), {type: 'image/jpeg', width: 7, height: 5}],
    ['a JPEG held sideways', jpeg(7, 5, 6), {type: 'image/jpeg', width: 5, height: 7}],
    ['a WebP', webp(), {type: 'image/webp', width: 1, height: 1}],
    ['a PDF', pdf(), {type: 'application/pdf', width: null, height: null}],
  ])('of %s is found in its bytes', (_, bytes, kind) => { expect(kindOf(bytes)).toEqual(kind); });

  it.each([
    ['nothing at all', new Uint8Array(), 'file-unreadable', 'empty'],
    ['a ZIP', zip(), 'file-type', 'type'],
    ['HTML', new TextEncoder().encode('<!doctype html><script>'), 'file-type', 'type'],
    ['SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'file-type', 'type'],
    ['HTML before a PDF', new TextEncoder().encode('<html>%PDF-1.4 %%EOF'), 'file-type', 'type'],
    ['an animated GIF', new TextEncoder().encode('GIF89a'), 'file-type', 'type'],
    ['one byte', Uint8Array.of(0x89), 'file-type', 'type'],
    ['a PNG that ends with its header', pngHead(4, 4), 'file-unreadable', 'truncated'],
    ['a PNG whose header is not the first', joined(png().subarray(0, 8), pngChunk('tEXt', new Uint8Array()), png().subarray(8)), 'file-unreadable', 'truncated'],
    ['a PNG without data', joined(pngHead(4, 4), pngChunk('IEND', new Uint8Array())), 'file-unreadable', 'truncated'],
    ['a PNG of no width', png(0, 4), 'file-unreadable', 'header'],
    ['a WebP that says it is longer', joined(webp().subarray(0, 4), Uint8Array.of(255, 255, 255, 255), webp().subarray(8)), 'file-unreadable', 'truncated'],
    ['a PDF without an end', pdf().subarray(0, -7), 'file-unreadable', 'truncated'],
  ])('of %s is refused', (_, bytes, problem, code) => { expect(refusalOf(bytes)).toEqual([problem, code]); });

  it('of any picture that was cut off anywhere is refused', () => {
    for (const [whole, least] of [[png(), 8], [jpeg(), 3], [webp(), 12]] as const) {
      for (let length = least; length < whole.length; length += 1) {
        expect([length, ...refusalOf(whole.subarray(0, length))]).toEqual([length, 'file-unreadable', 'truncated']);
      }
    }
  });

  it('of a picture with forty million pixels is found, with more is refused, however small the file', () => {
    expect(refusalOf(png(8000, 5000, {bomb: true}))[0]).toBe('taken');
    for (const [width, height] of [[8001, 5000], [0xffffffff, 0xffffffff], [100_001, 1], [1, 100_001]] as const) {
      expect(refusalOf(png(width, height, {bomb: true}))).toEqual(['file-unreadable', 'pixels', 40_000_000]);
    }
    expect(refusalOf(jpeg(65_535, 65_535))).toEqual(['file-unreadable', 'pixels', 40_000_000]);
  });

  it('of a picture made of a million empty pieces is refused, sound as it may be', () => {
    const [head, rest] = [jpeg().subarray(0, 2), jpeg().subarray(2)];
    const empty = (pieces: number) => joined(head, new Uint8Array(4 * pieces).map((_, at) => [0xff, 0xe0, 0, 2][at % 4] ?? 0), rest);
    expect(refusalOf(empty(1000))[0]).toBe('taken');
    expect(refusalOf(empty(1_000_000))).toEqual(['file-unreadable', 'truncated']);
  });
});
