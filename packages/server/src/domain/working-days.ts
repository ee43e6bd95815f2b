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

/** How many working days lie after `from`, up to and with `to`; 0 where `to` is not later. Looks at ten years at most. */
export function workingDaysBetween(from: string, to: string, week: WorkingWeek = usual): number {
  let count = 0;
  for (let date = from, looked = 0; date < to && looked < 3660; looked += 1) {
    date = next(date);
    if (isWorked(date, week)) count += 1;
  }
  return count;
}

/** The instant at which the next day begins in a zone: until then, what depends on the day stays. */
export function nextMidnight(now: number, timeZone: string): number {
  const today = dayOf(now, timeZone);
  let low = now, high = now + 26 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle, timeZone) === today) low = middle;
    else high = middle;
  }
  return high;
}
