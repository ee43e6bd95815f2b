/**
 * The one place that configures the locale. Each element speaks the language of its own place in the page: the
 * controller puts that language around the element's synchronous update, and follows `lang` as it changes.
 */
import type {MsgFn} from '@lit/localize';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type { targetLocales} from '../../generated/locale-codes.ts';
import {sourceLocale} from '../../generated/locale-codes.ts';
import {directionOf, languageAt, localeFor} from './languages.ts';

type Words = {templates: Readonly<Record<string, string>>};
type Locale = (typeof targetLocales)[number];

const chunks: Record<Locale, () => Promise<Words>> = {
  ar: () => import('../../generated/locales/ar.ts'),
};
/** What is said only after a widget stands. */
const lateChunks: Record<Locale, () => Promise<Words>> = {
  ar: () => import('../../generated/locales/late-ar.ts'),
};
const loaded = new Map<string, Words['templates']>();
const underway = new Map<string, Promise<void>>();
let lateWanted = false;
let active: string = sourceLocale;

/**
 * A message in the language of the element that is being drawn. `lit-localize` finds calls of this type and gathers
 * them; its runtime is left out, since our messages are plain texts with ids and a page may bring a copy of its own.
 */
export const msg = ((words: string, {id}: {id: string}) => loaded.get(active)?.[id] ?? words) as MsgFn;

/** A chunk is asked for once; one that a bad line cut off, again. */
function bring(key: string, locale: string, from: typeof chunks): Promise<void> {
  const loading = underway.get(key) ?? from[locale as Locale]().then(({templates}) => { loaded.set(locale, {...loaded.get(locale), ...templates}); });
  underway.set(key, loading);
  loading.catch(() => underway.delete(key));
  return loading;
}
const late = (locale: string) => bring(locale, locale, chunks).then(() => bring(`late ${locale}`, locale, lateChunks));
/** The languages other than the source's that somebody on the page has asked for. */
const wanted = new Set<string>();

function load(locale: string): Promise<void> {
  wanted.add(locale);
  return (lateWanted ? late : (one: string) => bring(one, one, chunks))(locale);
}

/** Resolves when the words of what is loaded on use are here, in every language that is spoken on the page. */
export async function lateWords(): Promise<void> {
  lateWanted = true;
  await Promise.all([...wanted].map(late));
}
const has = (locale: string) => locale === sourceLocale || loaded.has(locale);

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
  #locale: string = sourceLocale;
  #outer: string = sourceLocale;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
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
    if (!has(locale)) void load(locale).then(() => { if (followers.has(this)) this.refresh(); }, () => { this.#speak(tag, sourceLocale); });
    else if (tag !== this.tag || !this.ready) this.#speak(tag, locale);
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
