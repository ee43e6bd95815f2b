/** The day that "due soon" goes by: of what is answered or has none, no day at all, which is after all others. */
import {sql} from 'kysely';

export const noDay = '9999-12-31';
/** Written once: a database uses an index on an expression only for the same expression. */
export const dueOrder = sql<string>`(case when answered_at is null and due_on is not null then due_on else '9999-12-31' end)`;
