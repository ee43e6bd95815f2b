/** Forms for tests and stories: what an authority might ask, in both languages. */
import {createApp, createForm} from '@shurkum/server';
import type {Services, SpaceDefinition} from '@shurkum/server';
import type {Schema} from '@shurkum/contract';

export type FormDefinition = Schema<'FormDefinition'>;

/** What a space must have for these forms. */
export const formSpace: Partial<SpaceDefinition> = {
  week: {weekend: [5, 6], holidays: ['2026-12-02']},
  agencies: [{id: 'transport', name: {ar: 'وزارة النقل', en: 'Ministry of Transport'}}],
  categories: [{id: 'roads', label: {ar: 'الطرق والنقل', en: 'Roads and transport'}}, {id: 'parks', label: {ar: 'الحدائق', en: 'Parks'}}],
};

export const ideas: FormDefinition = {
  id: 'ideas', kind: 'suggestion', title: {ar: 'مقترحات لمدينتنا', en: 'Ideas for our city'},
  intro: {ar: 'نرحب بكل فكرة تجعل التنقل أيسر.', en: 'Every idea that makes getting around easier is welcome.'},
  titleHint: {ar: 'مثل: مواقف للدراجات قرب المدارس', en: 'For example: bicycle stands near schools'},
  textHint: {ar: 'ما الذي تقترحونه؟ ومن يستفيد منه؟', en: 'What do you suggest, and who benefits?'},
  participation: 'involve', publication: 'public', categories: ['roads', 'parks'], agency: 'transport', answerWithin: 14, supportsNeeded: 500,
  fields: [
    {id: 'place', kind: 'place', label: {ar: 'أين؟', en: 'Where?'}, hint: {ar: 'الحي أو الشارع', en: 'District or street'}, public: true},
    {id: 'terms', kind: 'consent', label: {ar: 'أوافق على شروط المشاركة', en: 'I agree to the terms of participation'}, required: true},
  ],
  privacy: {text: {ar: 'نحتفظ بما يُرسل مدة سنتين ثم نحذفه.', en: 'We keep what is sent for two years, then delete it.'}},
};

/** Every kind of question, in two groups. */
export const complaints: FormDefinition = {
  id: 'complaints', kind: 'complaint', title: {ar: 'تقديم شكوى', en: 'Make a complaint'}, participation: 'consult', publication: 'choice', agency: 'transport', answerWithin: 3,
  groups: [{id: 'what', title: {ar: 'ما الذي حدث', en: 'What happened'}}, {id: 'proof', title: {ar: 'الإثباتات', en: 'Evidence'}}],
  fields: [
    {id: 'line', kind: 'short-text', group: 'what', label: {ar: 'رقم الخط', en: 'Line'}, required: true, maxLength: 20},
    {id: 'more', kind: 'long-text', group: 'what', label: {ar: 'تفاصيل أخرى', en: 'Anything else'}, minLength: 5},
    {id: 'when', kind: 'date', group: 'what', label: {ar: 'متى؟', en: 'When?'}, required: true, earliest: '2020-01-01', latest: '2030-12-31'},
    {id: 'minutes', kind: 'number', group: 'what', label: {ar: 'مدة التأخر بالدقائق', en: 'Minutes of delay'}, minimum: 0, maximum: 600},
    {id: 'how', kind: 'choice', group: 'what', label: {ar: 'كيف حدث ذلك؟', en: 'How did it happen?'}, required: true,
      options: [{id: 'late', label: {ar: 'تأخر', en: 'It was late'}}, {id: 'never', label: {ar: 'لم تصل', en: 'It never came'}}]},
    {id: 'also', kind: 'choices', group: 'what', label: {ar: 'وماذا أيضًا؟', en: 'What else?'}, maxItems: 2,
      options: [{id: 'dirty', label: {ar: 'النظافة', en: 'It was dirty'}}, {id: 'loud', label: {ar: 'الضجيج', en: 'It was loud'}}, {id: 'full', label: {ar: 'الازدحام', en: 'It was full'}}]},
    {id: 'photos', kind: 'attachment', group: 'proof', label: {ar: 'صور أو مستندات', en: 'Pictures or papers'}, maxItems: 2},
  ],
};

/** Makes a form in the space of a server. */
export async function form(place: {store: Parameters<typeof createForm>[0]; api: string; clock: {now: () => Date}}, definition: FormDefinition = ideas): Promise<string> {
  await createForm(place.store, place.api.split('/').at(-1) ?? '', definition, place.clock.now().getTime());
  return definition.id;
}

type Server = {services: Services; api: string};
const key = 'gT7wR2nX9pL4kV8mQ3zH6cJ5bD1fYs0uEaKt';

/** What an official does with a suggestion: reads it, then changes it as it was read. */
export async function official({services, api}: Server, reference: string, what: string, body: object | null, method = 'PUT'): Promise<void> {
  const app = createApp({...services, administratorKey: key});
  const place = `${api}/staff/suggestions/${reference}`;
  const read = await app(new Request(place, {headers: {authorization: `Bearer ${key}`}}));
  const changed = await app(new Request(`${place}/${what}`, {method, body: body && JSON.stringify(body), headers: {
    'authorization': `Bearer ${key}`, ...(body && {'content-type': 'application/json'}), 'if-match': read.headers.get('etag') ?? '', 'idempotency-key': crypto.randomUUID(),
  }}));
  if (!changed.ok) throw new Error(`${changed.status} ${await changed.text()}`);
}

/** Sends a suggestion as somebody new, and has it published; gives its reference. */
export async function proposal(server: Server & {fetch: (request: Request) => Promise<Response>}, suggestion: object, formId = ideas.id): Promise<string> {
  const send = async <T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> => {
    const response = await server.fetch(new Request(server.api + path, {method: 'POST', body: JSON.stringify(body), headers: {'content-type': 'application/json', ...headers}}));
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return await response.json() as T;
  };
  const guest = await send<{key: string}>('/guests', {});
  const {reference} = await send<{reference: string}>(`/forms/${formId}/suggestions`, suggestion, {'authorization': `Bearer ${guest.key}`, 'idempotency-key': crypto.randomUUID()});
  await official(server, reference, 'visibility', {visibility: 'published'});
  return reference;
}

export const bicycles = {title: 'Bicycle stands near schools', text: 'Please put bicycle stands at the entrances of schools, so that pupils can leave their bicycles.', categoryId: 'roads', answers: {terms: true}, name: 'Salma', language: 'en'};
export const bicyclesInArabic = {title: 'مواقف للدراجات قرب المدارس', text: 'أقترح تخصيص مواقف للدراجات عند مداخل المدارس ليترك الطلبة دراجاتهم فيها.', categoryId: 'roads', answers: {terms: true}, name: 'سلمى', language: 'ar'};
