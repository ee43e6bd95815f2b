import {describe, expect, it} from 'vitest';
import {dayOf, dueDay, nextMidnight, workingDaysBetween, workingDaysLeft} from './working-days.ts';

// Oman: the weekend is Friday and Saturday; 18 and 19 November 2026 stand for the National Day.
const week = {weekend: [5, 6], holidays: ['2026-11-18', '2026-11-19']};

describe('working days', () => {
  it.each([
    ['2026-11-15', 1, '2026-11-16'], ['2026-11-15', 2, '2026-11-17'], ['2026-11-15', 3, '2026-11-22'], ['2026-11-20', 1, '2026-11-22'],
    ['2026-11-21', 1, '2026-11-22'], ['2026-11-22', 14, '2026-12-10'], ['2026-12-30', 5, '2027-01-06'],
  ])('from %s, %i of them end on %s', (from, count, to) => {
    expect(dueDay(from, count, week)).toBe(to);
    expect(workingDaysBetween(from, to, week)).toBe(count);
  });

  it('are Monday to Friday where a space says nothing', () => {
    expect(dueDay('2026-11-20', 1)).toBe('2026-11-23');
  });

  it('counts none backwards, and none on a weekend', () => {
    expect(workingDaysBetween('2026-11-22', '2026-11-15', week)).toBe(0);
    expect(workingDaysBetween('2026-11-19', '2026-11-21', week)).toBe(0);
  });

  it('counts years as it counts days, and each free day once', () => {
    const long = {weekend: [5, 6, 6], holidays: ['2026-11-18', '2026-11-18', '2026-11-20', '2031-01-01']};
    for (let count = 1, day = '2026-11-15'; count <= 2000; count += 1) {
      day = dueDay(day, 1, long);
      expect(workingDaysBetween('2026-11-15', day, long)).toBe(count);
    }
  });

  it('are left until a day, or were worked since', () => {
    const left = (today: string) => workingDaysLeft(today, '2026-11-26', week);
    // A Thursday: no day is worked before Sunday.
    expect(['2026-11-16', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-12-06'].map(left)).toEqual([6, 1, 0, 0, 0, -1, -6]);
  });

  it('takes the day of the space, not of the server', () => {
    expect(dayOf(Date.parse('2026-11-22T21:30:00Z'), 'Asia/Muscat')).toBe('2026-11-23');
    expect(dayOf(Date.parse('2026-11-22T21:30:00Z'), 'America/New_York')).toBe('2026-11-22');
  });

  it('knows when the day ends after it has ended once', () => {
    for (const [now, until] of [['2026-11-25T10:00:00Z', '2026-11-25T20:00'], ['2026-11-25T20:00:00Z', '2026-11-26T20:00'], ['2026-11-24T10:00:00Z', '2026-11-24T20:00']] as const) {
      expect(new Date(nextMidnight(Date.parse(now), 'Asia/Muscat')).toISOString()).toBe(`${until}:00.000Z`);
    }
  });

  it('knows when the day ends, also on a day of 25 hours', () => {
    expect(new Date(nextMidnight(Date.parse('2026-11-22T10:00:00Z'), 'Asia/Muscat')).toISOString()).toBe('2026-11-22T20:00:00.000Z');
    expect(new Date(nextMidnight(Date.parse('2026-10-24T22:30:00Z'), 'Europe/Berlin')).toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });
});
