import type {Schema} from '@shurkum/contract';
import {filesInForm} from '../domain/form.ts';
import {Refusal} from '../domain/refusal.ts';
import {digestOf} from '../files/digest.ts';
import {kindOf} from '../files/kind.ts';
import {keyedId} from '../identity/keys.ts';
import type {Act} from '../store/act.ts';
import {countUnused, findAttachment, insertAttachment} from '../store/attachments.ts';
import type {AttachmentRow} from '../store/attachments.ts';
import type {Write} from './operation.ts';

/** The row comes first, so that a file whose upload never ended is found and removed. */
function* announced(row: AttachmentRow): Act<void> {
  const {space, person, id} = row;
  if (yield* findAttachment.first({space, id})) return;
  const {count} = (yield* countUnused.first({space, person})) ?? {count: 0};
  if (count >= filesInForm) throw new Refusal('too-many-requests', [{pointer: '', code: 'maxFiles', limit: filesInForm}], 60 * 60);
  yield* insertAttachment.all(row);
}

export const uploadAttachment: Write<'uploadAttachment'> = {
  kind: 'write',
  async prepare({services: {store, files, clock}, hmac, space, person, key, query: {name}, body}) {
    if (!files) throw new Refusal('not-found');
    const {type, width, height} = kindOf(body);
    // The same upload again is the same file under the same id, also where its first answer was lost.
    const id = await keyedId(hmac, space.voterSecret, JSON.stringify(['attachment', space.id, person.key, key, await digestOf(body)]));
    const shown: Schema<'Attachment'> = {id, name, type, bytes: body.byteLength, width, height};
    await store.write(() => announced({...shown, space: space.id, person: person.key, proposal: null, field: null, created_at: clock().getTime()}));
    await files.put(id, body);
    // Everything is done; the answer is kept.
    return {*act() { return {status: 201, json: JSON.stringify(shown)}; }};
  },
};
