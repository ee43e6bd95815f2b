/** Suggestions as they stand in a store before officials take them up, and the official who does. */
import {expect} from 'vitest';
import {placeProposal} from '../../packages/server/src/acts/proposal-changes.ts';
import {randomReference} from '../../packages/server/src/domain/reference.ts';
import {parseText} from '../../packages/server/src/domain/text.ts';
import {guestKeys} from '../../packages/server/src/identity/guest-keys.ts';
import {webHmac} from '../../packages/server/src/identity/keys.ts';
import {excerptOf} from '../../packages/server/src/domain/proposal.ts';
import {readSpace, updateSpace} from '@shurkum/server';
import type {SpaceDefinition} from '@shurkum/server';
import type {NewProposal} from '../../packages/server/src/store/proposals.ts';
import {spaceDefinition} from './rig.ts';
import type {Extra, Guest, Reply, Rig} from './rig.ts';

/** Two agencies, and a week that ends on Friday and Saturday. */
export const participationSpace = (id: string): SpaceDefinition => ({
  ...spaceDefinition(id), week: {weekend: [5, 6], holidays: []},
  agencies: [{id: 'transport', name: {ar: 'وزارة النقل', en: 'Ministry of Transport'}}, {id: 'parks', name: {en: 'Parks'}}],
  categories: [{id: 'roads', label: {en: 'Roads'}}],
});

export const useParticipation = (rig: Rig): Promise<void> => updateSpace(rig.store, participationSpace('default'));

async function personKey(rig: Rig, guest: Guest): Promise<string> {
  const space = await readSpace(rig.store, guest.space);
  const person = space && await guestKeys(webHmac).authenticate(space, guest.credential);
  if (!person) throw new Error('The guest is not one.');
  return person.key;
}

/** A suggestion that somebody sent, held unless said otherwise; gives its reference. */
export async function suggest(rig: Rig, author: Guest, more: Partial<NewProposal> = {}): Promise<string> {
  const {source = 'Please put *bicycle stands* at schools.', visibility = 'held'} = more;
  const reference = randomReference();
  const published = visibility === 'published';
  const row: NewProposal = {
    space: 'default', reference, form: 'ideas', kind: 'suggestion', participation: 'consult', author: await personKey(rig, author), guest: 1, name: null,
    tint: 3, language: 'en', title: 'Bicycle stands', source, body: JSON.stringify(parseText(source)), excerpt: excerptOf(source), answers: '{}',
    public: 1, category: 'roads', agency: null, assigned_to: null, visibility, reason: null, decision: 'open', decided: null, decided_at: null,
    progress: 'not-started', percent: null, draft: null, due_on: '2026-12-01', answered_at: null, answered_in: null, on_time: null, changed_at: null,
    merged_into: null, supports: 0, supports_needed: null, crossed: 0, listed: published ? 1 : 0, revision: 1, created_at: rig.now,
    published_at: published ? rig.now : null, updated_at: rig.now, ...more,
  };
  await rig.store.write(() => placeProposal(rig.services, row, {updates: [{kind: 'received', public: true}], now: rig.now}));
  return reference;
}

export const propose = (rig: Rig, author: Guest, more: Partial<NewProposal> = {}): Promise<string> => suggest(rig, author, {visibility: 'published', ...more});

type OfficialExtra = Extra & {ifMatch?: string | null};

/** Whoever holds the administrator's key. Reads before each act, as officials do, unless told what was read. */
export class Official {
  readonly rig: Rig;
  readonly #credential: string;
  constructor(rig: Rig, credential = rig.services.administratorKey ?? 'none') {
    this.rig = rig;
    this.#credential = credential;
  }

  get(path: string, extra: Extra = {}): Promise<Reply> {
    return this.rig.get(`/staff${path}`, {...extra, headers: {authorization: `Bearer ${this.#credential}`, ...extra.headers}});
  }

  async etag(reference: string): Promise<string> {
    return (await this.get(`/suggestions/${reference}`)).headers.get('etag') ?? '';
  }

  async act(method: string, reference: string, what: string, body?: unknown, {ifMatch, headers, ...extra}: OfficialExtra = {}): Promise<Reply> {
    const read = ifMatch === undefined ? await this.etag(reference) : ifMatch;
    return this.rig.send(method, `/staff/suggestions/${reference}/${what}`, body, {
      ...extra, headers: {authorization: `Bearer ${this.#credential}`, ...(read === null ? {} : {'if-match': read}), ...headers},
    });
  }

  /** The same, where it must succeed. */
  async done(...asked: Parameters<Official['act']>): Promise<any> {
    const {status, body} = await this.act(...asked);
    expect({status, problem: body.type}).toEqual({status: 200, problem: undefined});
    return body;
  }

  publish(reference: string): Promise<any> { return this.done('PUT', reference, 'visibility', {visibility: 'published'}); }
  remove(reference: string): Promise<any> { return this.done('PUT', reference, 'visibility', {visibility: 'removed', reason: 'policy'}); }
  merge(reference: string, into: string, extra?: OfficialExtra): Promise<Reply> {
    return this.act('POST', reference, 'merge', {into, text: 'The same wish.', agencyId: 'transport'}, extra);
  }
}
