/** Takes part over HTTP as people do: a guest key each, one act after another, several people at a time. */
import {randomUUID} from 'node:crypto';
import type {Vote} from './polis.ts';

export class Guest {
  readonly #api: string;
  #key: string | undefined;

  constructor(api: string) { this.#api = api; }

  /** Sends one act with its own idempotency key (or the one given) and gives the response. */
  async act(method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Response> {
    return fetch(this.#api + path, {
      method,
      headers: {authorization: `Bearer ${await this.key()}`, 'idempotency-key': key, 'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  }

  async read(path: string): Promise<Response> {
    return fetch(this.#api + path, {headers: {authorization: `Bearer ${await this.key()}`}});
  }

  /** The device key, asked for at the first need. */
  async key(): Promise<string> {
    return (this.#key ??= await this.#begin());
  }

  async #begin(): Promise<string> {
    const response = await fetch(`${this.#api}/guests`, {method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'});
    if (response.status !== 201) throw new Error(`A guest could not begin: ${response.status} ${await response.text()}`);
    return ((await response.json()) as {key: string}).key;
  }
}

/** Runs `work` over all of `list`, `width` at a time, in order of start. */
export async function each<T>(list: readonly T[], width: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const one = list[next] as T;
      next += 1;
      await work(one);
    }
  };
  await Promise.all(Array.from({length: width}, lane));
}

/** Replays a consultation: one person a voter, each vote a ballot in its order, `width` people at a time. */
export async function replay(api: string, pollOf: (statement: string) => string, votes: Vote[], width: number,
  done: (count: number) => void = () => undefined): Promise<void> {
  const voters = Map.groupBy(votes, (vote) => vote.voter);
  let count = 0;
  await each([...voters.values()], width, async (mine) => {
    const person = new Guest(api);
    for (const vote of mine) {
      const response = await person.act('PUT', `/polls/${pollOf(vote.statement)}/ballot`, {answers: [{questionId: 'q', optionIds: [vote.option]}]});
      if (response.status !== 200) throw new Error(`A ballot was refused: ${response.status} ${await response.text()}`);
      await response.body?.cancel();
      count += 1;
      done(count);
    }
  });
}
