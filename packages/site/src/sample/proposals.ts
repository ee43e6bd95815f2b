/** Sends the sample proposals, and lets officials answer them: each act a request to the server's own function, at its moment in the past. */
import {randomUUID} from 'node:crypto';
import {createApp, createForm, randomId} from '@shurkum/server';
import type {FormDefinition, Services, SpaceDefinition} from '@shurkum/server';
import type {Participants} from './participants.ts';
import type {SampleAct, SampleProposal} from './proposal-shapes.ts';

const hour = 3_600_000, day = 24 * hour;
const base = 'http://localhost/v1';

export const proposalSettings: Pick<SpaceDefinition, 'week' | 'agencies' | 'categories'> = {
  week: {weekend: [5, 6], holidays: []},
  agencies: [
    {id: 'digital', name: {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'}},
    {id: 'transport', name: {ar: 'وزارة النقل', en: 'Ministry of Transport'}},
    {id: 'city', name: {ar: 'بلدية المدينة', en: 'City Council'}},
  ],
  categories: [
    {id: 'roads', label: {ar: 'الطرق والنقل', en: 'Roads and transport'}},
    {id: 'city', label: {ar: 'المدينة والحدائق', en: 'City and parks'}},
    {id: 'services', label: {ar: 'الخدمات الإلكترونية', en: 'e-Services'}},
    {id: 'education', label: {ar: 'التعليم والثقافة', en: 'Education and culture'}},
  ],
};

const form: FormDefinition = {
  id: 'ideas', kind: 'suggestion', participation: 'involve', publication: 'choice', agency: 'digital', answerWithin: 14, supportsNeeded: 50,
  categories: ['roads', 'city', 'services', 'education'],
  title: {ar: 'تقديم مقترح', en: 'Make a suggestion'},
  intro: {ar: 'كل مقترح يُقرأ، وكل مقترح يُجاب عنه. لا يلزم حساب، ويمكن المتابعة بالرقم المرجعي.', en: 'Every suggestion is read, and every one is answered. You need no account, and can follow it by its reference number.'},
  titleHint: {ar: 'مثل: مواقف للدراجات قرب المدارس', en: 'For example: bicycle stands near schools'},
  textHint: {ar: 'ما الذي تقترحونه؟ ومن يستفيد منه؟', en: 'What do you suggest, and who benefits?'},
  fields: [
    {id: 'place', kind: 'place', label: {ar: 'أين؟', en: 'Where?'}, hint: {ar: 'الحي أو الشارع أو الجهة', en: 'District, street or office'}, public: true},
    {id: 'photos', kind: 'attachment', label: {ar: 'صور أو مستندات', en: 'Pictures or papers'}, maxItems: 3, public: true},
    {id: 'terms', kind: 'consent', label: {ar: 'أوافق على شروط المشاركة', en: 'I agree to the terms of participation'}, required: true},
  ],
  privacy: {text: {ar: 'يُستخدم ما تكتبونه للنظر في المقترح والردّ عليه فقط، ويُحذف بريدكم عند إلغاء المتابعة.', en: 'What you write is used to consider and answer the suggestion only; your e-mail address is erased when you stop following.'}},
};

/** The path under a suggestion, what is sent there, and how. */
function asRequest(act: SampleAct, references: Map<string, string>): [path: string, body: object | null, method: string][] {
  const {days: _, ...what} = act;
  if ('decision' in what) {
    const {agency, ...decision} = what;
    return [['decision', {...decision, ...(agency && {agencyId: agency})}, 'PUT']];
  }
  if ('progress' in what) return [['progress', what, 'PUT']];
  if ('assigned' in what) return [['assignment', {agencyId: what.assigned}, 'PUT']];
  if ('mergedInto' in what) return [['merge', {into: references.get(what.mergedInto), text: what.text, agencyId: what.agency}, 'POST']];
  return [['answer', {text: what.answer, agencyId: what.agency, role: what.role}, 'PUT'], ['answer/publication', null, 'POST']];
}

/** Officials of the past: they read, then act on what they read, as the contract wants it. */
class Officials {
  readonly #key = randomId() + randomId();
  readonly #api: (request: Request) => Promise<Response>;
  readonly #staff: string;
  #now = 0;

  constructor(services: Services, space: string) {
    const api = createApp({...services, administratorKey: this.#key, clock: () => new Date(this.#now), log: () => undefined});
    this.#api = (request) => api(request);
    this.#staff = `${base}/${space}/staff/suggestions`;
  }

  /** @throws where the server refuses it: sample content must be acceptable. */
  async act(now: number, reference: string, path: string, body: object | null, method = 'PUT'): Promise<void> {
    this.#now = now;
    const authorization = `Bearer ${this.#key}`;
    const read = await this.#api(new Request(`${this.#staff}/${reference}`, {headers: {authorization}}));
    const response = await this.#api(new Request(`${this.#staff}/${reference}/${path}`, {method, body: body && JSON.stringify(body), headers: {
      authorization, 'if-match': read.headers.get('etag') ?? '', 'idempotency-key': randomUUID(), ...(body && {'content-type': 'application/json'}),
    }}));
    if (!response.ok) throw new Error(`The sample ${method} ${path} was refused: ${await response.text()}`);
  }
}

