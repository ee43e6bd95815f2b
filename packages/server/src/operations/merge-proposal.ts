import type {Schema} from '@shurkum/contract';
import {mergeFollowers} from '../acts/followers.ts';
import {changeProposal} from '../acts/proposal-changes.ts';
import {tellThreshold} from '../acts/proposals.ts';
import {checkText, firstAnswer} from '../domain/decision.ts';
import {parseReference} from '../domain/reference.ts';
import {Refusal} from '../domain/refusal.ts';
import {parseText} from '../domain/text.ts';
import {instant} from '../replies/comment-json.ts';
import {agencyIn, staffView, takeAsRead, writeChange} from '../staff/change-suggestion.ts';
import type {Changed, Hands} from '../staff/change-suggestion.ts';
import type {Act} from '../store/act.ts';
import {copySupports, dropSupports, recountSupports} from '../store/merging.ts';
import {findProposal, holdProposal, proposalByKey} from '../store/proposals.ts';
import type {ProposalRow} from '../store/proposals.ts';
import type {StaffWrite} from './operation.ts';

const refuse = (pointer: string, code: string): never => { throw new Refusal('invalid-decision', [{pointer, code}]); };

/** Both rows, taken in one order whoever asks, so that two merges never wait for each other. */
function* takeBoth(hands: Hands, into: string): Act<{source: ProposalRow; target: ProposalRow}> {
  const reference = parseReference(into);
  const glimpse = reference === null ? undefined : yield* findProposal.first({space: hands.space.id, reference});
  const own = yield* findProposal.first({space: hands.space.id, reference: parseReference(hands.path.reference) ?? ''});
  if (glimpse && own && glimpse.key < own.key) yield* holdProposal.first({key: glimpse.key});
  const source = yield* takeAsRead(hands);
  const target = glimpse && (yield* holdProposal.first({key: glimpse.key}));
  if (!target) return refuse('/into', 'not-found');
  return {source, target};
}

/** Whether going on from here, by what was merged into what, leads to this one. */
function* leadsTo(from: ProposalRow, key: number): Act<boolean> {
  let at: ProposalRow | undefined = from;
  while (at && at.key !== key) at = at.merged_into === null ? undefined : yield* proposalByKey.first({key: at.merged_into});
  return at !== undefined;
}

/** Only what stands for itself is merged, and only into what does: so lines of descent meet and never close. */
function* checkMerge(source: ProposalRow, target: ProposalRow): Act<void> {
  if (yield* leadsTo(target, source.key)) throw new Refusal('merge-circle', [{pointer: '/into', code: 'circle'}]);
  if (source.visibility !== 'published') refuse('', 'not-from-here');
  if (source.decision === 'merged') refuse('', 'merged');
  if (target.visibility !== 'published') refuse('/into', 'not-published');
  if (target.decision === 'merged') refuse('/into', 'merged');
}

/** Supporters and followers go along, each once; the counts are counted. Gives the target as it then stands. */
function* moveAll({key: from}: ProposalRow, {key: into, author}: ProposalRow): Act<{source: ProposalRow; target: ProposalRow}> {
  yield* copySupports.all({from, into, author});
  yield* dropSupports.all({proposal: from});
  yield* mergeFollowers(from, into);
  const [source, target] = [yield* recountSupports.first({key: from}), yield* recountSupports.first({key: into})];
  if (!source || !target) throw new Error('A proposal that was taken is not there.');
  return {source, target};
}

function mergedInto({space}: Hands, {text, agencyId}: Schema<'Merge'>, target: ProposalRow, row: ProposalRow, now: number): Changed {
  const decision: Schema<'Decision'> = {
    state: 'merged', reason: 'duplicate', body: parseText(text), agency: agencyIn(space, agencyId), at: instant(now),
    transferredTo: null, mergedInto: target.reference, link: null,
  };
  return {
    change: {
      decision: 'merged', decided: JSON.stringify(decision), decided_at: now, merged_into: target.key,
      ...firstAnswer(row, now, space.display.timeZone, space.week),
    },
    updates: [{kind: 'decision', public: true, content: {decision}}], reason: 'duplicate',
  };
}

export const mergeProposal: StaffWrite<'mergeProposal'> = {
  kind: 'staff-write',
  prepare(asked) {
    const {services, space, official, body} = asked;
    checkText(body.text);
    return {
      *act(now) {
        const both = yield* takeBoth(asked, body.into);
        yield* checkMerge(both.source, both.target);
        const {source, target} = yield* moveAll(both.source, both.target);
        const after = yield* writeChange(asked, source, `merged into ${target.reference}`, mergedInto(asked, body, target, source, now), now);
        const grown = yield* changeProposal(services, target, {
          change: {}, updates: [{kind: 'merged', public: true, content: {merged: source.reference}}], official, now,
        });
        yield* tellThreshold(services, grown, now);
        return {status: 200, json: yield* staffView(space, after, now)};
      },
    };
  },
};
