/** Keyed hashes and random ids, by what every platform has. */
export type Hmac = (secret: string, text: string) => Uint8Array | Promise<Uint8Array>;

const encoder = new TextEncoder();
const imported = new Map<string, Promise<CryptoKey>>();
const keysAtMost = 256;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letters.charAt(three >> 18) + letters.charAt((three >> 12) & 63);
    if (left > 1) text += letters.charAt((three >> 6) & 63);
    if (left > 2) text += letters.charAt(three & 63);
  }
  return text;
}

const pool = new Uint8Array(4096);
let unused = 0;

/** Random bytes as base64url; 16 of them are an id nobody guesses. Drawn from the platform many at a time, given out once. */
export function randomId(size = 16): string {
  if (unused < size) {
    crypto.getRandomValues(pool);
    unused = pool.length;
  }
  unused -= size;
  const id = toBase64Url(pool.subarray(unused, unused + size));
  pool.fill(0, unused, unused + size);
  return id;
}

/** HMAC-SHA-256 by the Web Cryptography API. */
export const webHmac: Hmac = async (secret, text) => {
  if (imported.size > keysAtMost) imported.clear();
  const key = imported.get(secret)
    ?? crypto.subtle.importKey('raw', encoder.encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  imported.set(secret, key);
  return new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(text)));
};

/** 128 bits of the keyed hash, as 22 characters. */
export const keyedId = async (hmac: Hmac, secret: string, text: string): Promise<string> =>
  toBase64Url((await hmac(secret, text)).subarray(0, 16));

/** Takes the same time wherever the first difference stands. */
export function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
