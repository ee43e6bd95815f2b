/** A floor for reads: a bare `node:http` server that answers the bytes of one file from memory, and nothing else. */
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';

const bytes = readFileSync(process.argv[2] ?? '');
const server = createServer((_request, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': bytes.byteLength});
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => { process.stdout.write(`ready ${JSON.stringify(server.address())}\n`); });
