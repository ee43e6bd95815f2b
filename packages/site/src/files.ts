/** Files the site serves from memory: their bytes once, compressed once, named by what they hold. */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {extname} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

export type File = {bytes: Buffer; br?: Buffer; gzip?: Buffer; headers: Record<string, string>};

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml',
};
const minute = 'public, max-age=60, stale-while-revalidate=600';
const forever = 'public, max-age=31536000, immutable';

/** A file as it is sent; what is already compressed beside it is taken as it is. */
export function file(name: string, bytes: Buffer, headers: Record<string, string>, ready: {br?: Buffer; gzip?: Buffer} = {}): File {
  const br = ready.br ?? brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}});
  const gzip = ready.gzip ?? gzipSync(bytes);
  return {bytes, br, gzip, headers: {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    vary: 'accept-encoding', 'x-content-type-options': 'nosniff', ...headers,
  }};
}

/** What an answer carries that is no file. */
export const bare = {'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'"} as const;

type Scripts = Record<string, {entry: boolean}>;

/** The built widgets: open to every origin; what carries a hash in its name never changes, an entry may within a minute. */
export function widgetFiles(folder: string): Map<string, File> {
  const names = new Set(readdirSync(folder));
  const scripts = JSON.parse(readFileSync(`${folder}integrity.json`, 'utf8')) as Scripts;
  const read = (name: string) => (names.has(name) ? readFileSync(folder + name) : undefined);
  const files = new Map<string, File>();
  for (const name of names) {
    if (!/\.(?:js|map|json)$/.test(name)) continue;
    const hashed = scripts[name.replace(/\.map$/, '')]?.entry === false;
    files.set(`/widgets/${name}`, file(name, readFileSync(folder + name), {
      'cache-control': hashed ? forever : minute, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin',
    }, {br: read(`${name}.br`), gzip: read(`${name}.gz`)}));
  }
  return files;
}

/** What the demonstration pages load besides. */
export function demoFiles(folder: string): Map<string, File> {
  return new Map(readdirSync(folder).map((name) => [`/demo/${name}`, file(name, readFileSync(folder + name), {'cache-control': minute})]));
}

const accepted = (request: Request): string[] =>
  (request.headers.get('accept-encoding') ?? '').split(',').filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]?.trim() ?? '');

/** The answer to a read of a file. `HEAD` gets the headers alone. */
export function answer(found: File, request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, {status: 405, headers: {...bare, allow: 'GET, HEAD'}});
  const known = request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === found.headers['etag']);
  if (known) return new Response(null, {status: 304, headers: found.headers});
  const encoding = accepted(request).includes('br') ? 'br' : accepted(request).includes('gzip') ? 'gzip' : undefined;
  const bytes = (encoding && found[encoding]) ?? found.bytes;
  const headers = {...found.headers, 'content-length': String(bytes.length), ...(encoding && {'content-encoding': encoding})};
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {headers});
}
