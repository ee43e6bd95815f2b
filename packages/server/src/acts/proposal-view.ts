/** A suggestion with everything that is told beside it, as much of it as its reader may know. */
import type {Schema} from '@shurkum/contract';
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {settledForm} from '../domain/form.ts';
import type {Field, FormDefinition} from '../domain/form.ts';
import {isGone, isKnown, proposalThread} from '../domain/proposal.ts';
import {proposalJson, updateJson} from '../replies/proposal-json.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findForm} from '../store/forms.ts';
import {attachmentsOf, findUpdate, mergedInto, updatesBefore} from '../store/proposals.ts';
import type {ProposalRow, UpdateRow} from '../store/proposals.ts';
import {findThread} from '../store/threads.ts';

/** Who reads: what is published, what I sent, or everything. */
export type Eyes = 'everybody' | 'author' | 'officials';
export type Updates = {items: readonly string[]; nextCursor: string | null};

const usualUpdates = 20;

/** A decision without the official's words, which may quote what is gone. */
const wordless = (decided: string): string =>
  JSON.stringify({...JSON.parse(decided) as Schema<'Decision'>, body: null, link: null} satisfies Schema<'Decision'>);

/**
 * An update as everybody reads it. Why its author withdrew it was never reviewed; and what officials wrote goes out of sight
 * with the words it may quote.
 */
function forEverybody(update: UpdateRow, gone: boolean): UpdateRow {
  if (!gone) return update;
  const {text: _text, answer: _answer, decision, ...rest} = JSON.parse(update.content) as Partial<Schema<'Update'>>;
  return {...update, content: JSON.stringify({...rest, ...(decision && {decision: {...decision, body: null, link: null}})})};
}

function* goOn(row: ProposalRow, list: readonly string[], cursor: string | undefined, eyes: Eyes): Act<number> {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  const found = yield* findUpdate.first({id: positionOf(cursor, list, [''] as const)[0]});
  if (found?.proposal !== row.key || (eyes !== 'officials' && !found.public)) throw invalidCursor();
  return found.key;
}

/** What happened, newest first. Notes are for officials alone. */
export function* updatePage(space: Space, row: ProposalRow, eyes: Eyes, {limit = usualUpdates, cursor}: {limit?: number; cursor?: string | undefined} = {}): Act<Updates> {
  const list = [space.id, row.reference, 'updates'];
  const before = yield* goOn(row, list, cursor, eyes);
  const rows = yield* updatesBefore.all({proposal: row.key, least: eyes === 'officials' ? 0 : 1, before, limit: limit + 1});
  const shown = rows.slice(0, limit);
  const gone = eyes === 'everybody' && isGone(row.visibility);
  const items = shown.map((update) => updateJson(eyes === 'everybody' ? forEverybody(update, gone) : update, eyes === 'officials'));
  return {items, nextCursor: rows.length > limit ? cursorOf(list, [shown.at(-1)?.id ?? '']) : null};
}

/** The questions whose answers this reader may have; those of everybody stand on the page. */
function* fieldsFor(space: Space, row: ProposalRow, eyes: Eyes): Act<Field[]> {
  const form = yield* findForm.first({space: space.id, id: row.form});
  if (!form) return [];
  const {fields} = settledForm(JSON.parse(form.definition) as FormDefinition);
  return eyes === 'everybody' ? fields.filter((field) => field.public) : fields;
}

type Answers = Record<string, Schema<'FieldAnswer'>>;

function* filesOf(row: ProposalRow, fields: readonly Field[]): Act<Schema<'Attachment'>[]> {
  const files = yield* attachmentsOf.all({proposal: row.key});
  return files.filter(({field}) => fields.some(({id}) => id === field))
    .map(({field: _, type, ...file}) => ({...file, type: type as Schema<'Attachment'>['type']}));
}

/** The contract's `Proposal`, as JSON. */
export function* proposalView(space: Space, row: ProposalRow, eyes: Eyes, now: number): Act<string> {
  const whole = eyes !== 'everybody';
  const gone = isGone(row.visibility) && !whole;
  const fields = gone ? [] : yield* fieldsFor(space, row, eyes);
  const given = new Map(Object.entries(JSON.parse(row.answers) as Answers));
  const answers = fields.filter(({kind}) => kind !== 'attachment').flatMap((field): Schema<'ProposalAnswer'>[] => {
    const answer = given.get(field.id);
    return answer === undefined ? [] : [{field, answer}];
  });
  const merged = yield* mergedInto.all({key: row.key});
  const thread = row.listed ? yield* findThread.first({space: space.id, id: proposalThread(row.reference)}) : undefined;
  return proposalJson(space, gone && row.decided ? {...row, decided: wordless(row.decided)} : row, {
    whole, answers, now,
    attachments: yield* filesOf(row, fields),
    mergedFrom: merged.filter((each) => whole || isKnown(each)).map(({reference}) => reference),
    commentCount: thread?.published ?? 0,
    updates: yield* updatePage(space, row, eyes),
  });
}
