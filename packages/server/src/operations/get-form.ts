import type {Schema} from '@shurkum/contract';
import {dueOn, readForm} from '../acts/forms.ts';
import {fileRules, isOpen, nextTurnOf} from '../domain/form.ts';
import type {Form} from '../domain/form.ts';
import {dayOf, nextMidnight} from '../domain/working-days.ts';
import {agencyOf, categoryOf} from '../replies/proposal-json.ts';
import type {Space} from '../spaces.ts';
import type {PublicRead} from './operation.ts';

const instantOf = (text: string | null) => (text === null ? null : new Date(text).toISOString());

function publicForm(form: Form, space: Space, now: number, takesFiles: boolean): Schema<'Form'> {
  const {opensAt, closesAt, guests, categories, agency, privacy} = form;
  return {
    ...form, privacy, open: isOpen(form, now), opensAt: instantOf(opensAt), closesAt: instantOf(closesAt), guests: guests && space.guests,
    categories: categories.flatMap((id) => categoryOf(space, id) ?? []), agency: agencyOf(space, agency), dueOn: dueOn(form, space, now),
    files: {...fileRules, types: takesFiles ? [...fileRules.types] : []},
  };
}

/** It changes by itself when it opens or closes, and at midnight where a day for the answer is promised. */
function changesAt(form: Form, {display}: Space, now: number): number | null {
  const turns = [nextTurnOf(form, now), form.answerWithin === null ? null : nextMidnight(now, display.timeZone)];
  return turns.reduce((first, turn) => (first === null || (turn !== null && turn < first) ? turn : first), null);
}

export const getForm: PublicRead<'getForm'> = {
  kind: 'public',
  *version({space, now, path}) {
    const {row, form} = yield* readForm(space, path.formId);
    return `${space.version}.${row.version}.${isOpen(form, now)}.${dayOf(now, space.display.timeZone)}`;
  },
  *answer({services, space, now, path}) {
    const {form} = yield* readForm(space, path.formId);
    const {display, languages} = space;
    return {
      json: JSON.stringify({form: publicForm(form, space, now, services.files !== undefined), display, languages}),
      stampNow: true, until: changesAt(form, space, now),
    };
  },
};
