/** An e-services portal that asks its visitors: open polls first, then what is coming, then what came of the last one. */
import {html} from 'hono/html';
import {document} from './layout.ts';
import type {Language, Markup} from './layout.ts';

type Words = {
  title: string;
  deck: string;
  marks: [string, string][];
  services: {heading: string; list: [string, string][]};
  open: {heading: string; deck: string};
  coming: {heading: string; deck: string};
  fallback: string;
};

const openPolls = ['mobile-first', 'service-rating', 'saturday-hours', 'improve-channels', 'city-budget', 'priorities-2027'];
const otherPolls = ['paper-receipts', 'school-routes'];

const english: Words = {
  title: 'Your services, your say',
  deck: 'Get things done online, and help decide what we improve next. Each answer takes less than a minute.',
  marks: [['38', 'services online'], ['24/7', 'no appointment needed'], ['2', 'languages, with more to come']],
  services: {
    heading: 'Services people use most',
    list: [
      ['Book an appointment', 'Choose a branch, a day and a time.'],
      ['Request a certificate', 'Signed electronically, in your inbox within the hour.'],
      ['Renew a permit', 'Check what is needed before you begin.'],
      ['Pay a fee', 'One basket for everything that is due.'],
      ['Change an address', 'Tell us once; we pass it on where you agree.'],
      ['Track a request', 'See where it stands, with its reference number.'],
    ],
  },
  open: {heading: 'Have your say', deck: 'These polls are open now. Every card says who may vote, until when, and when the results are shown.'},
  coming: {heading: 'What came of it, and what comes next', deck: 'A poll is only finished once we have said what we decided.'},
  fallback: 'This poll appears here once the page has loaded.',
};

const arabic: Words = {
  title: 'خدماتكم، ورأيكم فيها',
  deck: 'أنجزوا معاملاتكم عن بُعد، وشاركوا في تحديد ما نحسّنه لاحقًا. لا تستغرق الإجابة أكثر من دقيقة.',
  marks: [['٣٨', 'خدمة إلكترونية'], ['٢٤/٧', 'دون موعد مسبق'], ['لغتان', 'والمزيد قادم']],
  services: {
    heading: 'الخدمات الأكثر استخدامًا',
    list: [
      ['حجز موعد', 'اختيار الفرع واليوم والساعة.'],
      ['طلب شهادة', 'موقّعة إلكترونيًا، تصل خلال ساعة.'],
      ['تجديد تصريح', 'معرفة المتطلبات قبل البدء.'],
      ['دفع الرسوم', 'سلّة واحدة لكل ما هو مستحق.'],
      ['تغيير العنوان', 'يكفي إبلاغنا مرة واحدة، ونتولّى الباقي بعد موافقتكم.'],
      ['متابعة طلب', 'معرفة حالة الطلب برقمه المرجعي.'],
    ],
  },
  open: {heading: 'شاركونا الرأي', deck: 'استطلاعات مفتوحة الآن. وتبيّن كل بطاقة من يحقّ له التصويت، وموعد الإغلاق، ومتى تظهر النتائج.'},
  coming: {heading: 'ما الذي تحقّق، وما القادم؟', deck: 'لا ينتهي الاستطلاع عندنا إلا بعد إعلان ما تقرّر بناءً عليه.'},
  fallback: 'يظهر الاستطلاع هنا متى اكتمل تحميل الصفحة.',
};

const pages: Record<Language, {words: Words; other: string}> = {
  en: {words: english, other: '/demo/portal-ar.html'},
  ar: {words: arabic, other: '/demo/portal-en.html'},
};

export function portalPage(language: Language): Markup {
  const {words, other} = pages[language];
  const poll = (id: string) => html`<shurkum-poll-card poll-id="${id}"><p>${words.fallback}</p></shurkum-poll-card>`;
  const main = html`
  <div class="band"><div class="wide">
    <h1>${words.title}</h1>
    <p>${words.deck}</p>
    <ul class="marks">${words.marks.map(([figure, what]) => html`<li><b>${figure}</b>${what}</li>`)}</ul>
  </div></div>
  <section class="section tinted" aria-labelledby="services"><div class="wide">
    <h2 id="services">${words.services.heading}</h2>
    <ul class="services">${words.services.list.map(([name, what]) => html`<li><a href="#main"><b>${name}</b><span>${what}</span></a></li>`)}</ul>
  </div></section>
  <section class="section" aria-labelledby="say"><div class="wide">
    <h2 id="say">${words.open.heading}</h2>
    <p>${words.open.deck}</p>
    <div class="polls">${openPolls.map(poll)}</div>
  </div></section>
  <section class="section ruled" aria-labelledby="next"><div class="wide">
    <h2 id="next">${words.coming.heading}</h2>
    <p>${words.coming.deck}</p>
    <div class="polls few">${otherPolls.map(poll)}</div>
  </div></section>`;
  return document({language, title: words.title, description: words.deck, script: 'poll-card.js', current: 'portal', other, main});
}
