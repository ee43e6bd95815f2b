/** vTaiwan's consultation, about 50,000 votes, replayed as people through HTTP and held against its file. */
import {replay} from '../support/people.ts';
import {hasRealInput, realInput, sumsOf, votesOf} from '../support/polis.ts';
import {shurkumOk} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import {progress} from '../../packages/server/src/cli/progress.ts';
import {report} from './measure.ts';

const folder = 'vtaiwan-uberx';
type Tally = {people: number; questions: {options: {optionId: string; people: number}[]}[]};

export async function measureConsultation(name: string, database: string): Promise<void> {
  if (!hasRealInput) {
    report(`vTaiwan on ${name}`, 'skipped: its votes are not here', null);
    return;
  }
  await shurkumOk(database, 'import', 'polis', `${realInput}polis/${folder}`, '--language', 'zh-TW', '--statements-only');
  const site = await startSite({database, env: {LOG_LEVEL: 'silent'}});
  const votes = votesOf(folder);
  const bar = progress(`vTaiwan on ${name}`, votes.length);
  const from = performance.now();
  await replay(site.api, (statement) => `${folder}-${statement}`, votes, 8, (count) => { bar.to(count); });
  const seconds = (performance.now() - from) / 1000;
  bar.done();
  let wrong = 0;
  for (const [statement, sum] of sumsOf(votes)) {
    const {poll: {tally}} = await (await fetch(`${site.api}/polls/${folder}-${statement}`)).json() as {poll: {tally: Tally}};
    const counted = new Map(tally.questions[0]?.options.map(({optionId, people}) => [optionId, people]));
    const equal = tally.people === sum.people && (['yes', 'no', 'abstain'] as const).every((option) => counted.get(option) === sum[option]);
    if (!equal) wrong += 1;
  }
  await site.stop();
  report(`vTaiwan on ${name}`, `${votes.length} votes, ${(votes.length / seconds).toFixed(0)}/s, ${wrong} wrong tallies`, wrong === 0, '0 wrong');
}
