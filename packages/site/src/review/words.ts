/** What the pages of a form say to people without JavaScript. */
import type {Schema} from '@shurkum/contract';
import type {Language} from '../pages/layout.ts';

type Kind = Schema<'Kind'>;
type Say = {
  optional: string; choose: string; title: string; text: Record<Kind, string>; category: string; name: string; nameHint: string; email: string; emailHint: string;
  public: string; open: string; closed: string; agreed: string; none: string; noFiles: string; filesNeeded: string;
  next: string; check: string; checkWhy: string; change: string; send: Record<Kind, string>; then: string; again: string; description: string;
  quoted: (answer: string) => string; reads: (who: string) => string; readsIt: string; shown: string; shownWith: (answers: string) => string; hidden: string; promise: (days: number, n: string, day: string) => string; noPromise: string; mail: string;
  errors: string; missing: string; missingChoice: string; consent: string; tooLong: (most: number, n: string) => string; tooShort: (least: number, n: string) => string; range: (least: string, most: string) => string;
  noNumber: string; noDate: string; noEmail: string; number: string; refused: string;
  done: Record<Kind, string>; reference: string; secret: string; secretWhy: string; next3: string; received: (when: string) => string; goesPublic: string; staysPrivate: string; by: (days: number, n: string, day: string) => string; follow: string; confirmMail: string; keep: string;
  soon: (when: string) => string; shut: string; gone: {title: string; why: string}; signIn: string; foreign: {title: string; why: string}; later: {title: string; why: string}; expired: string; back: string;
};

/** A number of working days; `n` is how it is written here. */
const working = (days: number, n: string): string => ({one: 'يوم عمل واحد', two: 'يومَي عمل', few: `${n} أيام عمل`}[new Intl.PluralRules('ar').select(days) as 'one'] ?? `${n} يوم عمل`);

const letters = (count: number, n: string): string =>
  ({one: 'حرف واحد', two: 'حرفان', few: `${n} أحرف`, many: `${n} حرفًا`}[new Intl.PluralRules('ar').select(count) as 'one'] ?? `${n} حرف`);

