/** What is wrong with what was written: on the step a person is on, and on which step anything is. */
import {placeOf} from '../suggestion-form.model.ts';
import type {Filled, Form, Step} from '../suggestion-form.model.ts';
import {stepFaults} from './answers.model.ts';
import type {Fault} from './answers.model.ts';
import type * as Files from './files.ts';

const own: Partial<Record<Step['part'], readonly string[]>> = {write: ['title', 'text', 'categoryId'], you: ['name', 'email', 'public']};

/** Whether an answer stands on a step. */
export const standsOn = (id: string, {part, fields}: Step): boolean => !!own[part]?.includes(id) || fields.some((field) => placeOf(field) === id);

const underway = ({fields}: Step, uploads: Files.Uploads | undefined): Fault[] =>
  fields.filter((field) => uploads?.busy(field)).map((field) => ({id: placeOf(field), code: 'uploading'}));

export const faultsOn = (step: Step, form: Form, filled: Filled, uploads: Files.Uploads | undefined): Fault[] =>
  [...stepFaults(step, form, filled), ...underway(step, uploads)];

/** What is said here: what was found once the person has tried to go on, and what the server did not take. */
export function saidOn(here: readonly Step[], found: readonly Fault[], refused: readonly Fault[]): Fault[] {
  return [...found, ...refused.filter(({id}) => here.some((step) => standsOn(id, step)) && !found.some((one) => one.id === id))];
}
