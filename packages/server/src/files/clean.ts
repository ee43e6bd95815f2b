/** Removes files that were uploaded and never sent. */
import type {Services} from '../services.ts';
import {forgetUnused, unusedBefore} from '../store/attachments.ts';

const hour = 60 * 60_000;
/** For so long a file may wait for its suggestion. */
export const usableFor = 24 * hour;
/** Removed an hour after it could last be used, so that no act still under way has its file taken from it. */
const keptFor = usableFor + hour;
const atOnce = 500;

/** The file first, then its row: whatever happens in between, the next turn finds the row and goes on. */
export async function cleanFiles({store, files}: Services, now: number): Promise<void> {
  if (!files) return;
  for (let full = true; full;) {
    const rows = await store.read(() => unusedBefore.all({before: now - keptFor, limit: atOnce}));
    for (const {id} of rows) {
      await files.remove(id);
      await store.write(() => forgetUnused.all({id}));
    }
    // All of them: more may be sent in an hour than are removed in one turn.
    full = rows.length === atOnce;
  }
}
