/**
 * A form for people without JavaScript, on the site's own origin. A post from anywhere only shows what would be sent; what
 * commits is a second post, from that very page, with the ticket that stands on it.
 */
import type {Schema} from '@shurkum/contract';
import {readSpace} from '@shurkum/server';
import type {Services, Space} from '@shurkum/server';
import {bare} from '../files.ts';
import {document} from '../pages/layout.ts';
import type {Language, Markup} from '../pages/layout.ts';
import {explained, framed, kept, retry} from './around.ts';
import {exact, local, receipt, review, writing} from './draw.ts';
import type {Shown} from './draw.ts';
import {entriesOf, faultsOf, suggestionOf} from './entries.ts';
import type {NewSuggestion} from './entries.ts';
import {issue, open} from './nonce.ts';
import {words} from './words.ts';

type Api = (request: Request) => Promise<Response>;
type Around = {request: Request; language: Language; path: string};
type Asked = Around & {space: Space; formId: string; base: string; services: Services; api: Api};

const headers = {
  ...bare, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'cross-origin-opener-policy': 'same-origin',
  // The page's own post must say where it comes from.
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};
const others = {ar: 'en', en: 'ar'} as const;

function languageOf(asked: string | null | undefined, request: Request): Language {
  if (asked === 'ar' || asked === 'en') return asked;
  return /\b(ar|en)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'ar';
}

async function page({language, path, request}: Around, status: number, title: string, inside: Markup): Promise<Response> {
  const main = framed(title, inside);
  const other = request.method === 'POST' ? {} : {other: `${path}?lang=${others[language]}`};
  return new Response(String(await document({language, title, description: words[language].description, ...other, main})), {status, headers});
}

const plain = (asked: Around, status: number, {title, why}: {title: string; why: string}): Promise<Response> => page(asked, status, title, explained(why, asked.path, asked.language));

async function read<T>({api, base, space}: Asked, path: string): Promise<{status: number; value: T | undefined}> {
  const response = await api(new Request(`${base}/v1/${space.id}${path}`));
  return {status: response.status, value: response.ok ? await response.json() as T : undefined};
}

async function act({api, base, space}: Asked, path: string, body: object, more: Record<string, string> = {}): Promise<Response> {
  return api(new Request(`${base}/v1/${space.id}${path}`, {method: 'POST', headers: {'content-type': 'application/json', ...more}, body: JSON.stringify(body)}));
}

/** Why nothing can be sent here now; nothing where it can. */
function obstacle(shown: Shown): string | undefined {
  const {view: {form, now}, language} = shown;
  const say = words[language];
  if (!form.open) return form.opensAt && form.opensAt > now ? say.soon(exact(form.opensAt, shown)) : say.shut;
  return form.guests ? undefined : say.signIn;
}

/** What was typed, with what is wrong; or what would be sent, with its ticket. */
async function look(asked: Asked, shown: Shown, posted: URLSearchParams, earlier?: {key: string; guest: string}): Promise<Response> {
  const {space, formId, services, language} = asked;
  const {view: {form}} = shown;
  const title = local(form.title, shown);
  const body = suggestionOf(form, posted, language);
  const faults = faultsOf(form, body);
  // A form on another page asks for the beginning alone: here is the rest of it, and nothing is wrong yet.
  if (!posted.has('full') && (form.fields.length || form.publication === 'choice')) return page(asked, 200, title, writing(shown, posted, []));
  if (posted.get('edit') || faults.length) return page(asked, faults.length && !posted.get('edit') ? 422 : 200, title, writing(shown, posted, posted.get('edit') ? [] : faults));
  const guest = earlier?.guest ?? await (await act(asked, '/guests', {})).json().then((answer) => (answer as {key?: string}).key);
  if (!guest) return plain(asked, 503, words[language].later);
  const nonce = issue(space, formId, JSON.stringify(body), services.clock().getTime(), {...earlier, guest});
  return page(asked, 200, words[language].check, review(shown, body, posted, nonce, earlier && words[language].expired));
}

