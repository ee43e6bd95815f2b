/** A timing, so it stands among what is run on a quiet machine: nobody learns by the clock whether a suggestion is there. */
import {beforeAll, expect, it} from 'vitest';
import {createApp} from '@shurkum/server';
import {randomReference} from '../../packages/server/src/domain/reference.ts';
import {makeForm, submit} from '../support/forms.ts';
import {useParticipation} from '../support/proposals.ts';
import {onEveryDatabase} from '../support/rig.ts';

const wrongSecret = 'A'.repeat(22);
const rounds = 200;
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

onEveryDatabase('a look-up by reference', (rig) => {
  beforeAll(async () => {
    await useParticipation(rig());
    await makeForm(rig(), 'ideas');
  });

  it('takes as long whatever is wrong', async () => {
    const held = (await submit(await rig().guest(), 'ideas')).body as {reference: string};
    const kinds = [{reference: randomReference(), secret: wrongSecret}, {reference: held.reference, secret: wrongSecret}, {reference: 'none', secret: wrongSecret}];
    const times: number[][] = kinds.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      // A server of its own, so that every round begins with all its tries.
      const api = createApp(rig().services);
      for (const [at, body] of kinds.entries()) {
        const began = performance.now();
        await rig().send('POST', '/suggestions/lookup', body, {api: (request) => api(request, {})});
        times[at]?.push(performance.now() - began);
      }
    }
    const [missing = 0, ...others] = times.map(median);
    for (const other of others) expect(Math.abs(other - missing)).toBeLessThan(2);
  });
});
