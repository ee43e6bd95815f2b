/**
 * Whether a file is all there, by the structure its format has: what was cut off, or only begins like a picture, is not.
 * Nothing is unpacked, so what would unpack to very much costs nothing here. One pass, no more than the bytes there are.
 */
/** No picture of five megabytes is in more pieces; one that was made of millions of empty ones would keep the server busy. */
const piecesAtMost = 10_000;

const fourCharacters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Chunks from the header to the end mark; there is image data (PNG, third edition, §5). */
export function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let data = false;
  for (let at = 8, pieces = 0; at + 12 <= bytes.length && pieces < piecesAtMost; pieces += 1) {
    const type = fourCharacters(bytes, at + 4);
    const next = at + 12 + view.getUint32(at);
    if ((at === 8) !== (type === 'IHDR') || next > bytes.length) return false;
    if (type === 'IEND') return data;
    data ||= type === 'IDAT' && next > at + 12;
    at = next;
  }
  return false;
}

const startOfFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: fill, TEM, restarts, start and end of image. */
const bare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9) || marker === 0xff;

/** Where the marker after a scan's data stands: in the data, 0xff is followed by zero or a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Segments, a frame that browsers draw, at least one scan, the end mark (ITU-T T.81, annex B). */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  let frame = false, scan = false;
  for (let at = 2, pieces = 0; at + 1 < bytes.length && pieces < piecesAtMost; pieces += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === 0xd9) return scan;
    if (bare(marker)) return false;
    const next = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (next < at + 4 || next > bytes.length) return false;
    // Baseline, extended and progressive; others are not for pages.
    if (startOfFrame(marker) && (frame || marker > 0xc2)) return false;
    frame ||= startOfFrame(marker);
    const isScan = marker === 0xda;
    if (isScan && !frame) return false;
    scan ||= isScan;
    at = isScan ? afterScan(bytes, next) : next;
  }
  return false;
}

/** Chunks that fill the container, one of them an image (RFC 9649). */
export function isWholeWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  let image = false, at = 12;
  for (let pieces = 0; at + 8 <= end && end <= bytes.length && pieces < piecesAtMost; pieces += 1) {
    const size = view.getUint32(at + 4, true);
    image ||= ['VP8 ', 'VP8L', 'ANMF'].includes(fourCharacters(bytes, at)) && size > 0;
    at += 8 + size + (size % 2);
  }
  return image && at === end;
}

/** The end mark stands near the end (ISO 32000-2, 7.5.5; readers look at the last 1,024 bytes). */
export function isWholePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('%%EOF');
}
