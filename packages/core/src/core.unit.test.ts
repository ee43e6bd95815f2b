import {afterEach, describe, expect, it} from 'vitest';
import {faults} from '../tools/i18n.ts';
import {clearDraft, keepDraft, keepName, readDraft} from './drafts.ts';
import {Formats, writtenTag} from './formats.ts';
import {directionOf, localeFor} from './i18n/languages.ts';
import {fill, pieces} from './i18n/words.ts';
import {localText} from './local-text.ts';

const display = {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab' as const, calendar: 'gregory' as const}, en: {}}};
const now = Date.parse('2026-03-01T12:00:00Z');

describe('formats', () => {
  it('write numbers, shares and dates as the space says for the language', () => {
    const arabic = new Formats('ar-OM', display);
    expect(arabic.number(1234)).toBe('١٬٢٣٤');
    expect(arabic.number(0.5, {style: 'percent'})).toContain('٥٠٪');
    expect(new Formats('ar', {...display, languages: {ar: {numberingSystem: 'latn'}}}).number(12)).toBe('12');
    expect(new Formats('en', display).exact('2026-03-01T20:30:00Z')).toBe('March 2, 2026 at 12:30 AM Gulf Standard Time');
  });
  it('say how long ago in words, and take the future for now', () => {
    const english = new Formats('en', display);
    expect(english.ago('2026-03-01T11:57:00Z', now)).toBe('3 minutes ago');
    expect(english.ago('2026-02-28T12:00:00Z', now)).toBe('yesterday');
    expect(english.ago('2026-03-02T12:00:00Z', now)).toBe('now');
    expect(new Formats('ar', display).ago('2026-03-01T10:00:00Z', now)).toBe('قبل ساعتين');
  });
  it('fall back to Arabic where the page’s lang is no tag', () => {
    expect(writtenTag('not a tag', display)).toBe('ar');
  });
});

describe('words', () => {
  it('fill named places, also twice and in another order', () => {
    expect(fill('{b} then {a}, {b}', {a: 'x', b: 'y'})).toBe('y then x, y');
    expect(pieces('In reply to {who}', {who: 7})).toEqual(['In reply to ', 7, '']);
  });
  it('choose a language and its direction by the primary subtag', () => {
    expect([localeFor('ar-OM'), localeFor('AR'), localeFor('en-GB'), localeFor('de')]).toEqual(['ar', 'ar', 'en', 'en']);
    expect([directionOf('ar-EG'), directionOf('arn'), directionOf('en')]).toEqual(['rtl', 'ltr', 'ltr']);
  });
  it('take the authority’s text in the reader’s language, else the space’s first, else any', () => {
    expect(localText({ar: 'ع', en: 'e'}, 'en-GB', ['ar'])).toEqual({lang: 'en', text: 'e'});
    expect(localText({ar: 'ع', en: 'e'}, 'de', ['ar'])).toEqual({lang: 'ar', text: 'ع'});
    expect(localText({fr: 'f'}, 'de', ['ar'])).toEqual({lang: 'fr', text: 'f'});
    expect(localText({en: 'e'}, '__proto__', ['constructor'])).toEqual({lang: 'en', text: 'e'});
  });
  it('are missed where a translation lacks, names other places, or has too few forms', () => {
    const message = (name: string, text: string) => ({name, contents: [text]});
    const source = [message('a', 'One|{n} things'), message('b', 'Closes {when}'), message('c', 'Send')];
    expect(faults('ar', source, [message('a', '{n}|{n}'), message('b', 'يُغلق'), message('d', 'زائد')])).toHaveLength(4);
  });
});

describe('a draft', () => {
  const path = ['https://a.example/v1/x', '["t"]', ''];
  afterEach(() => { clearDraft(path); });

  it('is kept under a new key for other words, apart from every other path', () => {
    const first = keepDraft(path, {text: 'one'}, now);
    expect(readDraft(path, now)).toMatchObject({text: 'one', key: first.key});
    expect(keepDraft(path, {text: 'two'}, now).key).not.toBe(first.key);
    expect(readDraft(['https://a.example/v1/x', '["t', '"],""'], now).text).toBe('');
  });
  it('stays the same act where somebody only goes to another place in it', () => {
    const {key} = keepDraft(path, {text: 'one'}, now);
    expect(keepDraft(path, {place: 'review'}, now + 1)).toMatchObject({text: 'one', place: 'review', key});
  });
  it('never comes back as it was before, where the device has no room for more', () => {
    const stored = new Map<string, string>();
    const full = {
      getItem: (name: string) => stored.get(name) ?? null, removeItem: (name: string) => { stored.delete(name); },
      setItem: (name: string, value: string) => { if (value.length > 500) throw new Error('no room'); stored.set(name, value); },
    };
    Object.defineProperty(globalThis, 'localStorage', {value: full, configurable: true});
    try {
      keepDraft(path, {text: 'short'}, now);
      keepDraft(path, {text: 'long '.repeat(200)}, now);
      expect(readDraft(path, now).text).toHaveLength(1000);
    } finally {
      Reflect.deleteProperty(globalThis, 'localStorage');
    }
  });
  it('is gone once it was sent', () => {
    keepDraft(path, {text: 'one'}, now);
    clearDraft(path);
    expect(readDraft(path, now).text).toBe('');
  });
  it('begins with the name that was given before, at the same API only', () => {
    keepName(path, 'Salma');
    expect(readDraft([path[0] ?? '', 'another', ''], now).name).toBe('Salma');
    expect(keepDraft(path, {text: 'one'}, now).name).toBe('Salma');
    expect(readDraft(['https://b.example/v1/x', 't', ''], now).name).toBe('');
    keepName(path, '');
    expect(readDraft([path[0] ?? '', 'another', ''], now).name).toBe('');
  });
});
