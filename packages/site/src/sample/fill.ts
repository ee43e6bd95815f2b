/**
 * What a newcomer finds: one space, two discussions, eight polls. Written through the server's own operations, by guests
 * of its own making, so that every number shown is a number counted.
 */
import {createPoll, createSpace, publishOutcome, readSpace} from '@shurkum/server';
import type {PollDefinition, Services} from '@shurkum/server';
import {answer, sequence} from './ballots.ts';
import {Participants} from './participants.ts';
import {policy} from './policy.ts';
import {agency, samplePolls} from './polls.ts';
import type {SamplePoll} from './polls.ts';
import {fillThread} from './thread.ts';
import {arabicThread} from './thread-ar.ts';
import {englishThread} from './thread-en.ts';

const space = 'default';
const zone = 'Asia/Muscat';
const day = 24 * 3_600_000;

export const isFilled = async ({store}: Services): Promise<boolean> => (await readSpace(store, space)) !== undefined;

async function fillSpace({store}: Services, origins: string[]): Promise<void> {
  await createSpace(store, {
    id: space, name: agency, languages: ['ar', 'en'], origins, guests: true,
    display: {timeZone: zone, languages: {ar: {numberingSystem: 'arab', calendar: 'gregory'}, en: {numberingSystem: 'latn', calendar: 'gregory'}}},
    threads: {state: 'open', policy, accept: ['[^\\p{Cc}]{1,512}']},
  });
}

function definition(poll: SamplePoll, now: number): PollDefinition {
  const at = (days: number) => new Date(now + days * day).toISOString();
  const {id, title, asker, question, resultRule, changeable = false, quorum = null} = poll;
  return {
    id, title, asker, resultRule, changeable, quorum, guests: true, timeZone: zone,
    questions: [{...question, id: 'q1', text: question.text ?? title}],
    opensAt: at(poll.opens), closesAt: poll.closes === null ? null : at(poll.closes),
  };
}

/** Everybody votes once, at moments spread over the time the poll has been open. */
async function fillPoll(services: Services, poll: SamplePoll, now: number): Promise<void> {
  await createPoll(services.store, space, definition(poll, now));
  const next = sequence(poll.id.length * 7919 + poll.people);
  const last = Math.min(poll.closes ?? 0, 0);
  const people = new Participants(services, space);
  for (let voter = 0; voter < poll.people; voter += 1) {
    const at = now + (poll.opens + (last - poll.opens) * ((voter + 0.5) / poll.people)) * day;
    await people.act(at, 'PUT', `/polls/${poll.id}/ballot`, {answers: [{questionId: 'q1', ...answer(poll, next)}]});
  }
  if (!poll.outcome) return;
  const date = new Date(now + poll.outcome.days * day).toISOString();
  await publishOutcome({...services, clock: () => new Date(date)}, space, poll.id, {date, agency, text: poll.outcome.text});
}

/** Fills a new store. `origins`: whose pages may use the space, besides the server's own. */
export async function fillSample(services: Services, origins: string[]): Promise<void> {
  const now = services.clock().getTime();
  await fillSpace(services, origins);
  for (const thread of [arabicThread, englishThread]) await fillThread(services, space, thread, now);
  for (const poll of samplePolls) await fillPoll(services, poll, now);
}
