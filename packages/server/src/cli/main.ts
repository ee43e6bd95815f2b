/** `npm run shurkum -- …`: what an operator does at a terminal. Results go to standard output, everything else to standard error. */
import {plain, printable} from './printed.ts';
import {Refusal} from './refusal.ts';

type Command = (args: string[]) => Promise<string>;

const create = () => import('./commands/create.ts');
const imports = () => import('./commands/import.ts');
const exports = () => import('./commands/export.ts');
const snippets = () => import('./commands/snippet.ts');
const proposals = () => import('./commands/proposals.ts');
const moderation = () => import('./commands/moderation.ts');

const commands: Record<string, {usage: string; says: string; run: Command}> = {
  'create space': {usage: 'FILE', says: 'makes a space from its definition', run: async (args) => (await create()).createSpaceFrom(args)},
  'create poll': {usage: 'FILE', says: 'makes a poll from its definition', run: async (args) => (await create()).createPollFrom(args)},
  'create form': {usage: 'FILE', says: 'makes a form for suggestions from its definition', run: async (args) => (await create()).createFormFrom(args)},
  'snippet form': {usage: 'ID [--lang TAG] [--origin URL] [--page-wide-form]', says: 'prints the markup to paste into a page', run: async (args) => (await snippets()).snippetOfForm(args)},
  'import thread': {usage: 'FILE --thread ID [--append]', says: 'brings in a discussion (JSON lines, gzipped or not)', run: async (args) => (await imports()).importThreadFrom(args)},
  'import polis': {usage: 'FOLDER [--language TAG] [--statements-only]', says: 'makes each statement of a consultation a poll', run: async (args) => (await imports()).importPolisFrom(args)},
  'import proposals': {usage: 'FILE [--comments FILE] [--form ID]', says: 'brings in proposals with their discussions (CSV, gzipped or not)', run: async (args) => (await proposals()).importProposalsFrom(args)},
  'export thread': {usage: 'ID [--format json|csv] [--all]', says: 'writes its comments', run: async (args) => (await exports()).exportThread(args)},
  'export poll': {usage: 'ID [--format json|csv]', says: 'writes its tally', run: async (args) => (await exports()).exportPoll(args)},
  'export proposals': {usage: '[--format json|csv] [--all]', says: 'writes how each stands', run: async (args) => (await proposals()).exportProposals(args)},
  'list held': {usage: '', says: 'shows the comments that wait for review', run: async (args) => (await moderation()).listHeld(args)},
  'decide comment': {usage: 'ID [--revision N] --publish | --reject REASON | --remove REASON', says: 'settles what becomes of a comment', run: async (args) => (await moderation()).decide(args)},
  'pin comment': {usage: 'ID [--off]', says: 'puts a comment above the others', run: async (args) => (await moderation()).pin(args)},
  'answer comment': {usage: 'ID FILE', says: 'puts an official answer under a comment', run: async (args) => (await moderation()).answer(args)},
  'publish outcome': {usage: 'POLL FILE', says: 'says what was decided after a poll', run: async (args) => (await moderation()).outcome(args)},
  'release results': {usage: 'POLL', says: 'shows a tally that waited for it', run: async (args) => (await moderation()).release(args)},
};

function help(): string {
  const lines = Object.entries(commands).map(([name, {usage, says}]) => `  ${`${name} ${usage}`.trimEnd().padEnd(62)} ${says}`);
  return `npm run shurkum -- COMMAND [--space ID]\n\n${lines.join('\n')}\n\nThe database is the one SHURKUM_DATABASE names (a file or a postgres:// address), else data/shurkum.db.\n`;
}

async function main([first = '', second = '', ...rest]: string[]): Promise<number> {
  if (!first || first === 'help' || first === '--help') {
    process.stdout.write(help());
    return first ? 0 : 2;
  }
  const command = commands[`${first} ${second}`];
  if (!command) {
    process.stderr.write(`There is no command “${`${first} ${second}`.trim()}”.\n\n${help()}`);
    return 2;
  }
  try {
    const said = printable(await command.run(rest));
    process.stdout.write(said.endsWith('\n') ? said : `${said}\n`);
    return 0;
  } catch (error) {
    const said = error instanceof Refusal ? error.message : error instanceof Error ? error.stack ?? error.message : String(error);
    process.stderr.write(plain(`${said}\n`));
    return 1;
  }
}

// Whoever reads may stop reading (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? 0 : 1); });
process.exitCode = await main(process.argv.slice(2));
