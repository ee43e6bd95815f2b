/** The site: the API, the built widgets and the demonstration pages behind one port, over one store. */
import {createHmac} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {dirname, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {dist} from '@shurkum/bundle/built';
import type {Progress} from '@shurkum/bundle/progress';
import {createApp, memoryFiles, randomId} from '@shurkum/server';
import type {Services} from '@shurkum/server';
import {openPostOffice} from '@shurkum/server/mail';
import {diskFiles, openStore} from '@shurkum/server/node';
import {answer, bare, demoFiles, widgetFiles} from './files.ts';
import type {File} from './files.ts';
import {logger} from './log.ts';
import {followPage} from './pages/follow.ts';
import {pageFiles} from './pages/index.ts';
import {listen} from './port.ts';
import type {Answer} from './port.ts';
import {reviewPage} from './review/index.ts';
import {fillSample, isFilled} from './sample/fill.ts';

export type Site = {origin: string; database: string; mail: string; stop(patience: number): Promise<void>};
export type SiteOptions = {
  port: number; database: string; origin?: string | undefined; administratorKey?: string | undefined; progress: Progress;
  /** The folder of attachments; beside the database's file, unless said otherwise. */
  folder?: string | undefined;
  /** Where messages go, and who they are from; without it the outbox keeps them. */
  mail?: {url: string; from: string} | undefined;
};

const isFile = (database: string) => !/^postgres(?:ql)?:\/\//.test(database) && database !== ':memory:';

/** Beside a database that is a file; else where a start without settings keeps everything. */
const filesBeside = (database: string) => (isFile(database) ? `${database}-files` : './data/files');

/** The database as a person may read it on a screen: without a password. */
function named(database: string): string {
  if (isFile(database)) return relative('.', database).startsWith('..') ? database : relative('.', database);
  return URL.canParse(database) ? Object.assign(new URL(database), {password: ''}).href : database;
}

const mailTo = (mail: SiteOptions['mail']) => (mail ? new URL(mail.url).host : 'kept in the outbox until SMTP_URL says where it goes');

const outside = new Set(['/healthz', '/readyz', '/metrics']);

function route(api: Answer, files: Map<string, File>, services: Services): Answer {
  return (request, caller) => {
    const {pathname: path, origin} = new URL(request.url);
    if (path.startsWith('/v1/') || outside.has(path)) return api(request, caller);
    const found = files.get(path);
    if (found) return Promise.resolve(answer(found, request));
    const ask = (asked: Request) => api(asked, caller);
    const page = followPage(ask, request, origin) ?? reviewPage(ask, services, request, origin);
    if (page) return page;
    return Promise.resolve(new Response('Not found\n', {status: 404, headers: {...bare, 'content-type': 'text/plain; charset=utf-8'}}));
  };
}

/** Opens the store, fills a new one, and listens. @throws where the port or the database cannot be had. */
export async function startSite({port, database, origin, administratorKey, progress, folder, mail}: SiteOptions): Promise<Site> {
  const mailer = mail ? (await import('@shurkum/server/smtp')).smtpMailer(mail.url, mail.from) : null;
  if (isFile(database)) mkdirSync(dirname(database), {recursive: true});
  const files = database === ':memory:' && folder === undefined ? memoryFiles() : await diskFiles(folder ?? filesBeside(database));
  const store = await openStore(database);
  const stopping = new AbortController();
  const services: Services = {
    store, clock: () => new Date(), newId: randomId, log: logger(), shutdown: stopping.signal, ...(origin ? {origin} : {}),
    ...(administratorKey === undefined ? {} : {administratorKey}),
    files,
    hmac: (secret, text) => createHmac('sha256', secret).update(text).digest(),
  };
  if (!await isFilled(services)) await progress('sample content', () => fillSample(services, origin ? [origin] : [], origin ?? (port ? `http://localhost:${port}` : undefined)));
  const pages = new Map([...widgetFiles(dist), ...demoFiles(fileURLToPath(new URL('../public/', import.meta.url)))]);
  const api = createApp(services);
  const door = await listen(route(api, pages, services), port).catch(async (failure: unknown) => {
    await store.close();
    throw failure;
  });
  const address = origin ?? `http://localhost:${door.port}`;
  const closePostOffice = openPostOffice({services, mailer, origin: address});
  for (const [path, page] of await pageFiles(address)) pages.set(path, page);
  return {origin: address, database: named(database), mail: mailTo(mail), stop: async (patience) => {
    stopping.abort();
    await Promise.all([door.close(patience), closePostOffice(patience)]);
    await store.close();
  }};
}
