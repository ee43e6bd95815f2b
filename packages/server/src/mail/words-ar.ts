/** Arabic, as a public service writes: verbal nouns, nobody's gender, and the plural of respect. */
import type {Schema} from '@shurkum/contract';
import {isFinal} from '../domain/proposal.ts';
import {latin, line} from './lines.ts';
import type {Line} from './lines.ts';
import type {About, Fact, Words} from './words.ts';

const nouns = {
  suggestion: {the: 'المقترح', yours: 'مقترحكم'},
  complaint: {the: 'الشكوى', yours: 'شكواكم'},
  inquiry: {the: 'الاستفسار', yours: 'استفساركم'},
  report: {the: 'البلاغ', yours: 'بلاغكم'},
} as const;

const decisions: Record<Schema<'DecisionState'>, string> = {
  'open': 'مفتوح', 'under-review': 'قيد الدراسة', 'accepted': 'مقبول', 'partly-accepted': 'مقبول جزئيًا', 'declined': 'لم يُقبل',
  'transferred': 'أُحيل إلى جهة أخرى', 'merged': 'دُمج مع مقترح آخر', 'expired': 'انتهت مدّته',
};

const grounds: Record<Schema<'DecisionReason'>, string> = {
  'adopted': 'اعتماد الفكرة', 'planned-already': 'مُدرج في الخطة من قبل', 'exists-already': 'قائم بالفعل', 'not-feasible': 'تعذّر التنفيذ حاليًا',
  'cost': 'التكلفة', 'legal': 'موانع قانونية', 'not-in-remit': 'خارج اختصاص الجهة', 'duplicate': 'تكرار لمشاركة سابقة', 'unclear': 'عدم وضوح المطلوب',
  'out-of-date': 'تغيّر الظروف', 'other': 'سبب آخر',
};

const progress: Record<Schema<'ProgressState'>, string> = {
  'not-started': 'لم يبدأ', 'planned': 'مُدرج في الخطة', 'in-progress': 'قيد التنفيذ', 'done': 'نُفِّذ',
};

const reasons: Record<Schema<'ReasonCode'>, string> = {
  'pre-moderation': 'المراجعة قبل النشر', 'policy': 'مخالفة قواعد المشاركة', 'abuse': 'إساءة أو مضايقة', 'spam': 'إعلان أو محتوى غير مرغوب فيه', 'off-topic': 'خروج عن الموضوع',
  'personal-data': 'بيانات شخصية', 'illegal': 'مخالفة القانون', 'duplicate': 'تكرار لمشاركة سابقة', 'other': 'سبب آخر',
};

const receivedThen = {
  held: 'تجري المراجعة أولًا، ثم النشر ليطّلع عليه الجميع. وتصلكم هنا كل المستجدّات.',
  private: 'لا يُنشر ما أُرسل، وتطّلع عليه الجهة وحدها. وتصلكم هنا كل المستجدّات.',
  published: 'وقد جرى النشر، وبإمكان الجميع الاطلاع والتأييد والنقاش. وتصلكم هنا كل المستجدّات.',
} as const;

const supporters: Record<Intl.LDMLPluralRule, string> = {
  zero: 'لا مؤيّدين', one: 'مؤيّد واحد', two: 'مؤيّدان', few: '# مؤيّدين', many: '# مؤيّدًا', other: '# مؤيّد',
};
const plural = new Intl.PluralRules('ar');

const named = ({kind, title}: About): Line => (title ? line`${nouns[kind].the} «${title}»` : [nouns[kind].the]);
const stage = ({state, percent}: Schema<'Progress'>, shown: (value: number) => string): string =>
  (percent === null ? progress[state] : `${progress[state]} (${shown(percent)})`);

