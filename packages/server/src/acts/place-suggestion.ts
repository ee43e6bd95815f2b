/** A suggestion that answers its form comes to be, under a reference of its own, with its files. */
import {checkSuggestion} from '../domain/suggestion.ts';
import type {Checked, NamedFile, NewSuggestion} from '../domain/suggestion.ts';
import {displayName, tintOf} from '../domain/comment.ts';
import {isOpen} from '../domain/form.ts';
import type {Form} from '../domain/form.ts';
import type {Person} from '../domain/person.ts';
import {excerptOf} from '../domain/proposal.ts';
import {randomReference} from '../domain/reference.ts';
import {Refusal} from '../domain/refusal.ts';
import {parseText} from '../domain/text.ts';
import {usableFor} from '../files/clean.ts';
import type {Services} from '../services.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {useAttachment} from '../store/attachments.ts';
import type {NewProposal, ProposalRow} from '../store/proposals.ts';
import {dueOn, readForm} from './forms.ts';
import {placeProposal} from './proposal-changes.ts';

export type Sent = {services: Services; space: Space; person: Person; formId: string; suggestion: NewSuggestion; now: number};

/** Ten thousand million references: to meet several that are taken, one after another, is no chance. */
const triesAtMost = 8;

/** @throws Refusal where it is not there, takes nothing now, or takes it from others alone. */
function* formFor({space, person, formId, now}: Sent): Act<Form> {
  const {form} = yield* readForm(space, formId);
  if (!isOpen(form, now)) throw new Refusal('form-closed');
  if (person.level === 'guest' && !form.guests) throw new Refusal('person-needed');
  return form;
}

function rowOf({space, person, suggestion: {title, text, name, language}, now}: Sent, form: Form, checked: Checked): Omit<NewProposal, 'reference'> {
  const {public: shown, category, answers} = checked;
  return {
    space: space.id, form: form.id, kind: form.kind, participation: form.participation, author: person.key, guest: person.level === 'guest' ? 1 : 0,
    name: person.name ?? displayName(name), tint: tintOf(person.key), language: language && space.languages.includes(language) ? language : null,
    title: title.trim(), source: text, body: JSON.stringify(parseText(text)), excerpt: excerptOf(text), answers: JSON.stringify(answers),
    public: shown ? 1 : 0, category, agency: form.agency, assigned_to: null, visibility: shown ? 'held' : 'private', reason: null,
    decision: 'open', decided: null, decided_at: null, progress: 'not-started', percent: null, draft: null, due_on: dueOn(form, space, now),
    answered_at: null, answered_in: null, on_time: null, changed_at: null, merged_into: null, supports: 0,
    supports_needed: shown ? form.supportsNeeded : null, crossed: 0, listed: 0, revision: 1, created_at: now, published_at: null, updated_at: now,
  };
}

function* underReference(services: Services, row: Omit<NewProposal, 'reference'>, now: number): Act<ProposalRow> {
  const {newReference = randomReference} = services;
  for (let left = triesAtMost; left > 0; left -= 1) {
    const placed = yield* placeProposal(services, {...row, reference: newReference()}, {updates: [{kind: 'received', public: true}], now});
    if (placed) return placed;
  }
  throw new Error('Every reference that was drawn is taken.');
}

/** A file is its uploader's, of today, and of one suggestion. */
function* takeFiles({space, person, now}: Sent, proposal: number, files: readonly NamedFile[]): Act<void> {
  for (const {id, field, pointer} of files) {
    const used = yield* useAttachment.first({space: space.id, person: person.key, id, since: now - usableFor, proposal, field});
    if (!used) throw new Refusal('attachment-gone', [{pointer, code: 'attachment-gone'}]);
  }
}

export function* placeSuggestion(sent: Sent): Act<{form: Form; row: ProposalRow}> {
  const form = yield* formFor(sent);
  const checked = checkSuggestion(form, sent.suggestion);
  const row = yield* underReference(sent.services, rowOf(sent, form, checked), sent.now);
  yield* takeFiles(sent, row.key, checked.files);
  return {form, row};
}
