/** Numbers and dates as a space writes them for a language. All of it is `Intl`; the objects are costly and kept. */
import type {Schema} from '@shurkum/contract';

export type Display = Schema<'Display'>;

const kept = new Map<string, unknown>();
function keep<Format>(key: string, make: () => Format): Format {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as Format;
}

/** The reader's tag with the numbering system and the calendar that the space chose for its language. */
export function writtenTag(tag: string, display?: Display): string {
  const chosen = display?.languages[tag] ?? display?.languages[tag.split('-')[0] ?? tag];
  try {
    return new Intl.Locale(tag, {numberingSystem: chosen?.numberingSystem, calendar: chosen?.calendar}).toString();
  } catch {
    return 'ar';
  }
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_556_952], ['month', 2_629_746], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60]];

/** Writes for one reader. Instants are RFC 3339; `zone` is an IANA name, by default the space's. */
export class Formats {
  readonly #tag: string;
  readonly #zone: string | undefined;

  constructor(tag: string, display?: Display) {
    this.#tag = writtenTag(tag, display);
    this.#zone = display?.timeZone;
  }

  /** `how`: as a share between 0 and 1, for example, or with one digit after the point. */
  number(value: number, how: Intl.NumberFormatOptions = {}): string {
    return keep(`n${this.#tag}${JSON.stringify(how)}`, () => new Intl.NumberFormat(this.#tag, how)).format(value);
  }

  /** Day and time with the name of the zone. */
  exact(instant: string, zone = this.#zone): string {
    return keep(`e${this.#tag}${zone}`, () => new Intl.DateTimeFormat(this.#tag, {
      day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone, timeZoneName: 'long',
    })).format(new Date(instant));
  }

  day(instant: string, zone = this.#zone): string {
    return keep(`d${this.#tag}${zone}`, () => new Intl.DateTimeFormat(this.#tag, {dateStyle: 'long', timeZone: zone})).format(new Date(instant));
  }

  /** "3 hours ago"; a moment that a wrong clock puts ahead of `now` is now. */
  ago(instant: string, now: number): string {
    const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
    const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['second' as const, Infinity];
    return keep(`r${this.#tag}`, () => new Intl.RelativeTimeFormat(this.#tag, {numeric: 'auto'})).format(-Math.floor(seconds / size) || 0, unit);
  }
}