const ar: Say = {
  optional: '(اختياري)', choose: 'يُرجى الاختيار', title: 'عنوان في كلمات قليلة', category: 'ما موضوعه؟',
  text: {suggestion: 'نص المقترح', complaint: 'نص الشكوى', inquiry: 'نص الاستفسار', report: 'نص البلاغ'},
  name: 'الاسم', nameHint: 'يُنشر إن نُشرت المشاركة، ودونه يظهر «زائر».', email: 'البريد الإلكتروني، لإبلاغكم بالمستجدّات', emailHint: 'لا يُنشر أبدًا. وتؤكدونه برابط قبل إرسال أي شيء آخر إليه.',
  public: 'من يمكنه الاطلاع عليه؟', open: 'الجميع، بعد المراجعة', closed: 'الجهة وحدها', agreed: 'موافق', none: 'دون إجابة',
  noFiles: 'لا يمكن إضافة الملفات إلا مع تفعيل جافا سكربت.', filesNeeded: 'يتطلب هذا النموذج ملفًا، ولا يمكن إضافته إلا مع تفعيل جافا سكربت.',
  next: 'المراجعة قبل الإرسال', check: 'المراجعة والإرسال', checkWhy: 'لم يُرسَل شيء بعد. يُرجى مراجعة ما يلي ثم الإرسال.', change: 'تعديل',
  send: {suggestion: 'إرسال المقترح', complaint: 'إرسال الشكوى', inquiry: 'إرسال الاستفسار', report: 'إرسال البلاغ'},
  then: 'عند الإرسال', again: 'كتابة مشاركة أخرى', description: 'مراجعة المشاركة وإرسالها',
  quoted: (answer) => `«${answer}»`, reads: (who) => `الجهة التي تطّلع عليه وتردّ: ${who}.`, readsIt: 'تطّلع عليه الجهة المسؤولة عن هذا النموذج وتردّ عليه.',
  shown: 'بعد المراجعة يطّلع الجميع على العنوان والنص والاسم إن ذُكر. ولا يُنشر غير ذلك.',
  shownWith: (answers) => `بعد المراجعة يطّلع الجميع على العنوان والنص والاسم إن ذُكر، وعلى إجابة ${answers}. ولا يُنشر غير ذلك.`,
  hidden: 'لا يُنشر، ولا تطّلع عليه إلا الجهة.', promise: (days, n, day) => `يصلكم الردّ خلال ${working(days, n)}، في موعد أقصاه ${day}.`,
  noPromise: 'لم يُحدَّد موعد للردّ، ويمكن متابعة كل خطوة بالرقم المرجعي.', mail: 'لا يُستخدم بريدكم الإلكتروني إلا لمستجدّات هذا الموضوع بعد تأكيده، ولا يُنشر أبدًا.',
  errors: 'يُرجى تصحيح ما يلي أولًا', missing: 'يُرجى ملء هذا الحقل.', missingChoice: 'يُرجى اختيار إجابة.', consent: 'لا يمكن الإرسال دون هذه الموافقة.',
  tooLong: (most, n) => `النص أطول من المسموح (${letters(most, n)} على الأكثر).`, tooShort: (least, n) => `النص أقصر من المطلوب (${letters(least, n)} على الأقل).`,
  range: (least, most) => (least && most ? `من ${least} إلى ${most}.` : least ? `${least} على الأقل.` : `${most} على الأكثر.`),
  noNumber: 'يُرجى كتابة رقم مناسب.', noDate: 'يُرجى كتابة التاريخ هكذا: \u20662026-12-31\u2069.', noEmail: 'عنوان البريد الإلكتروني غير صحيح؛ مثال: \u2066name@example.org\u2069', number: 'عدد الإجابات المختارة غير مناسب.', refused: 'لم تُقبل هذه الإجابة. يُرجى مراجعتها.',
  done: {suggestion: 'وصل مقترحكم', complaint: 'وصلت شكواكم', inquiry: 'وصل استفساركم', report: 'وصل بلاغكم'},
  reference: 'الرقم المرجعي', secret: 'رمز المتابعة', secretWhy: 'يُرجى حفظ رمز المتابعة مع الرقم المرجعي: فبهما معًا تُعرف الحالة من أي جهاز ودون حساب. يُرجى عدم إطلاع الآخرين عليه.',
  next3: 'الخطوات التالية', received: (when) => `تاريخ الاستلام: ${when}`, goesPublic: 'يُراجَع ثم يُنشر ليطّلع عليه الجميع ويؤيّدوه', staysPrivate: 'يبقى لدى الجهة ولا يُنشر',
  by: (days, n, day) => `الردّ خلال ${working(days, n)}، في موعد أقصاه ${day}`, follow: 'متابعة الحالة', confirmMail: 'أرسلنا إليكم رسالة بالبريد الإلكتروني: يُرجى فتح الرابط الذي فيها لتصلكم المستجدّات.', keep: 'يُرجى طباعة هذه الصفحة أو تدوين الرقم والرمز.',
  soon: (when) => `يُفتح هذا النموذج في ${when}.`, shut: 'هذا النموذج مغلق، ولم يعد الإرسال ممكنًا.', gone: {title: 'النموذج غير موجود', why: 'ربما نُقل أو أُغلق.'},
  signIn: 'الإرسال يتطلب تسجيل الدخول في صفحة الجهة.', foreign: {title: 'لم يُرسَل شيء', why: 'لم يأتِ هذا الطلب من صفحة المراجعة. يُرجى العودة إليها والإرسال منها.'},
  later: {title: 'تعذّر ذلك الآن', why: 'لم يُرسَل شيء ولم يضِع شيء مما كُتب. يُرجى إعادة المحاولة بعد قليل.'}, expired: 'مرّ وقت طويل منذ المراجعة. يُرجى إلقاء نظرة أخيرة ثم الإرسال.', back: 'العودة إلى النموذج',
};

const days = (count: number, n: string): string => (count === 1 ? 'one working day' : `${n} working days`);

