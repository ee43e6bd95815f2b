import {beforeAll, expect, it} from 'vitest';
import {createApp} from '@shurkum/server';
import {randomReference} from '../../packages/server/src/domain/reference.ts';
import {makeForm, submit} from '../support/forms.ts';
import {Official, useParticipation} from '../support/proposals.ts';
import {onEveryDatabase, type} from '../support/rig.ts';

const wrongSecret = 'A'.repeat(22);

onEveryDatabase('a look-up by reference', (rig) => {
  beforeAll(async () => {
    await useParticipation(rig());
    await makeForm(rig(), 'ideas');
    await makeForm(rig(), 'complaints', {publication: 'private'});
  });
  const receiptOf = async (form = 'ideas') => {
    const {reference, secret} = (await submit(await rig().guest(), form)).body as {reference: string; secret: string};
    return {reference, secret};
  };
  /** A server of its own, so that each test begins with all its tries. */
  const asker = (address?: string, services = rig().services) => {
    const api = createApp(services);
    return (body: object, from = address) => rig().send('POST', '/suggestions/lookup', body, {api: (request) => api(request, {address: from})});
  };
  /** Everything that hides: not there, not a reference, held, private, rejected, withdrawn before it was seen; with a wrong secret or none. */
  const hidden = async () => {
    const rejected = await receiptOf();
    await new Official(rig()).done('PUT', rejected.reference, 'visibility', {visibility: 'rejected', reason: 'policy'});
    const guest = await rig().guest();
    const {reference} = (await submit(guest, 'ideas')).body;
    await guest.send('POST', '/suggestions/withdrawals', {reference});
    const references = [randomReference(), '1234', '1234-5678-9012', 'x', (await receiptOf()).reference, (await receiptOf('complaints')).reference, rejected.reference, reference];
    return references.flatMap((each) => [{reference: each}, {reference: each, secret: wrongSecret}, {reference: each, secret: 'x'}]);
  };

  it('answers alike whatever is wrong, byte for byte', async () => {
    const ask = asker('198.51.100.7');
    const replies = [];
    for (const body of await hidden()) replies.push(await ask(body));
    const [first] = replies;
    expect(first?.status).toBe(404);
    for (const {status, text, headers} of replies) {
      expect([status, text, Object.fromEntries(headers)]).toEqual([404, first?.text, Object.fromEntries(first?.headers ?? [])]);
    }
  });

  it('that is wrong a thousand times at once is answered thirty times, then refused with the time to wait', async () => {
    const ask = asker('198.51.100.7');
    const held = await receiptOf();
    const replies = await Promise.all(Array.from({length: 1000}, (_, n) => ask(n % 2 ? {reference: randomReference()} : {reference: held.reference, secret: wrongSecret})));
    const refused = replies.filter(({status}) => status === 429);
    expect([replies.filter(({status}) => status === 404).length, refused.length]).toEqual([30, 970]);
    expect(new Set(refused.map(({body, headers}) => `${body.type} ${headers.get('retry-after')}`))).toEqual(new Set([`${type('too-many-requests')} 10`]));
    expect((await ask(held)).status).toBe(429);
    // Others go on, and so does the same one after a while: one try, no more.
    expect((await ask(held, '198.51.100.8')).status).toBe(200);
    rig().now += 10_000;
    expect([(await ask({reference: held.reference})).status, (await ask({reference: held.reference})).status]).toEqual([404, 429]);
  });

  it('that is right costs nothing, however often', async () => {
    const ask = asker('198.51.100.9');
    const receipt = await receiptOf();
    for (let n = 0; n < 100; n += 1) expect((await ask(receipt)).status).toBe(200);
  });

  it('from nobody knows whom is slowed for a machine, not for people: three hundred at once, four a second', async () => {
    const ask = asker();
    const held = await receiptOf();
    const replies = await Promise.all(Array.from({length: 1000}, () => ask({reference: randomReference()})));
    expect(replies.filter(({status}) => status === 404)).toHaveLength(300);
    expect((await ask(held)).headers.get('retry-after')).toBe('1');
    rig().now += 1000;
    for (let n = 0; n < 4; n += 1) expect((await ask(held)).status).toBe(200);
  });

  it('believes no header about who asks', async () => {
    const api = createApp(rig().services);
    const statuses = [];
    for (let n = 0; n < 40; n += 1) {
      const headers = {'x-forwarded-for': `203.0.113.${n}`, 'x-real-ip': `203.0.113.${n}`, forwarded: `for=203.0.113.${n}`, 'cf-connecting-ip': `203.0.113.${n}`};
      statuses.push((await rig().send('POST', '/suggestions/lookup', {reference: randomReference()}, {api: (request) => api(request, {address: '198.51.100.10'}), headers})).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  it('never stands in an address, where histories and logs would keep it', async () => {
    const {reference, secret} = await receiptOf();
    const ask = asker();
    await ask({reference, secret});
    for (const path of [`/suggestions/lookup?reference=${reference}&secret=${secret}`]) expect((await rig().send('POST', path, {reference})).status).toBe(400);
    expect(JSON.stringify(rig().log)).not.toContain(secret);
  });
});
