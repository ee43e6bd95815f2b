/**
 * The one place that configures the locale. Each element speaks the language of its own place in the page: the
 * controller puts that language around the element's synchronous update, and follows `lang` as it changes.
 */
import {configureReentrantLocalization} from '@lit/localize/init/reentrant.js';
import type {LocaleModule} from '@lit/localize/internal/types.js';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {sourceLocale, targetLocales} from '../../generated/locale-codes.ts';
import {directionOf, languageAt, localeFor} from './languages.ts';

const chunks: Record<(typeof targetLocales)[number], () => Promise<LocaleModule>> = {
  ar: () => import('../../generated/locales/ar.ts'),
};
const loaded = new Map<string, LocaleModule>();
const underway = new Map<string, Promise<void>>();
let active: string = sourceLocale;

configureReentrantLocalization({
  sourceLocale, targetLocales: [...targetLocales], getLocale: () => active, loadLocaleSync: (locale) => loaded.get(locale),
});

const load = (locale: string): Promise<void> => {
  const loading = underway.get(locale) ?? chunks[locale as keyof typeof chunks]().then((words) => { loaded.set(locale, words); });
  underway.set(locale, loading);
  // A chunk that a bad line cut off is asked for again.
  loading.catch(() => underway.delete(locale));
  return loading;
};
const has = (locale: string) => locale === sourceLocale || loaded.has(locale);

const followers = new Set<LocaleController>();
const watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

function watchAround(place: Element): void {
  observer ??= new MutationObserver(() => { for (const follower of followers) follower.refresh(); });
  for (let root: Node = place.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    if (!watched.has(root)) observer.observe(root, {subtree: true, attributeFilter: ['lang']});
    watched.add(root);
    if (!(root instanceof ShadowRoot)) return;
  }
}

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

  #speak(tag: string, locale: string): void {
    this.tag = tag;
    this.#locale = locale;
    this.ready = true;
    this.#host.requestUpdate();
  }
}

/** The locale whose words are being said now. */
export const spoken = (): string => active;
