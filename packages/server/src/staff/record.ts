/** What officials decide is written down for good: who, what, why, when. Rows are only ever added. */
import type {Services} from '../services.ts';
import {rowOf, statement} from '../store/statement.ts';
import type {Act} from '../store/act.ts';
import type {DecisionTable} from '../store/schema.ts';

const insert = statement((db, row: DecisionTable) =>
  db.insertInto('decision').values(rowOf(row, ['id', 'space', 'subject', 'act', 'reason', 'official', 'decided_at'])));

/** Who acts where no staff sign-in stands between: whoever has the store in their hands. */
export const operator = 'operator';

export type Decision = {space: string; subject: string; act: string; reason?: string | null | undefined; by?: string | undefined};

export function* record({newId, clock}: Services, {space, subject, act, reason = null, by = operator}: Decision): Act<void> {
  yield* insert.all({id: newId(), space, subject, act, reason, official: by, decided_at: clock().getTime()});
}
