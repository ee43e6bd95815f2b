/**
 * Takes messages from the outbox to the mailer, in any number of processes. A message is claimed by putting its due time ahead, so
 * no other process takes it, and it comes back by itself where the process that claimed it dies. While nothing can be sent,
 * everything waits.
 */
import {confirmWithin, followerToken} from '../acts/followers.ts';
import type {Purpose} from '../acts/followers.ts';
import {expandNotice} from '../acts/notices.ts';
import {isGone, isKnown} from '../domain/proposal.ts';
import {webHmac} from '../identity/keys.ts';
import type {Services} from '../services.ts';
import {spaceReader} from '../spaces.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findFollower, forgetPending} from '../store/followers.ts';
import type {FollowerRow} from '../store/followers.ts';
import {claimMessage, dropMessage, dropMessagesTo, dueMessages, forgetMessages, oldestNotice, putOff, settleMessage} from '../store/outbox.ts';
import type {OutboxRow} from '../store/outbox.ts';
import {findUpdate, proposalByKey} from '../store/proposals.ts';
import type {ProposalRow, UpdateRow} from '../store/proposals.ts';
import {letterOf} from './letter.ts';
import type {Letter} from './letter.ts';
import {Refused} from './mailer.ts';
import type {Mail, Mailer} from './mailer.ts';
import {htmlOf, subjectOf, textOf} from './render.ts';
import type {Told} from './words.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Longer than any message takes. */
const claimedFor = 5 * minute;
/** After a refusal of one message; one that is refused for good is tried again too, as the fault may be ours, but not for ever. */
const again = [minute, 10 * minute, 60 * minute, 6 * 60 * minute, day];
/** For so long the outbox keeps what cannot be sent, and remembers what was. */
const waitsFor = 30 * day;
const rememberedFor = 90 * day;
const batch = 20;
const lanes = 4;

export type PostOfficeOptions = {
  services: Pick<Services, 'store' | 'clock' | 'log' | 'hmac'>;
  /** Null: nothing is sent, and the outbox keeps it. */
  mailer: Mailer | null;
  /** Where the links lead: the origin the site is reached at. */
  origin: string;
};

export type PostOffice = {
  /** Sends what is due, until it is told to end; false where the mailer cannot be reached now. */
  round: (ends?: () => boolean) => Promise<boolean>;
};

type Found = {follower: FollowerRow; proposal: ProposalRow; update: UpdateRow | undefined};

function* findSubject(row: OutboxRow): Act<Found | undefined> {
  const follower = yield* findFollower.first({id: row.follower});
  const proposal = follower && (yield* proposalByKey.first({key: follower.proposal}));
  if (!proposal) return undefined;
  const update = row.mail === 'update' ? yield* findUpdate.first({id: row.update_id}) : undefined;
  // What was told of one proposal goes on to be about it, also where its followers have gone to another since.
  const subject = update && update.proposal !== proposal.key ? yield* proposalByKey.first({key: update.proposal}) : proposal;
  return subject && {follower, proposal: subject, update};
}

/** What the message is, if it may still be sent: somebody follows, and may know it. */
function toldBy(row: OutboxRow, {follower, proposal, update}: Found): Told | undefined {
  if (row.mail === 'confirm') return follower.state === 'pending' ? 'confirm' : undefined;
  if (follower.state !== 'confirmed' || (!isKnown(proposal) && follower.person !== proposal.author)) return undefined;
  const gone = isGone(proposal.visibility);
  // Whoever confirms late is told how it stands by then.
  if (row.mail === 'received') return gone || proposal.visibility === 'rejected' ? proposal.visibility as Told : 'received';
  return update && (!gone || update.kind === proposal.visibility) ? update.kind as Told : undefined;
}

function linksOf(origin: string, space: Space, tokens: Record<Purpose, string>) {
  const link = (purpose: Purpose) => (language: string) => `${origin}/follow/${space.id}/${purpose}?lang=${language}&token=${tokens[purpose]}`;
  return {confirm: link('confirm'), stop: link('stop')};
}

