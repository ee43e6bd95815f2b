/** Setting up a form: what an authority asks and promises before anybody sends anything. */
import {faultOf} from './domain/form.ts';
import type {FormDefinition} from './domain/form.ts';
import {readSpace} from './spaces.ts';
import type {Space} from './spaces.ts';
import type {Act} from './store/act.ts';
import {insertForm} from './store/forms.ts';
import type {Store} from './store/store.ts';

export function* placeForm(space: Space, definition: FormDefinition, now: number): Act<void> {
  const fault = faultOf(definition, space);
  if (fault) throw new Error(`Form “${definition.id}”: ${fault.pointer} ${fault.why}.`);
  yield* insertForm.all({space: space.id, id: definition.id, definition: JSON.stringify(definition), version: 1, created_at: now});
}

/** Makes a form. Throws where the id is taken, or the definition contradicts itself or names what its space does not have. */
export async function createForm(store: Store, spaceId: string, definition: FormDefinition, now = Date.now()): Promise<void> {
  const space = await readSpace(store, spaceId);
  if (!space) throw new Error(`There is no space “${spaceId}”.`);
  await store.write(() => placeForm(space, definition, now));
}
