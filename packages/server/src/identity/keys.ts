/** Keyed hashes and random ids, by what every platform has. */
export type Hmac = (secret: string, text: string) => Uint8Array | Promise<Uint8Array>;

const encoder = new TextEncoder();
const imported = new Map<string, Promise<CryptoKey>>();
const keysAtMost = 256;

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export const randomId = (size = 16): string => toBase64Url(crypto.getRandomValues(new Uint8Array(size)));

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
