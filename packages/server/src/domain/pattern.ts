/**
 * The patterns a space accepts thread ids by: regular expressions without what makes them slow or surprising. There are
 * characters, classes, escapes, groups, `|`, `* + ? {n,m}`; no back-references, no look-around, and a pattern always means
 * the whole id. All ways through a pattern are followed at once, so an id costs its length times the pattern's, whoever
 * wrote either (Thompson's construction; JavaScript's own matching may take exponential time).
 */
type Node =
  | {kind: 'one'; source: string}
  | {kind: 'all'; inner: Node[]}
  | {kind: 'any'; inner: Node[]}
  | {kind: 'times'; inner: Node; least: number; most: number};

/** Takes a character where it has a test for one; otherwise goes on by itself. */
type State = {takes?: RegExp; to: number[]};

const statesAtMost = 2000;
const tests = new Map<string, RegExp>();
const token = /\\[pP]\{[^}]*\}|\\u\{[0-9A-Fa-f]+\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[dDsSwWtnr]|\\[^A-Za-z0-9]|\[(?:\\.|[^\]\\])*\]|[^\\[\](){}|*+?^$]/uy;
const repeat = /(?:([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})\??/y;
const bounds: Record<string, [number, number]> = {'*': [0, Infinity], '+': [1, Infinity], '?': [0, 1]};

class Parser {
  readonly #text: string;
  #at = 0;
  constructor(text: string) { this.#text = text; }

  whole(): Node {
    const node = this.#any();
    if (this.#at < this.#text.length) throw this.#fault();
    return node;
  }

  #fault(): Error { return new Error(`“${this.#text}” cannot be used from its ${this.#at + 1}. character on`); }

  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #any(): Node {
    const inner = [this.#all()];
    while (this.#text[this.#at] === '|') {
      this.#at += 1;
      inner.push(this.#all());
    }
    return {kind: 'any', inner};
  }

  #all(): Node {
    const inner: Node[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text.charAt(this.#at))) inner.push(this.#repeated(this.#one()));
    return {kind: 'all', inner};
  }

  #one(): Node {
    if (this.#take(/\((?:\?:)?(?!\?)/y)) {
      const group = this.#any();
      if (!this.#take(/\)/y)) throw this.#fault();
      return group;
    }
    const source = this.#take(token)?.[0];
    if (source === undefined) throw this.#fault();
    return {kind: 'one', source};
  }

  #repeated(inner: Node): Node {
    const found = this.#take(repeat);
    if (!found) return inner;
    const [, sign, least = '0', comma, most] = found;
    const [from, to] = sign ? bounds[sign] ?? [1, 1] : [Number(least), comma ? Number(most ?? Infinity) : Number(least)];
    if (from > to) throw this.#fault();
    return {kind: 'times', inner, least: from, most: to};
  }
}

/** Adds the states of `node` in front of `next`; gives the one it begins with. */
function build(states: State[], node: Node, next: number): number {
  const add = (state: State): number => {
    if (states.length >= statesAtMost) throw new Error('the pattern is too large');
    return states.push(state) - 1;
  };
  if (node.kind === 'one') {
    const takes = tests.get(node.source) ?? new RegExp(`^${node.source}$`, 'u');
    tests.set(node.source, takes);
    return add({takes, to: [next]});
  }
  if (node.kind === 'all') return node.inner.reduceRight((after, inner) => build(states, inner, after), next);
  if (node.kind === 'any') return add({to: node.inner.map((inner) => build(states, inner, next))});
  let entry = next;
  if (node.most === Infinity) {
    const loop: State = {to: [next]};
    entry = add(loop);
    loop.to.push(build(states, node.inner, entry));
  } else {
    for (let n = node.least; n < node.most; n += 1) entry = add({to: [build(states, node.inner, entry), next]});
  }
  for (let n = 0; n < node.least; n += 1) entry = build(states, node.inner, entry);
  return entry;
}

/** Everything that is reached from these states without taking a character. */
function reached(states: readonly State[], from: readonly number[]): Set<number> {
  const found = new Set(from);
  for (const at of found) {
    const state = states[at];
    if (state && !state.takes) for (const next of state.to) found.add(next);
  }
  return found;
}

/** Whether a text matches as a whole. @throws where the pattern uses what is not known here. */
export function patternOf(source: string): (text: string) => boolean {
  // A whole text is meant anyway.
  const tree = new Parser(source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')).whole();
  const states: State[] = [{to: []}];
  const start = reached(states, [build(states, tree, 0)]);
  return (text) => {
    let here = start;
    for (const character of text) {
      here = reached(states, [...here].flatMap((at) => (states[at]?.takes?.test(character) ? states[at].to : [])));
      if (!here.size) return false;
    }
    return here.has(0);
  };
}
