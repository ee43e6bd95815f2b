/**
 * Gives a function of `Request` a port, and takes it away gracefully: nothing new is accepted, no request in flight is
 * dropped, and nothing waits longer than it is told to.
 */
import {createServer} from 'node:http';
import type {IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import type {Caller} from '@shurkum/server';
import {addressOf} from './caller-address.ts';

export type Answer = (request: Request, caller: Caller) => Promise<Response>;
export type Port = {port: number; close(patience: number): Promise<void>};

/**
 * A request is wholly there within fifteen seconds, its headers within ten, or its connection ends: nobody holds one
 * open by sending a byte now and then. A file may take two minutes, which is what the largest takes at 350 kbit/s. Answers may
 * take as long as they take.
 */
const patienceWithSenders = {requestTimeout: 120_000, headersTimeout: 10_000, connectionsCheckingInterval: 1000};
const patienceWithAllButFiles = 15_000;

/** Ends what sends anything but a file for too long. */
function hurry(incoming: IncomingMessage, patience: number): void {
  if (incoming.headers['content-type'] === 'application/octet-stream') return;
  const timer = setTimeout(() => {
    if (!incoming.complete) incoming.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => { incoming.socket.destroy(); });
  }, patience).unref();
  incoming.once('close', () => { clearTimeout(timer); }).once('end', () => { clearTimeout(timer); });
}

/** @throws where the port is taken (`EADDRINUSE`) or not allowed. */
export async function listen(answer: Answer, wanted: number, hurried = patienceWithAllButFiles): Promise<Port> {
  let closing = false;
  // Lets the adapter put its own light Request and Response in place: an answer goes out in a fifth of the time.
  const listener = getRequestListener((request, {incoming}) => answer(request, {address: addressOf(incoming.socket.remoteAddress)}),
    {overrideGlobalObjects: true});
  const server = createServer(patienceWithSenders, (incoming, outgoing) => {
    if (closing) outgoing.setHeader('connection', 'close');
    hurry(incoming, hurried);
    void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(wanted, () => { server.off('error', reject); resolve(); });
  });
  /** A connection that becomes idle after the last answer is closed at once, not when its keep-alive ends. */
  const close = async (patience: number) => {
    closing = true;
    const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    const sweep = setInterval(() => { server.closeIdleConnections(); }, 25);
    const deadline = setTimeout(() => { server.closeAllConnections(); }, patience);
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
  };
  return {port: (server.address() as AddressInfo).port, close};
}
