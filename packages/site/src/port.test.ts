import {once} from 'node:events';
import {connect} from 'node:net';
import type {Socket} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {listen} from './port.ts';
import type {Answer, Port} from './port.ts';

describe('the port', () => {
  let door: Port | undefined;
  afterEach(async () => { await door?.close(0); });
  const sizes: Answer = async (request) => new Response(String((await request.arrayBuffer()).byteLength));

  /** A request that has begun and says how much is still to come. */
  async function begun(type: string): Promise<{socket: Socket; heard: () => string}> {
    const socket = connect(door?.port ?? 0, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => { heard += chunk.toString(); });
    await once(socket, 'connect');
    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.7\r\nContent-Type: ${type}\r\nContent-Length: 8\r\n\r\nhalf`);
    return {socket, heard: () => heard};
  }

  it('ends what is sent too slowly, but lets a file take its time', async () => {
    door = await listen(sizes, 0, 50);
    const file = await begun('application/octet-stream');
    const text = await begun('application/json');
    await once(text.socket, 'close');
    expect(text.heard()).toContain('408 Request Timeout');
    file.socket.write('half');
    await expect.poll(file.heard).toMatch(/200 OK[^]*\r\n\r\n8$/);
    file.socket.destroy();
  });

  it('says nothing of an address behind which many may stand, whatever a request says of itself', async () => {
    const callers: unknown[] = [];
    door = await listen((_, caller) => {
      callers.push(caller);
      return Promise.resolve(new Response('ok'));
    }, 0);
    const {socket, heard} = await begun('text/plain');
    socket.write('half');
    await expect.poll(heard).toContain('200 OK');
    expect(callers).toEqual([{address: undefined}]);
    socket.destroy();
  });
});
