/** Statements that move the supports of one proposal to another, each person once. */
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
