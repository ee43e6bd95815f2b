/** Small files of each kind that is taken, sound to the last byte, to be broken by tests. */
import {crc32, deflateSync} from 'node:zlib';

const text = (characters: string) => Uint8Array.from(characters, (character) => character.charCodeAt(0));
const number = (value: number, bytes = 4) => Uint8Array.from({length: bytes}, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 255);

export function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}

export const pngChunk = (type: string, content: Uint8Array) => {
  const named = joined(text(type), content);
  return joined(number(content.length), named, number(crc32(named)));
};

export const pngHead = (width: number, height: number) =>
  joined(text('\u0089PNG\r\n\u001a\n'), pngChunk('IHDR', joined(number(width), number(height), Uint8Array.of(1, 0, 0, 0, 0))));

/** One bit a pixel, all black; its data is real for its size unless `bomb` says that a few bytes must do. */
export const png = (width = 4, height = 3, {bomb = false, filler = 0} = {}) => {
  const rows = bomb ? new Uint8Array(8) : new Uint8Array(height * (1 + Math.ceil(width / 8)));
  return joined(pngHead(width, height), ...(filler ? [pngChunk('tEXt', new Uint8Array(filler).fill(65))] : []),
    pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', new Uint8Array()));
};

const exif = (orientation: number) => joined(text('Exif\0\0MM\0*'), number(8), number(1, 2), number(274, 2), number(3, 2), number(1), number(orientation, 2), number(0, 2), number(0));
const segment = (marker: number, content: Uint8Array) => joined(Uint8Array.of(0xff, marker), number(content.length + 2, 2), content);

/** The structure of a JPEG: what a header says, and a scan. */
export const jpeg = (width = 4, height = 3, orientation = 1) => joined(Uint8Array.of(0xff, 0xd8), segment(0xe1, exif(orientation)),
  segment(0xc0, joined(Uint8Array.of(8), number(height, 2), number(width, 2), Uint8Array.of(1, 1, 0x11, 0))),
  segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9));

/** A lossless WebP of one pixel, as its makers publish it. */
export const webp = () => Uint8Array.from(atob('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='), (character) => character.charCodeAt(0));
export const pdf = () => text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
/** What every ZIP begins with. */
export const zip = () => joined(text('PK\u0003\u0004'), new Uint8Array(64));
