/**
 * Gives a function of `Request` a port, and takes it away gracefully: no request in flight is dropped, streams are
 * closed so that their readers come back to the next process, and nothing waits longer than it is told to.
 */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';

export type Answer = (request: Request) => Promise<Response>;
export type Port = {port: number; stop(patience: number): Promise<void>};

/** Lets open-ended answers (server-sent events) end when the process does. */
function endable(signal: AbortSignal, response: Response): Response {
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
  const {readable, writable} = new TransformStream<Uint8Array, Uint8Array>();
  const source = response.body.getReader();
  const sink = writable.getWriter();
  const end = () => { void source.cancel().catch(() => undefined); };
  const pump = async () => {
    signal.addEventListener('abort', end);
    try {
      for (let part = await source.read(); !part.done; part = await source.read()) await sink.write(part.value);
      await sink.close();
    } catch {
      await source.cancel();
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
  void pump().catch(() => undefined);
  return new Response(readable, response);
}

/** @throws where the port is taken (`EADDRINUSE`) or not allowed. */
export async function listen(answer: Answer, wanted: number): Promise<Port> {
  const stopping = new AbortController();
  const listener = getRequestListener(async (request) => endable(stopping.signal, await answer(request)), {overrideGlobalObjects: false});
  const server = createServer((incoming, outgoing) => {
    if (stopping.signal.aborted) outgoing.setHeader('connection', 'close');
    void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(wanted, resolve); });
  const stop = async (patience: number) => {
    stopping.abort();
    const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    const sweep = setInterval(() => { server.closeIdleConnections(); }, 50);
    const deadline = setTimeout(() => { server.closeAllConnections(); }, patience);
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
  };
  return {port: (server.address() as AddressInfo).port, stop};
}
