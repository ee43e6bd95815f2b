import {FormDefinition as acceptsForm, PollDefinition as acceptsPoll, SpaceDefinition as acceptsSpace} from '@shurkum/contract/definitions';
import {createForm} from '../../forms.ts';
import {createPoll} from '../../polls.ts';
import {faultOf} from '../../domain/form.ts';
import type {FormDefinition} from '../../domain/form.ts';
import type {PollDefinition} from '../../domain/poll.ts';
import {createSpace, readSpace} from '../../spaces.ts';
import type {SpaceDefinition} from '../../spaces.ts';
import {findForm} from '../../store/forms.ts';
import {findPoll} from '../../store/polls.ts';
import {spaceOf, withStore, wordsOf} from '../context.ts';
import {definitionOf} from '../input.ts';
import {Refusal} from '../refusal.ts';

/** What a definition may contradict beyond its schema is said by whoever makes it; here it gets the file's name. */
async function made(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new Refusal(`${file}: ${error.message}`) : error;
  }
}

export async function createSpaceFrom(args: string[]): Promise<string> {
  const [file = ''] = wordsOf(args, {}, 1, 'create space FILE').positionals;
  const definition = definitionOf<SpaceDefinition>(file, acceptsSpace);
  await withStore(async (store) => {
    if (await readSpace(store, definition.id)) throw new Refusal(`There is a space “${definition.id}” already.`);
    await made(file, () => createSpace(store, definition));
  });
  return `Space “${definition.id}” is ready at /v1/${definition.id}`;
}

export async function createPollFrom(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 1, 'create poll FILE [--space ID]');
  const [file = ''] = words.positionals;
  const given = definitionOf<Partial<PollDefinition>>(file, acceptsPoll) as PollDefinition;
  const definition: PollDefinition = {
    ...given, asker: given.asker ?? null, closesAt: given.closesAt ?? null, changeable: given.changeable ?? false, guests: given.guests ?? true,
    quorum: given.quorum ?? null, questions: given.questions.map((question) => ({...question, options: question.options ?? []})),
  };
  await withStore(async (store) => {
    const space = await spaceOf(store, words);
    if (await store.read(() => findPoll.first({space: space.id, id: definition.id}))) throw new Refusal(`There is a poll “${definition.id}” already.`);
    await made(file, () => createPoll(store, space.id, definition));
  });
  return `<shurkum-poll-card poll-id="${definition.id}"></shurkum-poll-card>`;
}

export async function createFormFrom(args: string[]): Promise<string> {
  const words = wordsOf(args, {}, 1, 'create form FILE [--space ID]');
  const [file = ''] = words.positionals;
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const definition = definitionOf<FormDefinition>(file, acceptsForm, (form) => faultOf(form, space));
    const {id} = definition;
    if (await store.read(() => findForm.first({space: space.id, id}))) throw new Refusal(`There is a form “${id}” already.`);
    await createForm(store, space.id, definition);
    return `<shurkum-suggestion-form form-id="${id}"></shurkum-suggestion-form>`;
  });
}
