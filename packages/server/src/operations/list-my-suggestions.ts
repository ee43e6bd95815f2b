import {fitting} from '../acts/comment-pages.ts';
import {mySuggestion} from '../acts/my-suggestion.ts';
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {instant} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {findProposal} from '../store/proposals.ts';
import {suggestionsOf} from '../store/suggestions.ts';
import type {PersonalRead} from './operation.ts';

function* goOn(space: string, author: string, reference: string): Act<number> {
  const row = yield* findProposal.first({space, reference});
  if (row?.author !== author) throw invalidCursor();
  return row.key;
}

export const listMySuggestions: PersonalRead<'listMySuggestions'> = {
  kind: 'personal',
  prepare: ({space, person, now, query: {limit = 20, cursor}}) => function* act() {
    const list = [space.id, 'suggestions', person.key];
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : yield* goOn(space.id, person.key, positionOf(cursor, list, [''] as const)[0]);
    const rows = yield* suggestionsOf.all({space: space.id, author: person.key, before, limit: limit + 1});
    const every: string[] = [];
    for (const row of rows.slice(0, limit)) every.push(yield* mySuggestion(space, row, now));
    const items = every.slice(0, fitting(every));
    const next = rows.length > items.length ? cursorOf(list, [rows[items.length - 1]?.reference ?? '']) : null;
    const {display, languages} = space;
    return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(next)},"display":${JSON.stringify(display)},`
      + `"languages":${JSON.stringify(languages)},"now":"${instant(now)}"}`;
  },
};
