/**
 * A statement is built once and compiled once for each database. While it is built, its parameters are markers; the
 * compiled list of markers then says where each value goes, so running it costs no query building.
 */
import type {Compilable} from 'kysely';
import {builderFor} from './dialects.ts';
import type {Builder, Dialect} from './dialects.ts';
import {call, first} from './act.ts';
import type {Act, Call, Compiled, Value} from './act.ts';

class Marker {
  readonly name: string;
  constructor(name: string) { this.name = name; }
}

type Plan = Compiled & {places: readonly unknown[]};
type Parameters = Record<string, Value>;

export type Statement<P, R> = {
  all(values: P): Act<R[]>;
  first(values: P): Act<R | undefined>;
  call(values: P): Call;
};

const markers = new Proxy({}, {get: (_, name) => new Marker(String(name))});
let count = 0;

const plan = (query: Compilable): Plan => {
  const {sql, parameters} = query.compile();
  return {text: sql, name: `s${(count += 1)}`, places: parameters};
};

export function statement<P extends Parameters, R>(build: (db: Builder, values: P) => Compilable<R>): Statement<P, R> {
  const plans: Partial<Record<Dialect, Plan>> = {};
  const planFor = (dialect: Dialect) => (plans[dialect] ??= plan(build(builderFor(dialect), markers as P)));
  const bind = (values: P): Call => ({
    compiled: planFor,
    values: (dialect) => planFor(dialect).places.map((place) => {
      if (!(place instanceof Marker)) return place as Value;
      const value = values[place.name];
      if (value === undefined) throw new Error(`The statement needs a value for “${place.name}”.`);
      return value;
    }),
  });
  return {
    call: bind,
    all: (values) => call<R>(bind(values)),
    first: (values) => first<R>(bind(values)),
  };
}

/** A row to insert, made of the parameters of these names. */
export const rowOf = <P, Name extends keyof P>(values: P, names: readonly Name[]): Pick<P, Name> =>
  Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<P, Name>;

const sizes = [1, 4, 16, 64, 256];
export const listedAtMost = 256;

/** A statement over a list (`in (…)`): compiled for a few sizes, the list filled up by repeating its last value. */
export function listStatement<P extends Parameters, R>(
  build: (db: Builder, list: Value[], values: P) => Compilable<R>,
): (list: readonly Value[], values: P) => Act<R[]> {
  const bySize = new Map<number, Statement<Parameters, R>>();
  const sized = (size: number) => {
    const made = bySize.get(size) ?? statement<Parameters, R>((db, values) =>
      build(db, Array.from({length: size}, (_, index) => values[`list${index}`] ?? null), values as P));
    bySize.set(size, made);
    return made;
  };
  return function* all(list, values) {
    if (!list.length) return [];
    const size = sizes.find((fits) => fits >= list.length);
    if (size === undefined) throw new Error(`A list of ${list.length} is longer than any statement takes.`);
    const filled = Array.from({length: size}, (_, index) => [`list${index}`, list[Math.min(index, list.length - 1)] ?? null]);
    return yield* sized(size).all({...values, ...Object.fromEntries(filled) as Parameters});
  };
}
