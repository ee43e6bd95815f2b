import {toBase64Url} from '../identity/keys.ts';

/** SHA-256: two files with one digest are the same file. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
