/** A place for tests: a widget in the page, on a server of its own, and a reader who uses it by what they perceive. */
import {configure} from '@shurkum/client';
import {createPoll} from '@shurkum/server';
import type {PollDefinition} from '@shurkum/server';
import {startPageServer} from '@shurkum/server/page';
import type {PageServer, PageServerOptions} from '@shurkum/server/page';
import 'axe-core/axe.min.js';
import '../src/comment-count/define.ts';
import '../src/comment-thread/define.ts';
import '../src/poll-card/define.ts';
import '../src/proposal-tracker/define.ts';
import '../src/suggestion-form/define.ts';

type Axe = {run(context: Element, options?: object): Promise<{violations: {id: string; nodes: {html: string; failureSummary?: string}[]}[]}>};
declare const axe: Axe;

export type Stage = PageServer & {
  /** Requests that reached the server, as `METHOD /path?query`. */
  asked: string[];
  /** Answers in place of the server while it stands; null lets the server answer again. */
  fault: ((request: Request) => Response | null | Promise<Response | null>) | null;
};

let count = 0;

/** A server under an address of its own, so that no client of another test is asked. */
export async function stage(options: PageServerOptions = {}): Promise<Stage> {
  const id = `s${++count}`;
  const server = await startPageServer({...options, space: {id, ...options.space}});
  const place: Stage = {...server, asked: [], fault: null};
  configure({api: server.api, fetch: async (request) => {
    place.asked.push(`${request.method} ${request.url.replace(server.api, '')}`);
    return await place.fault?.(request.clone()) ?? server.fetch(request);
  }});
  return place;
}

/** Another person, without a browser: every call is somebody new. */
export async function somebody(place: Stage) {
  const started = await place.fetch(new Request(`${place.api}/guests`, {method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'}));
  const {key} = await started.json() as {key: string};
  const act = async (method: string, path: string, body?: object) => {
    const headers = {'authorization': `Bearer ${key}`, 'idempotency-key': crypto.randomUUID(), ...(body ? {'content-type': 'application/json'} : {})};
    const response = await place.fetch(new Request(place.api + path, {method, headers, ...(body ? {body: JSON.stringify(body)} : {})}));
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return await response.json() as {comment?: {id: string}};
  };
  return {
    says: async (threadId: string, text: string, more: object = {}): Promise<string> => (await act('POST', '/comments', {threadId, text, ...more})).comment?.id ?? '',
    supports: (id: string) => act('PUT', `/comments/${id}/support`),
    votes: (pollId: string, ...answers: object[]) => act('PUT', `/polls/${pollId}/ballot`, {answers}),
  };
}

const asked: PollDefinition = {
  id: 'open-data', title: {ar: 'البيانات المفتوحة', en: 'Open data'}, asker: {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'},
  questions: [{id: 'q1', kind: 'single', text: {ar: 'أي خدمة نبدأ بتطويرها؟', en: 'Which service should we improve first?'}, options: [
    {id: 'permits', label: {ar: 'تراخيص البناء', en: 'Building permits'}},
    {id: 'health', label: {ar: 'مواعيد المستشفيات', en: 'Hospital appointments'}},
    {id: 'buses', label: {ar: 'جداول الحافلات', en: 'Bus timetables'}}]}],
  opensAt: '2020-01-01T00:00:00Z', closesAt: '2100-12-31T20:00:00Z', timeZone: 'Asia/Muscat', resultRule: 'always', changeable: true, guests: true, quorum: null,
};
export const poll = async (place: Stage, change: Partial<PollDefinition> = {}): Promise<string> => {
  const definition = {...asked, ...change};
  await createPoll(place.store, spaceOf(place), definition, place.clock.now().getTime());
  return definition.id;
};
export const spaceOf = (place: Stage): string => place.api.split('/').at(-1) ?? '';

/** Puts markup into a part of the page that speaks a language, and gives its first widget. */
export function show<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string>, lang = 'en', ...inside: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const place = document.createElement('div');
  place.lang = lang;
  place.dir = lang === 'ar' ? 'rtl' : 'ltr';
  document.body.append(place);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  place.append(element);
  return element;
}

/** Waits for what a reader would notice, at most `ms`. */
export async function until<Seen>(look: () => Seen | null | undefined | false, ms = 4000): Promise<Seen> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`It did not come: ${look.toString()}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Everything a reader can see of a widget, as one line. */
export const seen = (element: HTMLElement): string => (element.shadowRoot?.querySelector<HTMLElement>('.room')?.innerText ?? element.shadowRoot?.querySelector<HTMLElement>('[part]')?.innerText ?? '').replaceAll(/\s+/g, ' ');
export const sees = (element: HTMLElement, words: string | RegExp) => until(() => (typeof words === 'string' ? seen(element).includes(words) : words.test(seen(element))))
  .catch(() => { throw new Error(`“${words}” is not in: ${seen(element)}`); });

const named = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const within = (element: HTMLElement, selector: string) => [...element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []].filter((one) => one.checkVisibility());
/** A visible button by its name. */
export const button = (element: HTMLElement, name: string | RegExp) => until(() => within(element, 'button').find((one) => (typeof name === 'string' ? named(one) === name : name.test(named(one)))))
  .catch(() => { throw new Error(`No button “${name}” among: ${within(element, 'button').map(named).join(' | ')}`); }) as Promise<HTMLButtonElement>;
/** A field by the words of its label. */
export const field = (element: HTMLElement, label: string) => until(() => within(element, 'label').find((one) => named(one).startsWith(label)) as HTMLLabelElement | undefined)
  .then(({control}) => control as HTMLInputElement, () => { throw new Error(`No field “${label}” in: ${seen(element)}`); });
export async function press(element: HTMLElement, name: string | RegExp): Promise<void> {
  (await button(element, name)).click();
}
export async function write(element: HTMLElement, label: string, text: string): Promise<void> {
  const box = await field(element, label);
  box.value = text;
  box.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  await (element as HTMLElement & {updateComplete: Promise<unknown>}).updateComplete;
}
export const choose = async (element: HTMLElement, label: string) => { (await field(element, label)).click(); };

/** What axe finds; nothing, one hopes. Colours are judged once they have come to rest. */
export async function faults(element: HTMLElement): Promise<string[]> {
  await Promise.allSettled(document.getAnimations().map(({finished}) => finished));
  const {violations} = await axe.run(element, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {region: {enabled: false}}});
  return violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** Takes everything away again: the page, what was stored, what went wrong without being caught. */
export function clean(): void {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  indexedDB.deleteDatabase('shurkum');
}
