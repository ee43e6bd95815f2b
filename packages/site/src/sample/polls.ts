/** The sample polls: all six kinds, every result rule, and the states a poll goes through. Days are counted from the first start. */
import type {Schema} from '@shurkum/contract';

type LocalText = Schema<'LocalText'>;
type Question = Schema<'Question'>;

export type SamplePoll = {
  id: string;
  title: LocalText;
  asker: LocalText;
  question: Omit<Question, 'id' | 'text'> & {text?: LocalText};
  opens: number;
  closes: number | null;
  resultRule: Schema<'ResultRule'>;
  changeable?: boolean;
  quorum?: number;
  /** How many people have voted before the newcomer, and how they lean: one weight an option (or step of the scale). */
  people: number;
  lean: number[];
  outcome?: {days: number; text: LocalText};
};

export const agency = {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'};
const services = {ar: 'إدارة الخدمات الإلكترونية', en: 'e-Services Department'};
const option = (id: string, ar: string, en: string) => ({id, label: {ar, en}});

export const samplePolls: SamplePoll[] = [
  {
    id: 'mobile-first', asker: services, opens: -6, closes: 24, resultRule: 'after-vote', changeable: true, people: 148, lean: [5, 9, 4, 3],
    title: {ar: 'أيّ خدمة ننقلها أولًا إلى تطبيق الهاتف؟', en: 'Which service should move to the mobile app first?'},
    question: {kind: 'single', options: [
      option('certificates', 'إصدار الشهادات', 'Certificates'), option('appointments', 'حجز المواعيد', 'Booking appointments'),
      option('permits', 'تجديد التصاريح', 'Renewing permits'), option('payments', 'دفع الرسوم', 'Paying fees')]},
  },
  {
    id: 'service-rating', asker: services, opens: -12, closes: null, resultRule: 'always', people: 96, lean: [2, 4, 9, 16, 11],
    title: {ar: 'ما مدى سهولة إنجاز آخر معاملة إلكترونية لكم؟', en: 'How easy was your last online request?'},
    question: {kind: 'rating', options: [], scale: {min: 1, max: 5,
      minLabel: {ar: 'صعبة جدًا', en: 'Very hard'}, maxLabel: {ar: 'سهلة جدًا', en: 'Very easy'}}},
  },
  {
    id: 'saturday-hours', asker: agency, opens: -4, closes: 10, resultRule: 'after-close', quorum: 100, people: 64, lean: [6, 3, 1],
    title: {ar: 'هل توافقون على فتح مراكز الخدمة صباح السبت؟', en: 'Should service centres open on Saturday mornings?'},
    question: {kind: 'yes-no-abstain', options: [option('yes', 'موافق', 'Agree'), option('no', 'غير موافق', 'Disagree'), option('abstain', 'ممتنع', 'Abstain')]},
  },
  {
    id: 'improve-channels', asker: services, opens: -9, closes: 21, resultRule: 'after-vote', changeable: true, people: 112, lean: [7, 9, 3, 5, 4],
    title: {ar: 'ما القنوات التي ينبغي تحسينها أولًا؟', en: 'Which channels should we improve first?'},
    question: {kind: 'multiple', min: 1, max: 3, options: [
      option('website', 'الموقع الإلكتروني', 'The website'), option('app', 'تطبيق الهاتف', 'The mobile app'),
      option('phone', 'مركز الاتصال', 'The call centre'), option('whatsapp', 'المحادثة الفورية', 'Instant messaging'),
      option('counter', 'مراكز الخدمة', 'Service centres')]},
  },
  {
    id: 'city-budget', asker: {ar: 'بلدية المدينة', en: 'City Council'}, opens: -3, closes: 28, resultRule: 'after-vote', people: 73, lean: [6, 4, 3, 5],
    title: {ar: 'كيف توزّعون عشر نقاط على مشاريع الحي؟', en: 'How would you share ten points among projects in your neighbourhood?'},
    question: {kind: 'points', points: 10, options: [
      option('parks', 'حدائق وممرات للمشي', 'Parks and footpaths'), option('lighting', 'إنارة الشوارع', 'Street lighting'),
      option('library', 'مكتبة عامة', 'A public library'), option('crossings', 'معابر آمنة للمشاة', 'Safe crossings')]},
  },
  {
    id: 'priorities-2027', asker: agency, opens: -8, closes: 40, resultRule: 'manual', people: 58, lean: [5, 4, 6, 3],
    title: {ar: 'ما ترتيب الأولويات لعام ٢٠٢٧؟', en: 'How do you rank the priorities for 2027?'},
    question: {kind: 'ranking', min: 1, max: 4, options: [
      option('speed', 'سرعة إنجاز المعاملات', 'Faster answers'), option('clarity', 'لغة أوضح في النماذج', 'Plainer forms'),
      option('access', 'إتاحة الخدمات للأشخاص ذوي الإعاقة', 'Access for people with disabilities'), option('offline', 'خدمات تعمل دون إنترنت', 'Services that work offline')]},
  },
  {
    id: 'paper-receipts', asker: services, opens: -45, closes: -15, resultRule: 'after-close', people: 131, lean: [8, 3, 2],
    title: {ar: 'كيف تفضّلون استلام الإيصالات؟', en: 'How would you like to receive your receipts?'},
    question: {kind: 'single', options: [
      option('message', 'رسالة نصية مع رابط', 'A text message with a link'), option('mail', 'البريد الإلكتروني', 'E-mail'),
      option('paper', 'إيصال ورقي', 'On paper')]},
    outcome: {days: -5, text: {
      ar: 'تُرسل الإيصالات برسالة نصية ابتداءً من الشهر القادم، ويبقى الإيصال الورقي متاحًا لمن يطلبه في مراكز الخدمة.',
      en: 'From next month receipts are sent by text message. Paper receipts stay available on request at service centres.',
    }},
  },
  {
    id: 'school-routes', asker: {ar: 'بلدية المدينة', en: 'City Council'}, opens: 6, closes: 36, resultRule: 'after-close', people: 0, lean: [],
    title: {ar: 'أيّ طريق مدرسي نجعله أكثر أمانًا أولًا؟', en: 'Which route to school should we make safer first?'},
    question: {kind: 'single', options: [
      option('north', 'طريق الحي الشمالي', 'The northern quarter'), option('market', 'طريق السوق', 'Market Road'),
      option('coast', 'الطريق الساحلي', 'The coastal road')]},
  },
];
