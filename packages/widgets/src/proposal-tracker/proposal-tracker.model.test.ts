import {describe, expect, it} from 'vitest';
import {dayAt, hashBeside, hashOf, joined, keptIn, none} from './proposal-tracker.model.ts';
import type {ProposalPage} from './proposal-tracker.model.ts';

describe('what the page’s address keeps', () => {
  it('comes back as it was put', () => {
    const kept = {...none, q: 'مواقف & more', decision: 'accepted', sort: 'due-soon', reference: '4831-7290-5673'};
    expect(keptIn(hashOf('proposals', kept), 'proposals')).toEqual(kept);
  });
  it('is nothing where the hash is the page’s own or another tracker’s', () => {
    for (const hash of ['', '#proposals', '#section-2', '#others?q=a']) expect(keptIn(hash, 'proposals')).toBeNull();
  });
  it('takes nothing that is no choice of ours', () => {
    expect(keptIn('#proposals?decision=maybe&sort=up&category=A%20B&reference=javascript:1&progress=done', 'proposals')).toEqual({...none, progress: 'done', sort: '', reference: ''});
  });
  it('takes the place of nothing but itself', () => {
    expect(hashBeside('#section-2', 'proposals', {q: 'a'})).toBe('#section-2');
    expect(hashBeside('#proposals?q=a', 'proposals', {q: ''})).toBe('');
    expect(hashBeside('', 'proposals', {q: 'b'})).toBe('#proposals?q=b');
  });
});

describe('the day', () => {
  it('is the one it is where the authority is', () => {
    expect(dayAt(Date.parse('2026-11-23T21:00:00Z'), 'Asia/Muscat')).toBe('2026-11-24');
    expect(dayAt(Date.parse('2026-11-23T21:00:00Z'), 'America/Lima')).toBe('2026-11-23');
  });
});

describe('pages in a row', () => {
  it('hold each proposal once', () => {
    const page = (...references: string[]) => ({items: references.map((reference) => ({reference}))}) as ProposalPage;
    expect(joined([page('a', 'b'), page('b', 'c')]).map(({reference}) => reference)).toEqual(['a', 'b', 'c']);
  });
});
