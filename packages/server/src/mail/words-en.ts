/** English. */
import type {Schema} from '@shurkum/contract';
import {isFinal} from '../domain/proposal.ts';
import {latin, line} from './lines.ts';
import type {Line} from './lines.ts';
import type {About, Fact, Words} from './words.ts';

const nouns = {suggestion: 'proposal', complaint: 'complaint', inquiry: 'inquiry', report: 'report'} as const;
/** What it is to whoever sent it, also before it is published. */
const own = {...nouns, suggestion: 'suggestion'} as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const decisions: Record<Schema<'DecisionState'>, string> = {
  'open': 'open', 'under-review': 'under review', 'accepted': 'accepted', 'partly-accepted': 'partly accepted', 'declined': 'not accepted',
  'transferred': 'passed to another authority', 'merged': 'merged', 'expired': 'expired',
};

const grounds: Record<Schema<'DecisionReason'>, string> = {
  'adopted': 'the idea was adopted', 'planned-already': 'already planned', 'exists-already': 'already there', 'not-feasible': 'not feasible',
  'cost': 'cost', 'legal': 'legal reasons', 'not-in-remit': 'outside the authority’s remit', 'duplicate': 'there is one like it', 'unclear': 'not clear enough',
  'out-of-date': 'things have changed since', 'other': 'other reasons',
};

const progress: Record<Schema<'ProgressState'>, string> = {
  'not-started': 'not started', 'planned': 'planned', 'in-progress': 'in progress', 'done': 'done',
};

const reasons: Record<Schema<'ReasonCode'>, string> = {
  'pre-moderation': 'review before publishing', 'policy': 'against the policy', 'abuse': 'abuse', 'spam': 'advertising or repetition', 'off-topic': 'off topic',
  'personal-data': 'personal details', 'illegal': 'against the law', 'duplicate': 'there is one like it', 'other': 'other reasons',
};

const receivedThen = {
  held: 'It is reviewed first and then published for everybody to read. You are told of every update here.',
  private: 'It is not published; the authority alone reads it. You are told of every update here.',
  published: 'It is published: everybody may read, support and discuss it. You are told of every update here.',
} as const;

const plural = new Intl.PluralRules('en');

const named = ({kind, title}: About): Line => (title ? line`the ${nouns[kind]} “${title}”` : line`the ${nouns[kind]}`);
const yours = ({kind, title}: About): Line => (title ? line`your ${own[kind]} “${title}”` : line`your ${own[kind]}`);
const stage = ({state, percent}: Schema<'Progress'>, shown: (value: number) => string): string =>
  (percent === null ? progress[state] : `${progress[state]} (${shown(percent)})`);

export const english: Words = {
  language: 'en', direction: 'ltr',
  read: 'Read the details', confirm: 'Confirm', stop: 'Stop following and erase this address', linked: 'Linked document',
  name: ({kind, own: mine, reference}) => line`${capital((mine ? own : nouns)[kind])} ${reference}`,
  subject(told, about, facts, formats) {
    const thing = line`${(about.own ? own : nouns)[about.kind]} ${about.reference}`;
    switch (told) {
      case 'confirm': return line`Confirm that you follow ${thing}`;
      case 'received': return line`We have received ${thing}`;
      case 'published': return line`Published: ${thing}`;
      case 'rejected': return line`Not published: ${thing}`;
      case 'removed': return line`Removed: ${thing}`;
      case 'withdrawn': return line`Withdrawn: ${thing}`;
      case 'decision': return line`${isFinal(facts.decision?.state ?? 'open') ? 'Decision on' : 'News of'} ${thing}: ${decisions[facts.decision?.state ?? 'open']}`;
      case 'progress': return line`Progress of ${thing}: ${facts.progress ? stage(facts.progress, formats.percent) : ''}`;
      case 'answer': return line`Official answer to ${thing}`;
      case 'threshold': return line`Enough supports for ${thing}`;
      case 'merged': return line`Another one was merged into ${thing}`;
    }
  },
  said(told, about, facts, formats) {
    switch (told) {
      case 'confirm': return about.own
        ? [line`We have received ${yours(about)}. Thank you.`, line`To be told of every update at this address, please confirm it. Nothing else is sent before that.`]
        : [line`Somebody asked to follow ${named(about)} at this address.`, line`To be told of every update, please confirm it. Nothing else is sent before that.`];
      case 'received': return [
        line`We have received ${yours(about)}. Thank you for taking part.`,
        [receivedThen[facts.stands]],
      ];
      case 'published': return [line`${about.own ? 'Your' : 'The'} ${nouns[about.kind]}${about.title ? line` “${about.title}”` : ''} is published: everybody may now read, support and discuss it.`];
      case 'rejected': return [line`We have reviewed ${yours(about)} and decided not to publish it.`];
      case 'removed': return [line`The moderators removed ${named(about)}.`];
      case 'withdrawn': return [line`Its author has withdrawn ${named(about)}.`];
      case 'decision': return [isFinal(facts.decision?.state ?? 'open') ? line`There is a decision on ${named(about)}.` : line`There is news about ${named(about)}.`];
      case 'progress': return [line`There is progress on ${named(about)}.`];
      case 'answer': return [line`There is an official answer to ${named(about)}.`];
      case 'threshold': {
        const count = facts.supports ?? 0;
        return [line`The ${nouns[about.kind]}${about.title ? line` “${about.title}”` : ''} has the number of supporters that brings an official answer: ${formats.number(count)} ${plural.select(count) === 'one' ? 'supporter' : 'supporters'}.`];
      }
      case 'merged': return [line`Number ${latin(facts.merged ?? '')} was merged into ${named(about)}, with its supporters and followers.`];
    }
  },
  facts(told, {decision, progress: stand, reason, agency, transferredTo, dueOn}, formats) {
    const found: Fact[] = [];
    if (told === 'decision' && decision) {
      found.push({label: 'Decision', value: [decisions[decision.state]]});
      if (decision.reason) found.push({label: 'Reason', value: [grounds[decision.reason]]});
      if (transferredTo) found.push({label: 'Passed to', value: [transferredTo]});
      if (decision.mergedInto) found.push({label: 'Merged into', value: [latin(decision.mergedInto)]});
    }
    if (told === 'progress' && stand) found.push({label: 'Progress', value: [stage(stand, formats.percent)]});
    if ((told === 'rejected' || told === 'removed') && reason) found.push({label: 'Reason', value: [reasons[reason]]});
    if (told === 'received' && agency) found.push({label: 'Authority', value: [agency]});
    if (told === 'received') found.push({label: 'Answer by', value: [dueOn ? formats.date(dueOn) : 'no day was promised']});
    return found;
  },
  signed: (agency, role, day) => (role ? line`${role}, ${agency} · ${day}` : line`${agency} · ${day}`),
  because: (told, about) => [
    told === 'confirm'
      ? line`If it was not you, nothing needs to be done: no other message comes to this address, and it is erased after seven days.`
      : line`You receive this because this address follows the ${(about.own ? own : nouns)[about.kind]}.`,
    line`An automatic message of ${about.space}; replies are not read.`,
  ],
};