export const arabic: Words = {
  language: 'ar', direction: 'rtl',
  read: 'الاطلاع على التفاصيل', confirm: 'تأكيد المتابعة', stop: 'إلغاء المتابعة وحذف العنوان', linked: 'وثيقة ذات صلة',
  name: ({kind, reference}) => line`${nouns[kind].the} ${reference}`,
  subject(told, about, facts, formats) {
    const {the} = nouns[about.kind];
    const thing = line`${the} ${about.reference}`;
    switch (told) {
      case 'confirm': return line`تأكيد متابعة ${thing}`;
      case 'received': return line`استلام ${thing}`;
      case 'published': return line`نشر ${thing}`;
      case 'rejected': return line`عدم نشر ${thing}`;
      case 'removed': return line`إزالة ${thing}`;
      case 'withdrawn': return line`سحب ${thing}`;
      case 'decision': return line`${isFinal(facts.decision?.state ?? 'open') ? 'قرار بشأن' : 'حالة'} ${thing}: ${decisions[facts.decision?.state ?? 'open']}`;
      case 'progress': return line`مستجدّات تنفيذ ${thing}: ${facts.progress ? stage(facts.progress, formats.percent) : ''}`;
      case 'answer': return line`ردّ رسمي على ${thing}`;
      case 'threshold': return line`بلوغ ${thing} عدد المؤيّدين المطلوب`;
      case 'merged': return line`دمج مشاركة أخرى في ${thing}`;
    }
  },
  said(told, about, facts, formats) {
    const {yours} = nouns[about.kind];
    switch (told) {
      case 'confirm': return about.own
        ? [line`وصلنا ${yours}${about.title ? line` «${about.title}»` : ''}، فشكرًا لمشاركتكم.`, line`لتصل المستجدّات إلى هذا العنوان، يُرجى تأكيد المتابعة. ولا يُرسل شيء قبل ذلك.`]
        : [line`وصلنا طلب بمتابعة ${named(about)} على هذا العنوان.`, line`لتصل المستجدّات إليه، يُرجى تأكيد المتابعة. ولا يُرسل شيء قبل ذلك.`];
      case 'received': return [
        line`تسلّمنا ${yours}${about.title ? line` «${about.title}»` : ''}، ونشكر لكم مشاركتكم.`,
        [receivedThen[facts.stands]],
      ];
      case 'published': return [line`جرى نشر ${named(about)}، وبإمكان الجميع الآن الاطلاع والتأييد والنقاش.`];
      case 'rejected': return [line`جرت مراجعة ${named(about)}، وتقرّر عدم النشر.`];
      case 'removed': return [line`أزال الإشراف ${named(about)}.`];
      case 'withdrawn': return [line`جرى سحب ${named(about)} بطلب من صاحب المشاركة.`];
      case 'decision': return [isFinal(facts.decision?.state ?? 'open') ? line`صدر قرار بشأن ${named(about)}.` : line`تغيّرت حالة ${named(about)}.`];
      case 'progress': return [line`تغيّرت مرحلة التنفيذ في ${named(about)}.`];
      case 'answer': return [line`صدر ردّ رسمي على ${named(about)}.`];
      case 'threshold': return [
        line`بلغ تأييد ${named(about)} العدد الذي يستوجب ردًّا رسميًا: ${(supporters[plural.select(facts.supports ?? 0)]).replace('#', formats.number(facts.supports ?? 0))}.`,
      ];
      case 'merged': return [line`جرى دمج المشاركة ${latin(facts.merged ?? '')} في ${named(about)}، وانتقل معها المؤيّدون والمتابعون.`];
    }
  },
  facts(told, {decision, progress: stand, reason, agency, transferredTo, dueOn}, formats) {
    const found: Fact[] = [];
    if (told === 'decision' && decision) {
      found.push({label: 'القرار', value: [decisions[decision.state]]});
      if (decision.reason) found.push({label: 'السبب', value: [grounds[decision.reason]]});
      if (transferredTo) found.push({label: 'أُحيل إلى', value: [transferredTo]});
      if (decision.mergedInto) found.push({label: 'دُمج في', value: [latin(decision.mergedInto)]});
    }
    if (told === 'progress' && stand) found.push({label: 'التنفيذ', value: [stage(stand, formats.percent)]});
    if ((told === 'rejected' || told === 'removed') && reason) found.push({label: 'السبب', value: [reasons[reason]]});
    if (told === 'received' && agency) found.push({label: 'الجهة', value: [agency]});
    if (told === 'received') found.push({label: 'موعد الردّ', value: [dueOn ? formats.date(dueOn) : 'لم يُحدَّد']});
    return found;
  },
  signed: (agency, role, day) => (role ? line`${role}، ${agency}، ${day}` : line`${agency}، ${day}`),
  because: (told, about) => [
    told === 'confirm'
      ? line`إن لم يكن الطلب منكم فلا حاجة إلى أيّ إجراء: لا تصل إلى هذا العنوان رسالة أخرى، ويُحذف بعد سبعة أيام.`
      : line`تصلكم هذه الرسالة لأنّ هذا العنوان مسجَّل لمتابعة ${nouns[about.kind].the}.`,
    line`هذه رسالة آلية من ${about.space}، ولا تُقرأ الردود عليها.`,
  ],
};
