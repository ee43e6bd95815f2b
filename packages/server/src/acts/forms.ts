/** A form, read and understood. */
import {settledForm} from '../domain/form.ts';
import type {Form, FormDefinition} from '../domain/form.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findForm} from '../store/forms.ts';
import type {FormRow} from '../store/forms.ts';
import {dayOf, dueDay} from '../domain/working-days.ts';

export type ReadForm = {form: Form; row: FormRow};

export const toForm = (definition: string): Form => settledForm(JSON.parse(definition) as FormDefinition);

/** @throws Refusal `not-found` */
export function* readForm(space: Space, id: string): Act<ReadForm> {
  const row = yield* findForm.first({space: space.id, id});
  if (!row) throw new Refusal('not-found');
  return {row, form: toForm(row.definition)};
}

/** The last day for an answer to what is sent now, where one was promised. */
export const dueOn = ({answerWithin}: Form, {display, week}: Space, now: number): string | null =>
  (answerWithin === null ? null : dueDay(dayOf(now, display.timeZone), answerWithin, week));
