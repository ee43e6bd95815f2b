/**
 * Who follows a proposal by an e-mail address. Nothing is sent to an address before somebody confirmed it by the link of the one
 * message that asks. The links' tokens are a follower's id and its keyed hash: nothing secret is stored, and a link holds as
 * long as what it is for.
 */
import type {Schema} from '@shurkum/contract';
import {Refusal} from '../domain/refusal.ts';
import {isPublished} from '../domain/proposal.ts';
import {keyedId, sameText} from '../identity/keys.ts';
import type {Hmac} from '../identity/keys.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {
  askAgain, askedLately, confirmMoved, eraseFollower, findFollower, followerBy, insertFollower, moveFollowers, questionsTo, setConfirmed,
} from '../store/followers.ts';
import type {FollowerRow} from '../store/followers.ts';
import {dropMessagesTo, putInOutbox} from '../store/outbox.ts';
import {proposalByKey} from '../store/proposals.ts';
import type {ProposalRow} from '../store/proposals.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** How often one person may ask in a day, and how many messages that ask one address may get in a day, whoever asks. */
const asksADay = 10;
const questionsADay = 5;
/** For so long an address is kept that nobody confirms. */
export const confirmWithin = 7 * day;

export type NewFollower = {id: string; person: string; address: string; addressKey: string; language: string | null};
type Asking = {services: Services; hmac: Hmac; space: Space; person: string; email: string; language?: string | undefined};

/** What has to be computed before the act. The host of an address is the same in any case; hardly anyone has two mailboxes that differ by case alone. */
export async function newFollower({services, hmac, space, person, email, language}: Asking): Promise<NewFollower> {
  const at = email.lastIndexOf('@');
  const address = email.slice(0, at) + email.slice(at).toLowerCase();
  const addressKey = await keyedId(hmac, space.voterSecret, `address:${email.toLowerCase()}`);
  return {id: services.newId(), person, address, addressKey, language: language ?? null};
}

/** The follower's row, if a message that asks may go to it now. */
function* askable(proposal: number, {id, person, address, addressKey, language}: NewFollower, now: number): Act<string | undefined> {
  const found = yield* followerBy.first({proposal, addressKey});
  if (!found) {
    const row = {id, proposal, person, address, address_key: addressKey, language, state: 'pending', asked_at: now, created_at: now};
    return (yield* insertFollower.first(row)) && id;
  }
  if (found.state !== 'pending' || found.asked_at > now - hour) return undefined;
  yield* askAgain.all({id: found.id, language, now});
  return found.id;
}

/** An address asks to follow. Whether it does already, or was asked just now, makes no difference that anybody could see. */
export function* beginFollowing(proposal: Pick<ProposalRow, 'key' | 'space'>, follower: NewFollower, now: number): Act<void> {
  const id = yield* askable(proposal.key, follower, now);
  if (id === undefined) return;
  const asked = yield* questionsTo.all({addressKey: follower.addressKey, since: now - day, limit: questionsADay});
  if (asked.length >= questionsADay) return;
  yield* putInOutbox.all({space: proposal.space, follower: id, updateId: `confirm-${now}`, mail: 'confirm', now});
}

/** @throws Refusal where this person has asked too often. */
export function* checkAsking(space: Space, person: string, now: number): Act<void> {
  const asked = yield* askedLately.all({space: space.id, person, since: now - day, limit: asksADay});
  if (asked.length >= asksADay) throw new Refusal('too-many-requests');
}

export type Purpose = 'confirm' | 'stop';
const signature = (hmac: Hmac, space: Space, purpose: Purpose, id: string) =>
  keyedId(hmac, space.voterSecret, `follower:${purpose}:${id}`);

/** What stands in a message's link. From the secret that never rotates: a link to stop must hold for years. */
export const followerToken = async (hmac: Hmac, space: Space, purpose: Purpose, id: string): Promise<string> =>
  id + await signature(hmac, space, purpose, id);

/** The follower a token is for. @throws Refusal for any other text. */
export async function followerOf(hmac: Hmac, space: Space, purpose: Purpose, token: string): Promise<string> {
  const id = token.slice(0, 22);
  if (!sameText(token.slice(22), await signature(hmac, space, purpose, id))) throw new Refusal('not-found');
  return id;
}

function* subjectOf({proposal}: FollowerRow): Act<ProposalRow> {
  const row = yield* proposalByKey.first({key: proposal});
  if (!row) throw new Refusal('not-found');
  return row;
}

/** An address may have been given by somebody else, so what nobody reviewed is not shown to whoever opens the link. */
const told = (row: ProposalRow, following: boolean): Schema<'Following'> =>
  ({following, reference: row.reference, title: isPublished(row) ? row.title : null});

/** An author hears at once what was received: whoever follows something else reads it where it stands. */
export function* confirmFollower(space: Space, id: string, now: number): Act<Schema<'Following'>> {
  const follower = yield* findFollower.first({id});
  if (!follower || follower.state === 'stopped') throw new Refusal('not-found');
  const proposal = yield* subjectOf(follower);
  const confirmed = yield* setConfirmed.first({id});
  if (confirmed && follower.person === proposal.author) {
    yield* putInOutbox.all({space: space.id, follower: id, updateId: 'received', mail: 'received', now});
  }
  return told(proposal, true);
}

/** Erases the address, also where a merge left it: nobody has to stop twice. */
export function* stopFollower(id: string): Act<Schema<'Following'>> {
  const follower = yield* findFollower.first({id});
  if (!follower) throw new Refusal('not-found');
  const subject = yield* subjectOf(follower);
  for (let proposal: ProposalRow | undefined = subject; proposal && follower.state !== 'stopped';) {
    const there = yield* followerBy.first({proposal: proposal.key, addressKey: follower.address_key});
    if (there) {
      yield* eraseFollower.all({id: there.id});
      yield* dropMessagesTo.all({follower: there.id});
    }
    proposal = proposal.merged_into === null ? undefined : yield* proposalByKey.first({key: proposal.merged_into});
  }
  return told(subject, false);
}

/** Followers go with a proposal that is merged into another, each once. */
export function* mergeFollowers(from: number, into: number): Act<void> {
  yield* confirmMoved.all({from, into});
  yield* moveFollowers.all({from, into});
}
