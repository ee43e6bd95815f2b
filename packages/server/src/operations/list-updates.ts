import {knownProposal} from '../acts/proposals.ts';
import {updatePage} from '../acts/proposal-view.ts';
import {pageJson} from '../replies/comment-json.ts';
import {versionOf} from './get-proposal.ts';
import type {PublicRead} from './operation.ts';

export const listUpdates: PublicRead<'listUpdates'> = {
  kind: 'public',
  version: ({space, path}) => versionOf(space, path.reference),
  *answer({space, path, query: {cursor, limit = 20}}) {
    const row = yield* knownProposal(space, path.reference);
    const {items, nextCursor} = yield* updatePage(space, row, 'everybody', {cursor, limit});
    return {json: pageJson(items, nextCursor)};
  },
};
