/**
 * The frame of every demonstration page: a plausible authority's page that knows nothing of Shurkum but one script and
 * a few tags. Everything else here is what a web team already has.
 */
import {html, raw} from 'hono/html';

export type Language = 'ar' | 'en';
/** Text of a page, already safe to send. */
export type Markup = ReturnType<typeof html>;

export type Page = {
  language: Language;
  title: string;
  description: string;
  /** Which entry of the widgets this page loads, for example `all.js`. */
  script?: string;
  /** Which link of the head is this page. */
  current?: 'blog' | 'portal' | 'proposals';
  /** The same page in the other language. */
  other?: string;
  main: Markup;
};

const words = {
  ar: {
    skip: 'الانتقال إلى المحتوى', name: 'هيئة المشاركة الرقمية', second: 'Digital Participation Authority',
    home: 'الصفحة الرئيسة', nav: 'أقسام الموقع', blog: 'المدوّنة', portal: 'الخدمات الإلكترونية', proposals: 'المقترحات', other: 'English',
    note: 'صفحة تجريبية من مشروع «شوركم». الهيئة والأشخاص وما كُتب هنا من نسج الخيال.', all: 'جميع صفحات العرض',
  },
  en: {
    skip: 'Skip to the content', name: 'Digital Participation Authority', second: 'هيئة المشاركة الرقمية',
    home: 'Home', nav: 'Sections', blog: 'Blog', portal: 'e-Services', proposals: 'Suggestions', other: 'العربية',
    note: 'A demonstration page of the Shurkum project. The authority, the people and what they say are invented.', all: 'All demonstration pages',
  },
} as const;

const direction = {ar: 'rtl', en: 'ltr'} as const;
const otherLanguage = {ar: 'en', en: 'ar'} as const;

function head(page: Page): Markup {
  const {language, current, other} = page;
  const say = words[language];
  const link = (name: 'blog' | 'portal' | 'proposals') =>
    html`<li><a href="/demo/${name}-${language}.html"${current === name ? raw(' aria-current="page"') : ''}>${say[name]}</a></li>`;
  const switched = otherLanguage[language];
  return html`
  <a class="skip" href="#main">${say.skip}</a>
  <header class="top"><div class="wide">
    <a class="brand" href="/">
      <img src="/demo/emblem.svg" alt="" width="44" height="44">
      <span><strong>${say.name}</strong><span><bdi lang="${switched}">${say.second}</bdi></span></span>
    </a>
    <nav aria-label="${say.nav}"><ul>${link('blog')}${link('portal')}${link('proposals')}</ul></nav>
    ${other ? html`<a class="other" href="${other}" lang="${switched}" hreflang="${switched}">${say.other}</a>` : ''}
  </div></header>`;
}

/** A whole document. */
export function document(page: Page): Markup {
  const {language, title, description, script, main} = page;
  const say = words[language];
  return html`<!doctype html>
<html lang="${language}" dir="${direction[language]}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · ${say.name}</title>
  <meta name="description" content="${description}">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="/demo/emblem.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/demo/site.css">
  ${script ? html`<script type="module" src="/widgets/${script}"></script>` : ''}
</head>
<body>
  ${head(page)}
  <main id="main" tabindex="-1">${main}</main>
  <footer class="foot"><div class="wide">
    <p>${say.note}</p>
    <p><a href="/">${say.all}</a></p>
  </div></footer>
</body>
</html>`;
}
