/**
 * Sends a file, and says how much of it has gone: `fetch` cannot tell, so it goes by `XMLHttpRequest`, unless the page
 * answers requests itself. It may take as long as it goes on; one that stands still for a minute is given up.
 */
import type {Schema} from '@shurkum/contract';
import type {Client} from './client.ts';
import {refusal, unwrap} from './problem.ts';
import type {Wire} from './send.ts';
import {shared} from './shared.ts';

const standstill = 60_000;

const withProgress = (file: Blob, signal: AbortSignal, told: (share: number) => void): Wire => (request) => new Promise((done, failed) => {
  const asked = new XMLHttpRequest();
  let timer: ReturnType<typeof setTimeout>;
  const fail = (name: string) => () => {
    clearTimeout(timer);
    failed(new DOMException(name, name));
  };
  const stop = () => { asked.abort(); };
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { fail('TimeoutError')(); stop(); }, standstill);
  };
  asked.open(request.method, request.url);
  request.headers.forEach((value, name) => { asked.setRequestHeader(name, value); });
  asked.upload.onprogress = ({loaded, total}) => { moved(); told(total ? loaded / total : 0); };
  asked.onerror = fail('NetworkError');
  asked.onabort = fail('AbortError');
  asked.onload = () => {
    clearTimeout(timer);
    const wait = asked.getResponseHeader('retry-after');
    done(new Response(asked.responseText, {status: asked.status, headers: wait ? {'retry-after': wait} : {}}));
  };
  signal.addEventListener('abort', stop, {once: true});
  moved();
  asked.send(file);
});

/** The attachment as the server found it. `told` hears the share that has gone, from 0 to 1, where that can be known. */
export function upload(client: Client, file: Blob, name: string, key: string, signal: AbortSignal, told: (share: number) => void): Promise<Schema<'Attachment'>> {
  const own = shared.settings.get(client.api)?.fetch;
  const headers = {'content-type': 'application/octet-stream', 'idempotency-key': key};
  const request = new Request(`${client.api}/attachments?${new URLSearchParams({name})}`, {method: 'POST', headers, body: file, signal});
  const asked = client.act(request, own ? (one) => own(one) : withProgress(file, signal, told)).then(async (response) => {
    const data = await response.json().catch(() => undefined) as Schema<'Attachment'> | undefined;
    if (!response.ok) throw refusal(data, response);
    return {data, response};
  });
  return unwrap(asked as Promise<{data?: Schema<'Attachment'>; response: Response}>);
}
