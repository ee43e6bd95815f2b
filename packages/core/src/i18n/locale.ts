/**
 * The one place that configures the locale. Each element speaks the language of its own place in the page: the
 * controller puts that language around the element's synchronous update, and follows `lang` as it changes.
 */
import type {MsgFn} from '@lit/localize';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {targetLocales} from '../../generated/locale-codes.ts';
import {sourceLocale} from '../../generated/locale-codes.ts';
import {directionOf, languageAt, localeFor} from './languages.ts';

type Words = {templates: Readonly<Record<string, string>>};
type Locale = (typeof targetLocales)[number];
type Chunk = () => Promise<Words>;
/** For each language, what a widget says before it can be used, and what is said only after it stands. */
export type Source = Record<Locale, readonly [Chunk, Chunk]>;

/** The words that most widgets say. What only one says comes from a source of its own. */
const common: Source = {
  ar: [() => import('../../generated/locales/ar.ts'), () => import('../../generated/locales/late-ar.ts')],
};
const loaded = new Map<string, Words['templates']>();
const underway = new Map<Chunk, Promise<void>>();
const here = new Set<Chunk>();
let lateWanted = false;
let active: string = sourceLocale;

/**
 * A message in the language of the element that is being drawn. `lit-localize` finds calls of this type and gathers
 * them; its runtime is left out, since our messages are plain texts with ids and a page may bring a copy of its own.
 */
export const msg = ((words: string, {id}: {id: string}) => loaded.get(active)?.[id] ?? words) as MsgFn;

/** A chunk is asked for once; one that a bad line cut off, again. */
function bring(chunk: Chunk, locale: string): Promise<void> {
  const loading = underway.get(chunk) ?? chunk().then(({templates}) => {
    loaded.set(locale, {...loaded.get(locale), ...templates});
    here.add(chunk);
  });
  underway.set(chunk, loading);
  loading.catch(() => underway.delete(chunk));
  return loading;
}
const late = ([early, then]: Source[Locale], locale: string) => bring(early, locale).then(() => bring(then, locale));
/** What somebody on the page has asked for, in the languages other than the source's. */
const wanted = new Map<Source[Locale], string>();

function load(chunks: Source[Locale], locale: string): Promise<void> {
  wanted.set(chunks, locale);
  return lateWanted ? late(chunks, locale) : bring(chunks[0], locale);
}

/** Resolves when the words of what is loaded on use are here, in every language that is spoken on the page. */
export async function lateWords(): Promise<void> {
  lateWanted = true;
  await Promise.all([...wanted].map(([chunks, locale]) => late(chunks, locale)));
}

const followers = new Set<LocaleController>();
const watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

function watchAround(place: Element): void {
  observer ??= new MutationObserver(() => { for (const follower of followers) follower.refresh(); });
  for (let root: Node = place.getRootNode(); ; root = (root).host.getRootNode()) {
    if (!watched.has(root)) observer.observe(root, {subtree: true, attributeFilter: ['lang']});
    watched.add(root);
    if (!(root instanceof ShadowRoot)) return;
  }
}

/** A module that is loaded on use, with its words. */
export const onUse = async <Module>(module: Promise<Module>): Promise<Module> => {
  await lateWords();
  return module;
};

/** Must be the first controller of its element, so that its language stands when the others run. */
export class LocaleController implements ReactiveController {
  /** The reader's tag as the page says it, for `Intl` and for choosing among an authority's own words. */
  tag = '';
  /** False until the words of the reader's language are here; until then an element shows no text of its own. */
  ready = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #sources: Source[];
  #locale: string = sourceLocale;
  #outer: string = sourceLocale;

  /** `own`: where the words come from that only this widget says. */
  constructor(host: ReactiveControllerHost & Element, ...own: Source[]) {
    this.#host = host;
    this.#sources = [common, ...own];
    host.addController(this);
  }

  get dir(): 'rtl' | 'ltr' { return directionOf(this.#locale); }
  /** The language of our own words here. */
  get lang(): string { return this.#locale; }

  hostConnected(): void {
    followers.add(this);
    watchAround(this.#host);
    this.refresh();
  }

  hostDisconnected(): void {
    followers.delete(this);
  }

  hostUpdate(): void {
    this.#outer = active;
    active = this.#locale;
    // `render` may throw, and then `hostUpdated` is not called.
    queueMicrotask(() => { active = sourceLocale; });
  }

  hostUpdated(): void {
    active = this.#outer;
  }

  refresh(): void {
    const tag = languageAt(this.#host);
    const locale = localeFor(tag);
    const chunks = locale === sourceLocale ? [] : this.#sources.map((source) => source[locale as Locale]);
    if (!chunks.every(([early]) => here.has(early))) {
      void Promise.all(chunks.map((one) => load(one, locale))).then(() => { if (followers.has(this)) this.refresh(); }, () => { this.#speak(tag, sourceLocale); });
    } else if (tag !== this.tag || !this.ready) this.#speak(tag, locale);
  }

  /** Draws again: there is more to say than before. */
  again(): void {
    this.#host.requestUpdate();
  }

  #speak(tag: string, locale: string): void {
    this.tag = tag;
    this.#locale = locale;
    this.ready = true;
    this.#host.requestUpdate();
  }
}

/** Words that came late are said by whoever is on the page. */
export const sayAgain = (): void => { for (const follower of followers) follower.again(); };

/** The locale whose words are being said now. */
export const spoken = (): string => active;
