import {describe, expect, it} from 'vitest';
import {referenceOf} from '../../../../server/src/domain/reference.ts';
import {happened, isAnnounced, isPicture, parseReference, parseSecret} from './late.model.ts';
import type {Attachment, Update} from './late.model.ts';
import {rows, share} from './outcomes.model.ts';

describe('a reference somebody typed', () => {
  const reference = referenceOf('4831729056');
  it('is understood in any digits, with or without what stands between them', () => {
    const digits = reference.replaceAll('-', '');
    const arabic = digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const persian = digits.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
    for (const typed of [reference, digits, arabic, persian, ` ${digits.replace(/(.{4})/g, '$1 ')} `, reference.replaceAll('-', '–'), `\u2066${reference}\u2069`]) expect(parseReference(typed)).toBe(reference);
  });
  it('is none with a digit wrong, two exchanged, one missing or a letter', () => {
    for (const typed of [reference.replace('4', '5'), reference.replace('48', '84'), reference.slice(1), `${reference}0`, reference.replace('4', 'A'), '']) expect(parseReference(typed)).toBeNull();
  });
  it('has a secret without the spaces it was copied with', () => {
    expect(parseSecret(' kT4m V9xQ\u200F ')).toBe('kT4mV9xQ');
  });
});

describe('an attachment', () => {
  const picture = {type: 'image/png', width: 30, height: 20} as Attachment;
  it('is shown as a picture only by what the API found in it', () => {
    expect(isPicture(picture)).toBe(true);
    for (const other of [{type: 'application/pdf'}, {type: 'image/svg+xml'}, {width: null}, {height: 0}, {width: 100_000, height: 100_000}]) expect(isPicture({...picture, ...other} as Attachment)).toBe(false);
  });
  it('is what was announced, or that turned', () => {
    expect(isAnnounced(picture, {naturalWidth: 30, naturalHeight: 20})).toBe(true);
    expect(isAnnounced(picture, {naturalWidth: 20, naturalHeight: 30})).toBe(true);
    expect(isAnnounced(picture, {naturalWidth: 30, naturalHeight: 30})).toBe(false);
  });
});

describe('updates', () => {
  it('come once each, without notes and what is not known here', () => {
    const update = (id: string, kind: string) => ({id, kind}) as Update;
    const all = [{items: [update('a', 'answer'), update('b', 'note')]}, {items: [update('a', 'answer'), update('c', 'praised')]}];
    expect(happened(all, {answer: 1}).map(({id}) => id)).toEqual(['a']);
  });
});

describe('the numbers as a file', () => {
  it('hold what the table holds', () => {
    const label = (words: string) => () => words;
    const outcomes = {received: 8, answered: 6, onTime: 5, medianDays: 2.5, decisions: [{state: 'open' as const, count: 2}], progress: [{state: 'done' as const, count: 1}]};
    expect(rows(outcomes as Parameters<typeof rows>[0], {received: 'R', answered: 'A', onTime: 'T', median: 'M', decision: label('Open'), progress: label('Done')})).toEqual([
      ['measure', 'code', 'label', 'number'], ['total', 'received', 'R', 8], ['total', 'answered', 'A', 6], ['total', 'on_time', 'T', 5], ['total', 'median_working_days', 'M', 2.5],
      ['decision', 'open', 'Open', 2], ['progress', 'done', 'Done', 1]]);
  });
  it('have no share of nothing', () => { expect(share(0, 0)).toBe(0); });
});
