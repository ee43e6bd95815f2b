/** A participation page: what becomes of ideas first, then a form for the next one, then the list of them all. */
import {html} from 'hono/html';
import {document} from './layout.ts';
import type {Language, Markup} from './layout.ts';

type Words = {
  title: string;
  deck: string;
  steps: [string, string][];
  list: {heading: string; fallback: string};
  form: {heading: string; fallback: string; plain: string};
  outcomes: {heading: string; fallback: string};
};

const words: Record<Language, Words> = {
  ar: {
    title: 'مقترحاتكم، وما الذي تحقّق منها',
    deck: 'قدّموا مقترحًا، أو أيّدوا ما سبقكم إليه غيركم، وتابعوا كل مقترح من استلامه إلى الردّ عليه ثم تنفيذه.',
    steps: [['١', 'نستلم المقترح ويصلكم رقمه المرجعي'], ['٢', 'تردّ الجهة خلال ١٤ يوم عمل'], ['٣', 'تتابعون التنفيذ خطوة بخطوة']],
    form: {heading: 'مقترح جديد', fallback: 'يظهر النموذج هنا متى اكتمل تحميل الصفحة.', plain: 'النموذج دون جافا سكربت'},
    list: {heading: 'أين وصلت المقترحات؟', fallback: 'تظهر المقترحات هنا متى اكتمل تحميل الصفحة.'},
    outcomes: {heading: 'حصيلة المشاركة', fallback: 'تظهر الأرقام هنا متى اكتمل تحميل الصفحة.'},
  },
  en: {
    title: 'Your suggestions, and what became of them',
    deck: 'Make a suggestion, or support what others have suggested, and follow each one from its receipt to its answer and to what was done.',
    steps: [['1', 'We receive it and give you a reference number'], ['2', 'The authority answers within 14 working days'], ['3', 'You follow what is done, step by step']],
    form: {heading: 'A new suggestion', fallback: 'The form appears here once the page has loaded.', plain: 'The form without JavaScript'},
    list: {heading: 'Where every suggestion stands', fallback: 'The suggestions appear here once the page has loaded.'},
    outcomes: {heading: 'What came of it all', fallback: 'The numbers appear here once the page has loaded.'},
  },
};
const others: Record<Language, string> = {ar: '/demo/proposals-en.html', en: '/demo/proposals-ar.html'};

export function proposalsPage(language: Language): Markup {
  const {title, deck, steps, list, form, outcomes} = words[language];
  const main = html`
  <div class="band"><div class="wide">
    <h1>${title}</h1>
    <p>${deck}</p>
    <ul class="marks">${steps.map(([figure, what]) => html`<li><b>${figure}</b>${what}</li>`)}</ul>
  </div></div>
  <section class="section" aria-label="${list.heading}"><div class="wide">
    <shurkum-proposal-tracker remember page-size="6"><h2 slot="heading">${list.heading}</h2><p>${list.fallback}</p></shurkum-proposal-tracker>
  </div></section>
  <section class="section" aria-label="${form.heading}"><div class="narrow">
    <shurkum-suggestion-form form-id="ideas"><p>${form.fallback} <a href="/forms/default/ideas?lang=${language}">${form.plain}</a></p></shurkum-suggestion-form>
  </div></section>
  <section class="section" aria-label="${outcomes.heading}"><div class="wide">
    <shurkum-proposal-tracker view="outcomes" loading="lazy" page-size="4"><p>${outcomes.fallback}</p></shurkum-proposal-tracker>
  </div></section>`;
  return document({language, title, description: deck, script: 'all.js', current: 'proposals', other: others[language], main});
}
