/**
 * An act is what happens in one transaction, written as a generator that yields its statements. SQLite runs it
 * without a pause, so that many acts share one commit; PostgreSQL awaits each statement. The act knows neither.
 */
import type {Dialect} from './dialects.ts';

export type Value = string | number | null;
export type Row = Record<string, Value>;

export type Compiled = {text: string; /** Stable, for prepared statements. */ name: string};

/** One statement with its values. */
export type Call = {compiled(dialect: Dialect): Compiled; values(dialect: Dialect): Value[]};

/** What everyone may hear about once the act is committed. */
export type Change = {topic: string; sequence: number};

export type Step = {call: Call} | {change: Change};
export type Act<T> = Generator<Step, T, Row[]>;

export function* call<R>(one: Call): Act<R[]> {
  return (yield {call: one}) as R[];
}

export function* first<R>(one: Call): Act<R | undefined> {
  const rows: Row[] = yield {call: one};
  return rows[0] as R | undefined;
}

/** Told to the live feed after the commit, never before, and not at all if the act fails. */
export function* announce(change: Change): Act<void> {
  yield {change};
}
