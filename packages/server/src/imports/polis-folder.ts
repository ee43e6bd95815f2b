/**
 * A consultation as Polis exports it: `comments.csv` (the statements) and `votes.csv`, gzipped or not. 1 is agree,
 * -1 disagree, 0 pass; where a voter stands twice for a statement, the last vote counts.
 */
import {existsSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {isEmpty} from '../domain/text.ts';
import {csvRows} from './csv-file.ts';
import {isInstant, isWritable} from './thread-file.ts';
import {Refusal, refusalAt} from '../cli/refusal.ts';

export type Statement = {id: string; text: string; at: number};
export type Vote = {voter: string; option: 'yes' | 'no' | 'abstain'; at: number};
export type Consultation = {name: string; statements: Statement[]; votes: Map<string, Map<string, Vote>>};


const options = {'1': 'yes', '-1': 'no', '0': 'abstain'} as const;

function fileIn(folder: string, name: string): string {
  const file = [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path));
  if (!file) throw new Refusal(`${folder}: there is no ${name} (nor ${name}.gz)`);
  return file;
}

const instantOf = (file: string, line: number, text: string | undefined): number => {
  const at = Number(text);
  if (!text || !Number.isInteger(at) || !isInstant(at)) throw refusalAt(file, line, 'timestamp must be milliseconds since 1970');
  return at;
};

function statementsOf(file: string): Statement[] {
  const seen = new Set<string>();
  return csvRows(file, ['timestamp', 'comment-id', 'comment-body']).map(({line, record}) => {
    const id = record['comment-id'] ?? '';
    const text = record['comment-body']?.trim() ?? '';
    if (!/^\d+$/.test(id)) throw refusalAt(file, line, 'comment-id must be a number');
    if (seen.has(id)) throw refusalAt(file, line, `statement ${id} stood already in a line above`);
    if (isEmpty(text)) throw refusalAt(file, line, `statement ${id} is empty`);
    if (!isWritable(text)) throw refusalAt(file, line, `statement ${id} holds control characters or half a character`);
    seen.add(id);
    return {id, text, at: instantOf(file, line, record['timestamp'])};
  });
}

function votesOf(file: string, statements: readonly Statement[]): Consultation['votes'] {
  const votes = new Map(statements.map(({id}) => [id, new Map<string, Vote>()]));
  for (const {line, record} of csvRows(file, ['timestamp', 'comment-id', 'voter-id', 'vote'])) {
    const mine = votes.get(record['comment-id'] ?? '');
    if (!mine) throw refusalAt(file, line, `there is no statement ${record['comment-id'] ?? ''}`);
    const voter = record['voter-id'];
    if (!voter) throw refusalAt(file, line, 'voter-id is missing');
    const option = options[record['vote'] as keyof typeof options] as Vote['option'] | undefined;
    if (!option) throw refusalAt(file, line, `vote must be 1, 0 or -1, not “${record['vote'] ?? ''}”`);
    mine.set(voter, {voter, option, at: instantOf(file, line, record['timestamp'])});
  }
  return votes;
}

/** @throws Refusal naming file and line of the first thing that is wrong. */
export function consultationIn(folder: string): Consultation {
  const name = basename(resolve(folder));
  // Each statement becomes a poll named after the folder, and ids are of few letters.
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,47}$/.test(name)) throw new Refusal(`${folder}: the folder's name becomes part of each poll's id, so it must be of letters a-z, digits, dots, hyphens and underscores, at most 48; “${name}” is not`);
  const statements = statementsOf(fileIn(folder, 'comments.csv'));
  return {name, statements, votes: votesOf(fileIn(folder, 'votes.csv'), statements)};
}
