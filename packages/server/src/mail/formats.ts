/** Numbers and days as a space writes them in a language. */
import type {Schema} from '@shurkum/contract';

export type Formats = {
  number: (value: number) => string;
  /** Of a hundred. */
  percent: (value: number) => string;
  /** The day of an instant (RFC 3339), in the space's time zone. */
  day: (instant: string) => string;
  /** A calendar day, `YYYY-MM-DD`. */
  date: (day: string) => string;
};

export function formatsFor(language: string, {timeZone, languages}: Schema<'Display'>): Formats {
  const {numberingSystem, calendar} = languages[language] ?? {};
  const tag = new Intl.Locale(language, {...(numberingSystem && {numberingSystem}), ...(calendar && {calendar})}).toString();
  const write = (time: number, zone: string) => new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: zone}).format(time);
  return {
    number: (value) => new Intl.NumberFormat(tag).format(value),
    percent: (value) => new Intl.NumberFormat(tag, {style: 'percent'}).format(value / 100),
    day: (instant) => write(Date.parse(instant), timeZone),
    date: (day) => write(Date.parse(`${day}T12:00:00Z`), 'UTC'),
  };
}
