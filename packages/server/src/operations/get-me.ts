import type {Schema} from '@shurkum/contract';
import type {PersonalRead} from './operation.ts';

export const getMe: PersonalRead<'getMe'> = {
  kind: 'personal',
  prepare: ({person: {level, name}}) => function* act() {
    const me: Schema<'Me'> = {level, name};
    return JSON.stringify(me);
  },
};
