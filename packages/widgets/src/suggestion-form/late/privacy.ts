/** What becomes of what is sent, said from the form's own settings: who reads it, what is published, when there is an answer. */
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {localText} from '@shurkum/core/local-text';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Filled, Form} from '../suggestion-form.model.ts';
import {willBePublic} from './answers.model.ts';
import {workingDays} from './words.ts';

/** `named`: whether a name is asked for here, and not known from the page's own sign-in. */
export type Who = {named: boolean};

const readers = ({agency}: Form, reader: Reader): unknown => (agency
  ? pieces<unknown>(msg('{who} reads it and answers it.', {id: 'sf-reads'}), {who: local(agency.name, reader)})
  : msg('The authority that runs this form reads it and answers it.', {id: 'sf-reads-it'}));

function published({fields}: Form, {tag, languages}: Reader): string {
  const shown = fields.filter((field) => field.public).map(({label}) => fill(msg('“{answer}”', {id: 'sf-quoted'}), {answer: localText(label, tag, languages).text}));
  const answers = new Intl.ListFormat(tag.startsWith('ar') ? 'ar' : 'en').format(shown);
  return shown.length ? fill(msg('Once it has been reviewed, everyone can read its title, its text, your name if you gave one, and your answer to {answers}. Nothing else is published.', {id: 'sf-shown-with'}), {answers})
    : msg('Once it has been reviewed, everyone can read its title, its text, and your name if you gave one. Nothing else is published.', {id: 'sf-shown'});
}

function publication(form: Form, filled: Filled, reader: Reader): string {
  if (form.publication === 'choice' && filled.public === null) return msg('You choose whether it is published.', {id: 'sf-your-choice'});
  return willBePublic(form, filled) ? published(form, reader) : msg('It is not published: only the authority reads it.', {id: 'sf-hidden'});
}

function promise({answerWithin, dueOn}: Form, reader: Reader): unknown {
  if (!answerWithin || !dueOn) return msg('No time was promised for an answer; every step can be followed by its reference number.', {id: 'sf-no-promise'});
  return workingDays(msg('|You get an answer within one working day: by {day}.|You get an answer within {n} working days: by {day}.', {id: 'sf-promise'}), answerWithin, dueOn, reader);
}

const keeping = ({named}: Who): string => (named
  ? msg('You need no account. It is kept under a random key of this device, and you get a reference number and a tracking code.', {id: 'sf-guest'}) : msg('It is kept with your account.', {id: 'sf-account'}));

/** Each as one plain sentence. */
export function consequences(form: Form, filled: Filled, who: Who, reader: Reader): unknown[] {
  const {supportsNeeded} = form;
  return [
    readers(form, reader), publication(form, filled, reader), promise(form, reader),
    ...(supportsNeeded && willBePublic(form, filled)
      ? [fill(plural(msg('|One support brings an official answer.|{n} supports bring an official answer.', {id: 'sf-needed'}), supportsNeeded), {n: reader.formats.number(supportsNeeded)})] : []),
    keeping(who),
    ...(filled.email.trim() ? [msg('Your e-mail address is used for news of this alone, once you have confirmed it, and is never published.', {id: 'sf-mail'})] : []),
  ];
}

const list = (sentences: unknown[]): TemplateResult => html`<ul class="plain">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
export const consequenceList = (form: Form, filled: Filled, who: Who, reader: Reader): TemplateResult => list(consequences(form, filled, who, reader));
/** Who reads what is being written: said where it is written. */
export const briefList = (form: Form, filled: Filled, who: Who, reader: Reader): TemplateResult =>
  list([readers(form, reader), publication(form, filled, reader), keeping(who)]);

/** The authority's own words; a page may put others in their place. */
export const policy = ({privacy}: Form, reader: Reader): TemplateResult => html`<slot name="privacy">${privacy ? html`<p class="policy">${local(privacy.text, reader)}
  ${privacy.url ? html`<a href=${privacy.url}>${msg('Read more', {id: 'more-on'})}</a>` : nothing}</p>` : nothing}</slot>`;
