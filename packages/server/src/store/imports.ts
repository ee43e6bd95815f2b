/** Statements that bring in what was counted elsewhere: a row for each, so that here too a number is a number of rows. */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import type {Builder} from './dialects.ts';
import {statement} from './statement.ts';

const compiledBy = <R>(db: Builder, query: RawBuilder<R>) => ({compile: () => query.compile(db)});
const numbers = (count: number) => sql`with recursive numbered (n) as (select 1 union all select n + 1 from numbered where n < ${count})`;

/** `count` supports by people nobody knows here; none where it is 0. */
export const insertUnnamedSupports = statement((db, p: {proposal: number; from: string; count: number; now: number}) => compiledBy(db, sql`
  ${numbers(p.count)}
  insert into proposal_support (proposal, person, created_at)
    select cast(${p.proposal} as bigint), cast(${p.from} as text) || n, cast(${p.now} as bigint) from numbered where n <= ${p.count}`));

export const insertUnnamedCommentSupports = statement((db, p: {comment: string; thread: number; from: string; count: number; now: number}) => compiledBy(db, sql`
  ${numbers(p.count)}
  insert into support (comment, person, thread, created_at)
    select cast(${p.comment} as text), cast(${p.from} as text) || n, cast(${p.thread} as bigint), cast(${p.now} as bigint) from numbered where n <= ${p.count}`));
