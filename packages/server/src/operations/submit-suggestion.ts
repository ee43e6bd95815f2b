import type {Schema} from '@shurkum/contract';
import {beginFollowing, newFollower} from '../acts/followers.ts';
import {placeSuggestion} from '../acts/place-suggestion.ts';
import {trackingSecret} from '../identity/tracking.ts';
import {instant} from '../replies/comment-json.ts';
import {agencyOf} from '../replies/proposal-json.ts';
import type {Space} from '../spaces.ts';
import type {ProposalRow} from '../store/proposals.ts';
import type {Write} from './operation.ts';

function receiptOf(space: Space, row: ProposalRow, answerWithin: number | null): Schema<'Receipt'> {
  return {
    reference: row.reference, secret: null, kind: row.kind as Schema<'Kind'>, public: row.public === 1, receivedAt: instant(row.created_at),
    dueOn: row.due_on, answerWithin, agency: agencyOf(space, row.agency), now: instant(row.created_at),
  };
}

export const submitSuggestion: Write<'submitSuggestion'> = {
  kind: 'write',
  async prepare({services, hmac, space, person, path: {formId}, body}) {
    const {email, language} = body;
    const follower = email === undefined ? undefined : await newFollower({services, hmac, space, person: person.key, email, language});
    return {
      *act(now) {
        const {form, row} = yield* placeSuggestion({services, space, person, formId, suggestion: body, now});
        if (follower) yield* beginFollowing(row, follower, now);
        return {status: 201, json: JSON.stringify(receiptOf(space, row, form.answerWithin))};
      },
      async finish(json) {
        if (person.level !== 'guest') return json;
        const receipt = JSON.parse(json) as Schema<'Receipt'>;
        return JSON.stringify({...receipt, secret: await trackingSecret(hmac, space, receipt.reference)} satisfies Schema<'Receipt'>);
      },
    };
  },
};
