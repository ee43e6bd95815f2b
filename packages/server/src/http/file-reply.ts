/** A file on its way to be saved: never shown in place, never taken for another type, never a page of the API's origin. */
import {Refusal} from '../domain/refusal.ts';
import type {FileStore} from '../files/file-store.ts';
import type {FoundFile} from '../operations/operation.ts';
import {secured} from './headers.ts';
import {cacheControl, matches} from './public-reply.ts';

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
/** RFC 8187: what `encodeURIComponent` leaves and an attribute may not hold is escaped too. */
const extended = (name: string) => encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, escaped);

const extensions: Record<string, RegExp> = {
  'image/png': /\.png$/i, 'image/jpeg': /\.jpe?g$/i, 'image/webp': /\.webp$/i, 'application/pdf': /\.pdf$/i,
};
const endings: Record<string, string> = {'image/png': '.png', 'image/jpeg': '.jpg', 'image/webp': '.webp', 'application/pdf': '.pdf'};

/** The name it had, without folders, direction marks or an ending that is not its type's: what is saved says what it is. */
function savedAs({name, type}: FoundFile): string {
  const plain = name.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '').replace(/[/\\:*?"<>|]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '') || 'file';
  return extensions[type]?.test(plain) ? plain : `${plain}${endings[type] ?? ''}`;
}

type FileRequest = {request: Request; now: number; cors: Record<string, string>; shared: boolean};

export async function fileReply(files: FileStore | undefined, found: FoundFile, {request, now, cors, shared}: FileRequest): Promise<Response> {
  const etag = `"${found.id}"`;
  const headers = {
    ...secured, ...cors, etag, 'cache-control': shared ? cacheControl(null, now) : 'no-store', 'content-type': found.type,
    'content-disposition': `attachment; filename*=UTF-8''${extended(savedAs(found))}`,
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (shared && matches(request.headers.get('if-none-match'), etag)) return new Response(null, {status: 304, headers});
  const bytes = await files?.get(found.id);
  if (!bytes) throw new Refusal('not-found');
  return new Response(bytes, {status: 200, headers: {...headers, 'content-length': String(bytes.byteLength)}});
}
