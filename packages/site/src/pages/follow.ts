/**
 * Where the links of messages lead: confirming that an address follows, and stopping. Opening one changes nothing, since mail
 * filters open links too; a button does it, or the mail program's own (RFC 8058). What is asked is said to the API as anybody
 * else would say it.
 */
import type {Schema} from '@shurkum/contract';
import {randomId} from '@shurkum/server';
import {html} from 'hono/html';
import {bare} from '../files.ts';
import {document} from './layout.ts';
import type {Language, Markup} from './layout.ts';

type Purpose = 'confirm' | 'stop';
type Api = (request: Request) => Promise<Response>;
type Asked = {space: string; purpose: Purpose; language: Language; token: string; key: string; path: string};
type Said = {title: string; lines: Markup[]; button?: string; links?: {href: string; label: string}[]};

const words = {
  ar: {
    confirm: {title: 'تأكيد المتابعة', ask: 'بعد التأكيد تصل المستجدّات إلى العنوان الذي وردت عليه الرسالة.', done: 'بدأت المتابعة'},
    stop: {title: 'إلغاء المتابعة', ask: 'بعد الإلغاء لا تصل رسائل أخرى، ويُحذف العنوان من سجلاتنا.', done: 'أُلغيت المتابعة'},
    following: 'من الآن تصل إلى عنوانكم مستجدّات المشاركة:', every: 'وفي كل رسالة رابط لإلغاء المتابعة.',
    stopped: 'حُذف العنوان، ولن تصل إليه رسائل أخرى عن المشاركة:', mistake: 'وقع ذلك سهوًا؟ يمكن طلب المتابعة من جديد في أيّ وقت.',
    gone: {title: 'الرابط غير صالح', why: 'ربما انتهت مدّته، أو أُلغيت المتابعة من قبل. ويمكن طلب المتابعة من جديد من صفحة المشاركة نفسها.'},
    later: {title: 'تعذّر ذلك الآن', why: 'لم يتغيّر شيء بعد. يُرجى إعادة المحاولة بعد قليل.', button: 'إعادة المحاولة'},
    reference: 'الرقم المرجعي', read: 'الاطلاع على المشاركة', description: 'متابعة المشاركات بالبريد الإلكتروني',
  },
  en: {
    confirm: {title: 'Confirm', ask: 'Once confirmed, updates go to the address that the message came to.', done: 'You follow now'},
    stop: {title: 'Stop following', ask: 'After this no more messages come, and the address is erased from our records.', done: 'You no longer follow'},
    following: 'From now on your address receives every update of:', every: 'Every message has a link to stop.',
    stopped: 'The address was erased. No more messages come to it about:', mistake: 'A mistake? You can ask to follow again at any time.',
    gone: {title: 'This link no longer works', why: 'It may have expired, or following was stopped before. You can ask to follow again where the proposal is shown.'},
    later: {title: 'That did not work just now', why: 'Nothing has changed yet. Please try again in a moment.', button: 'Try again'},
    reference: 'Reference number', read: 'Read the proposal', description: 'Following proposals by e-mail',
  },
} as const;

const headers = {
  ...bare, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex',
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
};

const other = {ar: 'en', en: 'ar'} as const;

/** The link's own language, else the reader's, else Arabic. */
function languageOf(asked: string | null, request: Request): Language {
  if (asked === 'ar' || asked === 'en') return asked;
  const first = /\b(ar|en)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1];
  return first?.toLowerCase() === 'en' ? 'en' : 'ar';
}

/** The key of this page's button; any other is no key, and could not even be sent as one. */
function keyOf(asked: string | null): string {
  return asked !== null && /^[A-Za-z0-9_-]{16,64}$/.test(asked) ? asked : randomId();
}

function askedBy(request: Request): Asked | undefined {
  const {pathname, searchParams} = new URL(request.url);
  const [, space = '', purpose] = /^\/follow\/([a-z0-9][a-z0-9-]{0,31})\/(confirm|stop)$/.exec(pathname) ?? [];
  if (!purpose) return undefined;
  return {
    space, purpose: purpose as Purpose, language: languageOf(searchParams.get('lang'), request), path: pathname,
    token: searchParams.get('token') ?? '', key: keyOf(searchParams.get('key')),
  };
}

const address = ({path, token}: Asked, language: Language, key?: string): string =>
  `${path}?${new URLSearchParams({lang: language, token, ...(key === undefined ? {} : {key})}).toString()}`;

async function page(asked: Asked, status: number, {title, lines, button, links = []}: Said): Promise<Response> {
  const {language} = asked;
  const main = html`<div class="narrow notice">
    <h1>${title}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${button === undefined ? '' : html`<form method="post" action="${address(asked, language, randomId())}"><button>${button}</button></form>`}
    ${links.map(({href, label}) => html`<p><a href="${href}">${label}</a></p>`)}
  </div>`;
  const whole = document({language, title, description: words[language].description, other: address(asked, other[language]), main});
  return new Response(String(await whole), {status, headers});
}

/** Where a proposal of the space is read, if it says so. */
async function whereRead(api: Api, {space}: Asked, base: string, reference: string): Promise<string | undefined> {
  const response = await api(new Request(`${base}/v1/${space}/space`));
  const {proposalUrl} = response.ok ? await response.json() as Schema<'Space'> : {};
  return proposalUrl?.replace('{reference}', reference);
}

async function done(api: Api, asked: Asked, base: string, {following, reference, title}: Schema<'Following'>): Promise<Response> {
  const say = words[asked.language];
  const href = await whereRead(api, asked, base, reference);
  const what = html`${title === null ? '' : html`<strong><bdi>${title}</bdi></strong><br>`}${say.reference}: <bdi dir="ltr">${reference}</bdi>`;
  return page(asked, 200, {
    title: say[asked.purpose].done,
    lines: following ? [html`${say.following}`, what, html`${say.every}`] : [html`${say.stopped}`, what, html`${say.mistake}`],
    ...(href === undefined ? {} : {links: [{href, label: say.read}]}),
  });
}

async function act(api: Api, asked: Asked, base: string): Promise<Response> {
  const say = words[asked.language];
  const what = asked.purpose === 'confirm' ? 'confirm' : 'unfollow';
  const response = await api(new Request(`${base}/v1/${asked.space}/followers/${what}`, {
    method: 'POST', headers: {'content-type': 'application/json', 'idempotency-key': asked.key}, body: JSON.stringify({token: asked.token}),
  }));
  if (response.ok) return done(api, asked, base, await response.json() as Schema<'Following'>);
  if (response.status === 429 || response.status >= 500) {
    return page(asked, response.status, {title: say.later.title, lines: [html`${say.later.why}`], button: say.later.button});
  }
  return page(asked, 404, {title: say.gone.title, lines: [html`${say.gone.why}`]});
}

/** Answers what lies under `/follow/`; undefined for anything else. `base`: where the API is asked. */
export function followPage(api: Api, request: Request, base: string): Promise<Response> | undefined {
  const asked = askedBy(request);
  if (!asked) return undefined;
  if (request.method === 'POST') return act(api, asked, base);
  if (request.method !== 'GET' && request.method !== 'HEAD') return Promise.resolve(new Response(null, {status: 405, headers: {...bare, allow: 'GET, HEAD, POST'}}));
  const say = words[asked.language][asked.purpose];
  return page(asked, 200, {title: say.title, lines: [html`${say.ask}`], button: say.title});
}
