/**
 * What a newcomer finds: one space, two discussions, eight polls, a form for ideas and what became of sixteen. Written through the server's own operations, by guests
 * of its own making, so that every number shown is a number counted.
 */
import {createPoll, createSpace, publishOutcome, readSpace} from '@shurkum/server';
import type {PollDefinition, Services} from '@shurkum/server';
import {answer, sequence} from './ballots.ts';
import {Participants} from './participants.ts';
import {policy} from './policy.ts';
import {agency, samplePolls} from './polls.ts';
import type {SamplePoll} from './polls.ts';
import {fillProposals, proposalSettings} from './proposals.ts';
import {arabicProposals} from './proposals-ar.ts';
import {englishProposals} from './proposals-en.ts';
import {fillThread} from './thread.ts';
import {arabicThread} from './thread-ar.ts';
import {englishThread} from './thread-en.ts';

const space = 'default';
const zone = 'Asia/Muscat';
const hour = 3_600_000, day = 24 * hour;

/** A moment `days` from now, at an hour (UTC) at which an authority opens or closes something. */
const moment = (now: number, days: number, at: number): number => Math.floor((now + days * day) / day) * day + at * hour;

export const isFilled = async ({store}: Services): Promise<boolean> => (await readSpace(store, space)) !== undefined;

/** Gives false where another process was quicker. */
async function fillSpace(services: Services, origins: string[], home: string | undefined): Promise<boolean> {
  const made = createSpace(services.store, {
    id: space, name: agency, languages: ['ar', 'en'], origins, guests: true,
    display: {timeZone: zone, languages: {ar: {numberingSystem: 'arab', calendar: 'gregory'}, en: {numberingSystem: 'latn', calendar: 'gregory'}}},
    threads: {state: 'open', policy, accept: ['[^\\p{Cc}]{1,512}']},
    ...proposalSettings, ...(home && {proposalUrl: `${home}/demo/proposals-ar.html#proposals?reference={reference}`}),
  });
  return made.then(() => true, async (failure: unknown) => {
    if (await isFilled(services)) return false;
    throw failure;
  });
}

function definition(poll: SamplePoll, now: number): PollDefinition {
  const {id, title, asker, question, resultRule, changeable = false, quorum = null} = poll;
  return {
    id, title, asker, resultRule, changeable, quorum, guests: true, timeZone: zone,
    questions: [{...question, id: 'q1', text: question.text ?? title}],
    opensAt: new Date(moment(now, poll.opens, 4)).toISOString(),
    closesAt: poll.closes === null ? null : new Date(moment(now, poll.closes, 10)).toISOString(),
  };
}

/** Everybody votes once, at moments spread over the time the poll has been open. */
async function fillPoll(services: Services, poll: SamplePoll, now: number): Promise<void> {
  await createPoll(services.store, space, definition(poll, now));
  const next = sequence(poll.id.length * 7919 + poll.people);
  const first = moment(now, poll.opens, 4), last = Math.min(poll.closes === null ? now : moment(now, poll.closes, 10), now);
  const people = new Participants(services, space);
  for (let voter = 0; voter < poll.people; voter += 1) {
    const at = first + (last - first) * ((voter + 0.5) / poll.people);
    await people.act(at, 'PUT', `/polls/${poll.id}/ballot`, {answers: [{questionId: 'q1', ...answer(poll, next)}]});
  }
  if (!poll.outcome) return;
  const date = new Date(moment(now, poll.outcome.days, 6)).toISOString();
  await publishOutcome({...services, clock: () => new Date(date)}, space, poll.id, {date, agency, text: poll.outcome.text});
}

/** Fills a new store. `origins`: whose pages may use the space, besides the server's own; `home`: where the demonstration is, as far as that is known. */
export async function fillSample(services: Services, origins: string[], home?: string): Promise<void> {
  const now = services.clock().getTime();
  if (!await fillSpace(services, origins, home)) return;
  for (const thread of [arabicThread, englishThread]) await fillThread(services, space, thread, now);
  for (const poll of samplePolls) await fillPoll(services, poll, now);
  await fillProposals(services, space, [['ar', arabicProposals], ['en', englishProposals]], new Participants(services, space), now);
}
