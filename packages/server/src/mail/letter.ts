/** A letter: what a message says, before it is HTML or plain text. */
import type {Schema} from '@shurkum/contract';
import {isPublished} from '../domain/proposal.ts';
import {agencyOf} from '../replies/proposal-json.ts';
import type {Space} from '../spaces.ts';
import type {FollowerRow} from '../store/followers.ts';
import type {ProposalRow, UpdateRow} from '../store/proposals.ts';
import {formatsFor} from './formats.ts';
import {latin, theirs} from './lines.ts';
import type {Line} from './lines.ts';
import {wordsIn} from './words.ts';
import type {About, Fact, Facts, Told, Words} from './words.ts';

export type Linked = {label: string; href: string};
export type Letter = {
  words: Words;
  subject: Line;
  name: Line;
  said: Line[];
  facts: Fact[];
  quote: {by: Line; body: Schema<'Body'>; link: Linked | null} | null;
  action: Linked | null;
  because: Line[];
  stop: Linked;
};

/** What a letter is written from. `update` is null for what is asked of an address or acknowledged to an author. */
export type Occasion = {
  space: Space;
  follower: Pick<FollowerRow, 'language' | 'person'>;
  proposal: ProposalRow;
  told: Told;
  update: Pick<UpdateRow, 'content' | 'at'> | null;
  links: {confirm: (language: string) => string; stop: (language: string) => string};
};

type Content = Partial<Omit<Schema<'Update'>, 'id' | 'kind' | 'at'>>;

function quoteOf({decision, answer}: Content, words: Words, here: (text: Schema<'LocalText'>) => string, day: (instant: string) => string): Letter['quote'] {
  const by = answer ?? (decision?.agency ? {agency: decision.agency.name, role: null, date: decision.at ?? '', body: decision.body, link: decision.link} : undefined);
  if (!by?.body) return null;
  return {
    by: words.signed(theirs(here(by.agency)), by.role && theirs(here(by.role)), day(by.date)),
    body: by.body,
    link: by.link ? {label: by.link.title ? here(by.link.title) : words.linked, href: by.link.url} : null,
  };
}

export function letterOf({space, follower, proposal, told, update, links}: Occasion): Letter {
  const words = wordsIn([follower.language, ...space.languages]);
  const {language} = words;
  const formats = formatsFor(language, space.display);
  /** An authority's own words in the letter's language, else in the space's first. */
  const here = (text: Schema<'LocalText'>) => [language, ...space.languages, ...Object.keys(text)].map((each) => text[each]).find(Boolean) ?? '';
  const content = JSON.parse(update?.content ?? '{}') as Content;
  const agency = agencyOf(space, proposal.agency);
  const about: About = {
    kind: proposal.kind as Schema<'Kind'>, own: follower.person === proposal.author, reference: latin(proposal.reference),
    title: isPublished(proposal) ? theirs(proposal.title) : null, space: theirs(here(space.name)),
  };
  const facts: Facts = {
    stands: isPublished(proposal) ? 'published' : proposal.public === 1 ? 'held' : 'private', dueOn: proposal.due_on, agency: agency ? theirs(here(agency.name)) : undefined,
    decision: content.decision, progress: content.progress, reason: content.reason ?? (proposal.reason as Schema<'ReasonCode'> | null) ?? undefined, supports: content.supports, merged: content.merged,
    transferredTo: content.decision?.transferredTo ? theirs(here(content.decision.transferredTo)) : undefined,
  };
  const where = isPublished(proposal) ? space.proposalUrl?.replace('{reference}', proposal.reference) : undefined;
  return {
    words, subject: words.subject(told, about, facts, formats), name: words.name(about), said: words.said(told, about, facts, formats),
    facts: words.facts(told, facts, formats), quote: quoteOf(content, words, here, formats.day), because: words.because(told, about),
    action: told === 'confirm' ? {label: words.confirm, href: links.confirm(language)} : where ? {label: words.read, href: where} : null,
    stop: {label: words.stop, href: links.stop(language)},
  };
}
