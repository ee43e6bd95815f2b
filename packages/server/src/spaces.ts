/** A space: one authority's room. Its settings are one JSON text whose version every cached answer depends on. */
import type {Schema} from '@shurkum/contract';
import type {ThreadState} from './domain/comment.ts';
import type {WorkingWeek} from './domain/working-days.ts';
import {patternOf} from './domain/pattern.ts';
import {randomId} from './identity/keys.ts';
import {rowOf, statement} from './store/statement.ts';
import type {SpaceTable} from './store/schema.ts';
import type {Store} from './store/store.ts';

export type SpaceDefinition = {
  id: string;
  name: Schema<'LocalText'>;
  languages: readonly string[];
  /** Exact origins of the pages that may use this space, besides the server's own. */
  origins: readonly string[];
  guests: boolean;
  display: Schema<'Display'>;
  threads: {
    state: ThreadState;
    policy: Schema<'Policy'> | null;
    /** Sources of regular expressions (`domain/pattern.ts` says which); an id must match one of them as a whole. */
    accept: readonly string[];
  };
  /** Which days count when an answer is promised; without it, Monday to Friday. */
  week?: WorkingWeek;
  agencies?: readonly Schema<'Agency'>[];
  categories?: readonly Schema<'Category'>[];
  /** Where a proposal is read, with `{reference}` in it. */
  proposalUrl?: string;
};

export type Space = SpaceDefinition & {version: number; voterSecret: string; tokenSecret: string};

const insert = statement((db, row: SpaceTable) => db.insertInto('space')
  .values(rowOf(row, ['id', 'settings', 'version', 'voter_secret', 'token_secret', 'created_at'])));
const update = statement((db, p: {id: string; settings: string}) =>
  db.updateTable('space').set((eb) => ({settings: p.settings, version: eb('version', '+', 1)})).where('id', '=', p.id).returning('id'));
const byId = statement((db, p: {id: string}) => db.selectFrom('space').selectAll().where('id', '=', p.id));
const versionById = statement((db, p: {id: string}) => db.selectFrom('space').select('version').where('id', '=', p.id));

const toSpace = ({settings, version, voter_secret, token_secret}: SpaceTable): Space =>
  ({...(JSON.parse(settings) as SpaceDefinition), version, voterSecret: voter_secret, tokenSecret: token_secret});

function checked(definition: SpaceDefinition): SpaceDefinition {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(definition.id)) throw new Error(`“${definition.id}” is not an id of a space.`);
  for (const pattern of definition.threads.accept) patternOf(pattern);
  for (const origin of definition.origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`“${origin}” is not an origin.`);
  }
  for (const [what, list] of [['agency', definition.agencies], ['category', definition.categories]] as const) {
    const ids = (list ?? []).map(({id}) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice !== undefined) throw new Error(`Two entries of ${what} have the id “${twice}”.`);
  }
  return definition;
}

/** Makes a space with secrets of its own. Throws where the id is taken. */
export async function createSpace(store: Store, definition: SpaceDefinition, now = Date.now()): Promise<Space> {
  const row: SpaceTable = {
    id: definition.id, settings: JSON.stringify(checked(definition)), version: 1,
    voter_secret: randomId(32), token_secret: randomId(32), created_at: now,
  };
  await store.write(() => insert.all(row));
  return toSpace(row);
}

/** Replaces a space's settings; its secrets stay. */
export async function updateSpace(store: Store, definition: SpaceDefinition): Promise<void> {
  const settings = JSON.stringify(checked(definition));
  const row = await store.write(() => update.first({id: definition.id, settings}));
  if (!row) throw new Error(`There is no space “${definition.id}”.`);
}

export async function readSpace(store: Store, id: string): Promise<Space | undefined> {
  const row = await store.peek(() => byId.first({id}));
  return row && toSpace(row);
}

/** Reads spaces, parsing their settings only when the version says that they changed. */
export function spaceReader(store: Store): (id: string) => Promise<Space | undefined> {
  const known = new Map<string, Space>();
  return async (id) => {
    const current = await store.peek(() => versionById.first({id}));
    if (!current) return undefined;
    const kept = known.get(id);
    if (kept?.version === current.version) return kept;
    const fresh = await readSpace(store, id);
    if (fresh) known.set(id, fresh);
    return fresh;
  };
}