type Step = {at: number; take: () => Promise<unknown>};

/** Everything that happens to one proposal, each at its moment. */
function stepsOf(sample: SampleProposal, language: string, now: number, people: Participants, officials: Officials, references: Map<string, string>): Step[] {
  const sent = now + sample.days * day - 3 * hour, published = sent + 2 * hour;
  const reference = () => references.get(sample.id) ?? '';
  // Most support comes before the answer.
  const settled = (sample.acts ?? []).find((act) => 'mergedInto' in act || 'answer' in act || 'decision' in act && act.decision !== 'under-review');
  const last = settled ? now + (settled.days - 0.5) * day : now;
  const spread = (index: number, count: number, until = now) => published + (until - published) * ((index + 0.5) / count);
  const {title, text, name, category: categoryId, place} = sample;
  return [
    {at: sent, take: async () => {
      const body = {title, text, name, categoryId, language, public: true, answers: {terms: true, ...(place && {place})}};
      references.set(sample.id, (await people.act<{reference: string}>(sent, 'POST', `/forms/${form.id}/suggestions`, body)).reference);
    }},
    {at: published, take: () => officials.act(published, reference(), 'visibility', {visibility: 'published'})},
    ...Array.from({length: sample.supports}, (_, index): Step => {
      const at = spread(index, sample.supports, last);
      return {at, take: () => people.act(at, 'PUT', `/proposals/${reference()}/support`)};
    }),
    ...(sample.comments ?? []).map(([who, said], index, all): Step => {
      const at = spread(index, all.length, sample.acts?.some((act) => 'mergedInto' in act) ? last : now);
      return {at, take: () => people.act(at, 'POST', '/comments', {threadId: `proposal/${reference()}`, name: who, text: said})};
    }),
    ...(sample.acts ?? []).flatMap((act) => asRequest(act, references).map(([path, _, method], index): Step => {
      const at = now + act.days * day - 2 * hour + index;
      return {at, take: () => officials.act(at, reference(), path, asRequest(act, references)[index]?.[1] ?? null, method)};
    })),
  ];
}

/** Fills a space with the form for ideas and what came through it. Everything happens in the order of its moments. */
export async function fillProposals(services: Services, space: string, samples: readonly [language: string, proposals: readonly SampleProposal[]][], people: Participants, now: number): Promise<void> {
  await createForm(services.store, space, form, now - 90 * day);
  const officials = new Officials(services, space);
  const references = new Map<string, string>();
  const steps = samples.flatMap(([language, proposals]) => proposals.flatMap((sample) => stepsOf(sample, language, now, people, officials, references)));
  for (const {take} of steps.sort((one, other) => one.at - other.at)) await take();
}
