/** Where a newcomer lands: the demonstration pages, the two lines to paste, and the addresses of the parts. */
import {html} from 'hono/html';
import {document} from './layout.ts';
import type {Markup} from './layout.ts';

const cards: [string, 'ar' | 'en', string, string][] = [
  ['/demo/blog-ar.html', 'ar', 'مدوّنة الرئيس التنفيذي', 'مقال بالعربية، وتحته حوار تحكمه سياسة للتعليقات.'],
  ['/demo/portal-ar.html', 'ar', 'بوابة الخدمات الإلكترونية', 'استطلاعات رأي بأنواعها الستة، ونتائجها، وما تقرّر بعدها.'],
  ['/demo/portal-en.html', 'en', 'The e-services portal', 'Polls of all six kinds, their results, and what was decided.'],
  ['/demo/proposals-ar.html', 'ar', 'المقترحات', 'نموذج لتقديم مقترح، وقائمة تبيّن أين وصل كل مقترح وما الردّ عليه.'],
  ['/demo/proposals-en.html', 'en', 'Suggestions', 'A form to make one, and a tracker that shows where each stands and what was answered.'],
  ['/demo/blog-en.html', 'en', 'The chief executive’s blog', 'A post in English with a discussion under its comment policy.'],
];

const lines = (origin: string) => `<script type="module" src="${origin}/widgets/all.js"></script>
<shurkum-comment-thread></shurkum-comment-thread>`;

export function indexPage(origin: string): Markup {
  const main = html`
  <div class="band"><div class="wide">
    <h1>شوركم: الحوار واستطلاعات الرأي والمقترحات في صفحتكم</h1>
    <p><bdi lang="en">Shurkum: discussions, polls and suggestions on your own page, in two lines.</bdi></p>
  </div></div>
  <section class="section tinted" aria-label="صفحات العرض"><div class="wide">
    <h2>صفحات العرض · <bdi lang="en">Demonstration pages</bdi></h2>
    <ul class="cards">${cards.map(([href, language, name, what]) => html`
      <li lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><a href="${href}"><b>${name}</b><span>${what}</span></a></li>`)}
    </ul>
  </div></section>
  <section class="section" lang="en" dir="ltr" aria-labelledby="paste"><div class="wide">
    <h2 id="paste">Two lines to paste</h2>
    <pre tabindex="0"><code>${lines(origin)}</code></pre>
    <ul class="links">
      <li><a href="/v1/openapi.json">The contract of the API</a> (<code>/v1/openapi.json</code>)</li>
      <li><a href="/v1/default/space">This space</a> (<code>/v1/default/space</code>)</li>
      <li><a href="/widgets/integrity.json">The files a page loads, with their digests</a> (<code>/widgets/integrity.json</code>)</li>
    </ul>
  </div></section>`;
  return document({language: 'ar', title: 'شوركم', description: 'Shurkum: web components for e-participation.', main});
}
