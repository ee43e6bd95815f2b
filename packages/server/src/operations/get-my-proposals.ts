import type {Schema} from '@shurkum/contract';
import {ownOf, supportedOf} from '../store/proposal-reads.ts';
import type {PersonalRead} from './operation.ts';

export const getMyProposals: PersonalRead<'getMyProposals'> = {
  kind: 'personal',
  prepare: ({space, person, query: {reference: asked}}) => function* act() {
    const place = {space: space.id, person: person.key};
    const [supported, own] = [yield* supportedOf(asked, place), yield* ownOf(asked, place)].map((rows) => rows.map(({reference}) => reference));
    const mine: Schema<'MyProposals'> = {supported: supported ?? [], own: own ?? []};
    return JSON.stringify(mine);
  },
};
