/** A floor for durable writes: `node:http` with one SQLite commit (WAL, `synchronous=FULL`) for each request. */
import {createServer} from 'node:http';
import {DatabaseSync} from 'node:sqlite';

const db = new DatabaseSync(process.argv[2] ?? '');
db.exec('pragma journal_mode=wal; pragma synchronous=full; create table if not exists write (key text primary key, body text not null) strict');
const insert = db.prepare('insert into write values (?, ?)');
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    insert.run(String(request.headers['idempotency-key']), Buffer.concat(chunks).toString('utf8'));
    response.writeHead(201, {'content-type': 'application/json'});
    response.end('{"stored":true}');
  });
});
server.listen(0, '127.0.0.1', () => { process.stdout.write(`ready ${JSON.stringify(server.address())}\n`); });
