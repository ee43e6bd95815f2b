import {knownProposal} from '../acts/proposals.ts';
import {proposalView} from '../acts/proposal-view.ts';
import {isKnown, proposalThread} from '../domain/proposal.ts';
import {parseReference} from '../domain/reference.ts';
import {dayOf, nextMidnight} from '../domain/working-days.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {proposalVersion} from '../store/proposal-reads.ts';
import type {PublicRead} from './operation.ts';

/** Null: nobody may know of it, or it was asked for in one of its many other spellings, and nothing is kept. */
export function* versionOf(space: Space, typed: string): Act<string | null> {
  if (parseReference(typed) !== typed) return null;
  const row = yield* proposalVersion.first({space: space.id, reference: typed, thread: proposalThread(typed)});
  return row && isKnown(row) ? `${space.version}.${row.revision}.${row.supports}.${row.published ?? 0}` : null;
}

export const getProposal: PublicRead<'getProposal'> = {
  kind: 'public',
  *version({space, now, path}) {
    const version = yield* versionOf(space, path.reference);
    return version && `${version}.${dayOf(now, space.display.timeZone)}`;
  },
  *answer({space, now, path}) {
    const row = yield* knownProposal(space, path.reference);
    const {display, languages} = space;
    return {
      json: `{"proposal":${yield* proposalView(space, row, 'everybody', now)},"display":${JSON.stringify(display)},"languages":${JSON.stringify(languages)}}`,
      stampNow: true, until: nextMidnight(now, display.timeZone),
    };
  },
};