async function mailOf(row: OutboxRow, letter: Letter, to: string, origin: string): Promise<Mail> {
  return {
    to, subject: subjectOf(letter), text: textOf(letter), html: await htmlOf(letter),
    // The same for every try, so that a mailbox that gets it twice knows it again.
    messageId: `<${row.created_at.toString(36)}.${row.key}.${row.follower}@${new URL(origin).hostname}>`,
    headers: {
      'List-Unsubscribe': `<${letter.stop.href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': letter.words.language,
    },
  };
}

type Desk = PostOfficeOptions & {spaceOf: (id: string) => Promise<Space | undefined>; now: () => number};

async function compose({services: {store, hmac = webHmac}, origin, spaceOf}: Desk, row: OutboxRow): Promise<Mail | undefined> {
  const found = await store.read(() => findSubject(row));
  const told = found && toldBy(row, found);
  const space = await spaceOf(row.space);
  if (!told || !space) return undefined;
  const {follower, proposal, update = null} = found;
  const tokens = {confirm: await followerToken(hmac, space, 'confirm', follower.id), stop: await followerToken(hmac, space, 'stop', follower.id)};
  const letter = letterOf({space, follower, proposal, told, update, links: linksOf(origin, space, tokens)});
  return mailOf(row, letter, follower.address, origin);
}

/** Puts the message off, or gives it up. What is said of it names nobody: what a server answers often quotes the address. */
async function failed({services: {store, log}, now}: Desk, {key, attempts}: OutboxRow, error: unknown): Promise<boolean> {
  const refused = error instanceof Refused;
  log({level: 'error', message: 'mail not sent', error: refused ? `SMTP ${error.status}` : (error as {code?: string}).code ?? 'unknown'});
  if (refused && error.forGood && attempts > again.length) await store.write(() => settleMessage.all({key, state: 'failed', now: now()}));
  else await store.write(() => putOff.all({key, due: now() + (refused ? again[attempts - 1] ?? day : Math.min(attempts, 60) * 1000)}));
  return refused;
}

/** False where nothing can be sent now. */
async function deliver(desk: Desk, mailer: Mailer, {key, due_at}: OutboxRow): Promise<boolean> {
  const {services: {store}, now} = desk;
  const row = await store.write(() => claimMessage.first({key, due: due_at, until: now() + claimedFor}));
  if (!row) return true;
  const mail = await compose(desk, row);
  if (!mail) {
    await store.write(() => dropMessage.all({key}));
    return true;
  }
  try {
    await mailer.send(mail);
  } catch (error) { return failed(desk, row, error); }
  await store.write(() => settleMessage.all({key, state: 'sent', now: now()}));
  return true;
}

/** Sends what is due, a few at a time, until nothing is left or nothing can be sent. */
async function deliverAll(desk: Desk, mailer: Mailer, ends: () => boolean): Promise<boolean> {
  for (;;) {
    const due = await desk.services.store.peek(() => dueMessages.all({now: desk.now(), limit: batch}));
    if (!due.length) return true;
    let open = true;
    const lane = async () => {
      for (let row = due.shift(); row && open && !ends(); row = due.shift()) open = await deliver(desk, mailer, row) && open;
    };
    await Promise.all(Array.from({length: lanes}, lane));
    if (!open || ends()) return open;
  }
}

function* forget(now: number): Act<void> {
  const forgotten = yield* forgetPending.all({before: now - confirmWithin});
  for (const {id} of forgotten) yield* dropMessagesTo.all({follower: id});
  yield* forgetMessages.all({waitingBefore: now - waitsFor, settledBefore: now - rememberedFor});
}

export function postOffice(options: PostOfficeOptions): PostOffice {
  const {services: {store, clock}, mailer} = options;
  const desk: Desk = {...options, spaceOf: spaceReader(store), now: () => clock().getTime()};
  let cleaned = 0;
  return {
    async round(ends = () => false) {
      if (desk.now() - cleaned > 60 * minute) {
        cleaned = desk.now();
        await store.write(() => forget(cleaned));
      }
      while (await store.peek(() => oldestNotice.first({}))) await store.write(() => expandNotice(desk.now()));
      return !mailer || deliverAll(desk, mailer, ends);
    },
  };
}
