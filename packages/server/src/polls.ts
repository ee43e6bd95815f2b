/** Setting up a poll: what an authority declares before anybody votes. */
import {countedOptions} from './domain/tally.ts';
import {choices} from './domain/ballot.ts';
import type {PollDefinition, Question} from './domain/poll.ts';
import type {Act} from './store/act.ts';
import {insertCount, insertPoll} from './store/polls.ts';
import type {Store} from './store/store.ts';

const agreement = ['yes', 'no', 'abstain'] as const;
const labels: Record<(typeof agreement)[number], Record<string, string>> = {
  yes: {ar: 'موافق', en: 'Agree'}, no: {ar: 'غير موافق', en: 'Disagree'}, abstain: {ar: 'ممتنع', en: 'Abstain'},
};

/** A question with everything said that its kind leaves open: options, fewest and most, the scale. */
function settled(question: Question): Question {
  const {kind} = question;
  if (kind === 'rating') return {...question, options: [], scale: question.scale ?? {min: 1, max: 5}};
  if (kind === 'yes-no-abstain') {
    const own = new Map(question.options.map((option) => [option.id, option]));
    return {...question, options: agreement.map((id) => own.get(id) ?? {id, label: labels[id]})};
  }
  return kind === 'multiple' || kind === 'ranking' ? {...question, ...choices(question)} : question;
}

function check({id, questions, opensAt, closesAt}: PollDefinition): void {
  const fault = (why: string) => new Error(`Poll “${id}”: ${why}.`);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) throw fault('this is not an id of a poll');
  if (!questions.length || new Set(questions.map((question) => question.id)).size < questions.length) throw fault('its questions need ids of their own');
  for (const {kind, options, points} of questions) {
    if (kind !== 'rating' && options.length < 2) throw fault('a question needs at least two options');
    if (new Set(options.map((option) => option.id)).size < options.length) throw fault('options need ids of their own');
    if (kind === 'points' && !points) throw fault('points must be given out');
  }
  if (closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt)) throw fault('it closes before it opens');
}

export function* placePoll(space: string, definition: PollDefinition, now: number): Act<number> {
  const questions = definition.questions.map(settled);
  check({...definition, questions});
  const row = yield* insertPoll.first({
    space, id: definition.id, definition: JSON.stringify({...definition, questions}), opens_at: Date.parse(definition.opensAt),
    closes_at: definition.closesAt === null ? null : Date.parse(definition.closesAt), result_rule: definition.resultRule,
    released: 0, outcome: null, people: 0, sequence: 0, version: 1, created_at: now,
  });
  const poll = row?.key ?? 0;
  for (const question of questions) {
    for (const option of countedOptions(question)) yield* insertCount.all({poll, question: question.id, option});
  }
  return poll;
}

/** Makes a poll. Throws where the id is taken or the definition contradicts itself. */
export async function createPoll(store: Store, space: string, definition: PollDefinition, now = Date.now()): Promise<void> {
  await store.write(() => placePoll(space, definition, now));
}
