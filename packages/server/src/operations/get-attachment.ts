import {toForm} from '../acts/forms.ts';
import {Refusal} from '../domain/refusal.ts';
import {publishedAttachment} from '../store/attachments.ts';
import type {FileRead} from './operation.ts';

export const getAttachment: FileRead<'getAttachment'> = {
  kind: 'file',
  *find({space, path}) {
    const found = yield* publishedAttachment.first({space: space.id, id: path.attachmentId});
    const field = found && toForm(found.definition).fields.find(({id}) => id === found.field);
    if (!found || !field?.public) throw new Refusal('not-found');
    return found;
  },
};
