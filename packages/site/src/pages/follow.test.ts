import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createApp, createSpace, randomId} from '@shurkum/server';
import type {Services} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {followPage} from './follow.ts';

const origin = 'https://participation.example';

describe('the pages of messages’ links', () => {
  let services: Services;
  beforeEach(async () => {
    services = {store: await openStore(':memory:'), clock: () => new Date('2026-11-24T08:00:00Z'), newId: randomId, log: () => undefined, origin};
    await createSpace(services.store, {
      id: 'default', name: {en: 'Authority'}, languages: ['ar', 'en'], origins: [], guests: true,
      display: {timeZone: 'Asia/Muscat', languages: {}}, threads: {state: 'open', policy: null, accept: ['.+']},
    });
  });
  afterEach(() => services.store.close());
  const post = (query: string) => followPage((request) => createApp(services)(request), new Request(`${origin}/follow/default/stop?${query}`, {method: 'POST'}), origin);

  it.each(['%D8%A7', '%0d%0aX-Other:%20y', 'short', '%00', 'a'.repeat(65)])('say that a link does not work, whatever key %j it was posted with', async (key) => {
    const response = await post(`token=${'a'.repeat(44)}&key=${key}`);
    expect([response?.status, response?.headers.get('content-security-policy')]).toEqual([404, expect.stringContaining("frame-ancestors 'none'")]);
  });
  it('show a hostile token as text alone', async () => {
    const response = await followPage(() => Promise.reject(new Error('Nothing is asked.')), new Request(`${origin}/follow/default/stop?lang=en&token=${encodeURIComponent('"><script>alert(1)</script>')}`), origin);
    expect(await response?.text()).not.toContain('<script>');
  });
});
