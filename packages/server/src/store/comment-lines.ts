/**
 * Statements along the line of ancestors of a comment. A line may be as long as people like to answer each other, so each
 * walks it inside the database, in one statement.
 */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import type {Builder} from './dialects.ts';
import {statement} from './statement.ts';

type Above = {thread: number; parent: number};

const compiledBy = <R>(db: Builder, query: RawBuilder<R>) => ({compile: () => query.compile(db)});
const gone = sql`comment.state in ('removed', 'withdrawn')`;

/**
 * One listed child more or fewer below `parent`. A tombstone is listed exactly while it has one, so the count goes on
 * upwards through every tombstone that appears (it had none) or vanishes (it had this one).
 */
const countListedChild = (turning: 0 | 1, change: 1 | -1, listed: 0 | 1) => {
  const turns = sql`case when ${gone} and comment.listed_children = ${sql.lit(turning)} then 1 else 0 end`;
  return statement((db, p: Above) => compiledBy(db, sql`
    with recursive line (seq, parent, turns) as (
      select comment.seq, comment.parent, ${turns} from comment where comment.thread = ${p.thread} and comment.seq = ${p.parent}
      union all
      select comment.seq, comment.parent, ${turns} from line
        inner join comment on comment.thread = ${p.thread} and comment.seq = line.parent
        where line.turns = 1 and line.parent > 0
    )
    update comment set
      listed = case when ${turns} = 1 then ${sql.lit(listed)} else comment.listed end,
      listed_children = comment.listed_children + ${sql.lit(change)}
    where comment.thread = ${p.thread} and comment.seq in (select line.seq from line)`));
};

export const oneChildMore = countListedChild(0, 1, 1);
export const oneChildFewer = countListedChild(1, -1, 0);

/** The nearest ancestor that is no tombstone, where that one is not shown to everyone. */
export const hiddenAbove = statement((db, p: Above) => compiledBy(db, sql<{seq: number}>`
  with recursive line (seq, parent, gone, state) as (
    select comment.seq, comment.parent, case when ${gone} then 1 else 0 end, comment.state
      from comment where comment.thread = ${p.thread} and comment.seq = ${p.parent}
    union all
    select comment.seq, comment.parent, case when ${gone} then 1 else 0 end, comment.state from line
      inner join comment on comment.thread = ${p.thread} and comment.seq = line.parent
      where line.gone = 1 and line.parent > 0
  )
  select line.seq from line where line.state in ('held', 'rejected')`));
