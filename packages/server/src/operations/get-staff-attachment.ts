import {Refusal} from '../domain/refusal.ts';
import {findAttachment} from '../store/attachments.ts';
import type {FileRead} from './operation.ts';

export const getStaffAttachment: FileRead<'getStaffAttachment'> = {
  kind: 'file',
  *find({space, path}) {
    const found = yield* findAttachment.first({space: space.id, id: path.attachmentId});
    if (found?.proposal == null) throw new Refusal('not-found');
    return found;
  },
};
