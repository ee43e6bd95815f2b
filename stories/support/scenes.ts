/** What happened before a story begins, in words both languages share: the people are invented. */
import type {Schema} from '@shurkum/contract';
import {answerComment, createPoll, decideComment, pinComment, publishOutcome} from '@shurkum/server';
import type {Scene, Stage} from './stage.ts';

export const thread = 'blog/open-data';
const agency = {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'};
const role = {ar: 'مدير إدارة البيانات', en: 'Head of Data'};
const texts = [
  ['مريم', 'أدرّس الإحصاء، وأكثر ما يحتاج إليه طلبتي جداول *قابلة للمعالجة* لا صور ممسوحة ضوئيًا.'],
  ['سالم', 'نحتاج إلى مواعيد الحافلات بصيغة GTFS، وتحديث واحد كل أسبوع يكفي: https://gtfs.org'],
  ['Priya', 'Please describe every column in English too.\n\n- a short README\n- one example for each file'],
  ['فاطمة', 'أرجو أن يكون مع كل رسم بياني جدول نصي بالأرقام نفسها.'],
  ['خالد', '> البيانات المتعارضة أسوأ من غياب البيانات.\n\nفأيّ النسخ الثلاث نعتمد؟'],
] as const;

/** Posts one comment as a new guest and gives its id. */
export async function say(stage: Stage, name: string | null, text: string, parentId?: string): Promise<string> {
  const guest = await stage.guest();
  const {comment} = await guest.act<Schema<'MyComment'>>('POST', '/comments', {threadId: thread, text, ...(name && {name}), ...(parentId && {parentId})});
  return comment.id;
}

/** Some comments, the oldest first. */
export const said = (count: number): Scene => async (stage) => {
  for (let n = 0; n < count; n += 1) {
    const [name, text] = texts[n % texts.length]!;
    await say(stage, name, count > texts.length ? `${text} (${n + 1})` : text);
  }
};

/** Replies, support, a pinned comment with the authority's answer, and one that was removed. */
export const fullThread: Scene = async (stage) => {
  const {services} = stage.server;
  const first = await say(stage, ...texts[0]);
  for (let voice = 0; voice < 3; voice += 1) await (await stage.guest()).act('PUT', `/comments/${first}/support`);
  const reply = await say(stage, 'يوسف', 'أضم صوتي إلى هذا المقترح.', first);
  await say(stage, 'مريم', 'شكرًا يا يوسف.', reply);
  await pinComment(services, 'default', first, true);
  await answerComment(services, 'default', first, {agency, role, text: 'أُدرجت هذه البيانات في الدفعة الأولى من جدول النشر.'});
  const advert = await say(stage, 'إعلان', 'عروض خاصة لفترة محدودة.');
  await say(stage, 'سالم', 'لا صلة لهذا التعليق بالموضوع.', advert);
  await decideComment(services, 'default', advert, {state: 'removed', reason: 'spam'});
  for (const [name, text] of texts.slice(1)) await say(stage, name, text);
  await say(stage, null, 'شكرًا على فتح باب الحوار.');
};

/** One comment that was removed, and a reply that stays. */
export const removedThread: Scene = async (stage) => {
  const advert = await say(stage, 'إعلان', 'عروض خاصة لفترة محدودة.');
  await say(stage, 'سالم', 'لا صلة لهذا التعليق بالموضوع.', advert);
  await decideComment(stage.server.services, 'default', advert, {state: 'removed', reason: 'spam'});
};

const option = (id: string, ar: string, en: string) => ({id, label: {ar, en}});
const channels = [option('website', 'الموقع الإلكتروني', 'The website'), option('app', 'تطبيق الهاتف', 'The mobile app'),
  option('phone', 'مركز الاتصال', 'The call centre'), option('counter', 'مراكز الخدمة', 'Service centres')];

export const questions: Record<Schema<'PollKind'>, Omit<Schema<'Question'>, 'id' | 'text'>> = {
  single: {kind: 'single', options: channels},
  multiple: {kind: 'multiple', options: channels, min: 1, max: 2},
  'yes-no-abstain': {kind: 'yes-no-abstain', options: [option('yes', 'موافق', 'Agree'), option('no', 'غير موافق', 'Disagree'), option('abstain', 'ممتنع', 'Abstain')]},
  rating: {kind: 'rating', options: [], scale: {min: 1, max: 5, minLabel: {ar: 'صعبة جدًا', en: 'Very hard'}, maxLabel: {ar: 'سهلة جدًا', en: 'Very easy'}}},
  ranking: {kind: 'ranking', options: channels, min: 1, max: 4},
  points: {kind: 'points', options: channels, points: 10},
};
const titles: Record<Schema<'PollKind'>, Schema<'LocalText'>> = {
  single: {ar: 'أيّ قناة نحسّنها أولًا؟', en: 'Which channel should we improve first?'},
  multiple: {ar: 'ما القنوات التي تستخدمونها أكثر من غيرها؟', en: 'Which channels do you use most?'},
  'yes-no-abstain': {ar: 'هل توافقون على فتح المراكز صباح السبت؟', en: 'Should the centres open on Saturday mornings?'},
  rating: {ar: 'ما مدى سهولة إنجاز آخر معاملة لكم؟', en: 'How easy was your last request?'},
  ranking: {ar: 'ما ترتيب القنوات بحسب أهميتها لكم؟', en: 'How do you rank these channels?'},
  points: {ar: 'كيف توزّعون عشر نقاط على القنوات؟', en: 'How would you share ten points among the channels?'},
};
const ballots: Record<Schema<'PollKind'>, Omit<Schema<'Answer'>, 'questionId'>[]> = {
  single: [{optionIds: ['app']}, {optionIds: ['app']}, {optionIds: ['website']}],
  multiple: [{optionIds: ['app', 'phone']}, {optionIds: ['app']}, {optionIds: ['website', 'counter']}],
  'yes-no-abstain': [{optionIds: ['yes']}, {optionIds: ['yes']}, {optionIds: ['no']}],
  rating: [{rating: 4}, {rating: 5}, {rating: 2}],
  ranking: [{optionIds: ['app', 'website', 'phone', 'counter']}, {optionIds: ['website', 'app']}, {optionIds: ['app']}],
  points: [{points: [{optionId: 'app', points: 6}, {optionId: 'phone', points: 4}]}, {points: [{optionId: 'website', points: 10}]}],
};

export const poll = 'channels';
const hours = (now: Date, count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();

export type PollSetting = {
  kind?: Schema<'PollKind'>;
  resultRule?: Schema<'ResultRule'>;
  changeable?: boolean;
  quorum?: number;
  /** How many hours after opening the story is told; negative: before. */
  after?: number;
  /** How many times everyone in `ballots` votes. */
  votes?: number;
  outcome?: boolean;
};

/** A poll that is open for 48 hours, people who have voted, and then the moment of the story. */
export const polled = ({kind = 'single', resultRule = 'after-vote', changeable = false, quorum, after = 3, votes = 4, outcome = false}: PollSetting = {}): Scene => async (stage) => {
  const {services, store, clock} = stage.server;
  const opens = clock.now();
  await createPoll(store, 'default', {
    id: poll, title: titles[kind], asker: agency, questions: [{...questions[kind], id: 'q1', text: titles[kind]}],
    opensAt: hours(opens, 0), closesAt: hours(opens, 48), timeZone: 'Asia/Muscat', resultRule, changeable, guests: true, quorum: quorum ?? null,
  });
  if (after > 0) {
    clock.set(new Date(hours(opens, 1)));
    for (let round = 0; round < votes; round += 1) {
      for (const ballot of ballots[kind]) await (await stage.guest()).act('PUT', `/polls/${poll}/ballot`, {answers: [{questionId: 'q1', ...ballot}]});
    }
  }
  clock.set(new Date(hours(opens, after)));
  if (!outcome) return;
  await publishOutcome(services, 'default', poll, {date: clock.now().toISOString(), agency,
    text: {ar: 'يبدأ العمل على تحسين التطبيق في الربع القادم، ويُعلن جدوله في هذه الصفحة.', en: 'Work on the app begins next quarter; its schedule will be announced on this page.'}});
};
