import {beforeAll, expect, it} from 'vitest';
import {createApp, createForm, updateSpace} from '@shurkum/server';
import {everyField, formDefinition, makeForm} from '../support/forms.ts';
import {participationSpace, useParticipation} from '../support/proposals.ts';
import {onEveryDatabase, type} from '../support/rig.ts';

onEveryDatabase('a form', (rig) => {
  let count = 0;
  const name = () => `form-${String((count += 1))}`;
  const at = (text: string) => { rig().now = Date.parse(text); };
  beforeAll(async () => { await useParticipation(rig()); });

  it('is read by everyone, with all that its definition left open', async () => {
    const id = name();
    await makeForm(rig(), id, {categories: ['roads'], agency: 'transport', fields: everyField});
    const {status, body, headers} = await rig().get(`/forms/${id}`);
    expect([status, headers.get('cache-control')]).toEqual([200, expect.stringMatching(/^public, max-age=2/)]);
    expect(body.form).toMatchObject({
      id, open: true, opensAt: null, closesAt: null, guests: true, intro: null, groups: [], supportsNeeded: null, privacy: null, dueOn: null,
      categories: [{id: 'roads', label: {en: 'Roads'}}], agency: {id: 'transport', name: {en: 'Ministry of Transport'}},
      files: {types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'], bytes: 5_000_000, pixels: 40_000_000},
    });
    expect(body.form.fields.map(({id: field, required}: {id: string; required: boolean}) => [field, required])).toEqual(everyField.map((field) => [field.id, false]));
    expect([body.display.timeZone, body.languages]).toEqual(['Asia/Muscat', ['ar', 'en']]);
  });

  it('that is not there is not found', async () => {
    const {status, body} = await rig().get('/forms/none');
    expect([status, body.type]).toEqual([404, type('not-found')]);
  });

  it('is not there twice, and contradicts neither itself nor its space', async () => {
    const id = name();
    await makeForm(rig(), id);
    await expect(makeForm(rig(), id)).rejects.toThrow();
    await expect(makeForm(rig(), name(), {agency: 'nobody'})).rejects.toThrow('/agency');
    await expect(createForm(rig().store, 'nowhere', formDefinition('x'))).rejects.toThrow('no space');
  });

  it('promises a day that changes at midnight in the space, and says so to caches', async () => {
    const id = name();
    // A Sunday in Muscat, where Friday and Saturday are free: ten working days on.
    at('2026-11-22T19:59:58.500Z');
    await makeForm(rig(), id, {answerWithin: 10});
    const before = await rig().get(`/forms/${id}`);
    expect([before.body.form.dueOn, before.headers.get('cache-control')]).toEqual(['2026-12-06', 'public, max-age=1']);
    at('2026-11-22T20:00:00.000Z');
    const after = await rig().get(`/forms/${id}`);
    expect(after.body.form.dueOn).toBe('2026-12-07');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it('leaves holidays out, from the moment they are known', async () => {
    const id = name();
    at('2026-11-23T08:00:00Z');
    await makeForm(rig(), id, {answerWithin: 1});
    expect((await rig().get(`/forms/${id}`)).body.form.dueOn).toBe('2026-11-24');
    await updateSpace(rig().store, {...participationSpace('default'), week: {weekend: [5, 6], holidays: ['2026-11-24', '2026-11-25']}});
    expect((await rig().get(`/forms/${id}`)).body.form.dueOn).toBe('2026-11-26');
    await useParticipation(rig());
  });

  it('opens and closes to the millisecond, whatever a cache holds', async () => {
    const id = name();
    await makeForm(rig(), id, {opensAt: '2026-11-24T10:00:00+04:00', closesAt: '2026-11-25T06:00:00Z'});
    const open: [boolean, string | null][] = [];
    for (const instant of ['2026-11-24T05:59:59.999Z', '2026-11-24T06:00:00.000Z', '2026-11-25T05:59:59.999Z', '2026-11-25T06:00:00.000Z']) {
      at(instant);
      const {body, headers} = await rig().get(`/forms/${id}`);
      open.push([body.form.open, headers.get('cache-control')]);
      expect([body.form.opensAt, body.form.closesAt]).toEqual(['2026-11-24T06:00:00.000Z', '2026-11-25T06:00:00.000Z']);
    }
    const long = 'public, max-age=2, stale-while-revalidate=30';
    expect(open).toEqual([[false, 'public, max-age=0'], [true, long], [true, 'public, max-age=0'], [false, long]]);
  });

  it('asks nobody for files where the server keeps none, and the space says so', async () => {
    const id = name();
    await makeForm(rig(), id);
    const {files: _, ...services} = rig().services;
    const api = createApp(services);
    expect((await rig().get(`/forms/${id}`, {api})).body.form.files.types).toEqual([]);
    expect((await rig().get('/space', {api})).body.features).not.toContain('attachments');
    expect((await rig().get('/space')).body.features).toContain('attachments');
  });
});
