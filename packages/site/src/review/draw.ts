/** The pages of a form for people without JavaScript: to write, to look over, and that it was received. */
import type {Schema} from '@shurkum/contract';
import {html, raw} from 'hono/html';
import type {Language, Markup} from '../pages/layout.ts';
import {nameOf} from './entries.ts';
import type {Fault, NewSuggestion} from './entries.ts';
import {words} from './words.ts';
import type {Say} from './words.ts';

type Field = Schema<'Field'>;
/** A form as it was read, for one reader. `path`: where its pages lie. */
export type Shown = {view: Schema<'FormView'>; language: Language; path: string};

/** An authority's own words in the reader's language, else in the space's first. */
export function local(text: Schema<'LocalText'> | undefined, {view: {languages}, language}: Shown): string {
  const found = [language, ...languages, ...Object.keys(text ?? {})].find((one) => text && Object.hasOwn(text, one));
  return found === undefined ? '' : text?.[found] ?? '';
}

const written = ({view: {display}, language}: Shown): string => {
  const {numberingSystem, calendar} = display.languages[language] ?? {};
  return new Intl.Locale(language, {numberingSystem, calendar}).toString();
};
const numeral = (value: number, shown: Shown): string => new Intl.NumberFormat(written(shown)).format(value);
const day = (date: string, shown: Shown): string => new Intl.DateTimeFormat(written(shown), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`));
export const exact = (instant: string, shown: Shown): string =>
  new Intl.DateTimeFormat(written(shown), {dateStyle: 'long', timeStyle: 'short', timeZone: shown.view.display.timeZone}).format(new Date(instant));

function faultWords({name, code, limit = 0}: Fault, shown: Shown): string {
  const say = words[shown.language];
  const field = shown.view.form.fields.find((one) => nameOf(one) === name);
  const bounds = (one: Field): string => (one.kind === 'date' ? say.range(one.earliest ? day(one.earliest, shown) : '', one.latest ? day(one.latest, shown) : '')
    : say.range(one.minimum === undefined ? '' : numeral(one.minimum, shown), one.maximum === undefined ? '' : numeral(one.maximum, shown)));
  if (name === 'email') return say.noEmail;
  switch (code) {
    case 'empty-text': return say.missing;
    case 'missing-answer': return field?.kind === 'choice' || name === 'public' || name === 'category' ? say.missingChoice : field?.kind === 'attachment' ? say.filesNeeded : say.missing;
    case 'consent-needed': return say.consent;
    case 'maxLength':
    case 'too-long': return say.tooLong(limit, numeral(limit, shown));
    case 'minLength': return limit > 1 ? say.tooShort(limit, numeral(limit, shown)) : say.missing;
    case 'minimum': case 'maximum': case 'earliest': case 'latest': return field ? bounds(field) : say.refused;
    case 'multipleOf': return say.noNumber;
    case 'wrong-answer-kind': return field?.kind === 'number' ? say.noNumber : field?.kind === 'date' ? say.noDate : say.refused;
    case 'too-few-choices': case 'too-many-choices': return say.number;
    default: return say.refused;
  }
}

type Asked = {name: string; label: string; hint?: string; required: boolean};
type Filling = {shown: Shown; posted: URLSearchParams; faults: readonly Fault[]};

const ids = ({name, hint}: Asked, fault: boolean): string => [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ');

/** A question with its label above, its hint, what is wrong with it, then the field. */
function question(asked: Asked, {shown, faults}: Filling, field: (more: Markup) => Markup, several = false): Markup {
  const {name, label, hint, required} = asked;
  const fault = faults.find((one) => one.name === name);
  const described = ids(asked, !!fault);
  const more = html`name="${name}" ${several ? '' : html`id="${name}"`}${described && !several ? html` aria-describedby="${described}"` : ''}${fault && !several ? raw(' aria-invalid="true"') : ''}`;
  const inside = html`${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}${field(more)}${fault ? html`<p class="fault" id="${name}-fault">${faultWords(fault, shown)}</p>` : ''}`;
  const title = html`${label}${required ? '' : html` <span class="hint">${words[shown.language].optional}</span>`}`;
  return several ? html`<fieldset class="question" id="${name}"${described ? html` aria-describedby="${described}"` : ''}><legend>${title}</legend>${inside}</fieldset>`
    : html`<div class="question"><label for="${name}">${title}</label>${inside}</div>`;
}

const option = (value: string, label: string, chosen: boolean): Markup => html`<option value="${value}"${chosen ? raw(' selected') : ''}>${label}</option>`;
const tick = (type: 'radio' | 'checkbox', name: string, value: string, label: string, chosen: boolean): Markup =>
  html`<label class="tick"><input type="${type}" name="${name}" value="${value}"${chosen ? raw(' checked') : ''}> <span>${label}</span></label>`;

function field(one: Field, filling: Filling): Markup {
  const {shown, posted} = filling;
  const say = words[shown.language];
  const name = nameOf(one);
  const value = posted.get(name) ?? '';
  const hint = one.kind === 'attachment' ? say.noFiles : local(one.hint, shown);
  const asked = {name, label: local(one.label, shown), required: one.required, ...(hint ? {hint} : {})};
  const options = one.options ?? [];
  switch (one.kind) {
    case 'choice': return question(asked, filling, () => html`${options.map(({id, label}) => tick('radio', name, id, local(label, shown), value === id))}`, true);
    case 'choices': return question(asked, filling, () => html`${options.map(({id, label}) => tick('checkbox', name, id, local(label, shown), posted.getAll(name).includes(id)))}`, true);
    case 'consent': return question({...asked, label: asked.label}, filling, () => tick('checkbox', name, 'yes', say.agreed, value !== ''), true);
    case 'attachment': return question(asked, filling, () => html``, true);
    case 'long-text': return question(asked, filling, (more) => html`<textarea ${more} rows="4" dir="auto">${value}</textarea>`);
    case 'date': return question(asked, filling, (more) => html`<input ${more} type="date" value="${value}"${one.earliest ? html` min="${one.earliest}"` : ''}${one.latest ? html` max="${one.latest}"` : ''}>`);
    default: return question(asked, filling, (more) => html`<input ${more} dir="auto" value="${value}"${one.kind === 'number' ? raw(' inputmode="decimal"') : ''}>`);
  }
}

const summary = (faults: readonly Fault[], shown: Shown, label: (name: string) => string): Markup => html`<div class="errors" role="alert"><h2>${words[shown.language].errors}</h2>
  <ul>${faults.map((fault) => html`<li><a href="#${fault.name}">${label(fault.name)}</a>: ${faultWords(fault, shown)}</li>`)}</ul></div>`;

const labels = ({form}: Schema<'FormView'>, say: Say, shown: Shown) => (name: string): string => {
  const own: Record<string, string> = {title: say.title, text: say.text[form.kind], category: say.category, public: say.public, name: say.name, email: say.email};
  return own[name] ?? local(form.fields.find((one) => nameOf(one) === name)?.label, shown);
};

/** All questions on one page. What was typed stands in them. */
export function writing(shown: Shown, posted: URLSearchParams, faults: readonly Fault[]): Markup {
  const {view, language, path} = shown;
  const {form} = view;
  const say = words[language];
  const filling = {shown, posted, faults};
  const value = (name: string) => posted.get(name) ?? '';
  const hints = [form.titleHint, form.textHint].map((hint) => (hint ? {hint: local(hint, shown)} : {}));
  return html`${form.intro ? html`<p>${local(form.intro, shown)}</p>` : ''}${faults.length ? summary(faults, shown, labels(view, say, shown)) : ''}
    <form method="post" action="${path}?lang=${language}" class="ask" accept-charset="utf-8"><input type="hidden" name="lang" value="${language}"><input type="hidden" name="full" value="yes">
    ${question({name: 'title', label: say.title, required: true, ...hints[0]}, filling, (more) => html`<input ${more} dir="auto" value="${value('title')}">`)}
    ${question({name: 'text', label: say.text[form.kind], required: true, ...hints[1]}, filling, (more) => html`<textarea ${more} rows="6" dir="auto">${value('text')}</textarea>`)}
    ${form.categories.length ? question({name: 'category', label: say.category, required: true}, filling, (more) => html`<select ${more}>${option('', say.choose, !value('category'))}${
      form.categories.map(({id, label}) => option(id, local(label, shown), value('category') === id))}</select>`) : ''}
    ${form.fields.map((one) => field(one, filling))}
    ${form.publication === 'choice' ? question({name: 'public', label: say.public, required: true}, filling, () => html`${tick('radio', 'public', 'yes', say.open, value('public') === 'yes')}${tick('radio', 'public', 'no', say.closed, value('public') === 'no')}`, true) : ''}
    ${question({name: 'name', label: say.name, hint: say.nameHint, required: false}, filling, (more) => html`<input ${more} dir="auto" autocomplete="name" value="${value('name')}">`)}
    ${question({name: 'email', label: say.email, hint: say.emailHint, required: false}, filling, (more) => html`<input ${more} type="email" dir="ltr" autocomplete="email" value="${value('email')}">`)}
    <p><button>${say.next}</button></p></form>`;
}

function consequences(shown: Shown, body: NewSuggestion): string[] {
  const {view: {form}, language} = shown;
  const say = words[language];
  const open = form.publication === 'choice' ? body.public === true : form.publication === 'public';
  const answers = form.fields.filter((one) => one.public).map(({label}) => say.quoted(local(label, shown)));
  return [
    form.agency ? say.reads(local(form.agency.name, shown)) : say.readsIt,
    open ? answers.length ? say.shownWith(new Intl.ListFormat(language).format(answers)) : say.shown : say.hidden,
    form.answerWithin && form.dueOn ? say.promise(form.answerWithin, numeral(form.answerWithin, shown), day(form.dueOn, shown)) : say.noPromise,
    ...(body.email === undefined ? [] : [say.mail]),
  ];
}

function answerWords(one: Field, body: NewSuggestion, shown: Shown): string {
  const answer = body.answers?.[one.id];
  const label = (id: string) => local(one.options?.find((each) => each.id === id)?.label, shown) || id;
  if (answer === true) return words[shown.language].agreed;
  if (Array.isArray(answer)) return new Intl.ListFormat(shown.language).format(answer.map(label));
  if (typeof answer === 'number') return numeral(answer, shown);
  return typeof answer === 'string' ? one.kind === 'choice' ? label(answer) : one.kind === 'date' ? day(answer, shown) : answer : '';
}

/** Everything as it will be sent, and what becomes of it. `notice`: why it is looked over once more. */
export function review(shown: Shown, body: NewSuggestion, posted: URLSearchParams, nonce: string, notice = ''): Markup {
  const {view: {form}, language, path} = shown;
  const say = words[language];
  const rows: [string, string][] = [[say.title, body.title], [say.text[form.kind], body.text],
    ...(body.categoryId === undefined ? [] : [[say.category, local(form.categories.find(({id}) => id === body.categoryId)?.label, shown)] as [string, string]]),
    ...form.fields.filter(({kind}) => kind !== 'attachment').map((one): [string, string] => [local(one.label, shown), answerWords(one, body, shown)]),
    ...(body.public === undefined ? [] : [[say.public, body.public ? say.open : say.closed] as [string, string]]),
    [say.name, body.name ?? ''], [say.email, body.email ?? '']];
  return html`<p>${notice || say.checkWhy}</p>
    <dl class="rows">${rows.map(([label, text]) => html`<div><dt>${label}</dt><dd dir="auto">${text || html`<span class="hint">${say.none}</span>`}</dd></div>`)}</dl>
    <h2>${say.then}</h2><ul>${consequences(shown, body).map((one) => html`<li>${one}</li>`)}</ul>
    <form method="post" action="${path}/send?lang=${language}" class="ask">${[...posted].filter(([name]) => !['suggestion', 'nonce', 'edit'].includes(name)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <input type="hidden" name="suggestion" value="${JSON.stringify(body)}"><input type="hidden" name="nonce" value="${nonce}">
      <p><button>${say.send[form.kind]}</button> <button class="second" name="edit" value="yes" formaction="${path}?lang=${language}">${say.change}</button></p></form>`;
}

/** That it was received. `follow`: where it can be followed, if the space says. */
export function receipt(shown: Shown, {reference, secret, public: open, receivedAt, answerWithin, dueOn}: Schema<'Receipt'>, email: boolean, follow: string | undefined): Markup {
  const {language, path} = shown;
  const say = words[language];
  return html`<p>${say.reference}</p><p class="big"><bdi dir="ltr">${reference}</bdi></p>
    ${secret ? html`<p>${say.secret}</p><p class="code"><bdi dir="ltr">${secret}</bdi></p><p class="hint">${say.secretWhy}</p>` : ''}<p>${say.keep}</p>
    <h2>${say.next3}</h2><ul><li>${say.received(exact(receivedAt, shown))}</li><li>${open ? say.goesPublic : say.staysPrivate}</li>
      <li>${answerWithin && dueOn ? say.by(answerWithin, numeral(answerWithin, shown), day(dueOn, shown)) : say.noPromise}</li></ul>${email ? html`<p>${say.confirmMail}</p>` : ''}
    ${follow === undefined ? '' : html`<p><a href="${follow}">${say.follow}</a></p>`}<p><a href="${path}?lang=${language}">${say.again}</a></p>`;
}
