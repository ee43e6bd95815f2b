import {fitting} from '../acts/comment-pages.ts';
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {pageJson} from '../replies/comment-json.ts';
import {staffView} from '../staff/change-suggestion.ts';
import type {Act} from '../store/act.ts';
import {staffList} from '../store/proposal-reads.ts';
import {findProposal} from '../store/proposals.ts';
import type {StaffRead} from './operation.ts';

/** Where the list goes on: behind the suggestion its cursor names. */
function* placeBehind(space: string, list: readonly string[], cursor: string | undefined): Act<number> {
  if (cursor === undefined) return 0;
  const [reference] = positionOf(cursor, list, [''] as const);
  const row = yield* findProposal.first({space, reference});
  if (!row) throw invalidCursor();
  return row.key;
}

export const listSuggestions: StaffRead<'listSuggestions'> = {
  kind: 'staff-read',
  *answer({space, now, query: {visibility, decision, agency, cursor, limit = 20}}) {
    const list = [space.id, 'staff', visibility ?? '', decision ?? '', agency ?? ''];
    const after = yield* placeBehind(space.id, list, cursor);
    const rows = yield* staffList({visibility, decision, agency}, {space: space.id, after, limit: limit + 1});
    const items: string[] = [];
    for (const row of rows.slice(0, limit)) items.push(yield* staffView(space, row, now));
    const count = fitting(items);
    const last = rows.length > count ? rows[count - 1] : undefined;
    return pageJson(items.slice(0, count), last ? cursorOf(list, [last.reference]) : null);
  },
};
