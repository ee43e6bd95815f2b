/**
 * The server inside a page: the same rules on SQLite compiled to WebAssembly, in memory, new for each call. Stories and
 * widget tests give its `fetch` to the client. Nothing here needs Node.
 */
import {createApp} from './app.ts';
import {memoryFiles} from './files/file-store.ts';
import {randomId} from './identity/keys.ts';
import type {LogEvent, Services} from './services.ts';
import {createSpace} from './spaces.ts';
import type {SpaceDefinition} from './spaces.ts';
import {openInPage} from './store/page-sqlite.ts';
import type {Store} from './store/store.ts';

export type PageServerOptions = {
  /** Fields of the space that differ from the default. */
  space?: Partial<SpaceDefinition>;
  /** The server's clock at the start; without it, it follows the page's. */
  now?: Date | string;
  log?: (event: LogEvent) => void;
};

export type PageServer = {
  fetch: (request: Request) => Promise<Response>;
  services: Services;
  store: Store;
  /** Base URL of the API and its space. */
  api: string;
  clock: {now: () => Date; set: (date: Date | string) => void};
  close: () => Promise<void>;
};

export const pageSpace: SpaceDefinition = {
  id: 'default',
  name: {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'},
  languages: ['ar', 'en'],
  origins: [],
  guests: true,
  display: {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab', calendar: 'gregory'}, en: {numberingSystem: 'latn', calendar: 'gregory'}}},
  threads: {
    state: 'open',
    policy: {
      text: {
        ar: 'نرحب بآرائكم. تُنشر التعليقات ما دامت في صلب الموضوع وتحترم الآخرين ولا تتضمن بيانات شخصية.',
        en: 'Your views are welcome. Comments are published as long as they keep to the subject, respect others and hold no personal details.',
      },
    },
    accept: ['.+'],
  },
};

/** A clock that follows the page's until it is set; from then on it stands where it was put. */
function clockFrom(start: Date | string | undefined) {
  let fixed = start === undefined ? undefined : new Date(start).getTime();
  return {
    now: () => new Date(fixed ?? Date.now()),
    set: (date: Date | string) => { fixed = new Date(date).getTime(); },
  };
}

export async function startPageServer({space, now, log = () => undefined}: PageServerOptions = {}): Promise<PageServer> {
  const store = await openInPage();
  const clock = clockFrom(now);
  const shutdown = new AbortController();
  const services: Services = {store, clock: clock.now, newId: randomId, log, files: memoryFiles(), shutdown: shutdown.signal, administratorKey: randomId(32)};
  const api = createApp(services);
  const {id} = await createSpace(store, {...pageSpace, ...space}, clock.now().getTime());
  return {
    fetch: (request) => api(request),
    services, store, clock,
    api: `https://participation.test/v1/${id}`,
    async close() {
      shutdown.abort();
      await store.close();
    },
  };
}
