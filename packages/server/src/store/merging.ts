/** Statements that move what belongs to one proposal to another, each person and address once. */
import {statement} from './statement.ts';

type Move = {from: number; into: number};

/** Whoever supports both is there already; nobody supports their own. */
export const copySupports = statement((db, p: Move & {author: string}) =>
  db.insertInto('proposal_support').columns(['proposal', 'person', 'created_at'])
    .expression((eb) => eb.selectFrom('proposal_support as mine')
      .select((inner) => [inner.cast<number>(inner.val(p.into), 'bigint').as('proposal'), 'mine.person', 'mine.created_at'])
      .where('mine.proposal', '=', p.from).where('mine.person', '!=', p.author))
    .onConflict((conflict) => conflict.columns(['proposal', 'person']).doNothing()));

export const dropSupports = statement((db, p: {proposal: number}) => db.deleteFrom('proposal_support').where('proposal', '=', p.proposal));

/** As many as there are rows. Its row must have been taken, so that none comes or goes meanwhile. */
export const recountSupports = statement((db, p: {key: number}) =>
  db.updateTable('proposal').where('key', '=', p.key).set((eb) => ({
    supports: eb.selectFrom('proposal_support').select((inner) => inner.fn.countAll<number>().as('count')).where('proposal', '=', p.key),
  })).returningAll());

/** An address that waits there and is confirmed here is confirmed. */
export const dropOutdone = statement((db, p: Move) =>
  db.deleteFrom('follower').where('proposal', '=', p.into).where((eb) => eb('state', '!=', eb.val('confirmed')))
    .where('address_key', 'in', (eb) => eb.selectFrom('follower as mine').select('mine.address_key')
      .where('mine.proposal', '=', p.from).where((inner) => inner('mine.state', '=', inner.val('confirmed')))));

export const moveFollowers = statement((db, p: Move) =>
  db.updateTable('follower').set({proposal: p.into}).where('proposal', '=', p.from)
    .where('address_key', 'not in', (eb) => eb.selectFrom('follower as theirs').select('theirs.address_key').where('theirs.proposal', '=', p.into)));

export const dropFollowers = statement((db, p: {proposal: number}) => db.deleteFrom('follower').where('proposal', '=', p.proposal));
