/**
 * `npm run bench`: speed and memory beside floors of the same run, so that a slow machine slows both. Ends with 1 where a
 * target is missed. `npm run bench -- reads` runs one part.
 */
import {rmSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {startPostgres} from '../support/postgres.ts';
import {createSpace, folder} from '../support/shurkum.ts';
import {measureConsultation} from './consultation.ts';
import {measureFootprint} from './footprint.ts';
import {measureHistory} from './history.ts';
import {targetsMissed} from './measure.ts';
import {measureReads} from './reads.ts';
import {measureSearch} from './search.ts';
import {measureWrites} from './writes.ts';

const wanted = process.argv.slice(2);
const parts: Record<string, (database: string, scratch: string) => Promise<void>> = {
  footprint: measureFootprint,
  reads: measureReads,
  writes: measureWrites,
  history: measureHistory,
  consultation: (database) => measureConsultation('SQLite', database),
  'consultation-postgres': async () => {
    const postgres = await startPostgres();
    if ('skipped' in postgres) {
      console.log(`vTaiwan on PostgreSQL: skipped, ${postgres.skipped}`);
      return;
    }
    await createSpace(postgres.url);
    await measureConsultation('PostgreSQL', postgres.url).finally(() => postgres.stop());
  },
  search: async (database) => {
    await measureSearch('SQLite', database);
    const postgres = await startPostgres();
    if ('skipped' in postgres) {
      console.log(`search on PostgreSQL: skipped, ${postgres.skipped}`);
      return;
    }
    await createSpace(postgres.url);
    await measureSearch('PostgreSQL', postgres.url).finally(() => postgres.stop());
  },
};

console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; the load comes from the same machine\n`);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const scratch = folder();
  const database = join(scratch, 'shurkum.db');
  await createSpace(database);
  await measure(database, scratch);
  rmSync(scratch, {recursive: true, force: true});
}
if (targetsMissed()) console.log(`\n${targetsMissed()} targets missed`);
process.exitCode = targetsMissed() ? 1 : 0;
