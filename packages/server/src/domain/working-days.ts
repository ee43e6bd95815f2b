/** Calendar days of a space and which of them are worked. Days are `YYYY-MM-DD`, in the space's own time zone. */
export type WorkingWeek = {
  /** Days of the week that are free, 1 (Monday) to 7 (Sunday), as ISO 8601 numbers them. */
  weekend: readonly number[];
  holidays: readonly string[];
};

const usual: WorkingWeek = {weekend: [6, 7], holidays: []};
const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
    ?? new Intl.DateTimeFormat('en-CA', {timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit'});
  formats.set(timeZone, known);
  return known;
}

/** The calendar day of an instant (milliseconds). */
export const dayOf = (instant: number, timeZone: string): string => formatOf(timeZone).format(instant);

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const next = (date: string): string => new Date(noon(date) + day).toISOString().slice(0, 10);
const weekday = (date: string): number => new Date(noon(date)).getUTCDay() || 7;

const isWorked = (date: string, {weekend, holidays}: WorkingWeek): boolean => !weekend.includes(weekday(date)) && !holidays.includes(date);

/** The day after `count` working days; the day it was received does not count. */
export function dueDay(received: string, count: number, week: WorkingWeek = usual): string {
  let date = received;
  for (let left = count, looked = 0; left > 0; looked += 1) {
    if (looked > count * 7 + 3660) throw new Error('There are not that many working days.');
    date = next(date);
    if (isWorked(date, week)) left -= 1;
  }
  return date;
}

/** How many working days lie after `from`, up to and with `to`; 0 where `to` is not later. As quick for years as for days. */
export function workingDaysBetween(from: string, to: string, week: WorkingWeek = usual): number {
  if (to <= from) return 0;
  const days = (noon(to) - noon(from)) / day;
  const free = new Set(week.weekend);
  const left = Array.from({length: days % 7}, (_, index) => (weekday(from) + index) % 7 + 1);
  const holidays = new Set(week.holidays.filter((date) => date > from && date <= to && !free.has(weekday(date))));
  return Math.floor(days / 7) * (7 - free.size) + left.filter((each) => !free.has(each)).length - holidays.size;
}

/** Working days from `today` until `due`; negative: so many were worked since. */
export const workingDaysLeft = (today: string, due: string, week?: WorkingWeek): number =>
  (due < today ? 0 - workingDaysBetween(due, today, week) : workingDaysBetween(today, due, week));

type Day = {from: number; until: number};
const found = new Map<string, Day>();

/** The instant at which the next day begins in a zone: until then, what depends on the day stays. It is asked for often, and sought once a day. */
export function nextMidnight(now: number, timeZone: string): number {
  const known = found.get(timeZone);
  if (known && now >= known.from && now < known.until) return known.until;
  const until = seekMidnight(now, timeZone);
  found.set(timeZone, {from: now, until});
  return until;
}

function seekMidnight(now: number, timeZone: string): number {
  const today = dayOf(now, timeZone);
  let low = now, high = now + 26 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle, timeZone) === today) low = middle;
    else high = middle;
  }
  return high;
}