const en: Say = {
  optional: '(optional)', choose: 'Please choose', title: 'Title in a few words', category: 'What is it about?',
  text: {suggestion: 'Your suggestion', complaint: 'Your complaint', inquiry: 'Your question', report: 'Your report'},
  name: 'Your name', nameHint: 'It is published where this is published. Without one it says “Guest”.', email: 'E-mail, to be told what becomes of it', emailHint: 'It is never published. You confirm it by a link before anything else is sent.',
  public: 'Who may read it?', open: 'Everyone, once it has been reviewed', closed: 'Only the authority', agreed: 'Agreed', none: 'Not given',
  noFiles: 'Files can only be added with JavaScript switched on.', filesNeeded: 'This form needs a file, which can only be added with JavaScript switched on.',
  next: 'Check before sending', check: 'Check and send', checkWhy: 'Nothing has been sent yet. Please look it over, then send it.', change: 'Change',
  send: {suggestion: 'Send the suggestion', complaint: 'Send the complaint', inquiry: 'Send the question', report: 'Send the report'},
  then: 'When you send it', again: 'Write another', description: 'Check what you wrote, and send it',
  quoted: (answer) => `“${answer}”`, reads: (who) => `${who} reads it and answers it.`, readsIt: 'The authority that runs this form reads it and answers it.',
  shown: 'Once it has been reviewed, everyone can read its title, its text, and your name if you gave one. Nothing else is published.',
  shownWith: (answers) => `Once it has been reviewed, everyone can read its title, its text, your name if you gave one, and your answer to ${answers}. Nothing else is published.`,
  hidden: 'It is not published: only the authority reads it.', promise: (count, n, day) => `You get an answer within ${days(count, n)}: by ${day}.`,
  noPromise: 'No time was promised for an answer; every step can be followed by its reference number.', mail: 'Your e-mail address is used for news of this alone, once you have confirmed it, and is never published.',
  errors: 'Please put this right first', missing: 'Please fill this in.', missingChoice: 'Please choose one.', consent: 'It can only be sent with this consent.',
  tooLong: (_, n) => `The text is too long (at most ${n} characters).`, tooShort: (_, n) => `The text is too short (at least ${n} characters).`,
  range: (least, most) => (least && most ? `From ${least} to ${most}.` : least ? `At least ${least}.` : `At most ${most}.`),
  noNumber: 'This is not a number that fits here.', noDate: 'Please write the date like this: 2026-12-31.', noEmail: 'This is not a complete e-mail address.', number: 'That is not the right number of choices.', refused: 'This was not accepted. Please look at it again.',
  done: {suggestion: 'Your suggestion has arrived', complaint: 'Your complaint has arrived', inquiry: 'Your question has arrived', report: 'Your report has arrived'},
  reference: 'Reference number', secret: 'Tracking code', secretWhy: 'Keep the tracking code with the reference number: both together show how it stands, on any device, without an account. Do not give it to others.',
  next3: 'What happens next', received: (when) => `Received on ${when}`, goesPublic: 'It is reviewed, then published for everyone to read and support', staysPrivate: 'It stays with the authority and is not published',
  by: (count, n, day) => `Answer within ${days(count, n)}: by ${day}`, follow: 'See how it stands', confirmMail: 'We have sent you an e-mail: please open its link, so that we may tell you what becomes of it.', keep: 'Please print this page, or note the number and the code down.',
  soon: (when) => `This form opens on ${when}.`, shut: 'This form is closed. Nothing can be sent any more.', gone: {title: 'There is no such form', why: 'It may have been moved or closed.'},
  signIn: 'Sending this needs a sign-in on the authority’s own page.', foreign: {title: 'Nothing was sent', why: 'This did not come from the page where it is checked. Please go back to that page and send it from there.'},
  later: {title: 'That did not work just now', why: 'Nothing has been sent, and nothing you wrote is lost. Please try again in a moment.'}, expired: 'It is a while since you checked this. Please look it over once more, then send it.', back: 'Back to the form',
};

export type {Say};
export const words: Record<Language, Say> = {ar, en};
