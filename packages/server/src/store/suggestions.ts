/** Statements on what people sent, for those who sent it. */
import {statement} from './statement.ts';

/** Newest first. */
export const suggestionsOf = statement((db, p: {space: string; author: string; before: number; limit: number}) =>
  db.selectFrom('proposal').selectAll().where('space', '=', p.space).where('author', '=', p.author)
    .where('key', '<', p.before).orderBy('key', 'desc').limit(p.limit));

/** As much as decides who may read it: the same little, whatever there is. */
export const lookedUp = statement((db, p: {space: string; reference: string}) =>
  db.selectFrom('proposal').select(['key', 'guest', 'visibility', 'published_at']).where('space', '=', p.space).where('reference', '=', p.reference));
