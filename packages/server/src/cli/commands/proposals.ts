import {readForm} from '../../acts/forms.ts';
import type {Form, FormDefinition} from '../../domain/form.ts';
import {createForm} from '../../forms.ts';
import {importedReferences, importProposal} from '../../imports/import-proposals.ts';
import {readProposals} from '../../imports/proposals-file.ts';
import type {Space} from '../../spaces.ts';
import {findForm} from '../../store/forms.ts';
import type {ProposalRow} from '../../store/proposals.ts';
import {statement} from '../../store/statement.ts';
import type {Store} from '../../store/store.ts';
import {hmac, oneOf, optional, servicesOf, spaceOf, withStore, wordsOf} from '../context.ts';
import {plain} from '../printed.ts';
import {progress} from '../progress.ts';
import {Refusal} from '../refusal.ts';
import {sheet} from '../sheet.ts';
import {peopleOf} from './import.ts';

/** Where nothing else is said, everything that was brought in is of this form. */
const importedForm = 'imported';

/** A form for what was sent elsewhere: closed, since importing asks nobody for more. */
const formFor = (id: string): FormDefinition => ({
  id, kind: 'suggestion', title: {ar: 'مقترحات سابقة', en: 'Earlier proposals'}, participation: 'consult', publication: 'public', closesAt: new Date().toISOString(),
});

async function formOf(store: Store, space: Space, id: string): Promise<{form: Form; made: boolean}> {
  const made = !await store.peek(() => findForm.first({space: space.id, id}));
  if (made) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) throw new Refusal(`“${id}” is not an id of a form: letters, digits and . _ - (at most 64).`);
    await createForm(store, space.id, formFor(id));
  }
  const {form} = await store.read(() => readForm(space, id));
  return {form, made};
}

const told = (before: number, made: boolean, form: string): string[] => [
  ...(before ? [`${before} of the proposals were here already, and stayed as they are.`] : []),
  ...(made ? [`The form “${form}” was made for them. It is closed: nobody can send to it.`] : []),
];

export async function importProposalsFrom(args: string[]): Promise<string> {
  const usage = 'import proposals FILE [--comments FILE] [--form ID] [--space ID]';
  const words = wordsOf(args, {form: {type: 'string'}, comments: {type: 'string'}}, 1, usage);
  const [file = ''] = words.positionals;
  const formId = optional(words, 'form') ?? importedForm;
  const {proposals, adapted} = readProposals(file, optional(words, 'comments'));
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const {form, made} = await formOf(store, space, formId);
    const people = await peopleOf(space, `proposals:${formId}`, proposals.flatMap(({author, comments}) => [author, ...comments.map((comment) => comment.author)]));
    const services = servicesOf(store);
    const bar = progress('Proposals', proposals.length);
    let comments = 0, before = 0;
    for (const [index, proposal] of proposals.entries()) {
      const references = await importedReferences(hmac, space, form.id, proposal.id);
      const placed = await store.write(() => importProposal({services, space, form, proposal, references, now: Date.now(), personOf: (author) => people.get(author) ?? ''}));
      if (placed === null) before += 1;
      comments += placed ?? 0;
      bar.to(index + 1);
    }
    bar.done();
    const lines = before === proposals.length ? [] : [...adapted].map(([what, count]) => `  ${String(count).padStart(5)} ${what}`);
    return [
      `${proposals.length - before} proposals with ${comments} comments in the form “${form.id}”`, ...told(before, made, form.id),
      ...(lines.length ? ['Adapted:', ...lines] : []),
    ].join('\n');
  });
}

const formats = ['json', 'csv'] as const;
const pageSize = 500;
const columns = [
  'reference', 'formId', 'kind', 'visibility', 'reason', 'decision', 'decisionReason', 'progress', 'percent', 'category', 'agency', 'author',
  'receivedAt', 'publishedAt', 'updatedAt', 'dueOn', 'answeredAt', 'supports', 'title', 'text',
] as const;

const proposalsFrom = statement((db, p: {space: string; key: number}) =>
  db.selectFrom('proposal').selectAll().where('space', '=', p.space).where('key', '>', p.key).orderBy('key').limit(pageSize));

const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString());

const exported = (row: ProposalRow): Record<(typeof columns)[number], unknown> => ({
  reference: row.reference, formId: row.form, kind: row.kind, visibility: row.visibility, reason: row.reason, decision: row.decision,
  decisionReason: row.decided ? (JSON.parse(row.decided) as {reason: string | null}).reason : null, progress: row.progress, percent: row.percent,
  category: row.category, agency: row.agency, author: row.name, receivedAt: instant(row.created_at), publishedAt: instant(row.published_at),
  updatedAt: instant(row.updated_at), dueOn: row.due_on, answeredAt: instant(row.answered_at), supports: row.supports, title: row.title, text: row.source,
});

/** Published ones; with `--all` those too that wait, stay with the authority, were rejected, removed or withdrawn. Nobody's person key or address. */
export async function exportProposals(args: string[]): Promise<string> {
  const words = wordsOf(args, {format: {type: 'string'}, all: {type: 'boolean'}}, 0, 'export proposals [--format json|csv] [--all] [--space ID]');
  const format = oneOf(optional(words, 'format'), formats, 'format');
  return withStore(async (store) => {
    const space = await spaceOf(store, words);
    const items: ReturnType<typeof exported>[] = [];
    for (let key = 0; ;) {
      const after = key;
      const rows = await store.peek(() => proposalsFrom.all({space: space.id, key: after}));
      items.push(...rows.filter(({visibility}) => words.values['all'] === true || visibility === 'published').map(exported));
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) break;
      key = last.key;
    }
    return format === 'csv' ? sheet(columns, items) : plain(JSON.stringify({items}, null, 2));
  });
}