/** Whether a post comes from a page of this site: what another site sends may be looked at, but commits nothing. */
function fromHere({request, base, services}: Asked): boolean {
  const from = request.headers.get('sec-fetch-site');
  return request.headers.get('origin') === (services.origin ?? base) && (from === null || from === 'same-origin');
}

async function send(asked: Asked, shown: Shown, posted: URLSearchParams): Promise<Response> {
  const {space, formId, language, services} = asked;
  const say = words[language];
  const content = posted.get('suggestion') ?? '';
  const ticket = fromHere(asked) ? open(space, formId, content, posted.get('nonce') ?? '') : null;
  if (!ticket) return plain(asked, 403, say.foreign);
  if (ticket.until < services.clock().getTime()) return look(asked, shown, posted, ticket);
  const response = await act(asked, `/forms/${formId}/suggestions`, JSON.parse(content) as NewSuggestion, {'authorization': `Bearer ${ticket.guest}`, 'idempotency-key': ticket.key});
  if (response.ok) {
    const received = await response.json() as Schema<'Receipt'>;
    const {value} = await read<Schema<'Space'>>(asked, '/space');
    return page(asked, 201, say.done[received.kind], receipt(shown, received, !!posted.get('email'), value?.proposalUrl?.replaceAll('{reference}', received.reference)));
  }
  // What was refused is shown with its faults, or why; what may pass is tried again with the same ticket by the same button.
  if (response.status === 422) return look(asked, shown, posted);
  return page(asked, response.status, say.later.title, retry(shown, posted, say));
}

async function answer(asked: Asked, sending: boolean): Promise<Response> {
  const {request, formId} = asked;
  const {status, value: view} = await read<Schema<'FormView'>>(asked, `/forms/${formId}`);
  const posted = request.method === 'POST' ? await entriesOf(request) : new URLSearchParams(new URL(request.url).search);
  const language = languageOf(new URL(request.url).searchParams.get('lang') ?? posted?.get('lang'), request);
  const now = {...asked, language};
  const say = words[language];
  if (!view) return plain(now, status === 404 ? 404 : 503, status === 404 ? say.gone : say.later);
  if (!posted) return plain(now, 415, say.foreign);
  const shown: Shown = {view, language, path: asked.path};
  const title = local(view.form.title, shown);
  const why = obstacle(shown);
  if (why) return page(now, 200, title, kept(why, shown, posted));
  if (sending) return send(now, shown, posted);
  return request.method === 'POST' ? look(now, shown, posted) : page(now, 200, title, writing(shown, posted, []));
}

/** Answers what lies under `/forms/`; undefined for anything else. `base`: where the API is asked. */
export function reviewPage(api: Api, services: Services, request: Request, base: string): Promise<Response> | undefined {
  const [, path = '', id = '', formId = '', sending] = /^(\/forms\/([a-z0-9][a-z0-9-]{0,31})\/([A-Za-z0-9][A-Za-z0-9._-]{0,63}))(\/send)?$/.exec(new URL(request.url).pathname) ?? [];
  if (!path) return undefined;
  const allowed = sending ? ['POST'] : ['GET', 'HEAD', 'POST'];
  if (!allowed.includes(request.method)) return Promise.resolve(new Response(null, {status: 405, headers: {...bare, allow: allowed.join(', ')}}));
  const around: Around = {request, language: languageOf(new URL(request.url).searchParams.get('lang'), request), path};
  return readSpace(services.store, id).then((space) =>
    (space ? answer({...around, space, formId, base, services, api}, !!sending) : plain(around, 404, words[around.language].gone)),
  ).catch((error: unknown) => {
    services.log({level: 'error', message: 'page failed', operation: 'reviewPage', error: error instanceof Error ? error.name : 'unknown'});
    return plain(around, 503, words[around.language].later);
  });
}
