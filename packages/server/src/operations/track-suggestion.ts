import type {Schema} from '@shurkum/contract';
import {proposalView} from '../acts/proposal-view.ts';
import {isKnown} from '../domain/proposal.ts';
import {parseReference} from '../domain/reference.ts';
import {Refusal} from '../domain/refusal.ts';
import {sameText} from '../identity/keys.ts';
import {trackingSecret} from '../identity/tracking.ts';
import {instant} from '../replies/comment-json.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {proposalByKey} from '../store/proposals.ts';
import {lookedUp} from '../store/suggestions.ts';
import type {Free} from './operation.ts';

/** Has the form of a reference and is none. */
const nowhere = '0000-0000-0000';

function* standing(space: Space, reference: string, hasSecret: boolean, now: number): Act<string> {
  const found = yield* lookedUp.first({space: space.id, reference});
  const own = hasSecret && found?.guest === 1;
  const row = found && (own || isKnown(found)) ? yield* proposalByKey.first({key: found.key}) : undefined;
  if (!row) throw new Refusal('not-found');
  return yield* proposalView(space, row, own ? 'author' : 'everybody', now);
}

/**
 * Whatever is asked, the same is done: a secret is computed and compared, and a reference is looked up. So neither the answer
 * nor the time it takes tells a reference that is not there from one that is hidden, nor what is wrong with it.
 */
export const trackSuggestion: Free<'trackSuggestion'> = {
  kind: 'free',
  async answer({services, hmac, space, now, tryOnce, body: {reference: typed, secret = ''}}) {
    const giveBack = tryOnce();
    const reference = parseReference(typed) ?? nowhere;
    const hasSecret = sameText(await trackingSecret(hmac, space, reference), secret);
    const suggestion = await services.store.read(() => standing(space, reference, hasSecret, now));
    giveBack();
    const more: Omit<Schema<'TrackedSuggestion'>, 'suggestion'> = {display: space.display, languages: [...space.languages], now: instant(now)};
    return {status: 200, json: `{"suggestion":${suggestion},${JSON.stringify(more).slice(1)}`};
  },
};
