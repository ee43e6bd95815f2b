/** Proposals for tests and stories: one in each state that a decision and its progress can be in, in either language. */
import {form, formSpace, ideas, official, proposal} from './forms.ts';

export type Server = Parameters<typeof proposal>[0] & Parameters<typeof form>[0] & {clock: {now: () => Date; set: (date: string) => void}};
type Language = 'ar' | 'en';
type Act = readonly [what: string, body: object | null, method?: string];
type Texts = Record<Language, readonly [title: string, text: string]>;
type Sample = {texts: Texts; categoryId: string; acts?: (language: Language) => Act[]};

export const trackerSpace = {...formSpace, agencies: [...formSpace.agencies ?? [], {id: 'parks', name: {ar: 'بلدية المدينة', en: 'City Council'}}]};

const role = {ar: 'مدير إدارة الطرق', en: 'Head of Roads'};
const decide = (decision: string, reason: string, text: string, more: object = {}): Act => ['decision', {decision, reason, text, agencyId: 'transport', ...more}];
const review: Act = ['decision', {decision: 'under-review'}];
export const answer = (text: string): Act[] => [['answer', {agencyId: 'transport', role, text}], ['answer/publication', null, 'POST']];
const say = (language: Language, ar: string, en: string): string => (language === 'ar' ? ar : en);

const samples: Sample[] = [
  {categoryId: 'roads', texts: {
    ar: ['مواقف للدراجات قرب المدارس', 'أقترح تخصيص مواقف للدراجات عند مداخل المدارس، ليترك الطلبة دراجاتهم فيها *بأمان*.\n\n- قريبة من البوابة\n- مظلّلة في الصيف'],
    en: ['Bicycle stands near schools', 'Please put bicycle stands at the entrances of schools, so that pupils can leave their bicycles *safely*.\n\n- close to the gate\n- shaded in summer']}},
  {categoryId: 'roads', acts: () => [review], texts: {
    ar: ['ممرات مظلّلة إلى مواقف الحافلات', 'يصعب انتظار الحافلة في الصيف دون ظل. أقترح مظلات على الطريق إلى المواقف.'],
    en: ['Shaded paths to bus stops', 'Waiting for a bus in summer without shade is hard. Please put canopies along the way.']}},
  {categoryId: 'parks', acts: (language) => [review, decide('accepted', 'adopted', say(language, 'نشكر لكم المقترح. يبدأ العمل في الحديقتين الشمالية والساحلية هذا العام.', 'Thank you. Work begins this year in the northern and the coastal park.'),
    {link: {url: 'https://plan.example/parks-2027', title: {ar: 'خطة الحدائق ٢٠٢٧', en: 'Parks plan 2027'}}}), ['progress', {progress: 'in-progress', percent: 40}]], texts: {
    ar: ['ألعاب للأطفال ذوي الإعاقة في الحدائق', 'أقترح ألعابًا يستخدمها جميع الأطفال معًا.'],
    en: ['Playgrounds for children with disabilities', 'Please put up play equipment that all children can use together.']}},
  {categoryId: 'roads', acts: (language) => [...answer(say(language, 'درسنا المسار مع المدرسة، ويُفتتح المعبر قبل بداية العام الدراسي.', 'We looked at the route with the school; the crossing opens before the school year begins.')),
    decide('accepted', 'adopted', say(language, 'اعتُمد إنشاء المعبر.', 'The crossing will be built.')), ['progress', {progress: 'done'}]], texts: {
    ar: ['معبر مشاة أمام المكتبة العامة', 'السيارات سريعة هناك، ولا معبر على مسافة قريبة.'],
    en: ['A crossing in front of the library', 'Cars are fast there, and no crossing is near.']}},
  {categoryId: 'parks', acts: (language) => [decide('partly-accepted', 'cost', say(language, 'تُنار الممرات الرئيسة أولًا، أما الفرعية فبعد توفر الاعتماد.', 'Main paths are lit first; side paths follow once there is a budget.')), ['progress', {progress: 'planned'}]], texts: {
    ar: ['إنارة ممرات المشي ليلًا', 'كثيرون يمشون بعد الغروب، والممرات مظلمة.'],
    en: ['Light the footpaths at night', 'Many people walk after sunset, and the paths are dark.']}},
  {categoryId: 'roads', acts: (language) => [decide('declined', 'not-feasible', say(language, 'عرض الشارع لا يتسع لمسار إضافي دون إزالة الأرصفة.', 'The street is not wide enough for another lane without removing its pavements.'))], texts: {
    ar: ['مسار ثالث في شارع السوق', 'يزدحم الشارع كل مساء.'],
    en: ['A third lane in Market Street', 'The street is congested every evening.']}},
  {categoryId: 'roads', acts: (language) => [decide('transferred', 'not-in-remit', say(language, 'مواعيد القطارات من اختصاص هيئة السكك الحديدية، وأُرسل المقترح إليها.', 'Train times are a matter for the rail authority, to which it was sent.'),
    {transferredTo: {ar: 'هيئة السكك الحديدية', en: 'Rail Authority'}})], texts: {
    ar: ['قطار مبكر يوم الجمعة', 'أول قطار يصل بعد بداية الدوام.'],
    en: ['An early train on Fridays', 'The first train arrives after work has begun.']}},
  {categoryId: 'parks', acts: (language) => [decide('expired', 'out-of-date', say(language, 'أُغلقت الحديقة القديمة، وافتُتحت بدلًا منها حديقة الوادي.', 'The old park has closed; Valley Park was opened in its place.'))], texts: {
    ar: ['مقاعد في الحديقة القديمة', 'لا مقاعد كافية لكبار السن.'],
    en: ['Benches in the old park', 'There are not enough benches for older people.']}},
];

/** A place with the form for ideas and one proposal in each state, sent a day after another; gives their references, the first sent first. */
export async function everyState(server: Server, language: Language = 'en', {supportsNeeded = 5}: {supportsNeeded?: number} = {}): Promise<string[]> {
  const start = Date.parse('2026-11-02T08:00:00Z');
  server.clock.set(new Date(start).toISOString());
  await form(server, {...ideas, supportsNeeded});
  const references: string[] = [];
  for (const [index, {texts, categoryId, acts}] of samples.entries()) {
    server.clock.set(new Date(start + index * 86_400_000).toISOString());
    const [title, text] = texts[language];
    const reference = await proposal(server, {title, text, categoryId, language, answers: {terms: true, place: say(language, 'الحي الشمالي', 'Northern quarter')}, name: say(language, 'سلمى', 'Salma')});
    references.push(reference);
    for (const [what, body, method] of acts?.(language) ?? []) await official(server, reference, what, body, method);
  }
  server.clock.set('2026-11-12T08:00:00Z');
  return references;
}

/** The first joins the second. */
export const merge = (server: Server, reference: string, into: string): Promise<void> =>
  official(server, reference, 'merge', {into, text: 'The same wish.', agencyId: 'transport'}, 'POST');

export {form, ideas, official, proposal};
